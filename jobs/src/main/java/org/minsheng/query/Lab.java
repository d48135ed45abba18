package org.minsheng.query;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Environment;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;

/** A lake on an analyst's table: its tables as views of a Spark session, now or as of an earlier day. Shell and notebooks share it. */
public final class Lab {
    private static final int MOST_ROWS = 50;
    private static Lab current;

    private final Path file;
    private final Map<String, String> overrides;
    private final Configuration conf;
    private final SparkSession spark;
    private final Tables tables;

    private Lab(Path file, Map<String, String> overrides) throws IOException {
        this.file = file;
        this.overrides = overrides;
        this.conf = Configuration.read(file, overrides);
        Session.checkLocale();
        Tables.checkWritten(conf.settings().lake());
        // Of its own, as the same names stand for other rows in a lake of another day.
        this.spark = Session.open().newSession();
        this.tables = Tables.of(spark, conf);
        Tables.ALL.forEach(table -> tables.makeView(spark, table));
    }

    /**
     * Opens the lake of a configuration, and takes it for {@link #current()}.
     *
     * @param overrides settings in the place of those of the file, such as {@code as-of}
     * @throws ConfException if there is a mistake in the configuration, or no run has written the lake yet
     */
    public static synchronized Lab open(Path file, Map<String, String> overrides) throws IOException {
        current = new Lab(file, overrides);
        return current;
    }

    /** The one that was opened last; if none was, that of the project and of the variables of the environment. */
    public static synchronized Lab current() throws Exception {
        return told(() -> current == null ? open(Environment.file(), Environment.settings()) : current);
    }

    /** The same lake as it was known at the end of a day ({@code 2026-02-28}) or at an instant ({@code 2026-02-28T12:00:00Z}). */
    public Lab asOf(String time) throws IOException {
        Map<String, String> then = new LinkedHashMap<>(overrides);
        then.put("as-of", time);
        return new Lab(file, then);
    }

    /** The session whose views the tables are. */
    public SparkSession spark() {
        return spark;
    }

    /**
     * The rows that a query asks for.
     *
     * @throws ConfException if there is a mistake in it, or it would change something
     */
    public Dataset<Row> sql(String query) throws Exception {
        AtomicReference<Dataset<Row>> rows = new AtomicReference<>();
        return told(() -> {
            new Query(spark, tables).answer(query, rows::set);
            return rows.get();
        });
    }

    /**
     * The rows of a table.
     *
     * @throws ConfException if there is none of this name
     */
    public Dataset<Row> table(String name) throws Exception {
        return told(() -> tables.rows(Tables.find(name)));
    }

    /** The observations that count: of each series, region and year the one that came last, with the cell that it came from. */
    public Dataset<Row> inUse() {
        Instant instant =
                conf.settings().asOf() == null ? Instant.now() : conf.settings().asOf();
        Dataset<Row> standing = WithdrawalTable.without(
                tables.rows(ObservationTable.TABLE),
                tables.rows(WithdrawalTable.TABLE),
                instant,
                conf.settings().timeZone());
        return ObservationTable.current(
                ObservationTable.counting(standing),
                instant,
                ObservationTable.OBS_VALUE,
                ObservationTable.OBS_STATUS,
                ObservationTable.RECEIVED_AT,
                ObservationTable.FILE,
                ObservationTable.SHEET,
                ObservationTable.CELL,
                ObservationTable.RAW);
    }

    /** The first rows as a table of HTML, for notebooks. */
    public static String html(Dataset<Row> rows) {
        return Html.table(rows, MOST_ROWS);
    }

    /** A mistake of whoever types is told in its own words, without the places in the program that found it. */
    private static <T> T told(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (ConfException e) {
            e.setStackTrace(new StackTraceElement[0]);
            throw e;
        }
    }
}
