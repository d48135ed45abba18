package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code convergence}: whether the counties of a region come closer to each other in an indicator. */
public final class ConvergenceTable {
    public static final String INDICATOR = ProgressTable.INDICATOR;
    public static final String REF_AREA = ProgressTable.REF_AREA;
    public static final String PEER_GROUP = EquityTable.PEER_GROUP;
    public static final String FIRST_PERIOD = "first_period";
    public static final String LAST_PERIOD = "last_period";
    public static final String PERIODS = "periods";
    public static final String REGIONS = EquityTable.REGIONS;
    public static final String RANGE_FIRST = "range_first";
    public static final String RANGE_LAST = "range_last";
    public static final String DIFFERENCE_FIRST = "difference_first";
    public static final String DIFFERENCE_LAST = "difference_last";
    public static final String SIGMA = "sigma";
    public static final String SIGMA_SE = "sigma_se";
    public static final String SIGMA_LOWER_95 = "sigma_lower_95";
    public static final String SIGMA_UPPER_95 = "sigma_upper_95";
    public static final String TENDENCY = "tendency";
    public static final String BETA = "beta";
    public static final String BETA_SE = "beta_se";
    public static final String BETA_LOWER_95 = "beta_lower_95";
    public static final String BETA_UPPER_95 = "beta_upper_95";
    public static final String BETA_METHOD = "beta_method";
    public static final String BETA_REASON = "beta_reason";
    public static final String REACHED_IN = "reached_in";
    public static final String REACHED_REASON = "reached_reason";
    public static final String REASON = ProgressTable.REASON;

    public static final Table TABLE = new Table(
            "convergence",
            new StructType(new StructField[] {
                Columns.needed(INDICATOR, StringType, "indicator of the catalogue"),
                Columns.needed(REF_AREA, StringType, "the province or prefecture whose counties are compared"),
                Columns.needed(PEER_GROUP, StringType, "all, or the group of counties that are compared"),
                Columns.optional(FIRST_PERIOD, IntegerType, "first year over which it is measured"),
                Columns.optional(LAST_PERIOD, IntegerType, "last year, one that is over"),
                Columns.needed(PERIODS, IntegerType, "years between them, these included, that are measured"),
                Columns.needed(
                        REGIONS, IntegerType, "counties with a value in each of these years: those that are compared"),
                Columns.optional(RANGE_FIRST, DoubleType, "largest minus least value in the first year"),
                Columns.optional(RANGE_LAST, DoubleType, "the same in the last year"),
                Columns.optional(
                        DIFFERENCE_FIRST,
                        DoubleType,
                        "coefficient of difference (差异系数) of these counties in the first year"),
                Columns.optional(DIFFERENCE_LAST, DoubleType, "the same in the last year"),
                Columns.optional(
                        SIGMA,
                        DoubleType,
                        "sigma convergence: change of that coefficient a year, by least squares; below zero where they come closer"),
                Columns.optional(SIGMA_SE, DoubleType, "its standard error"),
                Columns.optional(SIGMA_LOWER_95, DoubleType, "lower end of its 95% interval"),
                Columns.optional(SIGMA_UPPER_95, DoubleType, "upper end of its 95% interval"),
                Columns.needed(
                        TENDENCY,
                        StringType,
                        "converging, diverging, unclear (the interval of sigma holds zero), equal (all the same in each year), or unknown"),
                Columns.optional(
                        BETA,
                        DoubleType,
                        "beta convergence: growth a year on the initial level, by least squares; below zero where those behind grow faster"),
                Columns.optional(BETA_SE, DoubleType, "its standard error"),
                Columns.optional(BETA_LOWER_95, DoubleType, "lower end of its 95% interval"),
                Columns.optional(BETA_UPPER_95, DoubleType, "upper end of its 95% interval"),
                Columns.optional(
                        BETA_METHOD,
                        StringType,
                        "linear (change in the unit on the level) or compound (growth of the logarithm on the logarithm)"),
                Columns.optional(
                        BETA_REASON, StringType, "why there is no beta: that of the row, too_few_regions or no_spread"),
                Columns.optional(
                        REACHED_IN,
                        IntegerType,
                        "first year since which the coefficient of all counties with a value is at most the policy's, or the year in which it will be at the pace of sigma"),
                Columns.optional(
                        REACHED_REASON,
                        StringType,
                        "why there is none: that of the row, no_goal, not_closing, unclear, no_recent_value or beyond_goal"),
                Columns.optional(
                        REASON,
                        StringType,
                        "why nothing is said: total, single_region, negative_value, too_few_years or too_few_regions"),
            }),
            List.of(INDICATOR, REF_AREA, PEER_GROUP));

    public static final String CONVERGING = "converging";
    public static final String DIVERGING = "diverging";
    public static final String UNCLEAR = "unclear";
    public static final String EQUAL = "equal";
    public static final String UNKNOWN = "unknown";

    /** A change of the value on the value. */
    public static final String LINEAR = "linear";
    /** A change of its logarithm on its logarithm. */
    public static final String COMPOUND = "compound";

    /** The values are totals, which are larger where a county is. */
    public static final String TOTAL = EquityTable.TOTAL;
    /** There is one county only. */
    public static final String SINGLE_REGION = EquityTable.SINGLE_REGION;
    /** A value is below zero. */
    public static final String NEGATIVE_VALUE = EquityTable.NEGATIVE_VALUE;
    /** Fewer than three years with enough counties. */
    public static final String TOO_FEW_YEARS = "too_few_years";
    /** Too few counties have a value in each year. */
    public static final String TOO_FEW_REGIONS = "too_few_regions";
    /** All began at the same level. */
    public static final String NO_SPREAD = "no_spread";
    /** The policy states no dispersion. */
    public static final String NO_GOAL = "no_goal";
    /** The dispersion does not become less. */
    public static final String NOT_CLOSING = "not_closing";
    /** It would have been reached by now, but no year since the last one tells. */
    public static final String NO_RECENT_VALUE = "no_recent_value";
    /** It would be reached after the year of the long-term goal. */
    public static final String BEYOND_GOAL = "beyond_goal";

    private ConvergenceTable() {}
}
