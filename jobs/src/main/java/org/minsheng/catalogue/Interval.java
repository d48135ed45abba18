package org.minsheng.catalogue;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * A time in which nothing changes.
 *
 * @param from its first instant
 * @param until the first instant after it
 */
public record Interval(Instant from, Instant until) {
    /** All of time. */
    public static final Interval EVER = new Interval(Instant.MIN, Instant.MAX);

    /** Whether an instant is in it. */
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** The part of it around an instant in which none of the changes falls. */
    public Interval between(Stream<Instant> changes, Instant around) {
        return changes.reduce(
                this,
                (interval, change) -> change.isAfter(around)
                        ? new Interval(interval.from, change.isBefore(interval.until) ? change : interval.until)
                        : new Interval(change.isAfter(interval.from) ? change : interval.from, interval.until),
                (one, other) -> one);
    }

    /** What is in both. */
    public Interval and(Interval other) {
        return new Interval(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }
}
