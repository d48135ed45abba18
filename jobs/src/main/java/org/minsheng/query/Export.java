package org.minsheng.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.Table;
import org.minsheng.storage.NewFile;

/** Writes the rows of a table, in the order of its key, into one file for other programs. */
public final class Export {
    private final Tables tables;

    /** Of some tables. */
    public Export(Tables tables) {
        this.tables = tables;
    }

    /** The forms of the files. */
    public enum Format {
        csv(".csv"),
        parquet(".parquet"),
        /** By {@link org.minsheng.query.sdmx.Sdmx}: the figures, and what they mean. */
        sdmx_csv(".sdmx.csv", ".sdmx.xml");

        private final List<String> endings;

        Format(String... endings) {
            this.endings = List.of(endings);
        }

        /** Of the names of the files, behind the table's. */
        public List<String> endings() {
            return endings;
        }

        /** As it is typed. */
        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    /**
     * Writes the file.
     *
     * @param mark whether a CSV begins with a byte-order mark
     */
    public void write(Table table, Format format, boolean mark, NewFile file) throws IOException {
        Dataset<Row> rows = tables.rows(table)
                .orderBy(table.key().stream()
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
        switch (format) {
            case csv ->
                file.write(out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    if (mark) {
                        writer.write('\uFEFF');
                    }
                    Forms.csv(rows, writer);
                });
            case parquet ->
                file.take(".parquet", folder -> rows.coalesce(1).write().parquet(folder));
            case sdmx_csv -> throw new IllegalArgumentException("SDMX is written by another class");
        }
    }
}
