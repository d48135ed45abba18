package org.minsheng.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A row of the tables that workbooks show as one list of texts, and back, with not a bit lost: so that rows of all tables make one narrow table. With each
 * column of each table beside the others it would have more than the hundred for which Spark compiles a plan.
 */
final class Packed {
    /** Between the parts of a list, which are codes: never empty or null, and without an end of a line. */
    private static final String BETWEEN = "\n";

    /** Stands for a column that is null where a row is hashed, as Spark's hashes pass over nulls; hardly any text of an office has it. */
    private static final String NOTHING = "\0";

    /** The same between columns. */
    private static final String NEXT = "\1";

    private Packed() {}

    /** The columns of a table, in their order, as one. */
    static Column column(Dataset<Row> rows) {
        return array(Arrays.stream(rows.schema().fields())
                .map(field -> text(rows.col(field.name()), field.dataType()))
                .toArray(Column[]::new));
    }

    /** Of a packed row and its kind, a number that is another wherever a column is, as far as 64 bits tell (XXH64). */
    static Column hash(Column kind, Column packed) {
        // As one text: what puts something in the place of each null of an array is not compiled.
        return xxhash64(kind, array_join(packed, NEXT, NOTHING));
    }

    private static Column text(Column column, DataType type) {
        if (type instanceof TimestampType) {
            return unix_micros(column).cast("string"); // the text of a time stamp depends on the session's zone
        }
        return type instanceof ArrayType ? when(column.isNotNull(), concat_ws(BETWEEN, column)) : column.cast("string");
    }

    /**
     * The row that was packed.
     *
     * @param kept gives the text that is to be kept in the place of one that equals it
     */
    static Row row(List<String> texts, StructType schema, UnaryOperator<String> kept) {
        Object[] values = new Object[schema.size()];
        for (int i = 0; i < values.length; i++) {
            String text = texts.get(i);
            values[i] = text == null ? null : value(text, schema.apply(i).dataType(), kept);
        }
        return new GenericRowWithSchema(values, schema);
    }

    private static Object value(String text, DataType type, UnaryOperator<String> kept) {
        return switch (type.typeName()) {
            case "string" -> kept.apply(text);
            case "double" -> Double.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            case "date" -> LocalDate.parse(text);
            case "timestamp" -> Timestamp.from(Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS));
            case "array" ->
                CollectionConverters.asScala(text.isEmpty() ? List.of() : List.of(text.split(BETWEEN)))
                        .toSeq();
            default ->
                throw new IllegalArgumentException("no column of a workbook's rows may be of type " + type.sql());
        };
    }
}
