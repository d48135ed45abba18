package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.number;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.lake.RejectTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** What could not be used, with its place and the reason. */
final class RejectsSheet {
    private RejectsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("file", 40),
                shown.column("sheet", 12),
                shown.column("cell", 8),
                shown.column("raw", 20),
                shown.column("reason", 32),
                shown.column("detail", 30),
                shown.column("cells", 10),
                shown.column("received", 12));
        List<List<Value>> rows = new ArrayList<>();
        for (Row row : shown.data().facts(Facts.Kind.REJECT)) {
            rows.add(List.of(
                    text(row.getAs(RejectTable.FILE)),
                    text(row.getAs(RejectTable.SHEET)),
                    mark(row.getAs(RejectTable.CELL)),
                    text(row.getAs(RejectTable.RAW)),
                    text(shown.texts().get("reason." + row.getAs(RejectTable.REASON))),
                    text(row.getAs(RejectTable.DETAIL)),
                    number((double) row.<Long>getAs(RejectTable.CELLS), 0),
                    mark(shown.data().day(row).toString())));
        }
        return Optional.of(new Sheet(
                shown.texts().get("rejects.name"),
                shown.texts().get("rejects.title"),
                shown.subtitle(),
                List.of(
                        new Book.Table("rejects", columns, rows),
                        Book.notes(List.of(shown.texts().get("rejects.note")))),
                1));
    }
}
