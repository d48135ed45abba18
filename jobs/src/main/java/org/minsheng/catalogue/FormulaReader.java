package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * Reads a formula. A side is a series' id, or {@code {series: ..., lag: 1, minus: true}}, or a list of these: their sum.
 */
final class FormulaReader {
    private static final int LONGEST_LAG = 10;

    private final Map<String, Series> series;

    FormulaReader(Map<String, Series> series) {
        this.series = series;
    }

    Optional<Formula> read(YamlMap map) {
        List<Term> numerator = map.need("numerator").map(this::terms).orElse(List.of());
        List<Term> denominator = map.get("denominator").map(this::terms).orElse(List.of());
        Optional<BigDecimal> scale = map.get("scale").isEmpty()
                ? Optional.of(BigDecimal.ONE)
                : map.get("scale").flatMap(YamlValue::number);
        map.done();
        if (scale.filter(s -> s.signum() <= 0).isPresent()) {
            map.get("scale").orElseThrow().problem("the scale has to be above zero", "");
            return Optional.empty();
        }
        boolean whole = !numerator.isEmpty() && (map.get("denominator").isEmpty() || !denominator.isEmpty());
        return whole ? scale.map(s -> new Formula(numerator, denominator, s)) : Optional.empty();
    }

    /** The terms of a side; none where one of them is wrong. */
    private List<Term> terms(YamlValue side) {
        List<YamlValue> values = side.isList() ? side.list() : List.of(side);
        List<Term> terms = new ArrayList<>();
        for (YamlValue value : values) {
            Optional<Term> term =
                    value.isMap() ? value.map().flatMap(this::term) : id(value).map(s -> new Term(s, 0, 1));
            term.ifPresent(terms::add);
        }
        if (values.isEmpty()) {
            side.problem("a side of a formula needs at least one series", "");
        }
        return terms.size() == values.size() ? terms : List.of();
    }

    private Optional<Term> term(YamlMap map) {
        Optional<String> id = map.need("series").flatMap(this::id);
        Optional<Integer> lag = map.get("lag").isEmpty()
                ? Optional.of(0)
                : map.get("lag").flatMap(value -> value.integer(0, LONGEST_LAG));
        boolean minus = map.get("minus").flatMap(YamlValue::bool).orElse(false);
        map.done();
        return id.isPresent() && lag.isPresent()
                ? Optional.of(new Term(id.get(), lag.get(), minus ? -1 : 1))
                : Optional.empty();
    }

    private Optional<String> id(YamlValue value) {
        Optional<String> id = value.text();
        if (id.isPresent() && !series.containsKey(id.get())) {
            value.problem("the series '" + id.get() + "' is not defined", Nearest.remedy(id.get(), series.keySet()));
            return Optional.empty();
        }
        return id;
    }
}
