package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code progress}: where each indicator of each region stands in each year, against its target. */
public final class ProgressTable {
    public static final String INDICATOR = "indicator";
    public static final String REF_AREA = ObservationTable.REF_AREA;
    public static final String TIME_PERIOD = ObservationTable.TIME_PERIOD;
    public static final String REGION_LEVEL = "region_level";
    public static final String NUMERATOR = "numerator";
    public static final String DENOMINATOR = "denominator";
    public static final String OBS_VALUE = ObservationTable.OBS_VALUE;
    public static final String VALUE_IS = "value_is";
    public static final String SOURCE = "source";
    public static final String REPORTED_VALUE = "reported_value";
    public static final String REPORTED_DIFFERS = "reported_differs";
    public static final String PEOPLE_COVERED = "people_covered";
    public static final String REGIONS_REPORTING = "regions_reporting";
    public static final String REGIONS_EXPECTED = "regions_expected";
    public static final String TARGET_KIND = "target_kind";
    public static final String TARGET_OPERATOR = "target_operator";
    public static final String TARGET_VALUE = "target_value";
    public static final String DEADLINE = "deadline";
    public static final String ATTAINMENT = "attainment";
    public static final String GAP = "gap";
    public static final String NEEDED_CHANGE = "needed_change";
    public static final String BASE_PERIOD = "base_period";
    public static final String BASE_VALUE = "base_value";
    public static final String CHANGE = "change";
    public static final String CHANGE_SINCE_BASE = "change_since_base";
    public static final String PACE_METHOD = "pace_method";
    public static final String OBSERVED_PACE = "observed_pace";
    public static final String REQUIRED_PACE = "required_pace";
    public static final String PACE_RATIO = "pace_ratio";
    public static final String PACE_REASON = "pace_reason";
    public static final String MET_IN = "met_in";
    public static final String RANK = "rank";
    public static final String PEERS = "peers";
    public static final String PROVISIONAL = "provisional";
    public static final String STATUS = "status";
    public static final String REASON = RejectTable.REASON;
    public static final String LATEST = "latest";

    public static final Table TABLE = new Table(
            "progress",
            new StructType(new StructField[] {
                Columns.needed(INDICATOR, StringType, "indicator of the catalogue"),
                Columns.needed(REF_AREA, StringType, "code of today, as in regions.csv"),
                Columns.needed(TIME_PERIOD, IntegerType, "year"),
                Columns.needed(REGION_LEVEL, StringType, "zone, county, prefecture or province"),
                Columns.optional(NUMERATOR, DoubleType, "sum of the numerator; null where nothing was reported"),
                Columns.optional(DENOMINATOR, DoubleType, "sum of the denominator; null where there is none"),
                Columns.optional(OBS_VALUE, DoubleType, "value of the indicator in its unit, at most 9 decimals"),
                Columns.needed(
                        VALUE_IS,
                        StringType,
                        "value of the indicator, or share_of_counties or share_of_people that meet the target, in %"),
                Columns.optional(
                        SOURCE,
                        StringType,
                        "reported by the region itself, or rolled_up from those below; null: neither"),
                Columns.optional(
                        REPORTED_VALUE,
                        DoubleType,
                        "what a prefecture or the province reported itself, beside the roll-up"),
                Columns.needed(
                        REPORTED_DIFFERS, BooleanType, "whether the two differ by more than the policy's tolerance"),
                Columns.optional(
                        PEOPLE_COVERED,
                        DoubleType,
                        "share of the region's people (census) whose regions are in the value, in %"),
                Columns.needed(
                        REGIONS_REPORTING, IntegerType, "regions (counties and zones) whose figures are in the value"),
                Columns.needed(
                        REGIONS_EXPECTED,
                        IntegerType,
                        "regions whose figures should be in the value: all counties, and the zones that ever reported it"),
                Columns.optional(TARGET_KIND, StringType, "kind of the target in force; null where none is"),
                Columns.optional(TARGET_OPERATOR, StringType, ">=, <=, =, ~ (about), up or down"),
                Columns.optional(TARGET_VALUE, DoubleType, "target in force, in the indicator's unit"),
                Columns.optional(DEADLINE, IntegerType, "year at whose end the target has to be reached"),
                Columns.optional(
                        ATTAINMENT,
                        DoubleType,
                        "value over target, in %; null where more than the target is not wanted"),
                Columns.optional(GAP, DoubleType, "value minus target, in the indicator's unit"),
                Columns.optional(
                        NEEDED_CHANGE,
                        DoubleType,
                        "what the value has to change by to meet the target, its tolerance taken into account; null where"
                                + " it does, or no number says"),
                Columns.optional(
                        BASE_PERIOD,
                        IntegerType,
                        "first year with a value since the base year, but for sums of too few people"),
                Columns.optional(BASE_VALUE, DoubleType, "value in that year"),
                Columns.optional(
                        CHANGE,
                        DoubleType,
                        "value minus that of the year before; null where either is not there, or a sum of too few people or of other regions"),
                Columns.optional(CHANGE_SINCE_BASE, DoubleType, "value minus base value"),
                Columns.optional(
                        PACE_METHOD,
                        StringType,
                        "compound (paces in % a year), linear (paces in the unit a year) or growth (compound, held"
                                + " against fixed rates, as the target has no number)"),
                Columns.optional(OBSERVED_PACE, DoubleType, "yearly pace since the base, by pace_method"),
                Columns.optional(
                        REQUIRED_PACE,
                        DoubleType,
                        "yearly pace from the base that reaches the target on time, by pace_method"),
                Columns.optional(PACE_RATIO, DoubleType, "R: observed over required pace since the base"),
                Columns.optional(
                        PACE_REASON,
                        StringType,
                        "why there is no R: no_value, low_coverage, no_target, milestone, judged_yearly, no_number,"
                                + " single_value, met_in_base_year or no_years_left"),
                Columns.optional(MET_IN, IntegerType, "first year since the base in which the target was met"),
                Columns.optional(RANK, IntegerType, "place among the peers of the year, the best being 1"),
                Columns.needed(
                        PEERS,
                        IntegerType,
                        "regions of its level with a value in the year that is no sum of too few people"),
                Columns.needed(
                        PROVISIONAL,
                        BooleanType,
                        "whether the value is a sum of which regions are still missing, or of a year that is not over"),
                Columns.needed(STATUS, StringType, Status.codes()),
                Columns.optional(
                        REASON, StringType, "why there is no value: not_reported, zero_denominator or above_whole"),
                Columns.needed(
                        LATEST,
                        BooleanType,
                        "whether the year is the region's latest with a value, or the last"
                                + " year of all where it has none"),
            }),
            List.of(INDICATOR, REF_AREA, TIME_PERIOD));

    /** What {@link #VALUE_IS} says of a plain value. */
    public static final String VALUE = "value";
    /** What {@link #SOURCE} says of a region's own figure. */
    public static final String REPORTED = "reported";
    /** What {@link #SOURCE} says of a sum. */
    public static final String ROLLED_UP = "rolled_up";

    /** Nothing, or not all that the formula needs, was reported. */
    public static final String NOT_REPORTED = "not_reported";
    /** The denominator is zero. */
    public static final String ZERO_DENOMINATOR = "zero_denominator";
    /** The value is above what can be, such as a share above 100%. */
    public static final String ABOVE_WHOLE = "above_whole";

    /** A pace in % a year. */
    public static final String COMPOUND = "compound";
    /** A pace in the indicator's unit a year. */
    public static final String LINEAR = "linear";
    /** A pace in % a year that is held against fixed rates. */
    public static final String GROWTH = "growth";

    private ProgressTable() {}
}
