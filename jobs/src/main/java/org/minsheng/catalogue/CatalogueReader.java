package org.minsheng.catalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;
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
        Optional<Integer> base = map.need("base-year").flatMap(value -> value.integer(1949, 2100));
        Optional<Integer> horizon = map.need("horizon").flatMap(value -> value.integer(1949, 2100));
        Optional<YamlMap> pace = map.need("pace").flatMap(YamlValue::map);
        Optional<BigDecimal> onTrack = pace.flatMap(p -> p.need("on-track")).flatMap(YamlValue::number);
        Optional<BigDecimal> slow = pace.flatMap(p -> p.need("slow")).flatMap(YamlValue::number);
        pace.ifPresent(YamlMap::done);
        map.done();
        return all(title, issuer, issued, source, base, horizon, onTrack, slow)
                ? Optional.of(new Policy(
                        title.get(),
                        issuer.get(),
                        issued.get(),
                        source.get(),
                        base.get(),
                        horizon.get(),
                        onTrack.get().doubleValue(),
                        slow.get().doubleValue()))
                : Optional.empty();
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
        int decimals = map.get("decimals").flatMap(value -> value.integer(0, 6)).orElse(0);
        map.done();
        if (least != null && most != null && least.compareTo(most) > 0) {
            map.get("least").orElseThrow().problem("'least' is above 'most'", "");
        }
        if (all(id, title, unit, level)) {
            Series read = new Series(id.get(), title.get(), unit.get(), level.get(), least, most, decimals);
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
            value.map().flatMap(this::readIndicator).ifPresent(indicators::add);
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

    private Optional<Indicator> readIndicator(YamlMap map) {
        Optional<YamlValue> place = map.need("id");
        Optional<String> id = place.flatMap(YamlValue::text);
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        Optional<Unit> unit = map.need("unit").flatMap(units::find);
        Optional<Unit> per = map.get("per").flatMap(units::find);
        int decimals = map.get("decimals").flatMap(value -> value.integer(0, 6)).orElse(1);
        BigDecimal most = map.get("most").flatMap(YamlValue::number).orElse(null);
        Optional<Formula> formula = map.need("formula").flatMap(YamlValue::map).flatMap(this::readFormula);
        List<Target> targets = new ArrayList<>();
        for (YamlValue value : map.need("targets").map(YamlValue::list).orElse(List.of())) {
            value.map().flatMap(this::readTarget).ifPresent(targets::add);
        }
        map.done();
        if (!all(id, title, unit, formula)) {
            return Optional.empty();
        }
        if (indicatorPlaces.putIfAbsent(id.get(), place.get()) != null) {
            place.get().problem("the indicator '" + id.get() + "' is defined a second time", "");
        }
        checkUnits(map, formula.get(), unit.get(), per);
        return Optional.of(
                new Indicator(id.get(), title.get(), unit.get(), decimals, formula.get(), most, List.copyOf(targets)));
    }

    private Optional<Formula> readFormula(YamlMap map) {
        List<Term> numerator = map.need("numerator").map(this::readTerms).orElse(List.of());
        List<Term> denominator = map.get("denominator").map(this::readTerms).orElse(List.of());
        Optional<BigDecimal> scale = map.get("scale").isEmpty()
                ? Optional.of(BigDecimal.ONE)
                : map.get("scale").flatMap(YamlValue::number);
        map.done();
        boolean whole = !numerator.isEmpty() && (map.get("denominator").isEmpty() || !denominator.isEmpty());
        return whole ? scale.map(s -> new Formula(numerator, denominator, s)) : Optional.empty();
    }

    /** A term is a series' id, or {@code {series: ..., lag: 1}}; several make a list, with {@code minus: true} taken away. */
    private List<Term> readTerms(YamlValue value) {
        return readTerm(value).map(List::of).orElse(List.of());
    }

    private Optional<Term> readTerm(YamlValue value) {
        return value.text().flatMap(id -> {
            if (series.containsKey(id)) {
                return Optional.of(new Term(id, 0, 1));
            }
            value.problem("the series '" + id + "' is not defined", Nearest.remedy(id, series.keySet()));
            return Optional.empty();
        });
    }

    /** The scale that the units ask for is the only right one: 人 over 人 in % is times 100. */
    private void checkUnits(YamlMap map, Formula formula, Unit unit, Optional<Unit> per) {
        Unit numerator = series.get(formula.numerator().get(0).series()).unit();
        YamlValue place = map.get("formula").orElseThrow();
        BigDecimal expected;
        if (!formula.ratio()) {
            if (!numerator.dimension().equals(unit.dimension())) {
                place.problem("a series in " + numerator.name() + " cannot be shown in " + unit.name(), "");
                return;
            }
            expected = divide(numerator.factor(), unit.factor());
        } else {
            Unit denominator = series.get(formula.denominator().get(0).series()).unit();
            boolean share = numerator.dimension().equals(denominator.dimension())
                    && unit.dimension().equals(Unit.RATIO)
                    && per.isEmpty();
            boolean rate = per.isPresent()
                    && numerator.dimension().equals(unit.dimension())
                    && denominator.dimension().equals(per.get().dimension());
            if (!share && !rate) {
                place.problem(
                        numerator.name() + " over " + denominator.name() + " does not give " + unit.name()
                                + per.map(p -> " per " + p.name()).orElse(""),
                        "A share needs two series of one dimension; a rate needs 'unit' and 'per' to fit them");
                return;
            }
            expected = divide(
                    divide(numerator.factor(), denominator.factor()),
                    divide(unit.factor(), per.map(Unit::factor).orElse(BigDecimal.ONE)));
        }
        if (expected.compareTo(formula.scale()) != 0) {
            place.problem(
                    "the scale " + formula.scale().toPlainString() + " does not fit the units",
                    "Write 'scale: " + expected.stripTrailingZeros().toPlainString() + "'");
        }
    }

    private static BigDecimal divide(BigDecimal a, BigDecimal b) {
        return a.divide(b, MathContext.DECIMAL64);
    }

    private Optional<Target> readTarget(YamlMap map) {
        Optional<TargetKind> kind = map.need("kind").flatMap(value -> value.choice(TargetKind.class));
        Optional<BigDecimal> value = map.need("value").flatMap(YamlValue::number);
        Optional<YamlValue> stated = map.get("deadline");
        Optional<Integer> deadline = stated.isPresent()
                ? stated.flatMap(
                        year -> year.integer(policy.map(Policy::baseYear).orElse(1949) + 1, 2100))
                : policy.map(Policy::horizon);
        Optional<LocalDate> from = map.get("valid-from").isPresent()
                ? map.get("valid-from").flatMap(YamlValue::date)
                : policy.map(Policy::issued);
        LocalDate to = map.get("valid-to").flatMap(YamlValue::date).orElse(null);
        Optional<String> quote = map.need("quote").flatMap(YamlValue::text);
        map.done();
        if (!all(kind, value, deadline, from, quote)) {
            return Optional.empty();
        }
        return Optional.of(
                new Target(kind.get(), value.get(), deadline.get(), stated.isPresent(), from.get(), to, quote.get()));
    }
}
