package org.minsheng.catalogue;

import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** Reads {@code policy.yaml}. */
final class PolicyReader {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final ProjectionMethod DRIFT =
            new ProjectionMethod(ProjectionMethod.Model.DRIFT, ProjectionMethod.Scale.NATURAL);

    private PolicyReader() {}

    /** The policy; NaN, which is neither above nor below anything, stands for a number that cannot be read. */
    static Policy read(YamlMap map) {
        YamlMap pace = map.needMap("pace");
        YamlMap growth = map.needMap("growth");
        YamlMap projection = map.needMap("projection");
        Policy policy = new Policy(
                map.need("title", YamlValue::label),
                map.need("issuer", YamlValue::text),
                map.need("issued", YamlValue::date),
                map.need("source", YamlValue::text),
                map.need("base-year", PolicyReader::year, FIRST_YEAR),
                map.need("horizon", PolicyReader::year, LAST_YEAR),
                pace.need("on-track", YamlValue::decimal, Double.NaN),
                pace.need("slow", YamlValue::decimal, Double.NaN),
                growth.need("on-track", YamlValue::decimal, Double.NaN),
                growth.need("slow", YamlValue::decimal, Double.NaN),
                map.need("coverage", YamlValue::decimal, Double.NaN),
                projection.need("to", PolicyReader::year, LAST_YEAR),
                projection.need("farthest", value -> value.integer(1, 50), 1),
                ProjectionMethod.read(projection, DRIFT),
                map.need("tolerance", YamlValue::decimal, Double.NaN),
                map.need("jump", YamlValue::decimal, Double.NaN),
                map.need("takes-away", value -> value.integer(0, 1_000_000), 0),
                map.need("report-due", PolicyReader::monthDay),
                map.need("report-rule", YamlValue::label),
                Equalisation.read(map.map("equalisation")),
                Scorecard.read(map.map("scorecard")),
                Masthead.read(map.map("template")),
                LevelNames.read(map.map(LevelNames.KEY)),
                Offices.read(map.map(Offices.KEY)));
        pace.done();
        growth.done();
        projection.done();
        map.done();
        check(policy, map);
        return policy;
    }

    private static void check(Policy policy, YamlMap map) {
        if (policy.horizon() <= policy.baseYear()) {
            map.problem("horizon", "the horizon is not after the base year " + policy.baseYear(), "Write a later year");
        }
        if (policy.slow() > policy.onTrack()) {
            map.problem("pace", "'slow' is above 'on-track'", "");
        }
        if (policy.growthSlow() > policy.growthOnTrack()) {
            map.problem("growth", "'slow' is above 'on-track'", "");
        }
        if (policy.coverage() < 0 || policy.coverage() > 1) {
            map.problem("coverage", "'coverage' is a share from 0 to 1", "");
        }
        if (policy.jump() <= 1) {
            map.problem("jump", "'jump' must be above 1", "");
        }
    }

    private static Optional<Integer> year(YamlValue value) {
        return value.integer(FIRST_YEAR, LAST_YEAR);
    }

    private static Optional<MonthDay> monthDay(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(MonthDay.parse("--" + text));
            } catch (DateTimeParseException e) {
                value.problem("a day of the year is needed here, not '" + text + "'", "Write it like 12-31");
                return Optional.empty();
            }
        });
    }
}
