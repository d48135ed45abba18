package org.minsheng.query;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Nearest;
import org.minsheng.lake.Commits;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Table;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;
import org.minsheng.run.Then;

/** All tables that an analyst may name, which are those of the lake. */
public final class Tables {
    /** All of them. */
    public static final List<Table> ALL = Lake.TABLES;

    /** Their names. */
    public static final List<String> NAMES = ALL.stream().map(Table::name).toList();

    private final Function<Table, Dataset<Row>> lake;

    /** Those of a lake. */
    public Tables(SparkSession spark, String lake) {
        this(new Lake(spark, lake)::read);
    }

    Tables(Function<Table, Dataset<Row>> lake) {
        this.lake = lake;
    }

    /** Those of the lake of a configuration, as of its instant, if it has one. */
    public static Tables of(SparkSession spark, Configuration conf) throws IOException {
        return conf.settings().asOf() == null
                ? new Tables(spark, conf.settings().lake())
                : new Tables(new Then(spark, conf)::rows);
    }

    /**
     * Makes sure that there is something to read.
     *
     * @throws ConfException if no run has written the lake yet, which is told without Spark
     */
    public static void checkWritten(String lake) throws IOException {
        if (new Commits(lake, Session.hadoop()).last(RunTable.TABLE) < 0) {
            throw new ConfException(
                    "lake",
                    lake + " holds no tables yet",
                    "Run ./minsheng nightly first, or name another with --set lake=");
        }
    }

    /**
     * The table of a name.
     *
     * @throws ConfException if there is none, with what may have been meant
     */
    public static Table find(String name) {
        return ALL.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static ConfException unknown(String name) {
        return new ConfException("table", "there is no table '" + name + "'", Nearest.remedy(name, NAMES));
    }

    /**
     * Makes a table the view of its name. One that is not told as of the instant has none, and is {@linkplain #missing missed} where
     * it is read: a column may have its name.
     */
    void makeView(SparkSession spark, Table table) {
        try {
            rows(table).createOrReplaceTempView(table.name());
        } catch (ConfException e) {
            spark.catalog().dropTempView(table.name());
        }
    }

    /** Why there is no view of a name. */
    ConfException missing(String name) {
        try {
            rows(find(name));
        } catch (ConfException e) {
            return e;
        }
        return unknown(name);
    }

    /** The rows of a table as they are now. */
    public Dataset<Row> rows(Table table) {
        return lake.apply(table);
    }
}
