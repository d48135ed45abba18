package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code contribution}: what each county contributes to the inequality of its province, in the last year that is over. */
public final class ContributionTable {
    public static final String INDICATOR = ProgressTable.INDICATOR;
    public static final String TIME_PERIOD = ProgressTable.TIME_PERIOD;
    public static final String REF_AREA = ProgressTable.REF_AREA;
    public static final String OBS_VALUE = ProgressTable.OBS_VALUE;
    public static final String PEOPLE = EquityTable.PEOPLE;
    public static final String CUMULATIVE_PEOPLE = "cumulative_people";
    public static final String CUMULATIVE_AMOUNT = "cumulative_amount";
    public static final String TARGET_LEVEL = "target_level";
    public static final String CLOSING_REMOVES = "closing_removes";

    public static final Table TABLE = new Table(
            "contribution",
            new StructType(new StructField[] {
                Columns.needed(INDICATOR, StringType, "indicator of the catalogue"),
                Columns.needed(TIME_PERIOD, IntegerType, "last year that is over and has a value"),
                Columns.needed(REF_AREA, StringType, "county"),
                Columns.needed(OBS_VALUE, DoubleType, "its value"),
                Columns.needed(PEOPLE, LongType, "its people (census)"),
                Columns.needed(
                        CUMULATIVE_PEOPLE,
                        DoubleType,
                        "share of the people in counties with a value up to this one, in %: the abscissa of the Lorenz curve"),
                Columns.optional(
                        CUMULATIVE_AMOUNT,
                        DoubleType,
                        "share of all there is that they have, in %: its ordinate; null where there is nothing"),
                Columns.optional(
                        TARGET_LEVEL,
                        DoubleType,
                        "what its value would be if it met the target, or reached the mean where the target has no number; null where it does"),
                Columns.optional(
                        CLOSING_REMOVES,
                        DoubleType,
                        "share of the province's Theil T, weighted by people, that this alone would remove, in %; below zero where it would add to it; null without a gap or without inequality"),
            }),
            List.of(INDICATOR, TIME_PERIOD, REF_AREA));

    private ContributionTable() {}
}
