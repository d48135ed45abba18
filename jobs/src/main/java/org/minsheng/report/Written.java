package org.minsheng.report;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A workbook that is there now.
 *
 * @param number its place in the set
 * @param file path below the folder of workbooks
 * @param kind province, prefecture, county or office
 * @param name name of that
 * @param sha256 of the file, in hexadecimal
 * @param rows fingerprint of its rows, and of all else that it follows from
 * @param changed whether this run wrote it
 */
public record Written(int number, String file, String kind, String name, String sha256, String rows, boolean changed)
        implements Comparable<Written> {
    static final StructType SCHEMA = new StructType()
            .add("number", DataTypes.IntegerType)
            .add("file", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("name", DataTypes.StringType)
            .add("sha256", DataTypes.StringType)
            .add("rows", DataTypes.StringType)
            .add("changed", DataTypes.BooleanType);

    /** The workbook of a subject and edition. */
    static Written of(Scope scope, int subject, Edition edition, String sha256, String rows, boolean changed) {
        return new Written(
                subject * Edition.values().length + edition.ordinal(),
                scope.files().get(edition),
                scope.kind().key(),
                scope.name().zh(),
                sha256,
                rows,
                changed);
    }

    static Written of(Row row) {
        return new Written(
                row.getInt(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }

    Row row() {
        return RowFactory.create(number, file, kind, name, sha256, rows, changed);
    }

    @Override
    public int compareTo(Written other) {
        return Integer.compare(number, other.number);
    }
}
