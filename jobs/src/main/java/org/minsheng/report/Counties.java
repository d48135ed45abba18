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
        Row focus = data.focus(indicator);
        List<Row> rows = data.areas(Level.COUNTY, Level.ZONE).stream()
                // Nobody told a zone to report; it counts where it ever did.
                .filter(reporter -> reporter.level() == Level.COUNTY
                        || data.latest(indicator).containsKey(reporter.code()))
                .map(reporter -> data.latest(indicator).get(reporter.code()))
                .toList();
        int met = 0;
        int notMet = 0;
        int tooSlow = 0;
        for (Row row : rows) {
            if (!isOfYear(row, focus) || Status.of(row) == Status.NO_TARGET) {
                continue;
            }
            if (meets(row)) {
                met++;
            } else {
                notMet++;
                tooSlow += Status.of(row).isUrgent() ? 1 : 0;
            }
        }
        return new Counties(met, notMet, tooSlow, rows.size() - met - notMet);
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
        return data.areas(Level.COUNTY, Level.ZONE).stream()
                .filter(reporter -> data.regions().withAncestors(reporter).contains(region))
                .filter(reporter -> reporter.level() == Level.COUNTY
                        || data.latest(indicator).containsKey(reporter.code()))
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
