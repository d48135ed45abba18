package org.minsheng.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Language;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;

/** What a task does: from the rows of one workbook to the file. */
final class WriteBook implements MapPartitionsFunction<Row, Row> {
    private final List<Scope> scopes;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Language language;
    private final LocalDate day;
    private final Map<String, StructType> schemas;
    private final WorkbookFolder folder;

    WriteBook(
            List<Scope> scopes,
            Catalogue catalogue,
            Regions regions,
            Language language,
            LocalDate day,
            Map<String, StructType> schemas,
            WorkbookFolder folder) {
        this.scopes = scopes;
        this.catalogue = catalogue;
        this.regions = regions;
        this.language = language;
        this.day = day;
        this.schemas = schemas;
        this.folder = folder;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        return List.of(write(TaskContext.getPartitionId(), rows).row()).iterator();
    }

    /** Writes the workbook of a number from its rows. */
    Written write(int number, Iterator<Row> rows) throws IOException {
        Scope scope = scopes.get(number);
        byte[] bytes = BookWriter.write(book(number, rows));
        String sha256 = WorkbookFolder.sha256(bytes);
        boolean changed = folder.put(scope.file(), bytes);
        return new Written(number, scope.file(), scope.kind().key(), scope.name(), sha256, changed);
    }

    /** The workbook of a number, as data. */
    Book book(int number, Iterator<Row> rows) throws IOException {
        return new Shown(catalogue, regions, Report.texts(language), day, scopes.get(number), new Facts(rows, schemas))
                .book();
    }
}
