package org.minsheng.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.quality.Evidence.SOURCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Level;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lookup;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Figures of a prefecture or the province that are not the sum of its counties and zones, beyond the policy's
 * tolerance: neither on the divisions of that year nor on those of today, as tables that go back in time may use
 * either. Where a county has not reported, only a sum that is larger can be told.
 */
final class NotTheSum implements Check {
    private static final String UNDER = "under";
    private static final String COUNTIES = "counties";
    private static final String OWN = "own";
    private static final String IS_COUNTY = "is_county";
    private static final String THEN = "then";
    private static final String TODAY = "today";
    private static final String SUM_THEN = "sum_then";
    private static final String SUM_TODAY = "sum_today";
    private static final String COUNTIES_THEN = "counties_then";
    private static final String COUNTIES_TODAY = "counties_today";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;

    NotTheSum(SparkSession spark, Catalogue catalogue, Regions regions) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        Column value = col(OBS_VALUE).cast(createDecimalType(28, 8));
        Dataset<Row> met = evidence.values()
                .filter(col(SERIES).isin(catalogue.additive().toArray()))
                .join(broadcast(members()), REF_AREA)
                .groupBy(col(SERIES), col(UNDER), col(COUNTIES), col(TIME_PERIOD))
                .agg(
                        max(when(col(OWN), col(SOURCE))).as(SOURCE),
                        sum(when(col(THEN), value)).cast(DoubleType).as(SUM_THEN),
                        sum(when(col(TODAY), value)).cast(DoubleType).as(SUM_TODAY),
                        count(when(col(THEN).and(col(IS_COUNTY)), lit(1))).as(COUNTIES_THEN),
                        count(when(col(TODAY).and(col(IS_COUNTY)), lit(1))).as(COUNTIES_TODAY))
                .filter(col(SOURCE).isNotNull())
                .withColumnRenamed(UNDER, REF_AREA);
        return Flags.of(
                met.filter(differs(SUM_THEN, COUNTIES_THEN).and(differs(SUM_TODAY, COUNTIES_TODAY))),
                FlagTable.NOT_THE_SUM,
                coalesce(col(SUM_THEN), col(SUM_TODAY)),
                lit(COUNTIES));
    }

    private Column differs(String sum, String reporting) {
        Column tolerance = abs(col(sum)).multiply(catalogue.policy().tolerance());
        Column more = col(sum).minus(Evidence.value()).gt(tolerance);
        Column less = Evidence.value().minus(col(sum)).gt(tolerance);
        return coalesce(more.or(less.and(col(reporting).geq(col(COUNTIES)))), lit(false));
    }

    /** That a region counts in one above it: on the divisions of its time, and on those of today. */
    private record Member(Region region, Region above, boolean then, boolean today) {
        boolean own() {
            return region == above;
        }

        boolean isCounty() {
            return region.level() == Level.COUNTY;
        }
    }

    /**
     * One row per county or zone of any time and region above it, with whether that was so then and is so today; and one row per
     * region above them for itself.
     */
    private Dataset<Row> members() {
        Map<String, Long> counties = new HashMap<>();
        regions.today(Level.COUNTY)
                .forEach(county ->
                        regions.withAncestors(county).forEach(above -> counties.merge(above.code(), 1L, Long::sum)));
        return new Lookup<Member>()
                .column(REF_AREA, StringType, member -> member.region().code())
                .column(UNDER, StringType, member -> member.above().code())
                .column(
                        COUNTIES,
                        LongType,
                        member -> counties.getOrDefault(member.above().code(), 0L))
                .column(OWN, BooleanType, Member::own)
                .column(IS_COUNTY, BooleanType, Member::isCounty)
                .column(THEN, BooleanType, Member::then)
                .column(TODAY, BooleanType, Member::today)
                .of(spark, regions.all().stream().flatMap(this::members));
    }

    private Stream<Member> members(Region region) {
        if (!region.level().reportsAs(Level.COUNTY)) {
            return Stream.of(new Member(region, region, false, false));
        }
        List<Region> then = regions.withAncestorsThen(region);
        List<Region> today = regions.withAncestors(region);
        return Stream.concat(then.stream(), today.stream())
                .distinct()
                .filter(above -> !above.level().reportsAs(Level.COUNTY))
                .map(above -> new Member(region, above, then.contains(above), today.contains(above)));
    }
}
