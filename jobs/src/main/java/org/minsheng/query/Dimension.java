package org.minsheng.query;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.Table;
import org.minsheng.run.Configuration;

/**
 * A table that says what the codes of a column stand for: made from the configuration as it is now, and never stored, so that
 * the two cannot differ.
 *
 * @param <T> what a row is of
 */
final class Dimension<T> {
    private final Table table;
    private final Lookup<T> columns;
    private final Function<Configuration, Stream<T>> things;

    /** One whose key has the table's own name, or is {@code key}. */
    Dimension(String name, String key, Lookup<T> columns, Function<Configuration, Stream<T>> things) {
        this.table = new Table(name, columns.schema(), List.of(key));
        this.columns = columns;
        this.things = things;
    }

    Table table() {
        return table;
    }

    Dataset<Row> rows(SparkSession spark, Configuration conf) {
        return columns.of(spark, things.apply(conf));
    }
}
