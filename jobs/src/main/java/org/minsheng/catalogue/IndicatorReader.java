package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minsheng.catalogue.ProjectionMethod.Model;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** Reads an indicator with the versions of its target, of one measure after the other. */
final class IndicatorReader {
    private final Policy policy;
    private final Units units;
    private final Map<String, Series> series;
    private final boolean areAllSeries;
    private final Set<String> ids = new HashSet<>();

    /**
     * A reader.
     *
     * @param areAllSeries false where some could not be read: any other id may be one of theirs
     */
    IndicatorReader(Policy policy, Units units, Map<String, Series> series, boolean areAllSeries) {
        this.policy = policy;
        this.units = units;
        this.series = series;
        this.areAllSeries = areAllSeries;
    }

    /**
     * Reads it.
     *
     * @param measure the number of the measure that it stands under, 0 where that cannot be read
     * @param measureLead the unit that leads the measure
     */
    Indicator read(YamlMap map, int measure, String measureLead) {
        String id = map.need("id", YamlValue::text);
        Label title = map.need("title", YamlValue::label);
        Unit unit = map.need("unit", units::find, Unit.UNREAD);
        Unit per = map.get("per", units::find);
        Formula formula = new FormulaReader(series, areAllSeries).read(map.needMap("formula"));
        BigDecimal most = most(map, unit, formula);
        List<Level> levels = formula.terms()
                .map(term -> series.get(term.series()).level())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        Indicator read = new Indicator(
                id,
                title,
                unit,
                map.get("decimals", value -> value.integer(0, 6), 1),
                map.get("lead", YamlValue::text, measureLead),
                formula,
                map.get("roll-up", value -> value.choice(RollUp.class), RollUp.SUMS),
                levels.isEmpty() ? null : levels.get(0),
                most,
                pace(map),
                projection(map.map("projection"), formula),
                Scorecard.weight(map),
                targets(map, most));
        map.done();
        checkId(id, measure, map);
        new FormulaUnits(series).check(formula, unit, per, map);
        if (levels.size() > 1) {
            map.problem(
                    "formula",
                    "its series are reported at different levels: "
                            + levels.stream().map(Level::word).collect(Collectors.joining(", ")),
                    "A formula needs series of one level");
        }
        return read;
    }

    private void checkId(String id, int measure, YamlMap map) {
        if (id == null) {
            return;
        }
        if (measure > 0 && !id.startsWith(measure + ".")) {
            map.problem(
                    "id",
                    "the indicator '" + id + "' stands under measure " + measure,
                    "Its id has to begin with '" + measure + ".'");
        }
        if (!ids.add(id)) {
            map.problem("id", "the indicator '" + id + "' is defined a second time", "");
        }
    }

    /**
     * The largest possible value: what the indicator says, {@code none} being a way to say that there is none; else, of a part
     * in its whole, the whole.
     */
    private static BigDecimal most(YamlMap map, Unit unit, Formula formula) {
        Optional<YamlValue> said = map.get("most");
        if (said.flatMap(YamlValue::text).filter("none"::equals).isPresent()) {
            return null;
        } else if (said.isPresent()) {
            return said.flatMap(YamlValue::number).orElse(null);
        }
        return unit.isShare() && formula.isShare() ? BigDecimal.ONE.divide(unit.factor(), MathContext.DECIMAL64) : null;
    }

    /** The policy's, but for what the indicator says itself. */
    private Pace pace(YamlMap indicator) {
        YamlMap map = indicator.map("pace");
        Pace pace = new Pace(
                map.get("method", value -> value.choice(Pace.Method.class), Pace.Method.COMPOUND),
                map.get("on-track", YamlValue::decimal, policy.onTrack()),
                map.get("slow", YamlValue::decimal, policy.slow()));
        if (map.isSound() && pace.slow() > pace.onTrack()) {
            indicator.problem("pace", "'slow' is above 'on-track'", "");
        }
        map.done();
        return pace;
    }

    /** The policy's, but for what the indicator says itself. */
    private ProjectionMethod projection(YamlMap map, Formula formula) {
        // Whether a facility is there or not is nothing that grows by the year.
        boolean isQuantity = formula.terms()
                .noneMatch(term -> series.get(term.series()).unit().isYesOrNo());
        ProjectionMethod projection = ProjectionMethod.read(
                map,
                isQuantity ? policy.projection() : new ProjectionMethod(Model.NONE, ProjectionMethod.Scale.NATURAL));
        map.done();
        return projection;
    }

    /** Versions of a target follow one another in time, so that on each day at most one is in force. */
    private List<Target> targets(YamlMap indicator, BigDecimal most) {
        List<Target> targets = new ArrayList<>();
        for (YamlMap map : indicator.needMaps("targets")) {
            Target target = new TargetReader(policy).read(map, most);
            if (!targets.isEmpty() && overlap(targets.get(targets.size() - 1), target)) {
                map.problem(
                        "this target is in force from " + target.validFrom() + ", but the one before it still is then",
                        "Give the one before it 'valid-to: "
                                + target.validFrom().minusDays(1) + "' or earlier");
            }
            targets.add(target);
        }
        return List.copyOf(targets);
    }

    private static boolean overlap(Target before, Target target) {
        return target.validFrom() != null
                && (before.validTo() == null || !before.validTo().isBefore(target.validFrom()));
    }
}
