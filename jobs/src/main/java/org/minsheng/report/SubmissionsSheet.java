package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.number;
import static org.minsheng.report.book.Book.text;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** The files received, with those whose bytes had come before, and those that were withdrawn. */
final class SubmissionsSheet {
    private SubmissionsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        if (shown.data().scope().kind() != Scope.Kind.PROVINCE) {
            return Optional.empty();
        }
        List<Column> columns = List.of(
                shown.column("file", 48),
                shown.column("received", 12),
                shown.column("layout", 18),
                shown.column("cells", 12),
                shown.column("observations", 10),
                shown.column("rejects", 10),
                shown.column("remark", 48),
                new Column("SHA-256", 66));
        Map<String, String> firstOfContent = new HashMap<>();
        Map<String, String> withdrawn = new HashMap<>();
        List<Row> received = shown.data().facts(Facts.Kind.SUBMISSION).stream()
                .sorted(Comparator.comparing((Row row) -> row.<Timestamp>getAs(SubmissionTable.RECEIVED_AT))
                        .thenComparing(row -> row.<String>getAs(SubmissionTable.FILE)))
                .toList();
        Map<String, Row> last = new HashMap<>();
        received.forEach(row -> {
            firstOfContent.putIfAbsent(content(row), row.getAs(SubmissionTable.FILE));
            last.put(row.getAs(SubmissionTable.FILE), row);
        });
        shown.data()
                .facts(Facts.Kind.WITHDRAWN)
                .forEach(row -> withdrawn.merge(
                        row.getAs(SubmissionTable.SUBMISSION_ID),
                        shown.texts()
                                .get(
                                        "submissions.withdrawn",
                                        shown.data()
                                                .day(row.<Timestamp>getAs(WithdrawalTable.WITHDRAWN_AT))
                                                .toString(),
                                        row.<String>getAs(WithdrawalTable.WITHDRAWN_BY),
                                        row.<String>getAs(WithdrawalTable.WITHDRAWN_WHY)),
                        (one, other) -> one + "; " + other));
        List<List<Value>> rows = new ArrayList<>();
        for (Row row : received) {
            rows.add(List.of(
                    text(row.getAs(SubmissionTable.FILE)),
                    mark(shown.data().day(row).toString()),
                    text(
                            row.<String>getAs(SubmissionTable.LAYOUT) == null
                                    ? Book.NOT_AVAILABLE
                                    : row.getAs(SubmissionTable.LAYOUT)),
                    number((double) row.<Long>getAs(SubmissionTable.CELLS), 0),
                    number((double) row.<Long>getAs(SubmissionTable.OBSERVATIONS), 0),
                    number((double) row.<Long>getAs(SubmissionTable.REJECTS), 0),
                    text(remark(
                            shown,
                            row,
                            firstOfContent.get(content(row)),
                            last.get(row.<String>getAs(SubmissionTable.FILE)),
                            withdrawn)),
                    text(content(row))));
        }
        return Optional.of(new Sheet(
                shown.texts().get("submissions.name"),
                shown.texts().get("submissions.title"),
                shown.subtitle(),
                List.of(new Book.Table("submissions", columns, rows)),
                1));
    }

    private static String content(Row row) {
        return SubmissionTable.content(row.getAs(SubmissionTable.SUBMISSION_ID));
    }

    /** That the same bytes came before, that others came under its name since, and that it does not count any more. */
    private static String remark(Shown shown, Row row, String first, Row last, Map<String, String> withdrawn) {
        List<String> remarks = new ArrayList<>();
        if (!first.equals(row.getAs(SubmissionTable.FILE))) {
            remarks.add(shown.texts().get("submissions.same", first));
        }
        if (last != row) {
            remarks.add(shown.texts().get("submissions.replaced"));
        }
        Optional.ofNullable(withdrawn.get(row.<String>getAs(SubmissionTable.SUBMISSION_ID)))
                .ifPresent(remarks::add);
        return remarks.isEmpty() ? Book.NOT_APPLICABLE : String.join("; ", remarks);
    }
}
