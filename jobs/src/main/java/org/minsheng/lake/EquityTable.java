package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code equity}: how unequal the counties of a region are in each indicator and year. */
public final class EquityTable {
    public static final String INDICATOR = ProgressTable.INDICATOR;
    public static final String TIME_PERIOD = ProgressTable.TIME_PERIOD;
    public static final String REF_AREA = ProgressTable.REF_AREA;
    public static final String PEER_GROUP = "peer_group";
    public static final String WEIGHTED_BY = "weighted_by";
    public static final String REGIONS = "regions";
    public static final String REGIONS_EXPECTED = "regions_expected";
    public static final String PEOPLE = "people";
    public static final String PROVISIONAL = ProgressTable.PROVISIONAL;
    public static final String MEAN = "mean";
    public static final String MEDIAN = "median";
    public static final String MINIMUM = "minimum";
    public static final String MINIMUM_AREA = "minimum_area";
    public static final String MAXIMUM = "maximum";
    public static final String MAXIMUM_AREA = "maximum_area";
    public static final String VALUE_RANGE = "value_range";
    public static final String CV = "cv";
    public static final String GINI = "gini";
    public static final String THEIL_T = "theil_t";
    public static final String THEIL_T_BETWEEN = "theil_t_between";
    public static final String THEIL_T_WITHIN = "theil_t_within";
    public static final String THEIL_L = "theil_l";
    public static final String THEIL_L_BETWEEN = "theil_l_between";
    public static final String THEIL_L_WITHIN = "theil_l_within";
    public static final String P10 = "p10";
    public static final String P90 = "p90";
    public static final String P90_P10 = "p90_p10";
    public static final String WORST_FIFTH = "worst_fifth";
    public static final String BELOW_TARGET = "below_target";
    public static final String REASON = ProgressTable.REASON;

    public static final Table TABLE = new Table(
            "equity",
            new StructType(new StructField[] {
                Columns.needed(INDICATOR, StringType, "indicator of the catalogue"),
                Columns.needed(TIME_PERIOD, IntegerType, "year"),
                Columns.needed(
                        REF_AREA,
                        StringType,
                        "the province or prefecture whose counties are compared, by the divisions of today"),
                Columns.needed(
                        PEER_GROUP,
                        StringType,
                        "all, or the group of counties that are compared, by the column peer_group of the regions"),
                Columns.needed(
                        WEIGHTED_BY,
                        StringType,
                        "regions (each counts the same), people (of the census), or base (the denominator of the rate where that counts those it is for, else people)"),
                Columns.needed(REGIONS, IntegerType, "counties with a value, and with a weight"),
                Columns.needed(REGIONS_EXPECTED, IntegerType, "counties that there are"),
                Columns.optional(
                        PEOPLE, LongType, "people (census) of those with a value; null where they are not known"),
                Columns.needed(PROVISIONAL, BooleanType, "whether the year is not over"),
                Columns.optional(MEAN, DoubleType, "weighted mean of the values, in the unit of the indicator"),
                Columns.optional(MEDIAN, DoubleType, "weighted median"),
                Columns.optional(MINIMUM, DoubleType, "least value"),
                Columns.optional(MINIMUM_AREA, StringType, "code of the county that has it; of several, the first"),
                Columns.optional(MAXIMUM, DoubleType, "largest value"),
                Columns.optional(MAXIMUM_AREA, StringType, "code of the county that has it; of several, the first"),
                Columns.optional(VALUE_RANGE, DoubleType, "largest minus least"),
                Columns.optional(
                        CV,
                        DoubleType,
                        "coefficient of variation: standard deviation over mean; weighted by base it is the 差异系数 of the national inspection"),
                Columns.optional(GINI, DoubleType, "Gini coefficient, from 0 (all the same)"),
                Columns.optional(THEIL_T, DoubleType, "Theil's T; theil_t_between + theil_t_within"),
                Columns.optional(THEIL_T_BETWEEN, DoubleType, "of this, between the prefectures; null within one"),
                Columns.optional(THEIL_T_WITHIN, DoubleType, "of this, within them; null within one"),
                Columns.optional(
                        THEIL_L, DoubleType, "Theil's L, the mean logarithmic deviation; null where a value is zero"),
                Columns.optional(THEIL_L_BETWEEN, DoubleType, "of this, between the prefectures; null within one"),
                Columns.optional(THEIL_L_WITHIN, DoubleType, "of this, within them; null within one"),
                Columns.optional(P10, DoubleType, "value below which a tenth of the weight lies"),
                Columns.optional(P90, DoubleType, "value below which nine tenths of the weight lie"),
                Columns.optional(P90_P10, DoubleType, "the one over the other; null where P10 is zero"),
                Columns.optional(WORST_FIFTH, DoubleType, "mean of the fifth of the weight that is worst off"),
                Columns.optional(
                        BELOW_TARGET,
                        DoubleType,
                        "share of the weight, in %, whose counties do not meet the target in force today; null where it has no number"),
                Columns.optional(
                        REASON,
                        StringType,
                        "why measures are null: no_value, no_weight, single_region, negative_value, or total where counties of other size are not compared"),
            }),
            List.of(INDICATOR, TIME_PERIOD, REF_AREA, PEER_GROUP, WEIGHTED_BY));

    /** What {@link #PEER_GROUP} says of all counties. */
    public static final String ALL = "all";

    /** Each county counts the same. */
    public static final String BY_REGIONS = "regions";
    /** Each county counts by its people. */
    public static final String BY_PEOPLE = "people";
    /** Each county counts by what its rate is of. */
    public static final String BY_BASE = "base";

    /** No county has a value. */
    public static final String NO_VALUE = "no_value";
    /** No county with a value has a weight. */
    public static final String NO_WEIGHT = "no_weight";
    /** There is one county only. */
    public static final String SINGLE_REGION = "single_region";
    /** A value is below zero, where a ratio to the mean says nothing. */
    public static final String NEGATIVE_VALUE = "negative_value";
    /** The values are totals, which are larger where a county is. */
    public static final String TOTAL = "total";

    private EquityTable() {}
}
