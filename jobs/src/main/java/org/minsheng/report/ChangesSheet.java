package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Target;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** What was said differently before: figures corrected or taken back, files withdrawn, targets revised; the last first. */
final class ChangesSheet {
    private ChangesSheet() {}

    /**
     * A row of the table; what is null does not apply.
     *
     * @param on the day of the change
     * @param subject what was said otherwise: a series, a target, or how much of a file
     */
    private record Change(
            String on,
            String what,
            String subject,
            String region,
            String year,
            Value old,
            Value now,
            String unit,
            String file,
            String sheet,
            String cell) {}

    static Optional<Sheet> of(Shown shown) {
        List<Change> changes = new ArrayList<>();
        shown.data().facts(Facts.Kind.CHANGE).forEach(row -> changes.add(corrected(shown, row)));
        changes.addAll(withdrawn(shown));
        for (Indicator indicator : shown.data().indicators()) {
            for (int i = 1; i < indicator.targets().size(); i++) {
                changes.add(revised(
                        shown,
                        indicator,
                        indicator.targets().get(i - 1),
                        indicator.targets().get(i)));
            }
        }
        changes.sort(Comparator.comparing(Change::on).reversed());
        Book.Table table = new TableColumns<Change>(shown.texts())
                .add("on", 12, change -> mark(change.on()))
                .add("what", 12, change -> text(change.what()))
                .add("series", 40, change -> text(change.subject()))
                .add("region", 20, change -> text(change.region()))
                .add("year", 8, change -> markOrNone(change.year()))
                .add("old", 14, Change::old)
                .add("new", 14, Change::now)
                .add("unit", 12, change -> markOrNone(change.unit()))
                .add("file", 44, change -> text(change.file()))
                .add("sheet", 12, change -> text(change.sheet()))
                .add("cell", 8, change -> markOrNone(change.cell()))
                .table("changes", changes);
        return Optional.of(shown.sheet("changes", 3, table, shown.notes("changes.note")));
    }

    private static Value markOrNone(String text) {
        return mark(text == null ? Book.NOT_APPLICABLE : text);
    }

    private static Change corrected(Shown shown, Row row) {
        Series series = shown.data().series(row);
        boolean isTakenBack = row.isNullAt(row.fieldIndex(ObservationTable.OBS_VALUE));
        return new Change(
                shown.data().day(row).toString(),
                shown.texts().get(isTakenBack ? "changes.taken_back" : "changes.corrected"),
                shown.word(series.title()),
                shown.regionName(row.getAs(ObservationTable.REF_AREA)),
                String.valueOf(row.<Integer>getAs(ObservationTable.TIME_PERIOD)),
                Figures.beside(row, Facts.OLD_VALUE, ObservationTable.OBS_VALUE, series.decimals()),
                Figures.beside(row, ObservationTable.OBS_VALUE, Facts.OLD_VALUE, series.decimals()),
                series.unit().in(shown.texts().language()),
                row.getAs(ObservationTable.FILE),
                row.getAs(ObservationTable.SHEET),
                row.getAs(ObservationTable.CELL));
    }

    /** One row per file that was withdrawn: by which list, why, and how many values that this workbook shows came with it. */
    private static List<Change> withdrawn(Shown shown) {
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, Row> first = new HashMap<>();
        for (Row row : shown.data().withdrawn()) {
            String key = row.getAs(SubmissionTable.SUBMISSION_ID) + " " + row.getAs(WithdrawalTable.WITHDRAWN_BY);
            values.merge(key, row.<Long>getAs(Facts.VALUES), Long::sum);
            first.putIfAbsent(key, row);
        }
        return values.entrySet().stream()
                .map(entry -> withdrawn(shown, first.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Change withdrawn(Shown shown, Row row, long values) {
        return new Change(
                shown.data().withdrawnOn(row).toString(),
                shown.texts().get("changes.withdrawn"),
                shown.texts().get("changes.withdrawn_what", values, why(row)),
                null,
                null,
                mark(Book.NOT_APPLICABLE),
                mark(Book.NOT_APPLICABLE),
                null,
                row.getAs(SubmissionTable.FILE),
                shown.texts().get("changes.withdrawn_by", row.<String>getAs(WithdrawalTable.WITHDRAWN_BY)),
                null);
    }

    private static String why(Row row) {
        String why = row.getAs(WithdrawalTable.WITHDRAWN_WHY);
        return why.isEmpty() ? Book.NOT_AVAILABLE : why;
    }

    private static Change revised(Shown shown, Indicator indicator, Target before, Target after) {
        return new Change(
                after.validFrom().toString(),
                shown.texts().get("changes.revised"),
                shown.name(indicator),
                null,
                String.valueOf(after.deadline()),
                figure(before.kind().value()),
                figure(after.kind().value()),
                shown.figures().unit(indicator),
                after.source() == null ? after.quote() : after.source(),
                null,
                null);
    }

    private static Value figure(BigDecimal value) {
        return value == null
                ? mark(Book.NOT_APPLICABLE)
                : Book.number(
                        value.doubleValue(),
                        Math.max(0, value.stripTrailingZeros().scale()));
    }
}
