package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code series}: what offices report. */
public final class SeriesTable {
    public static final String SERIES = ObservationTable.SERIES;
    public static final String NAME_ZH = "name_zh";
    public static final String NAME_EN = "name_en";
    public static final String UNIT = UnitTable.UNIT;
    public static final String LEVEL = RegionTable.LEVEL;
    public static final String DECIMALS = "decimals";

    public static final Table TABLE = new Table(
            "series",
            new StructType(new StructField[] {
                Columns.needed(SERIES, StringType, "series of the catalogue"),
                Columns.needed(NAME_ZH, StringType, "name in Chinese"),
                Columns.needed(NAME_EN, StringType, "name in English"),
                Columns.needed(UNIT, StringType, "unit of its values"),
                Columns.needed(LEVEL, StringType, "level of the regions that report it"),
                Columns.needed(DECIMALS, IntegerType, "decimals that people are shown"),
            }),
            List.of(SERIES));

    private SeriesTable() {}
}
