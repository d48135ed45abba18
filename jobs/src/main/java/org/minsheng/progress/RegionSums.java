package org.minsheng.progress;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.progress.ReportedSides.REPORTER_VALUE;
import static org.minsheng.progress.lookup.Areas.LEVEL_NO;
import static org.minsheng.progress.lookup.Codes.PEOPLE;
import static org.minsheng.progress.lookup.Codes.REPORTER_NO;
import static org.minsheng.progress.lookup.Indicators.BY_PEOPLE;
import static org.minsheng.progress.lookup.Indicators.HIGHEST;
import static org.minsheng.progress.lookup.Indicators.INDICATOR_NO;
import static org.minsheng.progress.lookup.Indicators.IS_SHARE;
import static org.minsheng.progress.lookup.Indicators.REPORTER_LEVEL;
import static org.minsheng.progress.lookup.Levels.IS_REPORTER_LEVEL;
import static org.minsheng.progress.lookup.Memberships.AREA_NO;
import static org.minsheng.progress.lookup.Memberships.FIRST_YEAR;
import static org.minsheng.progress.lookup.Memberships.LAST_YEAR;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.conf.Level;
import org.minsheng.progress.lookup.Lookups;

/** Adds up what was reported over the regions, each with all that counts in it. */
final class RegionSums {
    /** The people of the reporters whose figures are in the sum, null where none are known. */
    static final String PEOPLE_REPORTING = "people_reporting";

    private final Lookups lookups;
    private final int lastYear;

    /**
     * With a row at least for each region and indicator.
     *
     * @param lastYear the year of that row where nothing was reported
     */
    RegionSums(Lookups lookups, int lastYear) {
        this.lookups = lookups;
        this.lastYear = lastYear;
    }

    /** From the sides that each region reported. */
    Dataset<Row> of(Dataset<Row> sides) {
        return sides.transform(this::partsOfRegions)
                .transform(this::withLastYears)
                .transform(RegionSums::added);
    }

    /**
     * What each reporter adds to itself and to the regions above it: its sides; for shares, whether it (or its people) meets
     * the target. A reporter whose own value cannot be is left out of the regions above it.
     */
    private Dataset<Row> partsOfRegions(Dataset<Row> sides) {
        Column possible =
                col(HIGHEST).isNull().or(coalesce(col(REPORTER_VALUE), lit(0)).leq(col(HIGHEST)));
        Column own = col(REPORTER_NO).equalTo(col(AREA_NO));
        // Whether the row is of a region of the level at which the indicator is reported, or of one above it.
        Column isReporter = col(IS_REPORTER_LEVEL);
        Column counts = isReporter.and(possible.or(own));
        Column share = col(IS_SHARE).and(not(own));
        Column weight = when(col(BY_PEOPLE), col(PEOPLE)).otherwise(lit(1L)).cast(DataTypes.DoubleType);
        Column has = col(REPORTER_VALUE).isNotNull();
        Column meets = Standing.within(col(REPORTER_VALUE));
        Column numerator =
                when(share, when(has, when(meets, weight).otherwise(lit(0.0)))).otherwise(col(NUMERATOR));
        Column denominator = when(share, when(has, weight)).otherwise(col(DENOMINATOR));
        return sides.join(broadcast(lookups.levels()), new String[] {REPORTER_NO, REPORTER_LEVEL})
                .join(broadcast(lookups.memberships()), REPORTER_NO)
                .filter(col(TIME_PERIOD).between(col(FIRST_YEAR), col(LAST_YEAR)))
                .filter(counts.or(not(isReporter).and(own)))
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        col(TIME_PERIOD),
                        when(isReporter, numerator).as(NUMERATOR),
                        when(isReporter, denominator).as(DENOMINATOR),
                        when(not(isReporter).and(not(col(IS_SHARE))), col(REPORTER_VALUE))
                                .as(REPORTED_VALUE),
                        when(isReporter, lit(1)).otherwise(lit(0)).as(REGIONS_REPORTING),
                        when(isReporter, col(PEOPLE)).as(PEOPLE_REPORTING));
    }

    /** A part of nothing for each indicator and region in the last year over, so that each of them has a row at least. */
    private Dataset<Row> withLastYears(Dataset<Row> parts) {
        return parts.unionByName(lookups.areas()
                .filter(col(LEVEL_NO)
                        .notEqual(Level.ZONE.ordinal())
                        .and(lit(lastYear).between(col(FIRST_YEAR), col(LAST_YEAR))))
                .join(broadcast(lookups.indicators()), REPORTER_LEVEL)
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        lit(lastYear).as(TIME_PERIOD),
                        lit(null).cast(DataTypes.DoubleType).as(NUMERATOR),
                        lit(null).cast(DataTypes.DoubleType).as(DENOMINATOR),
                        lit(null).cast(DataTypes.DoubleType).as(REPORTED_VALUE),
                        lit(0).as(REGIONS_REPORTING),
                        lit(null).cast(DataTypes.LongType).as(PEOPLE_REPORTING))
                // As the parts are, so that they need not be exchanged again.
                .repartition(col(INDICATOR_NO)));
    }

    /** Sums over each region's parts. What a region above the reporters reports itself stands beside the sum. */
    private static Dataset<Row> added(Dataset<Row> parts) {
        return parts.groupBy(INDICATOR_NO, AREA_NO, TIME_PERIOD)
                .agg(
                        Exact.sum(col(NUMERATOR)).as(NUMERATOR),
                        Exact.sum(col(DENOMINATOR)).as(DENOMINATOR),
                        max(REPORTED_VALUE).as(REPORTED_VALUE),
                        sum(REGIONS_REPORTING).cast(DataTypes.IntegerType).as(REGIONS_REPORTING),
                        sum(PEOPLE_REPORTING).as(PEOPLE_REPORTING));
    }
}
