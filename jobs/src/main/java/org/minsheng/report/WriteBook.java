package org.minsheng.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.minsheng.report.book.BookWriter;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/** What a task does: from the rows of one workbook to the file. */
final class WriteBook implements MapPartitionsFunction<Row, Row> {
    private final Books books;
    private final EnumMap<Facts.Kind, StructType> schemas;
    private final OutputFolder folder;
    private final String basis;
    private final Map<String, Manifest.Entry> old;

    /**
     * What the task has to know.
     *
     * @param schemas the columns of each kind of row
     * @param basis fingerprint of all but the rows that a workbook follows from
     * @param old the workbooks that are there, so that one is not written again from the same rows
     */
    WriteBook(
            Books books,
            EnumMap<Facts.Kind, StructType> schemas,
            OutputFolder folder,
            String basis,
            HashMap<String, Manifest.Entry> old) {
        this.books = books;
        this.schemas = schemas;
        this.folder = folder;
        this.basis = basis;
        this.old = old;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        return List.of(write(TaskContext.getPartitionId(), Facts.of(rows, schemas))
                        .row())
                .iterator();
    }

    /** Writes the workbook of a number from its rows; one that was written from the same rows is left as it is. */
    Written write(int number, Facts facts) throws IOException {
        Scope scope = books.scopes().get(number);
        String fingerprint = RowsFingerprint.of(basis, facts);
        Manifest.Entry before = old.get(scope.file());
        if (before != null
                && before.rows().equals(fingerprint)
                && before.sha256().equals(Sha256.of(folder.read(scope.file())))) {
            return written(scope, number, before.sha256(), fingerprint, false);
        }
        byte[] bytes = BookWriter.write(books.of(scope, facts));
        return written(scope, number, Sha256.of(bytes), fingerprint, folder.put(scope.file(), bytes));
    }

    private static Written written(Scope scope, int number, String sha256, String rows, boolean changed) {
        return new Written(number, scope.file(), scope.kind().key(), scope.name(), sha256, rows, changed);
    }
}
