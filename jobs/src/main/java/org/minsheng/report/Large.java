package org.minsheng.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;

/**
 * Large numbers in a language's own unit, as people write them: in Chinese of ten thousand.
 *
 * @param unit above one
 */
record Large(BigDecimal unit, Texts texts) {
    /** Those of a language; none where there are two, which count in different units. */
    static Optional<Large> in(Texts texts) {
        return texts.language() == Language.BOTH
                ? Optional.empty()
                : Optional.of(new Large(new BigDecimal(texts.get("large")), texts));
    }

    boolean isReachedBy(double number) {
        return Math.abs(number) >= unit.doubleValue();
    }

    /** A number that is counted in the unit, with it and a unit of measure. */
    String text(String count, String measure) {
        return texts.get("large.number", count, measure);
    }
}
