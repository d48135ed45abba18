package org.minsheng.conf;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a run knows: all that was received until an instant, judged on the day that the instant falls on where the offices
 * are. Tables hold instants; days, years and deadlines are local.
 *
 * @param instant what was received later is not used
 * @param zone the setting {@code time-zone}
 */
public record AsOf(Instant instant, ZoneId zone) implements Serializable {
    /** The local day. */
    public LocalDate day() {
        return day(instant);
    }

    /** The local day of another instant. */
    public LocalDate day(Instant other) {
        return other.atZone(zone).toLocalDate();
    }

    /** The last year that is over; a value of a later one is provisional. */
    public int lastYear() {
        return day().getYear() - 1;
    }
}
