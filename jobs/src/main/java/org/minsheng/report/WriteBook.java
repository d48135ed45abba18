package org.minsheng.report;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.collections4.iterators.PeekingIterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/**
 * What a task does: from the rows on some of the subjects to the files of their workbooks, one subject after the other. A task each would
 * take a nation longer to start, and to gather rows for, than to write.
 */
final class WriteBook implements MapPartitionsFunction<Row, Row> {
    private final Broadcast<Order> order;

    /**
     * A task of an order.
     *
     * @param order made out once for each machine: it holds catalogue and regions, which each task would read anew
     */
    WriteBook(Broadcast<Order> order) {
        this.order = order;
    }

    /**
     * What all tasks have to know.
     *
     * @param tasks how many there are: each has the subjects of which the number is its own, and every so-many-th from there
     * @param schemas the columns of each kind of row
     * @param basis fingerprint of all but the rows that a workbook follows from
     * @param old the workbooks that are there, so that one is not written again from the same rows
     */
    record Order(
            Books books,
            int tasks,
            EnumMap<Facts.Kind, StructType> schemas,
            SharedRows shared,
            OutputFolder folder,
            String basis,
            HashMap<String, Manifest.Entry> old)
            implements Serializable {}

    /**
     * Writes them.
     *
     * @param rows in the order of their subjects' numbers; of some there may be none
     */
    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        PeekingIterator<Row> left = PeekingIterator.peekingIterator(rows);
        List<Row> written = new ArrayList<>();
        int subjects = order.value().books().scopes().size();
        for (int number = TaskContext.getPartitionId();
                number < subjects;
                number += order.value().tasks()) {
            Scope scope = order.value().books().scopes().get(number);
            Facts facts = Facts.of(new OfSubject(left, number), order.value().schemas())
                    .and(order.value().shared().of(scope));
            write(number, facts).forEach(each -> written.add(each.row()));
        }
        if (left.hasNext()) {
            throw new IllegalStateException("rows of workbook " + left.peek().getAs(Routes.BOOK)
                    + " came to a task that does not write it. This is a mistake of the program: report it");
        }
        return written.iterator();
    }

    /** The next rows, as long as they are of one subject. */
    private record OfSubject(PeekingIterator<Row> rows, int number) implements Iterator<Row> {
        @Override
        public boolean hasNext() {
            return rows.hasNext() && rows.peek().<Integer>getAs(Routes.BOOK) == number;
        }

        @Override
        public Row next() {
            return rows.next();
        }
    }

    /** Writes the workbooks of a subject from its rows; those that were written from the same rows are left as they are. */
    private List<Written> write(int number, Facts facts) throws IOException {
        Books books = order.value().books();
        OutputFolder folder = order.value().folder();
        Map<String, Manifest.Entry> old = order.value().old();
        Scope scope = books.scopes().get(number);
        String fingerprint = RowsFingerprint.of(order.value().basis(), facts);
        List<Written> written = new ArrayList<>();
        if (areThere(scope, fingerprint)) {
            scope.files()
                    .forEach((edition, file) -> written.add(
                            written(scope, number, edition, old.get(file).sha256(), fingerprint, false)));
            return written;
        }
        for (Map.Entry<Edition, Book> book : books.of(scope, facts).entrySet()) {
            byte[] bytes = BookWriter.write(book.getValue());
            boolean changed = folder.put(scope.files().get(book.getKey()), bytes);
            written.add(written(scope, number, book.getKey(), Sha256.of(bytes), fingerprint, changed));
        }
        return written;
    }

    private boolean areThere(Scope scope, String fingerprint) throws IOException {
        for (String file : scope.files().values()) {
            Manifest.Entry before = order.value().old().get(file);
            if (before == null
                    || !before.rows().equals(fingerprint)
                    || !before.sha256().equals(Sha256.of(order.value().folder().read(file)))) {
                return false;
            }
        }
        return true;
    }

    private static Written written(
            Scope scope, int number, Edition edition, String sha256, String rows, boolean changed) {
        return new Written(
                number * Edition.values().length + edition.ordinal(),
                scope.files().get(edition),
                scope.kind().key(),
                scope.name().zh(),
                sha256,
                rows,
                changed);
    }
}
