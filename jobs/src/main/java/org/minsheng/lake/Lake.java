package org.minsheng.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.types.StructType;
import scala.Console;
import scala.Option;
import scala.math.BigInt;

/** The folder of Delta tables: reads them, and writes each by one atomic commit. */
public final class Lake {
    /** All tables, those that others follow from first. */
    public static final List<Table> TABLES = List.of(
            ObservationTable.TABLE,
            RejectTable.TABLE,
            WithdrawalTable.TABLE,
            SubmissionTable.TABLE,
            FlagTable.TABLE,
            ReportingTable.TABLE,
            ProgressTable.TABLE,
            ProjectionTable.TABLE,
            EquityTable.TABLE,
            ConvergenceTable.TABLE,
            ContributionTable.TABLE,
            ScoreTable.TABLE,
            RegionTable.TABLE,
            SeriesTable.TABLE,
            IndicatorTable.TABLE,
            UnitTable.TABLE,
            RunTable.TABLE);

    /** Bytes of files, which is a second or two of writing. */
    private static final long SMALL_TABLE = 32L << 20;

    private static final String USER_METADATA = "spark.databricks.delta.commitInfo.userMetadata";

    private final SparkSession spark;
    private final String root;
    private final Function<String, Dataset<Row>> reader;
    private final long small;

    /** The lake in a folder, which comes into being with the first table. */
    public Lake(SparkSession spark, String root) {
        this(spark, root, path -> spark.read().format("delta").load(path), SMALL_TABLE);
    }

    /**
     * One whose tables are read in some way.
     *
     * @param small up to so many bytes a table is written as a whole
     */
    Lake(SparkSession spark, String root, Function<String, Dataset<Row>> reader, long small) {
        this.spark = spark;
        this.root = root;
        this.reader = reader;
        this.small = small;
    }

    /** The lake for one run: rows are as of when they are asked for, also where they are read later. */
    public static Lake ofRun(SparkSession spark, String root) {
        return new Lake(spark, root, new LiveFiles(spark)::rows, SMALL_TABLE);
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
        return has(table)
                ? checked(table, reader.apply(path(table)))
                : spark.createDataFrame(List.of(), table.schema());
    }

    /** Asks for what tables hold at the same time, before one is read after the other: each answer is a job of Spark's. */
    public void prepare(List<Table> tables) {
        Together.call(tables.stream()
                .<Callable<Dataset<Row>>>map(table -> () -> read(table))
                .toList());
    }

    /** Has all commits from now on say who made them; null for nobody. */
    public void sign(String writer) {
        if (writer == null) {
            spark.conf().unset(USER_METADATA);
        } else {
            spark.conf().set(USER_METADATA, writer);
        }
    }

    /**
     * The submissions that a table has rows of, though they have no seal: a run was killed while it read them.
     */
    public List<String> unsealed(Table table) {
        return read(table)
                .select(SubmissionTable.SUBMISSION_ID)
                .distinct()
                .join(read(SubmissionTable.TABLE), SubmissionTable.SUBMISSION_ID, "left_anti")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** Joins the small files of a table into few; no row changes, and nothing is written where there is nothing to join. */
    public void compact(Table table) {
        if (has(table)) {
            spark.sparkContext().setJobDescription("compact " + table.name());
            DeltaTable.forPath(spark, path(table)).optimize().executeCompaction();
            spark.sparkContext().setJobDescription(null);
        }
    }

    /**
     * Removes the files that no version of the last days needs, such as those of killed runs.
     *
     * @param days at least 7, so that nobody who reads or writes now loses a file
     */
    public void vacuum(Table table, int days) {
        if (has(table)) {
            spark.sparkContext().setJobDescription("vacuum " + table.name());
            // Delta prints what it did for whoever sits before a shell.
            Console.withOut(
                    OutputStream.nullOutputStream(),
                    () -> DeltaTable.forPath(spark, path(table)).vacuum(days * 24.0));
            spark.sparkContext().setJobDescription(null);
        }
    }

    /** The files of a table, all that lie there but its log. */
    public Files files(Table table) throws IOException {
        Path folder = new Path(path(table));
        FileSystem system = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
        long count = 0;
        long bytes = 0;
        for (FileStatus file : system.exists(folder) ? system.listStatus(folder) : new FileStatus[0]) {
            if (file.isFile() && file.getPath().getName().endsWith(".parquet")) {
                count++;
                bytes += file.getLen();
            }
        }
        return new Files(count, bytes);
    }

    /** How many there are, and their size. */
    public record Files(long count, long bytes) {}

    /** Puts rows in the place of all that the table held. */
    public void overwrite(Table table, Dataset<Row> rows) {
        write(
                table,
                rows,
                SaveMode.Overwrite,
                isOfAnotherVersion(table) ? Map.of(DeltaOptions.OVERWRITE_SCHEMA_OPTION(), "true") : Map.of());
    }

    /**
     * Adds rows once: a second time under the same name adds nothing (Delta's idempotent transactions).
     *
     * @param name of what is added, never used for anything else
     * @param said kept in the commit for who reads it
     */
    public void append(Table table, Dataset<Row> rows, String name, String said) {
        write(
                table,
                rows,
                SaveMode.Append,
                Map.of(
                        DeltaOptions.TXN_APP_ID(),
                        name,
                        DeltaOptions.TXN_VERSION(),
                        "1",
                        DeltaOptions.USER_METADATA_OPTION(),
                        said));
    }

    /**
     * Puts rows in the place of those of the named submissions, so that doing it again changes nothing.
     */
    public void replaceSubmissions(Table table, List<String> submissionIds, Dataset<Row> rows) {
        replace(table, SubmissionTable.SUBMISSION_ID, Touched.of(Set.copyOf(submissionIds)), rows);
    }

    /**
     * Adds rows, unless somebody else has done so since a version: a run that others took for dead, and that comes back, adds nothing
     * to what they have read in the meantime.
     *
     * @param since what {@link #version} said before the rows were read
     */
    public void add(Table table, Dataset<Row> rows, long since) {
        write(table, rows, SaveMode.Append, once(since));
    }

    /** Has whoever comes second of those that begin at the same version write nothing, as what it read is no longer so. */
    private static Map<String, String> once(long since) {
        return Map.of(DeltaOptions.TXN_APP_ID(), "rows", DeltaOptions.TXN_VERSION(), String.valueOf(since + 1));
    }

    /** The number of a table's last commit; -1 where it was never written. */
    public long version(Table table) {
        return has(table)
                ? DeltaLog.forTable(spark, path(table))
                        .update(false, Option.empty(), Option.empty())
                        .version()
                : -1;
    }

    /**
     * Puts rows in the place of those that have one of the keys in a column.
     *
     * @param column never null in the table
     */
    public void replace(Table table, String column, Touched keys, Dataset<Row> rows) {
        if (keys.isAll() || !has(table)) {
            overwrite(table, rows);
            return;
        }
        long since = version(table);
        Dataset<Row> before = read(table);
        if (isSmall(before)) {
            write(table, keys.others(before, column).union(shaped(table, rows)), SaveMode.Overwrite, once(since));
        } else {
            Map<String, String> options = new HashMap<>(once(since));
            options.put(DeltaOptions.REPLACE_WHERE_OPTION(), condition(column, keys.keys()));
            write(table, rows, SaveMode.Overwrite, options);
        }
    }

    /** Whether it is sooner written as a whole than Delta finds the rows to replace, and writes their files without them. */
    private boolean isSmall(Dataset<Row> rows) {
        return rows.queryExecution().optimizedPlan().stats().sizeInBytes().$less$eq(BigInt.apply(small));
    }

    private static String condition(String column, Collection<String> keys) {
        return keys.stream()
                .map(key -> "'" + key.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", column + " IN (", ")"));
    }

    /** Whether a table was ever written. */
    public boolean has(Table table) {
        return DeltaTable.isDeltaTable(spark, path(table));
    }

    /** A table that another version of the program wrote is not guessed at; only who replaces all of it gets past it. */
    private Dataset<Row> checked(Table table, Dataset<Row> rows) {
        List<String> found = columns(rows.schema());
        List<String> wanted = columns(table.schema());
        if (!found.equals(wanted)) {
            throw new IllegalStateException(
                    path(table) + " is a table of another version of the program: its columns are "
                            + found + " and not " + wanted
                            + ". Run nightly, which makes anew what follows from other tables; where"
                            + " it is the one that says this, move " + root
                            + " away and run it again: all but the table of runs is made from the landing folder");
        }
        return rows;
    }

    private boolean isOfAnotherVersion(Table table) {
        return has(table)
                && !columns(spark.read().format("delta").load(path(table)).schema())
                        .equals(columns(table.schema()));
    }

    private static List<String> columns(StructType schema) {
        return Arrays.asList(schema.fieldNames());
    }

    private void write(Table table, Dataset<Row> rows, SaveMode mode, Map<String, String> options) {
        spark.sparkContext().setJobDescription("write " + table.name());
        shaped(table, rows)
                .coalesce(spark.sparkContext().defaultParallelism()) // one file per core, not per task, of small tables
                .write()
                .format("delta")
                .mode(mode)
                // Statistics of the columns that others filter by; those of all cost a tenth of a large write.
                .option("delta.dataSkippingStatsColumns", String.join(",", table.key()))
                .options(options)
                .save(path(table));
        spark.sparkContext().setJobDescription(null);
    }

    /** With the columns of the table and not those of the rows: its schema says what may be null, and holds the comments. */
    private static Dataset<Row> shaped(Table table, Dataset<Row> rows) {
        return rows.select(Arrays.stream(table.schema().fields())
                .map(field -> rows.col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new));
    }
}
