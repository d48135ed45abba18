package org.minsheng.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a small table that is made in the driver's memory, such as to be joined with large ones: each is named beside what it
 * holds, so that neither can be moved without the other.
 *
 * @param <T> what a row is of
 */
public final class Lookup<T> {
    private final List<Function<T, Object>> values = new ArrayList<>();
    private final Table table;
    private StructType schema = new StructType();

    /** One whose columns are its own. */
    public Lookup() {
        this(null);
    }

    /** One that is put into a table of the lake, whose columns it has. */
    public Lookup(Table table) {
        this.table = table;
    }

    /**
     * Adds a column.
     *
     * @param type of what the value is, such as {@code IntegerType} of an {@code Integer}
     * @param value of a row; may be null
     */
    public Lookup<T> column(String name, DataType type, Function<T, Object> value) {
        schema = schema.add(name, type);
        values.add(value);
        return this;
    }

    /** Adds a column of the table. */
    public Lookup<T> column(String name, Function<T, Object> value) {
        schema = schema.add(table.schema().apply(name));
        values.add(value);
        return this;
    }

    /** The columns. */
    public StructType schema() {
        return schema;
    }

    /** The table, one row each; it may be empty. */
    public Dataset<Row> of(SparkSession spark, Stream<T> things) {
        List<Row> rows = things.map(thing -> RowFactory.create(
                        values.stream().map(value -> value.apply(thing)).toArray()))
                .toList();
        return spark.createDataFrame(rows, schema);
    }
}
