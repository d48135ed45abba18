package org.minsheng.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.collections4.iterators.PeekingIterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.storage.Sha256;

/**
 * What a task does: from the rows on some of the subjects to the files of their workbooks, one subject after the other. A task each would
 * take a nation longer to start, and to gather rows for, than to write.
 */
final class WriteBook implements MapPartitionsFunction<Row, Row> {
    private final Broadcast<BookOrder> order;
    private final int tasks;

    /**
     * A task of an order.
     *
     * @param order made out once for each machine: it holds catalogue and regions, which each task would read anew
     * @param tasks how many there are: each has the subjects of which the number is its own, and every so-many-th from there
     */
    WriteBook(Broadcast<BookOrder> order, int tasks) {
        this.order = order;
        this.tasks = tasks;
    }

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
        for (int number = TaskContext.getPartitionId(); number < subjects; number += tasks) {
            OfSubject own = new OfSubject(left, number);
            Facts facts = Facts.of(own, order.value().schemas());
            write(number, facts, order.value().fingerprint(number, own.count, own.hash))
                    .forEach(each -> written.add(each.row()));
        }
        if (left.hasNext()) {
            throw new IllegalStateException("rows of workbook " + left.peek().getAs(Routes.BOOK)
                    + " came to a task that does not write it. This is a mistake of the program: report it");
        }
        return written.iterator();
    }

    /** The next rows, as long as they are of one subject: how many there were, and the sum of their hashes. */
    private static final class OfSubject implements Iterator<Row> {
        private final PeekingIterator<Row> rows;
        private final int number;
        private long count;
        private long hash;

        OfSubject(PeekingIterator<Row> rows, int number) {
            this.rows = rows;
            this.number = number;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext() && rows.peek().<Integer>getAs(Routes.BOOK) == number;
        }

        @Override
        public Row next() {
            Row row = rows.next();
            count++;
            hash += row.<Long>getAs(Facts.HASH);
            return row;
        }
    }

    /** Writes the workbooks of a subject from its rows; those that were written from the same rows are left as they are. */
    private List<Written> write(int number, Facts own, String fingerprint) throws IOException {
        List<Written> kept = order.value().kept(number, fingerprint);
        if (!kept.isEmpty()) {
            return kept;
        }
        Scope scope = order.value().books().scopes().get(number);
        Facts facts = own.and(order.value().shared().of(scope));
        List<Written> written = new ArrayList<>();
        for (Map.Entry<Edition, Book> book :
                order.value().books().of(scope, facts).entrySet()) {
            byte[] bytes = BookWriter.write(book.getValue());
            boolean changed = order.value().folder().put(scope.files().get(book.getKey()), bytes);
            written.add(Written.of(scope, number, book.getKey(), Sha256.of(bytes), fingerprint, changed));
        }
        return written;
    }
}
