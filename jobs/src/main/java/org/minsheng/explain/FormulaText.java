package org.minsheng.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Formula;
import org.minsheng.explain.Explanation.Term;

/** A formula in words, and with the numbers in their places. */
final class FormulaText {
    private final Formula formula;
    private final Texts texts;

    FormulaText(Formula formula, Texts texts) {
        this.formula = formula;
        this.texts = texts;
    }

    /** Such as "served / people x 100". */
    String words() {
        return of(this::name);
    }

    /** With what the region itself said in the places of the series. */
    String numbers() {
        return of(term -> Plain.number(term.obsValue()));
    }

    /** With the sums over regions. */
    String sums() {
        return ratio(
                Plain.number(formula.sumOfNumerator()),
                Plain.number(formula.sumOfDenominator()),
                !formula.denominator().isEmpty(),
                formula.scale());
    }

    /** The share of those that meet the target, among those with a value. */
    String share() {
        return ratio(
                Plain.number(formula.sumOfNumerator()),
                Plain.number(formula.sumOfDenominator()),
                true,
                BigDecimal.valueOf(100));
    }

    private String name(Term term) {
        return term.lag() == 0 ? term.title() : texts.get("formula.lagged", term.title(), String.valueOf(term.lag()));
    }

    private String of(Function<Term, String> term) {
        return ratio(
                side(formula.numerator(), term),
                side(formula.denominator(), term),
                !formula.denominator().isEmpty(),
                formula.scale());
    }

    private static String ratio(String numerator, String denominator, boolean isRatio, BigDecimal scale) {
        return numerator
                + (isRatio ? " / " + denominator : "")
                + (scale.compareTo(BigDecimal.ONE) == 0 ? "" : " × " + Plain.number(scale));
    }

    private static String side(List<Term> terms, Function<Term, String> words) {
        String sum = terms.stream()
                .map(term -> (term.sign() < 0 ? "- " : "+ ") + words.apply(term))
                .collect(Collectors.joining(" "));
        String shown = sum.startsWith("+ ") ? sum.substring(2) : sum;
        return terms.size() > 1 ? "(" + shown + ")" : shown;
    }
}
