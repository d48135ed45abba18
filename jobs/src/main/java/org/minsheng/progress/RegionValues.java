package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.ABOVE_WHOLE;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NOT_REPORTED;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PEOPLE_COVERED;
import static org.minsheng.lake.ProgressTable.REASON;
import static org.minsheng.lake.ProgressTable.REGIONS_EXPECTED;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REPORTED;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.ROLLED_UP;
import static org.minsheng.lake.ProgressTable.SOURCE;
import static org.minsheng.lake.ProgressTable.TARGET_KIND;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;
import static org.minsheng.lake.ProgressTable.ZERO_DENOMINATOR;
import static org.minsheng.progress.RegionSums.PEOPLE_REPORTING;
import static org.minsheng.progress.ReportedSides.formula;
import static org.minsheng.progress.Standing.IS_OF_TOO_FEW;
import static org.minsheng.progress.lookup.Areas.LEVEL_NO;
import static org.minsheng.progress.lookup.Areas.PEOPLE_EXPECTED;
import static org.minsheng.progress.lookup.Areas.REPORTERS;
import static org.minsheng.progress.lookup.Areas.ZONES;
import static org.minsheng.progress.lookup.Indicators.BY_PEOPLE;
import static org.minsheng.progress.lookup.Indicators.DIRECTION;
import static org.minsheng.progress.lookup.Indicators.HIGHEST;
import static org.minsheng.progress.lookup.Indicators.INDICATOR_NO;
import static org.minsheng.progress.lookup.Indicators.IS_SHARE;
import static org.minsheng.progress.lookup.Indicators.LEAST;
import static org.minsheng.progress.lookup.Indicators.MOST;
import static org.minsheng.progress.lookup.Indicators.REPORTER_LEVEL;
import static org.minsheng.progress.lookup.Levels.IS_REPORTER_LEVEL;
import static org.minsheng.progress.lookup.Memberships.AREA_NO;
import static org.minsheng.progress.lookup.Memberships.FIRST_YEAR;
import static org.minsheng.progress.lookup.Memberships.LAST_YEAR;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.catalogue.Policy;
import org.minsheng.progress.lookup.Lookups;

/** The value of each region and year, why there is none where there is none, and what the value is of. */
final class RegionValues {
    /** The value that follows from sums, null where there are none. */
    static final String ROLLED = "rolled";
    /** Whether the value meets the target; null where only the base's value tells. */
    static final String MEETS = "meets";
    /** What regions are ranked by, the larger the better; null of no value and of sums of too few people. */
    static final String MERIT = "merit";
    /** Numbers of the zones that ever reported the indicator. */
    static final String ZONES_REPORTING = "zones_reporting";

    private final Lookups lookups;
    private final Dataset<Row> zones;
    private final Policy policy;

    /**
     * By the tolerance and coverage of a policy.
     *
     * @param zones one row per indicator that zones ever reported, with those
     */
    RegionValues(Lookups lookups, Dataset<Row> zones, Policy policy) {
        this.lookups = lookups;
        this.zones = zones;
        this.policy = policy;
    }

    /**
     * The value: of sums where there are any, else what the region itself reported; and why there is none. Only what the
     * steps that sort need goes with it.
     */
    Dataset<Row> withValue(Dataset<Row> sums) {
        Column isRolled = col(NUMERATOR).isNotNull();
        Column share = try_divide(col(NUMERATOR), col(DENOMINATOR)).multiply(100);
        Column above = not(col(IS_SHARE))
                .and(when(isRolled, col(ROLLED)).otherwise(col(REPORTED_VALUE)).gt(col(HIGHEST)));
        return known(sums)
                .withColumn(ROLLED, when(col(IS_SHARE), share).otherwise(formula()))
                .withColumn(ROLLED, Exact.figure(col(ROLLED)))
                .withColumn(
                        REASON,
                        when(isRolled.and(col(DENOMINATOR).equalTo(0)), ZERO_DENOMINATOR)
                                .when(above, ABOVE_WHOLE)
                                .when(not(isRolled).and(col(REPORTED_VALUE).isNull()), NOT_REPORTED))
                .withColumn(
                        OBS_VALUE,
                        when(col(REASON).isNull(), when(isRolled, col(ROLLED)).otherwise(col(REPORTED_VALUE))))
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        col(TIME_PERIOD),
                        col(LEVEL_NO),
                        col(NUMERATOR),
                        col(DENOMINATOR),
                        col(ROLLED),
                        col(OBS_VALUE),
                        col(REASON),
                        col(REPORTED_VALUE),
                        col(REGIONS_REPORTING),
                        col(PEOPLE_REPORTING),
                        Standing.meetsWhateverTheBase().as(MEETS),
                        when(not(isOfTooFew()), merit()).as(MERIT));
    }

    /** By the distance from a band, else by the side that is wanted. */
    private static Column merit() {
        Column band = col(LEAST).isNotNull().and(col(MOST).isNotNull());
        Column wanted = when(col(LEAST).isNull().and(col(MOST).isNotNull()), -1).otherwise(col(DIRECTION));
        Column distance = Exact.rounded(abs(col(OBS_VALUE).minus(col(TARGET_VALUE))));
        return when(band, distance.multiply(-1)).otherwise(col(OBS_VALUE).multiply(wanted));
    }

    /** The columns that follow from a row's figures and from what is known of its indicator and region. */
    Dataset<Row> described(Dataset<Row> values) {
        Column isRolled = col(NUMERATOR).isNotNull();
        Column difference = Exact.rounded(abs(col(ROLLED).minus(col(REPORTED_VALUE))));
        Column tolerated = Exact.rounded(abs(col(ROLLED)).multiply(policy.tolerance()));
        return known(values.drop(LEVEL_NO))
                .withColumn(
                        SOURCE,
                        when(col(OBS_VALUE).isNull(), lit(null).cast(DataTypes.StringType))
                                .when(isRolled.and(not(col(IS_REPORTER_LEVEL))), ROLLED_UP)
                                .otherwise(REPORTED))
                .withColumn(REPORTED_DIFFERS, coalesce(isRolled.and(difference.gt(tolerated)), lit(false)))
                .withColumn(PEOPLE_COVERED, peopleCovered())
                .withColumn(IS_OF_TOO_FEW, col(OBS_VALUE).isNotNull().and(isOfTooFew()))
                .withColumn(
                        VALUE_IS,
                        when(col(IS_SHARE).and(col(BY_PEOPLE)), "share_of_people")
                                .when(col(IS_SHARE), "share_of_counties")
                                .otherwise(VALUE));
    }

    /** With what the catalogue and the divisions say of the indicator, region and year of each row. */
    private Dataset<Row> known(Dataset<Row> rows) {
        Column zonesTold = size(array_intersect(col(ZONES), col(ZONES_REPORTING)));
        return rows.join(broadcast(lookups.indicators()), INDICATOR_NO)
                .join(broadcast(lookups.areas()), new String[] {AREA_NO, REPORTER_LEVEL})
                .filter(col(TIME_PERIOD).between(col(FIRST_YEAR), col(LAST_YEAR)))
                .join(broadcast(zones), new String[] {INDICATOR_NO}, "left_outer")
                // A zone that never reported the indicator is not waited for: nobody told it to.
                .withColumn(
                        REGIONS_EXPECTED,
                        col(REPORTERS)
                                .plus(when(
                                                size(col(ZONES))
                                                        .gt(0)
                                                        .and(col(ZONES_REPORTING)
                                                                .isNotNull()),
                                                zonesTold)
                                        .otherwise(0)))
                .withColumn(IS_SHARE, col(IS_SHARE).and(not(col(IS_REPORTER_LEVEL))))
                // What is asked of a share of counties is that all of them meet the target.
                .withColumn(
                        TARGET_VALUE,
                        when(col(IS_SHARE).and(col(TARGET_KIND).isNotNull()), 100.0)
                                .otherwise(col(TARGET_VALUE)))
                .withColumn(
                        LEAST,
                        when(col(IS_SHARE).and(col(TARGET_KIND).isNotNull()), 100.0)
                                .otherwise(col(LEAST)))
                .withColumn(MOST, when(not(col(IS_SHARE)), col(MOST)));
    }

    private static Column peopleCovered() {
        return when(
                not(col(IS_REPORTER_LEVEL)),
                Exact.rounded(try_divide(coalesce(col(PEOPLE_REPORTING), lit(0L)), col(PEOPLE_EXPECTED))
                        .multiply(100)));
    }

    /** Whether a row is a sum of too few of the region's people, or of its reporters where their people are not known. */
    private Column isOfTooFew() {
        Column reporting = try_divide(col(REGIONS_REPORTING).cast(DataTypes.DoubleType), col(REGIONS_EXPECTED));
        Column covered = coalesce(peopleCovered().divide(100), reporting);
        return coalesce(
                col(NUMERATOR).isNotNull().and(not(col(IS_REPORTER_LEVEL))).and(covered.lt(policy.coverage())),
                lit(false));
    }
}
