package org.minsheng.lake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Where a value stands with its target: what the column {@link ProgressTable#STATUS} says, from the best to those of which
 * nothing can be said.
 */
public enum Status {
    /** The value reaches the target. */
    MET(Signal.GOOD, 0),
    /** The pace since the base year is enough to reach the target on time. */
    ON_TRACK(Signal.GOOD, 0),
    /** The pace is nearly enough. */
    SLOW(Signal.WATCH, 1),
    /** The pace is far too low. */
    BEHIND(Signal.WATCH, 3),
    /** The value moves away from the target. */
    REVERSING(Signal.WATCH, 4),
    /** The deadline has passed and the value does not reach the target. */
    MISSED(Signal.BAD, 7),
    /** The target was met in an earlier year and is not any more. */
    LOST(Signal.BAD, 6),
    /** The deadline has passed, and the latest value is older than it. */
    OVERDUE(Signal.WATCH, 5),
    /** A milestone that is under way. */
    UNDER_WAY(Signal.WATCH, 0),
    /** A milestone that is not started. */
    NOT_STARTED(Signal.WATCH, 2),
    /** The target is not reached, and no pace can be told yet: there is one value only, or the year is not over. */
    OPEN(Signal.WATCH, 0),
    /** The value is a sum of too few of the region's people for a status. */
    LOW_COVERAGE(Signal.NONE, 0),
    /** No target is in force. */
    NO_TARGET(Signal.NONE, 0),
    /** There is no value; the reason is beside it. */
    NO_DATA(Signal.NONE, 0);

    /** What a reader takes from it at a glance. */
    public enum Signal {
        /** Met, or on its way. */
        GOOD,
        /** There is still time, or a figure to come. */
        WATCH,
        /** The year is over, and the target was not met. */
        BAD,
        /** Nothing can be said. */
        NONE
    }

    private static final Map<String, Status> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Status::code, Function.identity()));

    private final Signal signal;
    private final int urgency;

    Status(Signal signal, int urgency) {
        this.signal = signal;
        this.urgency = urgency;
    }

    /** The word in the tables, such as {@code on_track}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words, as a list for a reader. */
    static String codes() {
        return Arrays.stream(values()).map(Status::code).collect(Collectors.joining(", "));
    }

    /** That of a row of the table progress; of none {@link #NO_DATA}. */
    public static Status of(Row row) {
        return row == null ? NO_DATA : of(row.<String>getAs(ProgressTable.STATUS));
    }

    /** The one of a word of the tables. */
    public static Status of(String code) {
        Status status = BY_CODE.get(code);
        if (status == null) {
            throw new IllegalArgumentException("no status " + code + ": there are " + codes());
        }
        return status;
    }

    public Signal signal() {
        return signal;
    }

    /** Whether somebody has to act on it. */
    public boolean isUrgent() {
        return urgency > 0;
    }

    /** Whether a value is known to be short of its target, or too slow. */
    public boolean isShort() {
        return isUrgent() && this != OVERDUE;
    }

    /** Whether nothing can be said for want of figures. */
    public boolean isUnknown() {
        return List.of(LOW_COVERAGE, NO_DATA).contains(this);
    }

    /** The most urgent first; those that are not urgent are all the same. */
    public static Comparator<Status> byUrgency() {
        return Comparator.comparingInt((Status status) -> status.urgency).reversed();
    }
}
