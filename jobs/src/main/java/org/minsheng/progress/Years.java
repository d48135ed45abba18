package org.minsheng.progress;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.BASE_PERIOD;
import static org.minsheng.lake.ProgressTable.BASE_VALUE;
import static org.minsheng.lake.ProgressTable.CHANGE;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.LATEST;
import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.NOT_REPORTED;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REASON;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.progress.RegionSums.PEOPLE_REPORTING;
import static org.minsheng.progress.RegionValues.MEETS;
import static org.minsheng.progress.RegionValues.MERIT;
import static org.minsheng.progress.RegionValues.ROLLED;
import static org.minsheng.progress.lookup.Areas.LEVEL_NO;
import static org.minsheng.progress.lookup.Indicators.INDICATOR_NO;
import static org.minsheng.progress.lookup.Memberships.AREA_NO;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.minsheng.conf.Level;

/** What the years of an indicator in a region say together: base, latest value, each change, and which years have no row. */
final class Years {
    private static final String BASE_MERIT = "base_merit";
    private static final String YEAR = "year";
    private static final String YEAR_BEFORE = "year_before";
    private static final String VALUE_BEFORE = "value_before";
    private static final String REGIONS_BEFORE = "regions_before";
    private static final String PEOPLE_BEFORE = "people_before";

    private final int baseYear;
    private final int lastYear;

    /** From the base year to the last one that is over. */
    Years(int baseYear, int lastYear) {
        this.baseYear = baseYear;
        this.lastYear = lastYear;
    }

    /** The first value since the base year, which row is the latest, and what was before it. */
    Dataset<Row> withBase(Dataset<Row> values) {
        // One window with several frames: each window by itself goes through all rows again.
        WindowSpec inOrder = Window.partitionBy(INDICATOR_NO, AREA_NO).orderBy(TIME_PERIOD);
        WindowSpec all = inOrder.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        WindowSpec upToNow = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column hasValue = col(OBS_VALUE).isNotNull();
        // A sum of too few people has no merit, is no base and meets nothing.
        Column sinceBase = col(MERIT).isNotNull().and(col(TIME_PERIOD).geq(baseYear));
        Column baseYear = when(sinceBase, col(TIME_PERIOD));
        Column meets = coalesce(col(MEETS), col(MERIT).gt(col(BASE_MERIT)));
        // A year that is not over hides nothing, whatever came of it already.
        Column isOver = col(TIME_PERIOD).leq(lastYear);
        Column last = coalesce(
                max(when(hasValue.and(isOver), col(TIME_PERIOD))).over(all),
                max(when(isOver, col(TIME_PERIOD))).over(all));
        Column counted = when(col(MERIT).isNotNull(), col(OBS_VALUE));
        return values.select(
                        col("*"),
                        min(baseYear).over(all).as(BASE_PERIOD),
                        min_by(col(OBS_VALUE), baseYear).over(all).as(BASE_VALUE),
                        min_by(col(MERIT), baseYear).over(all).as(BASE_MERIT),
                        coalesce(col(TIME_PERIOD).equalTo(last), lit(false)).as(LATEST),
                        lag(col(TIME_PERIOD), 1).over(inOrder).as(YEAR_BEFORE),
                        lag(counted, 1).over(inOrder).as(VALUE_BEFORE),
                        lag(col(REGIONS_REPORTING), 1).over(inOrder).as(REGIONS_BEFORE),
                        lag(col(PEOPLE_REPORTING), 1).over(inOrder).as(PEOPLE_BEFORE))
                // Not among the others: it needs the base's merit. The rows are in order already.
                .withColumn(
                        MET_IN,
                        min(when(sinceBase.and(meets), col(TIME_PERIOD))).over(upToNow));
    }

    /** A row without a value for each year that is missing between the base year and the last one over. */
    Dataset<Row> withGaps(Dataset<Row> rows) {
        Column base = lit(baseYear);
        Column first =
                least(col(TIME_PERIOD), greatest(base, coalesce(col(YEAR_BEFORE).plus(1), base)));
        Column isZone = col(LEVEL_NO).equalTo(Level.ZONE.ordinal());
        Column isRow = col(YEAR).equalTo(col(TIME_PERIOD));
        // As far as their number and people tell: sums of others are not compared.
        Column sameReporters = col(REGIONS_REPORTING)
                .equalTo(col(REGIONS_BEFORE))
                .and(col(PEOPLE_REPORTING).eqNullSafe(col(PEOPLE_BEFORE)));
        Column isNext = col(YEAR_BEFORE).equalTo(col(TIME_PERIOD).minus(1));
        return rows.withColumn(
                        YEAR, explode(sequence(when(isZone, col(TIME_PERIOD)).otherwise(first), col(TIME_PERIOD))))
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        col(YEAR).as(TIME_PERIOD),
                        col(LEVEL_NO),
                        when(isRow, col(NUMERATOR)).as(NUMERATOR),
                        when(isRow, col(DENOMINATOR)).as(DENOMINATOR),
                        when(isRow, col(ROLLED)).as(ROLLED),
                        when(isRow, col(OBS_VALUE)).as(OBS_VALUE),
                        when(isRow, col(REASON)).otherwise(NOT_REPORTED).as(REASON),
                        when(isRow, col(REPORTED_VALUE)).as(REPORTED_VALUE),
                        when(isRow, col(REGIONS_REPORTING)).otherwise(0).as(REGIONS_REPORTING),
                        when(isRow, col(PEOPLE_REPORTING)).as(PEOPLE_REPORTING),
                        when(isRow, col(MERIT)).as(MERIT),
                        col(BASE_PERIOD),
                        col(BASE_VALUE),
                        isRow.and(col(LATEST)).as(LATEST),
                        // A target cannot be met in a year without a value.
                        when(isRow.or(col(MET_IN).lt(col(TIME_PERIOD))), col(MET_IN))
                                .as(MET_IN),
                        Exact.rounded(when(
                                        isRow.and(isNext)
                                                .and(sameReporters)
                                                .and(col(MERIT).isNotNull()),
                                        col(OBS_VALUE).minus(col(VALUE_BEFORE))))
                                .as(CHANGE));
    }
}
