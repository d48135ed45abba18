package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code unit}: what values are measured in. */
public final class UnitTable {
    public static final String UNIT = "unit";
    public static final String NAME_EN = "name_en";
    public static final String DIMENSION = "dimension";
    public static final String FACTOR = "factor";
    public static final String WHOLE = "whole";

    public static final Table TABLE = new Table(
            "unit",
            new StructType(new StructField[] {
                Columns.needed(UNIT, StringType, "unit as tables write it, which is its name in Chinese"),
                Columns.needed(NAME_EN, StringType, "name in English"),
                Columns.needed(
                        DIMENSION, StringType, "what it measures; units of one dimension convert into each other"),
                Columns.needed(FACTOR, DoubleType, "how many of the dimension's base unit it is"),
                Columns.needed(WHOLE, BooleanType, "whether what it measures comes in whole pieces"),
            }),
            List.of(UNIT));

    private UnitTable() {}
}
