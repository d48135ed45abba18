package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code score}: how far each region has come over all targets, and how sure its rank is. */
public final class ScoreTable {
    public static final String REF_AREA = ProgressTable.REF_AREA;
    public static final String TIME_PERIOD = ProgressTable.TIME_PERIOD;
    public static final String REGION_LEVEL = ProgressTable.REGION_LEVEL;
    public static final String COMPONENT = "component";
    public static final String CODE = "code";
    public static final String SCORE = "score";
    public static final String SCORE_GEOMETRIC = "score_geometric";
    public static final String INDICATORS = "indicators";
    public static final String INDICATORS_EXPECTED = "indicators_expected";
    public static final String RANK = ProgressTable.RANK;
    public static final String PEERS = ProgressTable.PEERS;
    public static final String RANK_LOW = "rank_low";
    public static final String RANK_MEDIAN = "rank_median";
    public static final String RANK_HIGH = "rank_high";
    public static final String REASON = ProgressTable.REASON;

    public static final Table TABLE = new Table(
            "score",
            new StructType(new StructField[] {
                Columns.needed(REF_AREA, StringType, "code of today"),
                Columns.needed(TIME_PERIOD, IntegerType, "the last year that is over"),
                Columns.needed(REGION_LEVEL, StringType, "county, prefecture or province"),
                Columns.needed(COMPONENT, StringType, "measure, field or overall"),
                Columns.needed(CODE, StringType, "number of the measure or field; all for the whole"),
                Columns.optional(
                        SCORE,
                        DoubleType,
                        "0 to 100: weighted arithmetic mean of its parts, which of an indicator are how far the target is met"),
                Columns.optional(
                        SCORE_GEOMETRIC, DoubleType, "the same by weighted geometric means, parts below 1 taken as 1"),
                Columns.needed(INDICATORS, IntegerType, "indicators with a score that are in it"),
                Columns.needed(INDICATORS_EXPECTED, IntegerType, "indicators that should be in it"),
                Columns.optional(
                        RANK,
                        IntegerType,
                        "place among the regions of its level, the best being 1; equal scores share it"),
                Columns.needed(PEERS, IntegerType, "regions of its level with a score"),
                Columns.optional(
                        RANK_LOW,
                        IntegerType,
                        "best end of the 90% interval of ranks, when weights, aggregation and normalisation are varied"),
                Columns.optional(RANK_MEDIAN, DoubleType, "median of these ranks"),
                Columns.optional(RANK_HIGH, IntegerType, "worst end of the interval"),
                Columns.optional(REASON, StringType, "why there is no score: too_few (parts, by weight)"),
            }),
            List.of(REF_AREA, TIME_PERIOD, COMPONENT, CODE));

    public static final String MEASURE = "measure";
    public static final String FIELD = "field";
    public static final String OVERALL = "overall";
    /** What {@link #CODE} says of the whole. */
    public static final String ALL = "all";

    /** Less than the least share of its parts is there. */
    public static final String TOO_FEW = "too_few";

    private ScoreTable() {}
}
