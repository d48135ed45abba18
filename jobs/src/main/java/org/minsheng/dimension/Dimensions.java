package org.minsheng.dimension;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.catalogue.Offices;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.lake.IndicatorTable;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.RegionTable;
import org.minsheng.lake.SeriesTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.UnitTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** The rows of the tables of names, in both languages where the configuration has them. */
public final class Dimensions {
    /** The tables. */
    public static final List<Table> TABLES =
            List.of(RegionTable.TABLE, SeriesTable.TABLE, IndicatorTable.TABLE, UnitTable.TABLE);

    private final Map<Table, Supplier<Dataset<Row>>> rows;

    /** Those of a catalogue and its regions. */
    public Dimensions(SparkSession spark, Catalogue catalogue, Regions regions) {
        this.rows = Map.of(
                RegionTable.TABLE, () -> regions().of(spark, places(regions)),
                SeriesTable.TABLE, () -> series().of(spark, catalogue.series().values().stream()),
                IndicatorTable.TABLE,
                        () -> indicators(catalogue.policy().offices()).of(spark, promises(catalogue)),
                UnitTable.TABLE, () -> units().of(spark, catalogue.units().all().stream()));
    }

    /** The rows of one of the tables. */
    public Dataset<Row> rows(Table table) {
        return rows.get(table).get();
    }

    /** A region with its place among the others. */
    private record Place(Region region, String today, String parent, String parentName) {}

    /** An indicator with what it stands below. */
    private record Promise(Field field, Measure measure, Indicator indicator) {}

    private static Stream<Place> places(Regions regions) {
        return regions.all().stream().map(region -> {
            Region parent = regions.find(region.parent()).orElse(null);
            return new Place(
                    region,
                    regions.today(region).code(),
                    parent == null ? null : parent.code(),
                    parent == null ? null : parent.name());
        });
    }

    private static Stream<Promise> promises(Catalogue catalogue) {
        return catalogue.fields().stream()
                .flatMap(field -> field.measures().stream()
                        .flatMap(measure -> measure.indicators().stream()
                                .map(indicator -> new Promise(field, measure, indicator))));
    }

    private static Lookup<Place> regions() {
        return new Lookup<Place>(RegionTable.TABLE)
                .column(RegionTable.REF_AREA, place -> place.region().code())
                .column(RegionTable.NAME, place -> place.region().name())
                .column(RegionTable.SHORT_NAME, place -> place.region().shortName())
                .column(RegionTable.NAME_EN, place -> place.region().label().en())
                .column(
                        RegionTable.SHORT_NAME_EN,
                        place -> place.region().shortLabel().en())
                .column(RegionTable.LEVEL, place -> place.region().level().word())
                .column(RegionTable.PARENT, Place::parent)
                .column(RegionTable.PARENT_NAME, Place::parentName)
                .column(RegionTable.VALID_FROM, place -> place.region().validFrom())
                .column(RegionTable.VALID_TO, place -> place.region().validTo())
                .column(RegionTable.TODAY, Place::today)
                .column(RegionTable.POPULATION, place -> place.region().population())
                .column(RegionTable.RURAL_POPULATION, place -> place.region().ruralPopulation())
                .column(RegionTable.PEER_GROUP, place -> place.region().peerGroup())
                .column(RegionTable.TILE_ROW, place -> place.region().tileRow())
                .column(RegionTable.TILE_COL, place -> place.region().tileCol());
    }

    private static Lookup<Series> series() {
        return new Lookup<Series>(SeriesTable.TABLE)
                .column(SeriesTable.SERIES, Series::id)
                .column(SeriesTable.NAME_ZH, series -> series.title().zh())
                .column(SeriesTable.NAME_EN, series -> series.title().en())
                .column(SeriesTable.UNIT, series -> series.unit().name())
                .column(SeriesTable.LEVEL, series -> series.level().word())
                .column(SeriesTable.DECIMALS, Series::decimals);
    }

    private static Lookup<Promise> indicators(Offices offices) {
        return new Lookup<Promise>(IndicatorTable.TABLE)
                .column(IndicatorTable.INDICATOR, promise -> promise.indicator().id())
                .column(
                        IndicatorTable.NAME_ZH,
                        promise -> promise.indicator().title().zh())
                .column(
                        IndicatorTable.NAME_EN,
                        promise -> promise.indicator().title().en())
                .column(
                        IndicatorTable.UNIT,
                        promise -> promise.indicator().unit().name())
                .column(IndicatorTable.DECIMALS, promise -> promise.indicator().decimals())
                .column(
                        IndicatorTable.LEVEL,
                        promise -> promise.indicator().level().word())
                .column(IndicatorTable.LEAD, promise -> promise.indicator().lead())
                .column(
                        IndicatorTable.LEAD_EN,
                        promise -> offices.label(promise.indicator().lead()).en())
                .column(IndicatorTable.MEASURE, promise -> promise.measure().number())
                .column(
                        IndicatorTable.MEASURE_ZH,
                        promise -> promise.measure().title().zh())
                .column(
                        IndicatorTable.MEASURE_EN,
                        promise -> promise.measure().title().en())
                .column(IndicatorTable.FIELD, promise -> promise.field().number())
                .column(
                        IndicatorTable.FIELD_ZH,
                        promise -> promise.field().title().zh())
                .column(
                        IndicatorTable.FIELD_EN,
                        promise -> promise.field().title().en());
    }

    private static Lookup<Unit> units() {
        return new Lookup<Unit>(UnitTable.TABLE)
                .column(UnitTable.UNIT, Unit::name)
                .column(UnitTable.NAME_EN, Unit::english)
                .column(UnitTable.DIMENSION, Unit::dimension)
                .column(UnitTable.FACTOR, unit -> unit.factor().doubleValue())
                .column(UnitTable.WHOLE, Unit::whole);
    }
}
