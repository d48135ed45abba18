package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an indicator follows from series: sum of the numerator's terms, divided by the sum of the denominator's terms if
 * there are any, times the scale.
 *
 * @param numerator at least one term
 * @param denominator empty for a single series or a difference
 * @param scale above zero; 100 for a percentage
 */
public record Formula(List<Term> numerator, List<Term> denominator, BigDecimal scale) implements Serializable {
    /** Stands in for a formula that cannot be read because of a mistake, which has been told. */
    static final Formula UNREAD = new Formula(List.of(), List.of(), BigDecimal.ONE);

    /** Whether the indicator is a ratio. */
    public boolean ratio() {
        return !denominator.isEmpty();
    }

    /** Whether it is a part over its whole, both of the same year: sums, without anything taken away. */
    public boolean isShare() {
        return ratio() && terms().allMatch(term -> term.lag() == 0 && term.sign() > 0);
    }

    /** All terms, the numerator's first. */
    public Stream<Term> terms() {
        return Stream.concat(numerator.stream(), denominator.stream());
    }
}
