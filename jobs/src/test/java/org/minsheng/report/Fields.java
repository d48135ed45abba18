package org.minsheng.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** The values of a row by the names of their columns; what is not named is null. */
final class Fields {
    private final Map<String, Object> values = new HashMap<>();

    Fields put(String column, Object value) {
        values.put(column, value);
        return this;
    }

    /** The row, in the columns of a table. */
    Row in(StructType schema) {
        return new GenericRowWithSchema(
                Arrays.stream(schema.fieldNames()).map(values::get).toArray(), schema);
    }
}
