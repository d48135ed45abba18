package org.minsheng.report;

import java.util.Locale;
import java.util.Optional;

/**
 * What it takes to close the gap of a target: how much, by when, and how that compares with what was done lately.
 *
 * @param year at whose end it is to be closed
 * @param years from the latest figure to that
 * @param gap what is missing, in the value's unit; with the sign of the change that it takes, never zero
 * @param pace of the last years; none where there is none
 */
record Closing(int year, int years, double gap, Optional<RecentPace> pace) {
    /** From this on a multiple says no more than that it is large. */
    static final double MANY = 10;

    /** How hard it is. */
    enum Effort {
        /** Going on like this is enough. */
        AS_NOW,
        /** {@link #times()} as much as lately. */
        TIMES,
        /** It has to turn round, or to begin moving. */
        TURN,
        /** Nobody knows how it moved lately, or whether it did. */
        UNKNOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What it takes a year. */
    double yearly() {
        return gap / years;
    }

    /** How many times the pace of the last years it takes; rounded up to a tenth, so that it is enough. */
    double times() {
        return Decimals.up(yearly() / pace.orElseThrow().yearly(), 1);
    }

    Effort effort() {
        if (pace.isEmpty()) {
            return Effort.UNKNOWN;
        } else if (pace.get().yearly() * gap <= 0) {
            return pace.get().isRough() ? Effort.UNKNOWN : Effort.TURN;
        }
        return times() <= 1 ? Effort.AS_NOW : Effort.TIMES;
    }
}
