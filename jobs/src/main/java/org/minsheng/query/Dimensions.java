package org.minsheng.query;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Label;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** The dimensions: regions, series, indicators and units, with names in both languages where the configuration has them. */
final class Dimensions {
    static final List<Dimension<?>> ALL = List.of(
            new Dimension<>("region", ProgressTable.REF_AREA, regions(), conf -> places(conf.regions())),
            new Dimension<>(
                    ObservationTable.SERIES,
                    ObservationTable.SERIES,
                    series(),
                    conf -> conf.catalogue().series().values().stream()),
            new Dimension<>(
                    ProgressTable.INDICATOR, ProgressTable.INDICATOR, indicators(), conf -> promises(conf.catalogue())),
            new Dimension<>("unit", "unit", units(), conf -> conf.catalogue().units().all().stream()));

    private Dimensions() {}

    /** A region with its place among the others. */
    private record Place(Region region, String today, String parent, String name) {}

    /** An indicator with what it stands below. */
    private record Promise(Field field, Measure measure, Indicator indicator) {
        String id() {
            return indicator.id();
        }
    }

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
        Lookup<Place> columns = new Lookup<Place>()
                .column(
                        ProgressTable.REF_AREA,
                        StringType,
                        "code of the region",
                        p -> p.region().code())
                .column("name", StringType, "full name", p -> p.region().name())
                .column("short_name", StringType, "name in use", p -> p.region().shortName())
                .column(
                        "level",
                        StringType,
                        "zone, county, districts, prefecture or province",
                        p -> p.region().level().word())
                .column("parent", StringType, "code of the region above; null for the province", Place::parent)
                .column("parent_name", StringType, "its full name", Place::name)
                .column(
                        "valid_from",
                        IntegerType,
                        "first year of the code; null where it always was",
                        p -> p.region().validFrom())
                .column(
                        "valid_to",
                        IntegerType,
                        "last year of the code; null while it still is",
                        p -> p.region().validTo())
                .column(
                        "today",
                        StringType,
                        "code that goes on with this one today; its own while it is valid",
                        Place::today);
        return traits(columns);
    }

    /** What a region is known by beside its name and its place among the others. */
    private static Lookup<Place> traits(Lookup<Place> columns) {
        return columns.column(
                        "population",
                        LongType,
                        "people at the last census; null where not known",
                        p -> p.region().population())
                .column(
                        "rural_population",
                        LongType,
                        "of these in the countryside",
                        p -> p.region().ruralPopulation())
                .column(
                        "peer_group",
                        StringType,
                        "group of counties that it is compared with beside all",
                        p -> p.region().peerGroup())
                .column(
                        "tile_row",
                        IntegerType,
                        "row of its square on the map; null where it has none",
                        p -> p.region().tileRow())
                .column(
                        "tile_col",
                        IntegerType,
                        "column of its square on the map",
                        p -> p.region().tileCol());
    }

    private static Lookup<Series> series() {
        Lookup<Series> columns =
                new Lookup<Series>().column(ObservationTable.SERIES, StringType, "series of the catalogue", Series::id);
        return names(columns, "name", "name", Series::title)
                .column("unit", StringType, "unit of its values", s -> s.unit().name())
                .column(
                        "level",
                        StringType,
                        "level of the regions that report it",
                        s -> s.level().word())
                .column("decimals", IntegerType, "decimals that people are shown", Series::decimals);
    }

    private static Lookup<Promise> indicators() {
        Lookup<Promise> columns = new Lookup<Promise>()
                .column(ProgressTable.INDICATOR, StringType, "indicator of the catalogue", Promise::id);
        names(columns, "name", "name", p -> p.indicator().title())
                .column(
                        "unit",
                        StringType,
                        "unit of its values",
                        p -> p.indicator().unit().name())
                .column(
                        "decimals",
                        IntegerType,
                        "decimals that people are shown",
                        p -> p.indicator().decimals())
                .column(
                        "level",
                        StringType,
                        "level of the regions that report its series",
                        p -> p.indicator().level().word())
                .column(
                        "lead",
                        StringType,
                        "office that answers for it",
                        p -> p.indicator().lead())
                .column(
                        "measure",
                        IntegerType,
                        "number of its measure in the policy",
                        p -> p.measure().number());
        names(columns, "measure", "heading of the measure", p -> p.measure().title())
                .column(
                        "field",
                        IntegerType,
                        "number of its field in the policy",
                        p -> p.field().number());
        return names(columns, "field", "name of the field", p -> p.field().title());
    }

    private static <T> Lookup<T> names(Lookup<T> columns, String name, String what, Function<T, Label> label) {
        return columns.column(
                        name + "_zh",
                        StringType,
                        what + " in Chinese",
                        thing -> label.apply(thing).zh())
                .column(
                        name + "_en",
                        StringType,
                        what + " in English",
                        thing -> label.apply(thing).en());
    }

    private static Lookup<Unit> units() {
        return new Lookup<Unit>()
                .column("unit", StringType, "unit as tables write it, which is its name in Chinese", Unit::name)
                .column("name_en", StringType, "name in English", Unit::english)
                .column(
                        "dimension",
                        StringType,
                        "what it measures; units of one dimension convert into each other",
                        Unit::dimension)
                .column(
                        "factor",
                        DoubleType,
                        "how many of the dimension's base unit it is",
                        u -> u.factor().doubleValue())
                .column("whole", BooleanType, "whether what it measures comes in whole pieces", Unit::whole);
    }
}
