package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.math.BigDecimal;
import java.sql.Timestamp;
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
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** What was said differently before: figures corrected or taken back, files withdrawn, targets revised; the last first. */
final class ChangesSheet {
    private ChangesSheet() {}

    private record Change(String on, List<Value> row) {}

    static Optional<Sheet> of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("on", 12),
                shown.column("what", 12),
                shown.column("series", 40),
                shown.column("region", 20),
                shown.column("year", 8),
                shown.column("old", 14),
                shown.column("new", 14),
                shown.column("unit", 12),
                shown.column("file", 44),
                shown.column("sheet", 12),
                shown.column("cell", 8));
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
        return Optional.of(new Sheet(
                shown.texts().get("changes.name"),
                shown.texts().get("changes.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table(
                                "changes",
                                columns,
                                changes.stream().map(Change::row).toList()),
                        Book.notes(List.of(shown.texts().get("changes.note")))),
                3));
    }

    private static Change corrected(Shown shown, Row row) {
        Series series = shown.data().catalogue().series().get(row.<String>getAs(ObservationTable.SERIES));
        String on = shown.data().day(row).toString();
        String code = row.getAs(ObservationTable.REF_AREA);
        return new Change(
                on,
                List.of(
                        mark(on),
                        text(shown.texts()
                                .get(
                                        row.<Double>getAs(ObservationTable.OBS_VALUE) == null
                                                ? "changes.taken_back"
                                                : "changes.corrected")),
                        shown.text(series.title()),
                        text(shown.data().regions().find(code).map(Region::name).orElse(code)),
                        mark(String.valueOf(row.<Integer>getAs(ObservationTable.TIME_PERIOD))),
                        Shown.beside(row, Facts.OLD_VALUE, ObservationTable.OBS_VALUE, series.decimals()),
                        Shown.beside(row, ObservationTable.OBS_VALUE, Facts.OLD_VALUE, series.decimals()),
                        mark(series.unit().in(shown.texts().language())),
                        text(row.getAs(ObservationTable.FILE)),
                        text(row.getAs(ObservationTable.SHEET)),
                        mark(row.getAs(ObservationTable.CELL))));
    }

    /** One row per file that was withdrawn: by which list, why, and how many values that this workbook shows came with it. */
    private static List<Change> withdrawn(Shown shown) {
        // The province's workbook names files of which nothing was used, too.
        boolean all = shown.data().scope().kind() == Scope.Kind.PROVINCE;
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, Row> first = new HashMap<>();
        for (Row row : shown.data().facts(all ? Facts.Kind.WITHDRAWN : Facts.Kind.WITHDRAWN_VALUES)) {
            String key = row.getAs(SubmissionTable.SUBMISSION_ID) + " " + row.getAs(WithdrawalTable.WITHDRAWN_BY);
            values.merge(key, row.<Long>getAs(Facts.VALUES), Long::sum);
            first.putIfAbsent(key, row);
        }
        List<Change> changes = new ArrayList<>();
        values.forEach((key, count) -> {
            Row row = first.get(key);
            String on = shown.data()
                    .day(row.<Timestamp>getAs(WithdrawalTable.WITHDRAWN_AT))
                    .toString();
            changes.add(new Change(
                    on,
                    List.of(
                            mark(on),
                            text(shown.texts().get("changes.withdrawn")),
                            text(shown.texts().get("changes.withdrawn_what", (long) count, why(row))),
                            text(Book.NOT_APPLICABLE),
                            mark(Book.NOT_APPLICABLE),
                            mark(Book.NOT_APPLICABLE),
                            mark(Book.NOT_APPLICABLE),
                            mark(Book.NOT_APPLICABLE),
                            text(row.getAs(SubmissionTable.FILE)),
                            text(shown.texts()
                                    .get("changes.withdrawn_by", row.<String>getAs(WithdrawalTable.WITHDRAWN_BY))),
                            mark(Book.NOT_APPLICABLE))));
        });
        return changes;
    }

    private static String why(Row row) {
        String why = row.getAs(WithdrawalTable.WITHDRAWN_WHY);
        return why.isEmpty() ? Book.NOT_AVAILABLE : why;
    }

    private static Change revised(Shown shown, Indicator indicator, Target before, Target after) {
        String on = after.validFrom().toString();
        return new Change(
                on,
                List.of(
                        mark(on),
                        text(shown.texts().get("changes.revised")),
                        text(shown.name(indicator)),
                        text(Book.NOT_APPLICABLE),
                        mark(String.valueOf(after.deadline())),
                        figure(before.kind().value()),
                        figure(after.kind().value()),
                        mark(shown.unit(indicator)),
                        text(after.source() == null ? after.quote() : after.source()),
                        text(Book.NOT_APPLICABLE),
                        mark(Book.NOT_APPLICABLE)));
    }

    private static Value figure(BigDecimal value) {
        return value == null
                ? mark(Book.NOT_APPLICABLE)
                : Book.number(
                        value.doubleValue(),
                        Math.max(0, value.stripTrailingZeros().scale()));
    }
}
