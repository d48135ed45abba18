package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.number;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** The files received. */
final class SubmissionsSheet {
    private SubmissionsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        if (shown.scope().kind() != Scope.Kind.PROVINCE) {
            return Optional.empty();
        }
        List<Column> columns = List.of(
                shown.column("file", 48),
                shown.column("received", 12),
                shown.column("layout", 18),
                shown.column("cells", 12),
                shown.column("observations", 10),
                shown.column("rejects", 10),
                new Column("SHA-256", 66));
        List<List<Value>> rows = new ArrayList<>();
        for (Row row : shown.facts(Facts.SUBMISSION)) {
            rows.add(List.of(
                    text(row.getAs(SubmissionTable.FILE)),
                    mark(Shown.day(row).toString()),
                    text(
                            row.<String>getAs(SubmissionTable.LAYOUT) == null
                                    ? Book.NOT_AVAILABLE
                                    : row.getAs(SubmissionTable.LAYOUT)),
                    number((double) row.<Long>getAs(SubmissionTable.CELLS), 0),
                    number((double) row.<Long>getAs(SubmissionTable.OBSERVATIONS), 0),
                    number((double) row.<Long>getAs(SubmissionTable.REJECTS), 0),
                    text(row.getAs(SubmissionTable.SUBMISSION_ID))));
        }
        return Optional.of(new Sheet(
                shown.texts().get("submissions.name"),
                shown.texts().get("submissions.title"),
                shown.subtitle(),
                List.of(new Book.Table("submissions", columns, rows)),
                1));
    }
}
