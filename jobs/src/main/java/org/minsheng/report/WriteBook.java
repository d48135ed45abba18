package org.minsheng.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Language;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/** What a task does: from the rows of one workbook to the file. */
final class WriteBook implements MapPartitionsFunction<Row, Row> {
    private final List<Scope> scopes;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Language language;
    private final AsOf asOf;
    private final Map<String, StructType> schemas;
    private final OutputFolder folder;
    private final String basis;
    private final Map<String, Manifest.Entry> old;

    /**
     * What the task has to know.
     *
     * @param basis fingerprint of all but the rows that a workbook follows from
     * @param old the workbooks that are there, so that one is not written again from the same rows
     */
    WriteBook(
            List<Scope> scopes,
            Catalogue catalogue,
            Regions regions,
            Language language,
            AsOf asOf,
            Map<String, StructType> schemas,
            OutputFolder folder,
            String basis,
            HashMap<String, Manifest.Entry> old) {
        this.scopes = scopes;
        this.catalogue = catalogue;
        this.regions = regions;
        this.language = language;
        this.asOf = asOf;
        this.schemas = schemas;
        this.folder = folder;
        this.basis = basis;
        this.old = old;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        return List.of(write(TaskContext.getPartitionId(), rows).row()).iterator();
    }

    /** Writes the workbook of a number from its rows; one that was written from the same rows is left as it is. */
    Written write(int number, Iterator<Row> rows) throws IOException {
        Scope scope = scopes.get(number);
        List<Row> all = new ArrayList<>();
        RowsFingerprint seen = new RowsFingerprint(basis);
        rows.forEachRemaining(row -> {
            seen.add(row.getAs(Facts.KIND), row.getAs(Facts.ROW));
            all.add(row);
        });
        String fingerprint = seen.text();
        Manifest.Entry before = old.get(scope.file());
        if (before != null
                && before.rows().equals(fingerprint)
                && before.sha256().equals(Sha256.of(folder.read(scope.file())))) {
            return written(scope, number, before.sha256(), fingerprint, false);
        }
        byte[] bytes = BookWriter.write(book(number, all.iterator()));
        return written(scope, number, Sha256.of(bytes), fingerprint, folder.put(scope.file(), bytes));
    }

    private static Written written(Scope scope, int number, String sha256, String rows, boolean changed) {
        return new Written(number, scope.file(), scope.kind().key(), scope.name(), sha256, rows, changed);
    }

    /** The workbook of a number, as data. */
    Book book(int number, Iterator<Row> rows) throws IOException {
        return Sheets.of(new Shown(
                new BookData(catalogue, regions, asOf, scopes.get(number), new Facts(rows, schemas)),
                Words.in(language)));
    }
}
