package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.lake.ReportingTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** Who owed which figures of the last year that is due, and what came. */
final class ReportingSheet {
    private ReportingSheet() {}

    static Optional<Sheet> of(Shown shown) {
        Scope.Kind kind = shown.data().scope().kind();
        if (kind != Scope.Kind.PROVINCE && kind != Scope.Kind.OFFICE) {
            return Optional.empty();
        }
        Book.Table table = new TableColumns<Row>(shown.texts())
                .add("lead", 26, row -> text(row.getAs(ReportingTable.OFFICE)))
                .add("series", 40, row -> shown.text(shown.data().series(row).title()))
                .add("year", 8, row -> Figures.integer(row, ReportingTable.TIME_PERIOD))
                .add("due", 12, row -> mark(row.getAs(ReportingTable.DUE_ON).toString()))
                .add("owed", 10, row -> Figures.count(row.<Integer>getAs(ReportingTable.REGIONS_OWED)))
                .add("reported_regions", 10, row -> Figures.count(row.<Integer>getAs(ReportingTable.REGIONS_REPORTED)))
                .add("state", 12, row -> text(shown.texts().get("state." + row.getAs(ReportingTable.STATE))))
                .add(
                        "received_last",
                        12,
                        row -> mark(Optional.<Timestamp>ofNullable(row.getAs(ReportingTable.LAST_RECEIVED_AT))
                                .map(last -> shown.data().day(last).toString())
                                .orElse(Book.NOT_AVAILABLE)))
                .add("days_late", 10, row -> Figures.count(row.<Integer>getAs(ReportingTable.DAYS_LATE)))
                .table("reporting", ofLastYear(shown.data().facts(Facts.Kind.REPORTING)));
        return Optional.of(shown.sheet("reporting", 1, table, Book.notes(List.of(note(shown)))));
    }

    private static String note(Shown shown) {
        return shown.each().stream()
                .map(one -> one.texts()
                        .get(
                                "reporting.note",
                                one.word(one.data().catalogue().policy().reportRule())))
                .collect(Collectors.joining(" "));
    }

    /** What was due before is in the table of the lake. */
    private static List<Row> ofLastYear(List<Row> rows) {
        int lastYear = rows.stream().mapToInt(ReportingSheet::year).max().orElse(0);
        return rows.stream().filter(row -> year(row) == lastYear).toList();
    }

    private static int year(Row row) {
        return row.<Integer>getAs(ReportingTable.TIME_PERIOD);
    }
}
