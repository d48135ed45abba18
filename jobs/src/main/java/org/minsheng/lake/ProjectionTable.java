package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code projection}: what the trend of an indicator of a region says of a year to come. */
public final class ProjectionTable {
    public static final String INDICATOR = ProgressTable.INDICATOR;
    public static final String REF_AREA = ObservationTable.REF_AREA;
    public static final String TIME_PERIOD = ObservationTable.TIME_PERIOD;
    public static final String REGION_LEVEL = ProgressTable.REGION_LEVEL;
    public static final String OBS_VALUE = ObservationTable.OBS_VALUE;
    public static final String LOWER_80 = "lower_80";
    public static final String UPPER_80 = "upper_80";
    public static final String LOWER_95 = "lower_95";
    public static final String UPPER_95 = "upper_95";
    public static final String CHANCE = "chance";
    public static final String REACHED_IN = "reached_in";
    public static final String MODEL = "model";
    public static final String SCALE = "scale";
    public static final String POINTS = "points";
    public static final String LAST_PERIOD = "last_period";
    public static final String OUTLIER_PERIOD = "outlier_period";
    public static final String REASON = RejectTable.REASON;

    public static final Table TABLE = new Table(
            "projection",
            new StructType(new StructField[] {
                Columns.needed(INDICATOR, StringType, "indicator of the catalogue"),
                Columns.needed(REF_AREA, StringType, "code of today, as in regions.csv"),
                Columns.needed(
                        TIME_PERIOD,
                        IntegerType,
                        "year that is projected: each after the last value, the deadline's, and the long-term goal's"),
                Columns.needed(REGION_LEVEL, StringType, "zone, county, prefecture or province"),
                Columns.optional(OBS_VALUE, DoubleType, "most likely value; null where there is no projection"),
                Columns.optional(
                        LOWER_80,
                        DoubleType,
                        "lower bound of the 80% prediction interval; null where no deviation was seen to tell it by"),
                Columns.optional(UPPER_80, DoubleType, "its upper bound"),
                Columns.optional(LOWER_95, DoubleType, "lower bound of the 95% prediction interval"),
                Columns.optional(UPPER_95, DoubleType, "its upper bound"),
                Columns.optional(CHANCE, DoubleType, "chance that the value meets the target in that year, 0 to 1"),
                Columns.optional(
                        REACHED_IN,
                        IntegerType,
                        "first year after the last value in which the most likely one meets the target; null: in none projected, or the"
                                + " last value does"),
                Columns.optional(MODEL, StringType, "what goes on: drift, damped or line"),
                Columns.optional(SCALE, StringType, "how the model sees values: natural, log or logit"),
                Columns.needed(POINTS, IntegerType, "values since the base year"),
                Columns.optional(LAST_PERIOD, IntegerType, "year of the last of them"),
                Columns.optional(
                        OUTLIER_PERIOD, IntegerType, "year of a value that looks like an outlier, and counts like any"),
                Columns.optional(
                        REASON,
                        StringType,
                        "why there is no projection: too_few_points, constant, beyond_horizon, milestone or no_model"),
            }),
            List.of(INDICATOR, REF_AREA, TIME_PERIOD));

    /** Fewer than three values. */
    public static final String TOO_FEW_POINTS = "too_few_points";
    /** All values are the same, so there is no deviation to judge by. */
    public static final String CONSTANT = "constant";
    /** The year is farther from the last value than the policy looks, or than there are years before. */
    public static final String BEYOND_HORIZON = "beyond_horizon";
    /** The stages of a milestone are no quantity. */
    public static final String MILESTONE = "milestone";

    /** The catalogue asks for no projection, or what is told is whether something is there, and not how much of it. */
    public static final String NO_MODEL = "no_model";

    private ProjectionTable() {}
}
