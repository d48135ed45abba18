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
import org.minsheng.run.Session;

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

    /** Those whose rows somebody else gives, such as those of an earlier time. */
    Tables(Function<Table, Dataset<Row>> lake) {
        this.lake = lake;
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
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    static ConfException unknown(String name) {
        return new ConfException("table", "there is no table '" + name + "'", Nearest.remedy(name, NAMES));
    }

    /** The rows of a table as they are now. */
    public Dataset<Row> rows(Table table) {
        return lake.apply(table);
    }
}
