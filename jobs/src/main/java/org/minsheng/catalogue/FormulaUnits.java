package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minsheng.conf.YamlMap;

/**
 * Checks that a formula gives the indicator's unit: 元 over 元 may be %, 人 over 个 may not. The scale that the units ask
 * for is the only right one.
 */
final class FormulaUnits {
    private final Map<String, Series> series;

    FormulaUnits(Map<String, Series> series) {
        this.series = series;
    }

    /**
     * Checks it; nothing is said of units that could not be read.
     *
     * @param per the unit that a rate is counted by, null where there is none
     * @param map the indicator
     */
    void check(Formula formula, Unit unit, Unit per, YamlMap map) {
        Unit numerator = side(formula.numerator(), map);
        Unit denominator = formula.ratio() ? side(formula.denominator(), map) : null;
        if (Stream.of(numerator, denominator, unit, per).anyMatch(Unit.UNREAD::equals)) {
            return;
        }
        if (!fits(numerator, denominator, unit, per)) {
            map.problem(
                    "formula",
                    numerator.name()
                            + (denominator == null ? "" : " over " + denominator.name())
                            + " does not give "
                            + unit.name()
                            + (per == null ? "" : " per " + per.name()),
                    "A share needs two series of one dimension; a rate needs 'unit' and 'per' to fit them; a single"
                            + " series keeps its dimension");
            return;
        }
        BigDecimal scale = numerator
                .factor()
                .multiply(factor(per))
                .divide(factor(denominator).multiply(unit.factor()), MathContext.DECIMAL64);
        if (scale.compareTo(formula.scale()) != 0) {
            map.problem(
                    "formula",
                    "the scale " + formula.scale().toPlainString() + " does not fit the units",
                    "Write 'scale: " + scale.stripTrailingZeros().toPlainString() + "'");
        }
    }

    private static BigDecimal factor(Unit unit) {
        return unit == null ? BigDecimal.ONE : unit.factor();
    }

    /** The one unit of all terms of a side. */
    private Unit side(List<Term> terms, YamlMap map) {
        List<Unit> units = terms.stream()
                .map(term -> series.get(term.series()).unit())
                .distinct()
                .toList();
        if (units.size() > 1 && !units.contains(Unit.UNREAD)) {
            map.problem(
                    "formula",
                    "its terms are in different units: "
                            + String.join(", ", units.stream().map(Unit::name).toList()),
                    "Terms that are added need one unit");
        }
        return units.size() == 1 ? units.get(0) : Unit.UNREAD;
    }

    private static boolean fits(Unit numerator, Unit denominator, Unit unit, Unit per) {
        boolean same = numerator.dimension().equals(unit.dimension());
        if (denominator == null) {
            boolean yesOrNo = numerator.isYesOrNo() && unit.dimension().equals(Unit.RATIO);
            return per == null && (same || yesOrNo);
        } else if (per == null) {
            return unit.dimension().equals(Unit.RATIO) && numerator.dimension().equals(denominator.dimension());
        }
        return same && denominator.dimension().equals(per.dimension());
    }
}
