package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was promised of an indicator.
 *
 * @param kind what it asks
 * @param value the promised value, in the indicator's unit; "以上" (or more) includes the value itself
 * @param deadline the year at whose end it has to be reached
 * @param deadlineStated whether the sentence names the year, or it follows from the policy's general horizon
 * @param validFrom first day on which this number was in force
 * @param validTo last day on which it was in force, null while it still is
 * @param quote the sentence of the policy that it comes from
 */
public record Target(
        TargetKind kind,
        BigDecimal value,
        int deadline,
        boolean deadlineStated,
        LocalDate validFrom,
        LocalDate validTo,
        String quote)
        implements Serializable {
    /** Whether the number was in force on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
