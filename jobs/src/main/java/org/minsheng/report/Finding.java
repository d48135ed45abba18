package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Value;

/** What a chart shows, as its title says it: the last value, what is missing, and the status; by rule. */
final class Finding {
    private Finding() {}

    static String of(Shown shown, Indicator indicator, Row row) {
        String name = shown.name(indicator);
        String status = shown.status(row).word();
        if (row == null || row.isNullAt(row.fieldIndex(OBS_VALUE))) {
            return shown.texts().get("finding.nothing", name, status);
        }
        String year = String.valueOf(row.<Integer>getAs(TIME_PERIOD));
        String value = value(shown, indicator, row);
        return isShortBy(shown, indicator, row)
                ? shown.texts()
                        .get(
                                row.<Double>getAs(NEEDED_CHANGE) > 0 ? "finding.short" : "finding.over",
                                name,
                                year,
                                value,
                                status,
                                distance(shown, indicator, row))
                : shown.texts().get("finding", name, year, value, status);
    }

    /** Whether a number says how far it is, and it is judged by that. */
    private static boolean isShortBy(Shown shown, Indicator indicator, Row row) {
        Status status = Status.of(row);
        return !row.isNullAt(row.fieldIndex(NEEDED_CHANGE))
                && row.<Double>getAs(NEEDED_CHANGE) != 0
                && status != Status.OVERDUE
                && !status.isUnknown()
                && !shown.outlook().isYesOrNo(indicator, row);
    }

    private static String value(Shown shown, Indicator indicator, Row row) {
        Value value = shown.figures().value(row, indicator);
        if (value instanceof Value.Number number) {
            return shown.figures().shortText(number, row, indicator);
        }
        return value instanceof Value.Mark word ? word.text() : Book.NOT_AVAILABLE;
    }

    private static String distance(Shown shown, Indicator indicator, Row row) {
        double distance = Math.abs(row.<Double>getAs(NEEDED_CHANGE));
        int decimals = Decimals.of(distance, Decimals.of(row, indicator));
        String step = shown.figures().stepBehind(row, indicator);
        return step.equals(shown.figures().unitBehind(row, indicator))
                ? shown.figures().shortText(new Value.Number(distance, decimals), row, indicator)
                : Decimals.text(distance, decimals) + step;
    }
}
