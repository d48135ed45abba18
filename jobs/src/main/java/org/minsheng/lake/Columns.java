package org.minsheng.lake;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/** Makes the columns of the schemas: each with the comment that shows up where the table is described. */
final class Columns {
    private Columns() {}

    /** A column that is never null. */
    static StructField needed(String name, DataType type, String comment) {
        return new StructField(name, type, false, comment(comment));
    }

    /** A column that may be null. */
    static StructField optional(String name, DataType type, String comment) {
        return new StructField(name, type, true, comment(comment));
    }

    private static Metadata comment(String comment) {
        return new MetadataBuilder().putString("comment", comment).build();
    }
}
