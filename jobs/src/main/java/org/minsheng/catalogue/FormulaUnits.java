package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.conf.YamlValue;

/**
 * Checks that a formula gives the indicator's unit: 元 over 元 may be %, 人 over 个 may not. The scale that the units ask
 * for is the only right one.
 */
final class FormulaUnits {
    private final Map<String, Series> series;

    FormulaUnits(Map<String, Series> series) {
        this.series = series;
    }

    void check(Formula formula, Unit unit, Optional<Unit> per, YamlValue place) {
        Optional<Unit> numerator = side(formula.numerator(), place);
        Optional<Unit> denominator = formula.ratio() ? side(formula.denominator(), place) : Optional.empty();
        if (numerator.isEmpty() || formula.ratio() && denominator.isEmpty()) {
            return;
        }
        if (!fits(numerator.get(), denominator, unit, per)) {
            place.problem(
                    numerator.get().name()
                            + denominator.map(d -> " over " + d.name()).orElse("")
                            + " does not give "
                            + unit.name()
                            + per.map(p -> " per " + p.name()).orElse(""),
                    "A share needs two series of one dimension; a rate needs 'unit' and 'per' to fit them; a single"
                            + " series keeps its dimension");
            return;
        }
        BigDecimal scale = numerator
                .get()
                .factor()
                .multiply(per.map(Unit::factor).orElse(BigDecimal.ONE))
                .divide(
                        denominator.map(Unit::factor).orElse(BigDecimal.ONE).multiply(unit.factor()),
                        MathContext.DECIMAL64);
        if (scale.compareTo(formula.scale()) != 0) {
            place.problem(
                    "the scale " + formula.scale().toPlainString() + " does not fit the units",
                    "Write 'scale: " + scale.stripTrailingZeros().toPlainString() + "'");
        }
    }

    /** The one unit of all terms of a side. */
    private Optional<Unit> side(List<Term> terms, YamlValue place) {
        List<Unit> units = terms.stream()
                .map(term -> series.get(term.series()).unit())
                .distinct()
                .toList();
        if (units.size() > 1) {
            place.problem(
                    "its terms are in different units: "
                            + String.join(", ", units.stream().map(Unit::name).toList()),
                    "Terms that are added need one unit");
            return Optional.empty();
        }
        return Optional.of(units.get(0));
    }

    private static boolean fits(Unit numerator, Optional<Unit> denominator, Unit unit, Optional<Unit> per) {
        boolean same = numerator.dimension().equals(unit.dimension());
        if (denominator.isEmpty()) {
            boolean yesOrNo = numerator.dimension().equals(Unit.YES_NO)
                    && unit.dimension().equals(Unit.RATIO);
            return per.isEmpty() && (same || yesOrNo);
        }
        boolean share = per.isEmpty()
                && unit.dimension().equals(Unit.RATIO)
                && numerator.dimension().equals(denominator.get().dimension());
        boolean rate = per.isPresent()
                && same
                && denominator.get().dimension().equals(per.get().dimension());
        return share || rate;
    }
}
