package org.minsheng.progress;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ObservationTable.SERIES;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.RANK;
import static org.minsheng.lake.ProgressTable.TABLE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.progress.RegionValues.MERIT;
import static org.minsheng.progress.RegionValues.ZONES_REPORTING;
import static org.minsheng.progress.lookup.Areas.LEVEL_NO;
import static org.minsheng.progress.lookup.Codes.ANY_CODE;
import static org.minsheng.progress.lookup.Codes.REPORTER_NO;
import static org.minsheng.progress.lookup.Indicators.INDICATOR_NO;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Policy;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.lake.ObservationTable;
import org.minsheng.progress.lookup.Lookups;
import org.minsheng.region.Regions;

/**
 * The stage that computes, for each indicator, region and year, the value, its distance from the target and the pace
 * toward it; all indicators in one pass over the observations.
 */
public final class Progress {
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final AsOf asOf;

    /** The stage for all indicators; what became known after {@code asOf} is not used. */
    public Progress(SparkSession spark, Catalogue catalogue, Regions regions, Divisions divisions, AsOf asOf) {
        this(spark, catalogue, regions, divisions, asOf, indicator -> true);
    }

    /** The stage for some indicators. */
    public Progress(
            SparkSession spark,
            Catalogue catalogue,
            Regions regions,
            Divisions divisions,
            AsOf asOf,
            Predicate<String> indicators) {
        this.catalogue = catalogue;
        this.lookups = Lookups.of(spark, catalogue, indicators, regions, divisions, asOf.day());
        this.asOf = asOf;
    }

    /** From rows of the table observation to rows of the table progress. */
    public Dataset<Row> run(Dataset<Row> observations) {
        Policy policy = catalogue.policy();
        int lastYear = Math.max(policy.baseYear(), asOf.lastYear());
        RegionValues values = new RegionValues(lookups, reportingZones(observations), policy);
        Years years = new Years(policy.baseYear(), lastYear);
        return observations
                .transform(new ReportedSides(lookups, asOf)::of)
                .transform(new RegionSums(lookups, lastYear)::of)
                .transform(values::withValue)
                .transform(years::withBase)
                .transform(years::withGaps)
                .transform(Progress::withRank)
                .transform(values::described)
                .transform(new Standing(policy, asOf.day())::of)
                .select(Arrays.stream(TABLE.schema().fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }

    /** One row per indicator that zones have reported: which ones, by the codes of any of its series, in whatever year. */
    private Dataset<Row> reportingZones(Dataset<Row> observations) {
        return observations
                .filter(col(ObservationTable.OBS_VALUE)
                        .isNotNull()
                        .and(col(ObservationTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant())))))
                .join(
                        broadcast(lookups.zoneCodes()),
                        col(ObservationTable.REF_AREA).equalTo(col(ANY_CODE)))
                .join(broadcast(lookups.terms().select(INDICATOR_NO, SERIES)), SERIES)
                .groupBy(INDICATOR_NO)
                .agg(collect_set(REPORTER_NO).as(ZONES_REPORTING));
    }

    /** The place among the regions of a level in a year. */
    private static Dataset<Row> withRank(Dataset<Row> rows) {
        WindowSpec peers = Window.partitionBy(INDICATOR_NO, LEVEL_NO, TIME_PERIOD)
                .orderBy(col(MERIT).desc_nulls_last());
        WindowSpec all = peers.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        return rows.select(
                col("*"),
                when(col(MERIT).isNotNull(), rank().over(peers)).as(RANK),
                count(col(MERIT)).over(all).cast(DataTypes.IntegerType).as(PEERS));
    }
}
