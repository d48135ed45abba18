package org.minsheng.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.region.Region;

/**
 * What the workbook's region lacks to meet a target, in people, places or whatever is counted, and which counties lack it.
 *
 * @param row the region's latest row
 * @param unit of what is lacking
 * @param decimals with which people are shown it, at least
 * @param lacking in the region as a whole; zero where it meets the target
 * @param parts the counties that are short, and the zones beside them, the largest first
 */
record Shortfall(Indicator indicator, Row row, String unit, int decimals, BigDecimal lacking, List<Part> parts) {
    /** One of those that are short, with its row of the year of the region's. */
    record Part(Region region, Row row, BigDecimal lacking) {}

    /** What all of them lack: more than the region does, where others are above the target. */
    BigDecimal sum() {
        return parts.stream().map(Part::lacking).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How few of them lack half of what the region does; none where it lacks nothing, or where they lack less than that. */
    Optional<Integer> half() {
        BigDecimal open = lacking.divide(BigDecimal.valueOf(2));
        if (open.signum() == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.size(); i++) {
            open = open.subtract(parts.get(i).lacking());
            if (open.signum() <= 0) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** A part of the sum of all, in %; the sum is asked for once, as it goes through thousands of counties. */
    static double share(BigDecimal part, BigDecimal sum) {
        return part.multiply(BigDecimal.valueOf(100))
                .divide(sum, 9, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
