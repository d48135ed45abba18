package org.minsheng.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The folder of Delta tables: reads them, and writes each by one atomic commit. */
public final class Lake {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    private final SparkSession spark;
    private final String root;

    /** The lake in a folder, which comes into being with the first table. */
    public Lake(SparkSession spark, String root) {
        this.spark = spark;
        this.root = root;
    }

    /** Where a table is. */
    public String path(Table table) {
        return root + "/" + table.name();
    }

    /**
     * The rows of a table; none where it was never written.
     *
     * @throws IllegalStateException if it has other columns than it should
     */
    public Dataset<Row> read(Table table) {
        return exists(table)
                ? checked(table, spark.read().format("delta").load(path(table)))
                : spark.createDataFrame(List.of(), table.schema());
    }

    /** Puts rows in the place of all that the table held. */
    public void overwrite(Table table, Dataset<Row> rows) {
        write(table, rows, SaveMode.Overwrite, null);
    }

    /** Adds rows. */
    public void append(Table table, Dataset<Row> rows) {
        write(table, rows, SaveMode.Append, null);
    }

    /** Puts rows in the place of those of the named submissions, so that doing it again changes nothing. */
    public void replaceSubmissions(Table table, List<String> submissionIds, Dataset<Row> rows) {
        replace(table, SubmissionTable.SUBMISSION_ID, submissionIds, rows);
    }

    /**
     * Puts rows in the place of those that have one of the keys in a column.
     *
     * @param keys null for all rows
     */
    public void replace(Table table, String column, Collection<String> keys, Dataset<Row> rows) {
        boolean all = keys == null || !exists(table);
        write(table, rows, SaveMode.Overwrite, all ? null : condition(column, keys));
    }

    /** The number of the table's last commit; -1 where it was never written. */
    public long version(Table table) {
        Path log = new Path(path(table), "_delta_log");
        try {
            FileSystem files = log.getFileSystem(spark.sparkContext().hadoopConfiguration());
            long version = -1;
            // As the protocol names commits; asking Delta for its history takes a Spark job.
            for (FileStatus file : files.exists(log) ? files.listStatus(log) : new FileStatus[0]) {
                Matcher commit = COMMIT.matcher(file.getPath().getName());
                version = commit.matches() ? Math.max(version, Long.parseLong(commit.group(1))) : version;
            }
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + log, e);
        }
    }

    private static String condition(String column, Collection<String> keys) {
        return keys.stream()
                .sorted()
                .map(key -> "'" + key + "'")
                .collect(Collectors.joining(", ", column + " IN (", ")"));
    }

    private boolean exists(Table table) {
        return DeltaTable.isDeltaTable(spark, path(table));
    }

    /** A table that another version of the program wrote is neither guessed at nor thrown away. */
    private Dataset<Row> checked(Table table, Dataset<Row> rows) {
        List<String> found = Arrays.asList(rows.schema().fieldNames());
        List<String> wanted = Arrays.asList(table.schema().fieldNames());
        if (!found.equals(wanted)) {
            throw new IllegalStateException(
                    path(table) + " is a table of another version of the program: its columns are "
                            + found + " and not " + wanted + ". Move " + root
                            + " away and run again: all of it but the table of runs is made from the landing folder");
        }
        return rows;
    }

    private void write(Table table, Dataset<Row> rows, SaveMode mode, String replaceWhere) {
        spark.sparkContext().setJobDescription("write " + table.name());
        // The schema of the table and not of the rows: it says what may be null, and holds the comments.
        var writer = rows.coalesce(spark.sparkContext().defaultParallelism()) // a file a core, not a file a task
                .select(Arrays.stream(table.schema().fields())
                        .map(field ->
                                rows.col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .write()
                .format("delta")
                .mode(mode)
                // Statistics of the columns that are filtered by; those of all cost a tenth of a large write.
                .option("delta.dataSkippingStatsColumns", String.join(",", table.key()));
        (replaceWhere == null ? writer : writer.option("replaceWhere", replaceWhere)).save(path(table));
        spark.sparkContext().setJobDescription(null);
    }
}
