package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.number;
import static org.minsheng.report.book.Book.text;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Series;
import org.minsheng.lake.ReportingTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** Who owed which figures of the last year that is due, and what came. */
final class ReportingSheet {
    private ReportingSheet() {}

    static Optional<Sheet> of(Shown shown) {
        if (shown.data().scope().kind() != Scope.Kind.PROVINCE
                && shown.data().scope().kind() != Scope.Kind.OFFICE) {
            return Optional.empty();
        }
        List<Column> columns = List.of(
                shown.column("lead", 26),
                shown.column("series", 40),
                shown.column("year", 8),
                shown.column("due", 12),
                shown.column("owed", 10),
                shown.column("reported_regions", 10),
                shown.column("state", 12),
                shown.column("received_last", 12),
                shown.column("days_late", 10));
        List<List<Value>> rows = new ArrayList<>();
        int lastYear = shown.data().facts(Facts.Kind.REPORTING).stream()
                .mapToInt(row -> row.<Integer>getAs(ReportingTable.TIME_PERIOD))
                .max()
                .orElse(0);
        for (Row row : shown.data().facts(Facts.Kind.REPORTING)) {
            if (row.<Integer>getAs(ReportingTable.TIME_PERIOD) < lastYear) {
                continue; // what was due before is in the table
            }
            Series series = shown.data().catalogue().series().get(row.<String>getAs(ReportingTable.SERIES));
            Timestamp last = row.getAs(ReportingTable.LAST_RECEIVED_AT);
            rows.add(List.of(
                    text(row.getAs(ReportingTable.OFFICE)),
                    text(series.title().in(shown.texts().language())),
                    mark(String.valueOf(row.<Integer>getAs(ReportingTable.TIME_PERIOD))),
                    mark(row.getAs(ReportingTable.DUE_ON).toString()),
                    number((double) row.<Integer>getAs(ReportingTable.REGIONS_OWED), 0),
                    number((double) row.<Integer>getAs(ReportingTable.REGIONS_REPORTED), 0),
                    text(shown.texts().get("state." + row.getAs(ReportingTable.STATE))),
                    mark(Optional.ofNullable(last)
                            .map(t -> shown.data().day(t).toString())
                            .orElse(Book.NOT_AVAILABLE)),
                    row.<Integer>getAs(ReportingTable.DAYS_LATE) == null
                            ? mark(Book.NOT_AVAILABLE)
                            : number((double) row.<Integer>getAs(ReportingTable.DAYS_LATE), 0)));
        }
        return Optional.of(new Sheet(
                shown.texts().get("reporting.name"),
                shown.texts().get("reporting.title"),
                shown.subtitle(),
                List.of(new Book.Table("reporting", columns, rows), Book.notes(List.of(note(shown)))),
                1));
    }

    private static String note(Shown shown) {
        return shown.each().stream()
                .map(one -> one.texts()
                        .get(
                                "reporting.note",
                                one.word(one.data().catalogue().policy().reportRule())))
                .collect(Collectors.joining(" "));
    }
}
