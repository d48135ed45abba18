package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
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
import org.minsheng.report.book.Book.Light;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** The files received, with those whose bytes had come before, and those that were withdrawn. */
final class SubmissionsSheet {
    private final Shown shown;
    /** Between remarks. */
    private final String and;

    private final List<Row> received;
    /** The file in which some bytes came first, by those. */
    private final Map<String, String> firstOfContent = new HashMap<>();
    /** The last submission of a file. */
    private final Map<String, Row> last = new HashMap<>();
    /** By whom submissions were withdrawn, in words. */
    private final Map<String, String> withdrawn = new HashMap<>();

    private SubmissionsSheet(Shown shown) {
        this.shown = shown;
        this.and = shown.each().get(0).texts().get("submissions.and");
        this.received = shown.data().facts(Facts.Kind.SUBMISSION).stream()
                .sorted(Comparator.comparing((Row row) -> row.<Timestamp>getAs(SubmissionTable.RECEIVED_AT))
                        .thenComparing(row -> row.<String>getAs(SubmissionTable.FILE)))
                .toList();
        for (Row row : received) {
            firstOfContent.putIfAbsent(content(row), row.getAs(SubmissionTable.FILE));
            last.put(row.getAs(SubmissionTable.FILE), row);
        }
        for (Row row : shown.data().withdrawn()) {
            String words = shown.texts()
                    .get(
                            "submissions.withdrawn",
                            shown.data().withdrawnOn(row).toString(),
                            row.<String>getAs(WithdrawalTable.WITHDRAWN_BY),
                            row.<String>getAs(WithdrawalTable.WITHDRAWN_WHY));
            withdrawn.merge(row.getAs(SubmissionTable.SUBMISSION_ID), words, (one, other) -> one + and + other);
        }
    }

    static Optional<Sheet> of(Shown shown) {
        return shown.data().scope().kind() == Scope.Kind.PROVINCE
                ? Optional.of(new SubmissionsSheet(shown).sheet())
                : Optional.empty();
    }

    private Sheet sheet() {
        Book.Table table = new TableColumns<Row>(shown.texts())
                .add("file", 48, row -> text(row.getAs(SubmissionTable.FILE)))
                .add("received", 12, row -> mark(shown.data().day(row).toString()))
                .add("file_state", 10, row -> state(row))
                .add("layout", 18, row -> text(layout(row)))
                .add("cells", 12, row -> Figures.count(row.<Long>getAs(SubmissionTable.CELLS)))
                .add("observations", 10, row -> Figures.count(row.<Long>getAs(SubmissionTable.OBSERVATIONS)))
                .add("rejects", 10, row -> Figures.count(row.<Long>getAs(SubmissionTable.REJECTS)))
                .add("remark", 48, row -> text(remark(row)))
                .add(new Column("SHA-256", 66), row -> text(content(row)))
                .table("submissions", received);
        return shown.sheet("submissions", 1, table);
    }

    private Value state(Row row) {
        return withdrawn.containsKey(row.<String>getAs(SubmissionTable.SUBMISSION_ID))
                ? new Value.Status(shown.texts().get("file.withdrawn"), Light.WATCH)
                : mark(shown.texts().get("file.received"));
    }

    private static String layout(Row row) {
        String layout = row.getAs(SubmissionTable.LAYOUT);
        return layout == null ? Book.NOT_AVAILABLE : layout;
    }

    private static String content(Row row) {
        return SubmissionTable.content(row.getAs(SubmissionTable.SUBMISSION_ID));
    }

    /** That the same bytes came before, that others came under its name since, and that it does not count any more. */
    private String remark(Row row) {
        List<String> remarks = new ArrayList<>();
        String first = firstOfContent.get(content(row));
        if (!first.equals(row.getAs(SubmissionTable.FILE))) {
            remarks.add(shown.texts().get("submissions.same", first));
        }
        if (last.get(row.<String>getAs(SubmissionTable.FILE)) != row) {
            remarks.add(shown.texts().get("submissions.replaced"));
        }
        Optional.ofNullable(withdrawn.get(row.<String>getAs(SubmissionTable.SUBMISSION_ID)))
                .ifPresent(remarks::add);
        return remarks.isEmpty() ? Book.NOT_APPLICABLE : String.join(and, remarks);
    }
}
