package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;

/**
 * What is new in a workbook.
 *
 * @param corrected how many values the last files corrected
 * @param withdrawn how many the last files withdrew
 * @param met the targets that the last year met and the one before did not
 * @param lost the targets that the year before met and the last one does not
 */
record Changes(long corrected, long withdrawn, List<Indicator> met, List<Indicator> lost) {
    static Changes of(BookData data) {
        List<Indicator> met = new ArrayList<>();
        List<Indicator> lost = new ArrayList<>();
        for (Indicator indicator : data.indicators()) {
            Row now = data.focus(indicator);
            Row before = now == null ? null : data.history(indicator).get(data.lastYear() - 1);
            // Of a year without a value, or with one of too few people, nobody knows whether it was met.
            if (before == null
                    || Status.of(before).isUnknown()
                    || before.isNullAt(before.fieldIndex(OBS_VALUE))
                    || now.<Integer>getAs(TIME_PERIOD) < data.lastYear()) {
                continue;
            }
            boolean was = Status.of(before) == Status.MET;
            // One that each year is judged by is newly met again after a year that missed it.
            boolean isFirst = now.<Integer>getAs(TIME_PERIOD).equals(now.<Integer>getAs(MET_IN))
                    || Status.of(before) == Status.MISSED;
            if (Status.of(now) == Status.MET && !was && isFirst) {
                met.add(indicator);
            } else if (was && Status.of(now).isShort()) {
                lost.add(indicator);
            }
        }
        return new Changes(corrected(data), withdrawn(data), met, lost);
    }

    private static long corrected(BookData data) {
        return data.facts(Facts.Kind.CHANGE).stream()
                .filter(row -> data.day(row).toString().equals(data.receivedOn()))
                .count();
    }

    private static long withdrawn(BookData data) {
        return data.withdrawn().stream()
                .filter(row -> data.withdrawnOn(row).toString().equals(data.receivedOn()))
                .mapToLong(row -> row.<Long>getAs(Facts.VALUES))
                .sum();
    }
}
