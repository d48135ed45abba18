package org.minsheng.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

/** All tables that an analyst may name: those of the lake, and the {@link Dimensions}. */
public final class Tables {
    /** All of them, those of the lake first. */
    public static final List<Table> ALL = Stream.concat(
                    Lake.TABLES.stream(), Dimensions.ALL.stream().map(Dimension::table))
            .toList();

    /** Their names. */
    public static final List<String> NAMES = ALL.stream().map(Table::name).toList();

    private final SparkSession spark;
    private final Function<Table, Dataset<Row>> lake;
    private final Supplier<Configuration> conf;

    /**
     * Those of a lake.
     *
     * @param conf read only for a dimension, as it takes longer than a query of one table
     */
    public Tables(SparkSession spark, String lake, Supplier<Configuration> conf) {
        this(spark, new Lake(spark, lake)::read, conf);
    }

    /** Those of a lake whose rows somebody else gives, such as those of an earlier time. */
    Tables(SparkSession spark, Function<Table, Dataset<Row>> lake, Supplier<Configuration> conf) {
        this.spark = spark;
        this.lake = lake;
        this.conf = conf;
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
        Optional<Dimension<?>> dimension =
                Dimensions.ALL.stream().filter(one -> one.table() == table).findFirst();
        return dimension.isPresent() ? dimension.get().rows(spark, conf.get()) : lake.apply(table);
    }
}
