package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code indicator}: what is held against targets, with the measure and the field that it stands below. */
public final class IndicatorTable {
    public static final String INDICATOR = ProgressTable.INDICATOR;
    public static final String NAME_ZH = SeriesTable.NAME_ZH;
    public static final String NAME_EN = SeriesTable.NAME_EN;
    public static final String UNIT = UnitTable.UNIT;
    public static final String DECIMALS = SeriesTable.DECIMALS;
    public static final String LEVEL = RegionTable.LEVEL;
    public static final String LEAD = "lead";
    public static final String LEAD_EN = "lead_en";
    public static final String MEASURE = "measure";
    public static final String MEASURE_ZH = "measure_zh";
    public static final String MEASURE_EN = "measure_en";
    public static final String FIELD = "field";
    public static final String FIELD_ZH = "field_zh";
    public static final String FIELD_EN = "field_en";

    public static final Table TABLE = new Table(
            "indicator",
            new StructType(new StructField[] {
                Columns.needed(INDICATOR, StringType, "indicator of the catalogue"),
                Columns.needed(NAME_ZH, StringType, "name in Chinese"),
                Columns.needed(NAME_EN, StringType, "name in English"),
                Columns.needed(UNIT, StringType, "unit of its values"),
                Columns.needed(DECIMALS, IntegerType, "decimals that people are shown"),
                Columns.needed(LEVEL, StringType, "level of the regions that report its series"),
                Columns.needed(LEAD, StringType, "office that answers for it"),
                Columns.needed(LEAD_EN, StringType, "its name in English; that of lead where there is none"),
                Columns.needed(MEASURE, IntegerType, "number of its measure in the policy"),
                Columns.needed(MEASURE_ZH, StringType, "heading of the measure in Chinese"),
                Columns.needed(MEASURE_EN, StringType, "heading of the measure in English"),
                Columns.needed(FIELD, IntegerType, "number of its field in the policy"),
                Columns.needed(FIELD_ZH, StringType, "name of the field in Chinese"),
                Columns.needed(FIELD_EN, StringType, "name of the field in English"),
            }),
            List.of(INDICATOR));

    private IndicatorTable() {}
}
