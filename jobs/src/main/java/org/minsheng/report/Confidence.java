package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;

/** How far the figure of a target can be relied on: by how much of it came, how old it is, and what is odd about it. */
enum Confidence {
    /** Complete, of the last year, and nothing is odd. */
    HIGH,
    /** Regions are still missing in the sum, the region's own figure is another one, or it is far from those before. */
    MIDDLE,
    /** Older than the last year, of too few people, questioned, or not there. */
    LOW;

    static Confidence of(BookData data, Indicator indicator) {
        Row row = data.focus(indicator);
        if (row == null
                || row.isNullAt(row.fieldIndex(OBS_VALUE))
                || Status.of(row) == Status.LOW_COVERAGE
                || row.<Integer>getAs(TIME_PERIOD) < data.lastYear()
                || isQuestioned(data, indicator, row)) {
            return LOW;
        }
        // What was met and is not any more may be a slip of the pen, as one far from the trend may.
        return row.<Boolean>getAs(PROVISIONAL)
                        || row.<Boolean>getAs(REPORTED_DIFFERS)
                        || Status.of(row) == Status.LOST
                        || isOutlier(data, indicator, row)
                ? MIDDLE
                : HIGH;
    }

    private static boolean isOutlier(BookData data, Indicator indicator, Row row) {
        Row next = data.projections(indicator, data.scope().focus()).get(data.lastYear() + 1);
        return next != null && row.getAs(TIME_PERIOD).equals(next.getAs(ProjectionTable.OUTLIER_PERIOD));
    }

    /** Whether a flag is on what the region itself sent of that year. */
    private static boolean isQuestioned(BookData data, Indicator indicator, Row row) {
        List<String> series =
                indicator.formula().terms().map(term -> term.series()).toList();
        return data.facts(Facts.Kind.FLAG).stream()
                // What is not there any more is told by the status, in each year that it is so.
                .filter(flag -> !FlagTable.STEP_BACK.equals(flag.getAs(FlagTable.CHECK)))
                .anyMatch(flag -> series.contains(flag.<String>getAs(FlagTable.SERIES))
                        && data.scope().focus().equals(flag.getAs(FlagTable.REF_AREA))
                        && row.<Integer>getAs(TIME_PERIOD).equals(flag.getAs(FlagTable.TIME_PERIOD)));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
