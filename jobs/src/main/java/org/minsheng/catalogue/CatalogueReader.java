package org.minsheng.catalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.catalogue.ProjectionMethod.Model;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.conf.YamlFile;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * Reads the catalogue: {@code units.yaml}, {@code policy.yaml} and the files of {@code catalogue/}. Series are read
 * before indicators, so that a formula may name a series of any file.
 */
public final class CatalogueReader {
    private final Problems problems;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Map<String, YamlValue> indicatorPlaces = new HashMap<>();
    private final Map<Integer, YamlValue> measurePlaces = new HashMap<>();
    private Units units = new Units();
    private Optional<Policy> policy = Optional.empty();

    private CatalogueReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads it all.
     *
     * @param conf the folder {@code conf}
     * @param problems where mistakes go
     * @return the catalogue, of use only if there were no problems
     */
    public static Optional<Catalogue> read(Path conf, Problems problems) {
        return new CatalogueReader(problems).readAll(conf);
    }

    private Optional<Catalogue> readAll(Path conf) {
        read(conf, "units.yaml").ifPresent(map -> units = Units.read(map));
        policy = read(conf, "policy.yaml").flatMap(CatalogueReader::readPolicy);
        List<YamlMap> files = new ArrayList<>();
        for (String name : fileNames(conf)) {
            read(conf, name).ifPresent(files::add);
        }
        for (YamlMap file : files) {
            file.list("series").forEach(value -> value.map().ifPresent(this::readSeries));
        }
        List<Field> fields = new ArrayList<>();
        for (YamlMap file : files) {
            readField(file).ifPresent(fields::add);
            file.done();
        }
        fields.sort(Comparator.comparingInt(Field::number));
        return policy.map(p -> new Catalogue(p, units, series, fields));
    }

    private Optional<YamlMap> read(Path conf, String name) {
        return YamlFile.read(conf.resolve(name), conf.getFileName() + "/" + name, problems);
    }

    private List<String> fileNames(Path conf) {
        try (Stream<Path> files = Files.list(conf.resolve("catalogue"))) {
            return files.map(file -> "catalogue/" + file.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(
                    conf.getFileName() + "/catalogue",
                    0,
                    0,
                    "the folder cannot be read (" + e.getMessage() + ")",
                    "It holds the catalogue, one YAML file a field"));
            return List.of();
        }
    }

    private static Optional<Policy> readPolicy(YamlMap map) {
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        Optional<String> issuer = map.need("issuer").flatMap(YamlValue::text);
        Optional<LocalDate> issued = map.need("issued").flatMap(YamlValue::date);
        Optional<String> source = map.need("source").flatMap(YamlValue::text);
        Optional<Integer> base = map.need("base-year").flatMap(value -> value.integer(1900, 2100));
        Optional<Integer> horizon = map.need("horizon").flatMap(value -> value.integer(1900, 2100));
        Optional<YamlMap> pace = map.need("pace").flatMap(YamlValue::map);
        Optional<BigDecimal> onTrack = pace.flatMap(p -> p.need("on-track")).flatMap(YamlValue::number);
        Optional<BigDecimal> slow = pace.flatMap(p -> p.need("slow")).flatMap(YamlValue::number);
        pace.ifPresent(YamlMap::done);
        Optional<YamlMap> growth = map.need("growth").flatMap(YamlValue::map);
        Optional<BigDecimal> growthOnTrack =
                growth.flatMap(g -> g.need("on-track")).flatMap(YamlValue::number);
        Optional<BigDecimal> growthSlow = growth.flatMap(g -> g.need("slow")).flatMap(YamlValue::number);
        growth.ifPresent(YamlMap::done);
        Optional<BigDecimal> coverage = map.need("coverage").flatMap(YamlValue::number);
        coverage.filter(c -> c.signum() < 0 || c.compareTo(BigDecimal.ONE) > 0)
                .ifPresent(c -> map.get("coverage").orElseThrow().problem("'coverage' is a share from 0 to 1", ""));
        Optional<YamlMap> projection = map.need("projection").flatMap(YamlValue::map);
        Optional<Integer> to = projection.flatMap(p -> p.need("to")).flatMap(value -> value.integer(1900, 2100));
        Optional<Integer> farthest = projection.flatMap(p -> p.need("farthest")).flatMap(value -> value.integer(1, 50));
        ProjectionMethod method =
                projectionMethod(projection, new ProjectionMethod(Model.DRIFT, ProjectionMethod.Scale.NATURAL));
        projection.ifPresent(YamlMap::done);
        Optional<BigDecimal> tolerance = map.need("tolerance").flatMap(YamlValue::number);
        Optional<BigDecimal> jump = map.need("jump").flatMap(YamlValue::number);
        jump.filter(j -> j.compareTo(BigDecimal.ONE) <= 0)
                .ifPresent(j -> map.get("jump").orElseThrow().problem("'jump' must be above 1", ""));
        Optional<Integer> takesAway = map.need("takes-away").flatMap(value -> value.integer(0, 1_000_000));
        Optional<MonthDay> due = map.need("report-due").flatMap(CatalogueReader::monthDay);
        Optional<Label> rule = map.need("report-rule").flatMap(YamlValue::label);
        map.done();
        base.filter(b -> horizon.filter(h -> h <= b).isPresent())
                .ifPresent(b -> map.get("horizon")
                        .orElseThrow()
                        .problem("the horizon is not after the base year " + b, "Write a later year"));
        onTrack.filter(o -> slow.filter(x -> x.compareTo(o) > 0).isPresent())
                .ifPresent(o -> map.get("pace").orElseThrow().problem("'slow' is above 'on-track'", ""));
        growthOnTrack
                .filter(o -> growthSlow.filter(x -> x.compareTo(o) > 0).isPresent())
                .ifPresent(o -> map.get("growth").orElseThrow().problem("'slow' is above 'on-track'", ""));
        return all(
                        title,
                        issuer,
                        issued,
                        source,
                        base,
                        horizon,
                        onTrack,
                        slow,
                        growthOnTrack,
                        growthSlow,
                        coverage,
                        to,
                        farthest,
                        tolerance,
                        jump,
                        takesAway,
                        due,
                        rule)
                ? Optional.of(new Policy(
                        title.get(),
                        issuer.get(),
                        issued.get(),
                        source.get(),
                        base.get(),
                        horizon.get(),
                        onTrack.get().doubleValue(),
                        slow.get().doubleValue(),
                        growthOnTrack.get().doubleValue(),
                        growthSlow.get().doubleValue(),
                        coverage.get().doubleValue(),
                        to.get(),
                        farthest.get(),
                        method,
                        tolerance.get().doubleValue(),
                        jump.get().doubleValue(),
                        takesAway.get(),
                        due.get(),
                        rule.get()))
                : Optional.empty();
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

    private static boolean all(Optional<?>... values) {
        return Stream.of(values).allMatch(Optional::isPresent);
    }

    private void readSeries(YamlMap map) {
        Optional<YamlValue> place = map.need("id");
        Optional<String> id = place.flatMap(YamlValue::text);
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        Optional<Unit> unit = map.need("unit").flatMap(units::find);
        Optional<Level> level = map.need("level").flatMap(value -> value.choice(Level.class));
        BigDecimal least = map.get("least").flatMap(YamlValue::number).orElse(null);
        BigDecimal most = map.get("most").flatMap(YamlValue::number).orElse(null);
        Optional<YamlMap> usual = map.get("usual").flatMap(YamlValue::map);
        BigDecimal usualLeast =
                usual.flatMap(u -> u.get("least")).flatMap(YamlValue::number).orElse(null);
        BigDecimal usualMost =
                usual.flatMap(u -> u.get("most")).flatMap(YamlValue::number).orElse(null);
        usual.ifPresent(YamlMap::done);
        if (usualLeast != null && usualMost != null && usualLeast.compareTo(usualMost) > 0) {
            map.get("usual").orElseThrow().problem("'least' is above 'most'", "");
        }
        List<String> providers = map.get("providers").map(YamlValue::texts).orElse(List.of());
        int decimals = map.get("decimals").flatMap(value -> value.integer(0, 6)).orElse(0);
        Optional<YamlValue> fractionsPlace = map.get("fractions");
        boolean fractions = fractionsPlace.flatMap(YamlValue::bool).orElse(false);
        map.done();
        if (fractions && unit.filter(u -> !u.whole()).isPresent()) {
            fractionsPlace
                    .orElseThrow()
                    .problem("'fractions' says nothing: " + unit.get().name() + " is not counted in whole pieces", "");
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            map.get("least").orElseThrow().problem("'least' is above 'most'", "");
        }
        if (all(id, title, unit, level)) {
            Series read = new Series(
                    id.get(),
                    title.get(),
                    unit.get(),
                    level.get(),
                    least,
                    most,
                    usualLeast,
                    usualMost,
                    providers,
                    fractions,
                    decimals);
            if (series.putIfAbsent(read.id(), read) != null) {
                place.orElseThrow().problem("the series '" + read.id() + "' is defined a second time", "");
            }
        }
    }

    private Optional<Field> readField(YamlMap map) {
        if (map.get("field").isEmpty()) {
            return Optional.empty(); // a file of series that several fields share
        }
        Optional<Integer> number = map.need("field").flatMap(value -> value.integer(1, 99));
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        List<Measure> measures = new ArrayList<>();
        for (YamlValue value : map.need("measures").map(YamlValue::list).orElse(List.of())) {
            value.map().flatMap(this::readMeasure).ifPresent(measures::add);
        }
        measures.sort(Comparator.comparingInt(Measure::number));
        return number.isPresent() && title.isPresent()
                ? Optional.of(new Field(number.get(), title.get(), List.copyOf(measures)))
                : Optional.empty();
    }

    private Optional<Measure> readMeasure(YamlMap map) {
        Optional<YamlValue> place = map.need("measure");
        Optional<Integer> number = place.flatMap(value -> value.integer(1, 999));
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        Optional<String> lead = map.need("lead").flatMap(YamlValue::text);
        List<String> cooperating = map.get("with").map(YamlValue::texts).orElse(List.of());
        List<Indicator> indicators = new ArrayList<>();
        for (YamlValue value : map.need("indicators").map(YamlValue::list).orElse(List.of())) {
            value.map()
                    .flatMap(m -> readIndicator(m, number.orElse(0), lead.orElse("")))
                    .ifPresent(indicators::add);
        }
        map.done();
        if (!all(number, title, lead)) {
            return Optional.empty();
        }
        if (measurePlaces.putIfAbsent(number.get(), place.get()) != null) {
            place.get().problem("measure " + number.get() + " stands here a second time", "");
        }
        return Optional.of(new Measure(number.get(), title.get(), lead.get(), cooperating, List.copyOf(indicators)));
    }

    /** The policy's, but for what the indicator says itself. */
    private Pace readPace(YamlMap indicator) {
        Optional<YamlMap> map = indicator.get("pace").flatMap(YamlValue::map);
        Pace read = new Pace(
                map.flatMap(p -> p.get("method"))
                        .flatMap(value -> value.choice(Pace.Method.class))
                        .orElse(Pace.Method.COMPOUND),
                number(map, "on-track").orElse(policy.map(Policy::onTrack).orElse(0.0)),
                number(map, "slow").orElse(policy.map(Policy::slow).orElse(0.0)));
        map.ifPresent(YamlMap::done);
        if (read.slow() > read.onTrack()) {
            indicator.get("pace").ifPresent(place -> place.problem("'slow' is above 'on-track'", ""));
        }
        return read;
    }

    /** The policy's, but for what the indicator says itself. */
    private ProjectionMethod readProjection(YamlMap indicator, Optional<Formula> formula) {
        Optional<YamlMap> map = indicator.get("projection").flatMap(YamlValue::map);
        // Whether a facility is there or not is nothing that grows by the year.
        boolean isQuantity = formula.map(f -> f.terms()
                        .map(term -> series.get(term.series()))
                        .noneMatch(s -> s.unit().isYesOrNo()))
                .orElse(true);
        ProjectionMethod usual = policy.map(Policy::projection)
                .filter(method -> isQuantity)
                .orElse(new ProjectionMethod(Model.NONE, ProjectionMethod.Scale.NATURAL));
        ProjectionMethod read = projectionMethod(map, usual);
        map.ifPresent(YamlMap::done);
        return read;
    }

    private static ProjectionMethod projectionMethod(Optional<YamlMap> map, ProjectionMethod usual) {
        return new ProjectionMethod(
                map.flatMap(m -> m.get("model"))
                        .flatMap(value -> value.choice(Model.class))
                        .orElse(usual.model()),
                map.flatMap(m -> m.get("scale"))
                        .flatMap(value -> value.choice(ProjectionMethod.Scale.class))
                        .orElse(usual.scale()));
    }

    private static Optional<Double> number(Optional<YamlMap> map, String key) {
        return map.flatMap(m -> m.get(key)).flatMap(YamlValue::number).map(BigDecimal::doubleValue);
    }

    /**
     * The largest possible value: what the indicator says, {@code none} being a way to say that there is none; else, of a part
     * in its whole, the whole.
     */
    private static BigDecimal readMost(YamlMap map, Optional<Unit> unit, Optional<Formula> formula) {
        Optional<YamlValue> said = map.get("most");
        if (said.flatMap(YamlValue::text).filter("none"::equals).isPresent()) {
            return null;
        } else if (said.isPresent()) {
            return said.flatMap(YamlValue::number).orElse(null);
        }
        return unit.filter(u -> u.isShare() && formula.filter(Formula::isShare).isPresent())
                .map(u -> BigDecimal.ONE.divide(u.factor(), MathContext.DECIMAL64))
                .orElse(null);
    }

    private Optional<Indicator> readIndicator(YamlMap map, int measure, String measureLead) {
        Optional<YamlValue> place = map.need("id");
        Optional<String> id = place.flatMap(YamlValue::text);
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        Optional<Unit> unit = map.need("unit").flatMap(units::find);
        Optional<Unit> per = map.get("per").flatMap(units::find);
        String lead = map.get("lead").flatMap(YamlValue::text).orElse(measureLead);
        int decimals = map.get("decimals").flatMap(value -> value.integer(0, 6)).orElse(1);
        RollUp rollUp =
                map.get("roll-up").flatMap(value -> value.choice(RollUp.class)).orElse(RollUp.SUMS);
        Optional<Formula> formula =
                map.need("formula").flatMap(YamlValue::map).flatMap(f -> new FormulaReader(series).read(f));
        BigDecimal most = readMost(map, unit, formula);
        Pace pace = readPace(map);
        ProjectionMethod projection = readProjection(map, formula);
        List<Target> targets = new ArrayList<>();
        for (YamlValue value : map.need("targets").map(YamlValue::list).orElse(List.of())) {
            value.map()
                    .flatMap(m -> new TargetReader(policy).read(m, most))
                    .ifPresent(target -> addTarget(targets, target, value));
        }
        map.done();
        id.filter(text -> measure > 0 && !text.startsWith(measure + "."))
                .ifPresent(text -> place.get()
                        .problem(
                                "the indicator '" + text + "' stands under measure " + measure,
                                "Its id has to begin with '" + measure + ".'"));
        if (!all(id, title, unit, formula)) {
            return Optional.empty();
        }
        if (indicatorPlaces.putIfAbsent(id.get(), place.get()) != null) {
            place.get().problem("the indicator '" + id.get() + "' is defined a second time", "");
        }
        YamlValue formulaPlace = map.get("formula").orElseThrow();
        new FormulaUnits(series).check(formula.get(), unit.get(), per, formulaPlace);
        Set<Level> levels = new TreeSet<>();
        formula.get()
                .terms()
                .forEach(term -> levels.add(series.get(term.series()).level()));
        if (levels.size() > 1) {
            formulaPlace.problem(
                    "its series are reported at different levels: "
                            + levels.stream().map(Level::word).collect(Collectors.joining(", ")),
                    "A formula needs series of one level");
        }
        return Optional.of(new Indicator(
                id.get(),
                title.get(),
                unit.get(),
                decimals,
                lead,
                formula.get(),
                rollUp,
                levels.iterator().next(),
                most,
                pace,
                projection,
                List.copyOf(targets)));
    }

    /** Versions of a target follow one another in time, so that on each day at most one is in force. */
    private static void addTarget(List<Target> targets, Target target, YamlValue place) {
        if (!targets.isEmpty()) {
            Target before = targets.get(targets.size() - 1);
            if (before.validTo() == null || !before.validTo().isBefore(target.validFrom())) {
                place.problem(
                        "this target is in force from " + target.validFrom() + ", but the one before it still is then",
                        "Give the one before it 'valid-to: "
                                + target.validFrom().minusDays(1) + "' or earlier");
            }
        }
        targets.add(target);
    }
}
