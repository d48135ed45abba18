package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.lake.ReportingTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** Who owed which figures of the last year that is due, what came, and which regions it did not come from. */
final class ReportingSheet {
    private ReportingSheet() {}

    static Optional<Sheet> of(Shown shown) {
        Scope.Kind kind = shown.data().scope().kind();
        if (kind != Scope.Kind.PROVINCE && kind != Scope.Kind.OFFICE) {
            return Optional.empty();
        }
        String daysLate = shown.texts().get("column.days_late", shown.data().receivedOn());
        Book.Table table = new TableColumns<Row>(shown.texts())
                .add("lead", 26, row -> text(shown.office(row.getAs(ReportingTable.OFFICE))))
                .add("series", 36, row -> shown.text(shown.data().series(row).title()))
                .add("year", 8, row -> Figures.integer(row, ReportingTable.TIME_PERIOD))
                .add("due", 12, row -> mark(row.getAs(ReportingTable.DUE_ON).toString()))
                .add("owed", 10, row -> Figures.count(row.<Integer>getAs(ReportingTable.REGIONS_OWED)))
                .add("reported_regions", 10, row -> Figures.count(row.<Integer>getAs(ReportingTable.REGIONS_REPORTED)))
                .add("state", 10, row -> text(state(shown, row)))
                .add("missing", 46, row -> text(missing(shown, row)))
                .add(
                        "received_last",
                        12,
                        row -> mark(Optional.<Timestamp>ofNullable(row.getAs(ReportingTable.LAST_RECEIVED_AT))
                                .map(last -> shown.data().day(last).toString())
                                .orElse(Book.NOT_AVAILABLE)))
                .add(
                        new Column(daysLate, 14),
                        row -> isDone(shown, row) ? mark(Book.NOT_APPLICABLE) : daysLate(shown.data(), row))
                .table("reporting", ofLastYear(shown.data()));
        return Optional.of(shown.sheet("reporting", 2, table, Book.notes(List.of(note(shown)))));
    }

    private static String state(Shown shown, Row row) {
        return shown.texts().get("state." + (isDone(shown, row) ? "done" : row.getAs(ReportingTable.STATE)));
    }

    /** Whether nothing came, and nobody asks for it, as the first page does not either. */
    private static boolean isDone(Shown shown, Row row) {
        return row.getAs(ReportingTable.STATE).equals(ReportingTable.NOTHING)
                && Owed.isDone(shown, row.getAs(ReportingTable.SERIES));
    }

    /** By their names of today; where nothing came of many, that it is all of them. */
    private static String missing(Shown shown, Row row) {
        List<String> codes = row.getList(row.fieldIndex(ReportingTable.MISSING));
        if (codes.size() > 1 && row.getAs(ReportingTable.STATE).equals(ReportingTable.NOTHING)) {
            return shown.texts().get("missing.everywhere", String.valueOf(codes.size()));
        }
        return codes.stream()
                .flatMap(code -> shown.data().regions().find(code).stream())
                .map(region -> shown.data().regions().today(region))
                .map(shown::name)
                .distinct()
                .collect(Collectors.joining(shown.each().get(0).texts().get("missing.and")));
    }

    /** Of what lacks something still, up to the last receipt, and not to the clock: the same data, the same bytes. */
    private static Value daysLate(BookData data, Row row) {
        Integer atLast = row.getAs(ReportingTable.DAYS_LATE);
        if (atLast != null) {
            return Figures.count(atLast);
        }
        LocalDate due = due(row);
        return data.lastReceipt()
                .filter(due::isBefore)
                .map(last -> Figures.count((int) ChronoUnit.DAYS.between(due, last)))
                .orElse(mark(Book.NOT_AVAILABLE));
    }

    private static String note(Shown shown) {
        return shown.each().stream()
                .map(one -> one.texts()
                        .get(
                                "reporting.note",
                                one.word(one.data().catalogue().policy().reportRule()),
                                one.data().receivedOn()))
                .collect(Collectors.joining(" "));
    }

    /** What was due before is in the table of the lake, and what is due later may have come in part already. */
    private static List<Row> ofLastYear(BookData data) {
        List<Row> due = data.facts(Facts.Kind.REPORTING).stream()
                .filter(row -> due(row).isBefore(data.day()))
                .toList();
        int lastYear = due.stream().mapToInt(ReportingSheet::year).max().orElse(0);
        return due.stream().filter(row -> year(row) == lastYear).toList();
    }

    private static LocalDate due(Row row) {
        return row.<LocalDate>getAs(ReportingTable.DUE_ON);
    }

    private static int year(Row row) {
        return row.<Integer>getAs(ReportingTable.TIME_PERIOD);
    }
}
