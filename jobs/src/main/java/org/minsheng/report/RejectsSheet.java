package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.lake.RejectTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** What could not be used, with its place and the reason. */
final class RejectsSheet {
    private RejectsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        Book.Table table = new TableColumns<Row>(shown.texts())
                .add("file", 40, row -> text(row.getAs(RejectTable.FILE)))
                .add("sheet", 12, row -> text(row.getAs(RejectTable.SHEET)))
                .add("cell", 8, row -> mark(row.getAs(RejectTable.CELL)))
                .add("raw", 20, row -> text(row.getAs(RejectTable.RAW)))
                .add("reason", 32, row -> text(shown.texts().get("reason." + row.getAs(RejectTable.REASON))))
                .add("detail", 30, row -> text(row.getAs(RejectTable.DETAIL)))
                .add("cells", 10, row -> Figures.count(row.<Long>getAs(RejectTable.CELLS)))
                .add("received", 12, row -> mark(shown.data().day(row).toString()))
                .table("rejects", shown.data().facts(Facts.Kind.REJECT));
        return Optional.of(shown.sheet("rejects", 1, table, shown.notes("rejects.note")));
    }
}
