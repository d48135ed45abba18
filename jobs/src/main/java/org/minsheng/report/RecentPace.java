package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.minsheng.lake.Status;

/**
 * How much a value has changed a year lately: over the three years before its latest figure, or as many of them as there are.
 *
 * @param yearly in the value's unit a year; its sign is that of the change
 * @param since the year from which on it is measured
 * @param isRough whether other regions were in the figure then, so that a part of the change may be theirs
 */
record RecentPace(double yearly, int since, boolean isRough) {
    private static final int YEARS = 3;
    private static final double STILL = 0.01;

    /** That of a row among those of its region by year; none where nothing comparable is before it. */
    static Optional<RecentPace> of(TreeMap<Integer, Row> history, Row row) {
        if (row == null || row.isNullAt(row.fieldIndex(OBS_VALUE))) {
            return Optional.empty();
        }
        int year = row.<Integer>getAs(TIME_PERIOD);
        return history.subMap(year - YEARS, true, year, false).values().stream()
                .filter(before -> !before.isNullAt(before.fieldIndex(OBS_VALUE)))
                .filter(before -> Status.of(before) != Status.LOW_COVERAGE)
                .filter(before -> before.getAs(VALUE_IS).equals(row.getAs(VALUE_IS)))
                .findFirst()
                .map(before -> between(before, row));
    }

    private static RecentPace between(Row before, Row row) {
        int since = before.<Integer>getAs(TIME_PERIOD);
        double change = row.<Double>getAs(OBS_VALUE) - before.<Double>getAs(OBS_VALUE);
        return new RecentPace(
                change / (row.<Integer>getAs(TIME_PERIOD) - since),
                since,
                !row.<Integer>getAs(REGIONS_REPORTING).equals(before.<Integer>getAs(REGIONS_REPORTING)));
    }

    /**
     * Whether it goes away from what a change of this size and sign leads to. Of other regions nobody can tell, and what is less
     * than a hundredth of the gap a year is no movement.
     */
    boolean isAwayFrom(double neededChange) {
        return !isRough && yearly * neededChange < 0 && !isStill(neededChange);
    }

    /** Whether it moves by less than a hundredth of the gap a year. */
    boolean isStill(double neededChange) {
        return Math.abs(yearly) < Math.abs(neededChange) * STILL;
    }
}
