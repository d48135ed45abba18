package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;

/**
 * How many counties, and zones that report beside them, stand where with a target, in the year of the workbook's own figure:
 * so that a share of them is the share of those that are counted here.
 *
 * @param met those whose value meets it
 * @param notMet those whose value does not
 * @param tooSlow of the latter, those that somebody has to act on
 * @param absent those without a value of that year
 */
record Counties(int met, int notMet, int tooSlow, int absent) {
    static Counties of(BookData data, Indicator indicator) {
        List<Row> counted = counted(data, indicator);
        List<Row> notMeeting = notMeeting(data, indicator);
        return new Counties(
                counted.size() - notMeeting.size(),
                notMeeting.size(),
                (int) notMeeting.stream()
                        .filter(row -> Status.of(row).isUrgent())
                        .count(),
                reporters(data, indicator).size() - counted.size());
    }

    /** The rows of those whose value, of that year, does not meet the target. */
    static List<Row> notMeeting(BookData data, Indicator indicator) {
        return counted(data, indicator).stream().filter(row -> !meets(row)).toList();
    }

    private static List<Row> counted(BookData data, Indicator indicator) {
        Row focus = data.focus(indicator);
        return reporters(data, indicator).stream()
                .map(reporter -> data.latest(indicator).get(reporter.code()))
                .filter(row -> isOfYear(row, focus) && Status.of(row) != Status.NO_TARGET)
                .toList();
    }

    /** Nobody told a zone to report; it counts where it ever did. */
    private static List<Region> reporters(BookData data, Indicator indicator) {
        return data.areas(Level.COUNTY, Level.ZONE).stream()
                .filter(reporter -> reporter.level() == Level.COUNTY
                        || data.latest(indicator).containsKey(reporter.code()))
                .toList();
    }

    /** Where the figure of the deadline is still to come, the older one of the sum's own year is counted as it is. */
    private static boolean meets(Row row) {
        Status status = Status.of(row);
        boolean needsNothing =
                !row.isNullAt(row.fieldIndex(TARGET_VALUE)) && row.isNullAt(row.fieldIndex(NEEDED_CHANGE));
        return status == Status.MET || status == Status.OVERDUE && needsNothing;
    }

    /** The regions whose values are missing in a row's sum: those of its region that have none of its year. */
    static List<Region> missing(BookData data, Indicator indicator, Region region, Row row) {
        return reporters(data, indicator).stream()
                .filter(reporter -> data.regions().withAncestors(reporter).contains(region))
                .filter(reporter -> !isOfYear(data.latest(indicator).get(reporter.code()), row))
                .toList();
    }

    private static boolean isOfYear(Row row, Row other) {
        return row != null
                && other != null
                && !row.isNullAt(row.fieldIndex(OBS_VALUE))
                && row.<Integer>getAs(TIME_PERIOD).equals(other.<Integer>getAs(TIME_PERIOD));
    }
}
