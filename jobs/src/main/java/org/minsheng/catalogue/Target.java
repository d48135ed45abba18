package org.minsheng.catalogue;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What was promised of an indicator.
 *
 * @param kind what it asks, with its number
 * @param deadline the year at whose end it has to be reached
 * @param deadlineStated whether the sentence names the year, or it follows from the policy's general horizon
 * @param validFrom first day on which this number was in force
 * @param validTo last day on which it was in force, null while it still is
 * @param quote the sentence that it comes from
 * @param source the document with that sentence, null where it is the policy itself
 */
public record Target(
        TargetKind kind,
        int deadline,
        boolean deadlineStated,
        LocalDate validFrom,
        LocalDate validTo,
        String quote,
        String source)
        implements Serializable {
    /** Whether the number was in force on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
