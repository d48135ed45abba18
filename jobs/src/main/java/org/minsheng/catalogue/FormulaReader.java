package org.minsheng.catalogue;

import java.math.BigDecimal;
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
    private final boolean areAllSeries;

    /**
     * A reader.
     *
     * @param areAllSeries false where some could not be read: any other id may be one of theirs
     */
    FormulaReader(Map<String, Series> series, boolean areAllSeries) {
        this.series = series;
        this.areAllSeries = areAllSeries;
    }

    /** The formula; {@link Formula#UNREAD} where there is a mistake in it, or a series that could not be read. */
    Formula read(YamlMap map) {
        Formula formula = new Formula(
                map.need("numerator", this::terms, List.of()),
                map.get("denominator", this::terms, List.of()),
                map.get("scale", YamlValue::number, BigDecimal.ONE));
        if (formula.scale().signum() <= 0) {
            map.problem("scale", "the scale has to be above zero", "");
        }
        boolean isKnown = map.isSound() && formula.terms().map(Term::series).allMatch(series::containsKey);
        map.done();
        return isKnown ? formula : Formula.UNREAD;
    }

    private Optional<List<Term>> terms(YamlValue side) {
        List<YamlValue> values = side.isList() ? side.list() : List.of(side);
        if (values.isEmpty()) {
            side.problem("a side of a formula needs at least one series", "");
            return Optional.empty();
        }
        return Optional.of(
                values.stream().flatMap(value -> term(value).stream()).toList());
    }

    private Optional<Term> term(YamlValue value) {
        return value.isMap() ? value.map().map(this::term) : id(value).map(id -> new Term(id, 0, 1));
    }

    private Term term(YamlMap map) {
        Term term = new Term(
                map.need("series", this::id),
                map.get("lag", value -> value.integer(0, LONGEST_LAG), 0),
                map.get("minus", YamlValue::bool, false) ? -1 : 1);
        map.done();
        return term;
    }

    private Optional<String> id(YamlValue value) {
        Optional<String> id = value.text();
        if (areAllSeries && id.isPresent() && !series.containsKey(id.get())) {
            value.problem("the series '" + id.get() + "' is not defined", Nearest.remedy(id.get(), series.keySet()));
            return Optional.empty();
        }
        return id;
    }
}
