package org.minsheng.progress;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;
import static org.minsheng.lake.ProgressTable.STATUS;
import static org.minsheng.lake.ProgressTable.TARGET_KIND;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;
import static org.minsheng.progress.Projecting.HISTORY;
import static org.minsheng.progress.Projecting.IS_MILESTONE;
import static org.minsheng.progress.lookup.Indicators.HIGHEST;
import static org.minsheng.progress.lookup.Indicators.LEAST;
import static org.minsheng.progress.lookup.Indicators.LOWEST;
import static org.minsheng.progress.lookup.Indicators.MODEL;
import static org.minsheng.progress.lookup.Indicators.MOST;
import static org.minsheng.progress.lookup.Indicators.PROJECTED_ON;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;
import org.minsheng.progress.lookup.Indicators;

/**
 * The step that projects each indicator of each region: the years after its last value as far as its model looks, and a row
 * for the deadline and the long-term goal each, which says why where it looks no farther.
 */
public final class Projections {
    private final Dataset<Row> indicators;
    private final Policy policy;
    private final int thisYear;

    /** The step; the target in force at {@code asOf} is the one to be met. */
    public Projections(SparkSession spark, Catalogue catalogue, AsOf asOf) {
        this.indicators = Indicators.of(spark, catalogue, asOf.day());
        this.policy = catalogue.policy();
        this.thisYear = asOf.day().getYear();
    }

    /** From rows of the table progress to rows of the table projection. */
    public Dataset<Row> run(Dataset<Row> progress) {
        return progress.transform(this::histories)
                .transform(this::withBounds)
                .flatMap(new Projecting(policy, thisYear), Encoders.row(ProjectionTable.TABLE.schema()));
    }

    /** One row per indicator and region, with the values of all years that are over. */
    private Dataset<Row> histories(Dataset<Row> progress) {
        // A sum of few of the region's people is of others than the years beside it.
        Column tells = col(STATUS).notEqual(Status.LOW_COVERAGE.code());
        // The column of each year holds one value; a list of them would have to be sorted for each region.
        Column[] history = IntStream.range(
                        policy.baseYear(),
                        Math.max(policy.baseYear() + 1, thisYear)) // a year that is not over has none yet
                .mapToObj(year -> max(when(col(TIME_PERIOD).equalTo(year).and(tells), col(OBS_VALUE))))
                .toArray(Column[]::new);
        return progress.groupBy(INDICATOR, REF_AREA, REGION_LEVEL, VALUE_IS)
                .agg(array(history).as(HISTORY));
    }

    /** With how each is projected, and between which bounds. */
    private Dataset<Row> withBounds(Dataset<Row> histories) {
        Column isShare = not(col(VALUE_IS).equalTo(VALUE));
        Column hasTarget = col(TARGET_KIND).isNotNull();
        return histories
                .join(broadcast(indicators), INDICATOR)
                .select(
                        col(INDICATOR),
                        col(REF_AREA),
                        col(REGION_LEVEL),
                        coalesce(col(TARGET_KIND).equalTo(TargetKind.Name.MILESTONE.word()), lit(false))
                                .as(IS_MILESTONE),
                        // How many counties have something grows by the year, whether one has it does not.
                        when(isShare, policy.projection().model().name())
                                .otherwise(col(MODEL))
                                .as(MODEL),
                        col(PROJECTED_ON),
                        col(DEADLINE),
                        when(isShare, 0.0).otherwise(col(LOWEST)).as(LOWEST),
                        when(isShare, 100.0).otherwise(col(HIGHEST)).as(HIGHEST),
                        when(isShare, when(hasTarget, 100.0))
                                .otherwise(col(LEAST))
                                .as(LEAST),
                        when(not(isShare), col(MOST)).as(MOST),
                        col(HISTORY));
    }
}
