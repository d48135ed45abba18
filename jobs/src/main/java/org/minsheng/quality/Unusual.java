package org.minsheng.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lookup;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Values beyond the usual bounds of their series. */
final class Unusual implements Check {
    private static final String LEAST = "least";
    private static final String MOST = "most";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;

    Unusual(SparkSession spark, Catalogue catalogue, Regions regions) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        Column below = col(OBS_VALUE).lt(col(LEAST));
        return Flags.of(
                evidence.values()
                        .join(broadcast(bounds()), new String[] {SERIES, REF_AREA})
                        .filter(below.or(col(OBS_VALUE).gt(col(MOST)))),
                FlagTable.UNUSUAL,
                when(below, col(LEAST)).otherwise(col(MOST)),
                when(below, lit(LEAST)).otherwise(lit(MOST)));
    }

    private record Bounded(Series series, Region region) {}

    /** The usual bounds of series, for each region that they apply to: of its level, or of any if it is a share. */
    private Dataset<Row> bounds() {
        return new Lookup<Bounded>()
                .column(SERIES, StringType, one -> one.series().id())
                .column(REF_AREA, StringType, one -> one.region().code())
                .column(LEAST, DoubleType, one -> number(one.series().usualLeast()))
                .column(MOST, DoubleType, one -> number(one.series().usualMost()))
                .of(
                        spark,
                        catalogue.series().values().stream()
                                .filter(series -> series.usualLeast() != null || series.usualMost() != null)
                                .flatMap(this::bounded));
    }

    private Stream<Bounded> bounded(Series series) {
        boolean isShare = series.unit().dimension().equals(Unit.RATIO);
        return regions.all().stream()
                .filter(region -> isShare || region.level().reportsAs(series.level()))
                .map(region -> new Bounded(series, region));
    }

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }
}
