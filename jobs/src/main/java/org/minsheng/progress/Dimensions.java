package org.minsheng.progress;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Pace;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Catalogue and regions as small tables, which Spark sends to every executor: no Spark job an indicator. Indicators,
 * series of formulas and regions have numbers here, as whole numbers are sorted and grouped several times as fast as names.
 */
final class Dimensions {
    static final String INDICATOR_NO = "indicator_no";
    static final String TERM_NO = "term_no";
    static final String CODE_NO = "code_no";
    static final String UNIT_NO = "unit_no";
    static final String AREA_NO = "area_no";
    static final String LEVEL_NO = "level_no";
    static final String SERIES = "series";
    static final String IS_NUMERATOR = "is_numerator";
    static final String LAG = "lag";
    static final String SIGN = "sign";
    static final String NUMERATOR_TERMS = "numerator_terms";
    static final String DENOMINATOR_TERMS = "denominator_terms";
    static final String SCALE = "scale";
    static final String LOWEST = "lowest";
    static final String HIGHEST = "highest";
    static final String IS_SHARE = "is_share";
    static final String BY_PEOPLE = "by_people";
    static final String UNIT_LEVEL = "unit_level";
    static final String LEAST = "least";
    static final String MOST = "most";
    static final String IS_YEARLY = "is_yearly";
    static final String LASTS = "lasts";
    static final String DIRECTION = "direction";
    static final String IS_LINEAR = "is_linear";
    static final String MODEL = "model";
    static final String PROJECTED_ON = "projected_on";
    static final String ON_TRACK_FROM = "on_track_from";
    static final String SLOW_FROM = "slow_from";
    static final String ANY_CODE = "any_code";
    static final String IS_UNIT_LEVEL = "is_unit_level";
    static final String PEOPLE = "people";
    static final String ZONES = "zones";
    static final String ZONES_REPORTING = "zones_reporting";
    static final String UNITS_TOLD = "units_told";
    static final String FIRST_YEAR = "first_year";
    static final String LAST_YEAR = "last_year";
    static final String PEOPLE_EXPECTED = "people_expected";

    /** Years before and after all others. */
    private static final int FIRST = 0;

    private static final int LAST = 9999;

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Divisions divisions;
    private final Predicate<String> wanted;
    private final Map<String, Integer> areas = new HashMap<>();

    Dimensions(
            SparkSession spark, Catalogue catalogue, Regions regions, Divisions divisions, Predicate<String> wanted) {
        this.divisions = divisions;
        this.wanted = wanted;
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        regions.all().forEach(region -> areas.put(region.code(), areas.size()));
    }

    /** The indicators that are wanted, with their places in the catalogue. */
    private Map<Indicator, Integer> numbers() {
        Map<Indicator, Integer> numbers = new LinkedHashMap<>();
        List<Indicator> all = catalogue.indicators().toList();
        for (int number = 0; number < all.size(); number++) {
            if (wanted.test(all.get(number).id())) {
                numbers.put(all.get(number), number);
            }
        }
        return numbers;
    }

    private int number(Region region) {
        return areas.get(region.code());
    }

    /** One row per term of each formula: series, numbers of indicator and term, is_numerator, lag, sign. */
    Dataset<Row> terms() {
        List<Row> rows = new ArrayList<>();
        numbers().forEach((indicator, number) -> {
            Formula formula = indicator.formula();
            formula.numerator().forEach(term -> rows.add(term(number, rows.size(), term, true)));
            formula.denominator().forEach(term -> rows.add(term(number, rows.size(), term, false)));
        });
        return table(
                rows,
                new StructType()
                        .add(INDICATOR_NO, IntegerType)
                        .add(TERM_NO, IntegerType)
                        .add(SERIES, StringType)
                        .add(IS_NUMERATOR, BooleanType)
                        .add(LAG, IntegerType)
                        .add(SIGN, IntegerType));
    }

    private static Row term(int indicator, int number, Term term, boolean numerator) {
        return RowFactory.create(indicator, number, term.series(), numerator, term.lag(), term.sign());
    }

    /** One row per indicator: its formula, smallest and largest possible value, roll-up, and the target in force on the day, if any. */
    Dataset<Row> indicators(LocalDate day) {
        List<Row> rows = new ArrayList<>();
        numbers().forEach((indicator, number) -> {
            Formula formula = indicator.formula();
            var target = indicator.target(day);
            var kind = target.map(t -> t.kind());
            rows.add(RowFactory.create(
                    number,
                    indicator.id(),
                    formula.numerator().size(),
                    formula.denominator().size(),
                    formula.scale().doubleValue(),
                    isNeverNegative(formula) ? 0.0 : null,
                    number(indicator.most()),
                    indicator.rollUp() != RollUp.SUMS,
                    indicator.rollUp() == RollUp.SHARE_OF_PEOPLE,
                    indicator.level().word(),
                    kind.map(TargetKind::word).orElse(null),
                    kind.map(k -> k.operator().sign()).orElse(null),
                    kind.map(k -> number(k.value())).orElse(null),
                    kind.map(k -> number(k.least())).orElse(null),
                    kind.map(k -> number(k.most())).orElse(null),
                    kind.map(TargetKind::yearly).orElse(false),
                    kind.map(TargetKind::lasts).orElse(false),
                    kind.map(k -> k.operator() == TargetKind.Operator.DOWN ? -1 : 1)
                            .orElse(1),
                    target.map(t -> t.deadline()).orElse(null),
                    // Totals grow by pieces, so their path is a line.
                    indicator.pace().method() == Pace.Method.LINEAR
                            || kind.filter(TargetKind.Cumulative.class::isInstance)
                                    .isPresent(),
                    indicator.pace().onTrack(),
                    indicator.pace().slow(),
                    indicator.projection().model().name(),
                    indicator.projection().scale().name()));
        });
        return table(
                rows,
                new StructType()
                        .add(INDICATOR_NO, IntegerType)
                        .add(ProgressTable.INDICATOR, StringType)
                        .add(NUMERATOR_TERMS, IntegerType)
                        .add(DENOMINATOR_TERMS, IntegerType)
                        .add(SCALE, DoubleType)
                        .add(LOWEST, DoubleType)
                        .add(HIGHEST, DoubleType)
                        .add(IS_SHARE, BooleanType)
                        .add(BY_PEOPLE, BooleanType)
                        .add(UNIT_LEVEL, StringType)
                        .add(ProgressTable.TARGET_KIND, StringType)
                        .add(ProgressTable.TARGET_OPERATOR, StringType)
                        .add(ProgressTable.TARGET_VALUE, DoubleType)
                        .add(LEAST, DoubleType)
                        .add(MOST, DoubleType)
                        .add(IS_YEARLY, BooleanType)
                        .add(LASTS, BooleanType)
                        .add(DIRECTION, IntegerType)
                        .add(ProgressTable.DEADLINE, IntegerType)
                        .add(IS_LINEAR, BooleanType)
                        .add(ON_TRACK_FROM, DoubleType)
                        .add(SLOW_FROM, DoubleType)
                        .add(MODEL, StringType)
                        .add(PROJECTED_ON, StringType));
    }

    /** Sums of what cannot be below zero. */
    private boolean isNeverNegative(Formula formula) {
        return formula.terms().allMatch(term -> {
            BigDecimal least = catalogue.series().get(term.series()).least();
            return term.sign() > 0 && least != null && least.signum() >= 0;
        });
    }

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    /** One row per code of any time: the region of today that goes on with it, and the people of that at the census. */
    Dataset<Row> codes() {
        List<Row> rows = divisions()
                .map(region -> {
                    Region today = regions.today(region);
                    return RowFactory.create(region.code(), number(region), number(today), today.population());
                })
                .toList();
        return table(
                rows,
                new StructType()
                        .add(ANY_CODE, StringType)
                        .add(CODE_NO, IntegerType)
                        .add(UNIT_NO, IntegerType)
                        .add(PEOPLE, LongType));
    }

    /** One row per region of today and region that it counts in, itself among them, with the years in which it does. */
    Dataset<Row> rollUp() {
        List<Row> rows = new ArrayList<>();
        places().forEach(place -> rows.add(RowFactory.create(
                number(regions.today(place.unit())), number(place.area()), place.first(), place.last())));
        return table(
                rows,
                new StructType()
                        .add(UNIT_NO, IntegerType)
                        .add(AREA_NO, IntegerType)
                        .add(FIRST_YEAR, IntegerType)
                        .add(LAST_YEAR, IntegerType));
    }

    /** That a unit counts in an area of today, from a year to a year. */
    private record Place(Region unit, Region area, int first, int last) {
        boolean in(int year) {
            return year >= first && year <= last;
        }
    }

    /** Each region of today in itself, and each of any time in those above it, as the divisions have it. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Region region : divisions().toList()) {
            boolean isToday = region.replacedBy() == null;
            if (isToday) {
                places.add(new Place(region, region, FIRST, LAST));
            }
            if (divisions == Divisions.THEN) {
                int first = region.validFrom() == null ? FIRST : region.validFrom();
                int last = region.validTo() == null ? LAST : region.validTo();
                regions.withAncestorsThen(region).stream()
                        .skip(1)
                        .forEach(above -> places.add(new Place(region, regions.today(above), first, last)));
            } else if (isToday) {
                regions.withAncestors(region).stream()
                        .skip(1)
                        .forEach(above -> places.add(new Place(region, above, FIRST, LAST)));
            }
        }
        return places;
    }

    /** One row per region of today and level of reporting at or below it: whether it reports at that level itself. */
    Dataset<Row> levels() {
        List<Row> rows = new ArrayList<>();
        today().forEach(region -> levels(region)
                .forEach(level -> rows.add(RowFactory.create(
                        number(region), level.word(), region.level().reportsAs(level)))));
        return table(
                rows,
                new StructType()
                        .add(AREA_NO, IntegerType)
                        .add(UNIT_LEVEL, StringType)
                        .add(IS_UNIT_LEVEL, BooleanType));
    }

    /**
     * One row per region of today, level of reporting at or below it, and span of years in which the same units count in it: how
     * many are told to report, which zones may do so beside them, and how many people live in all of them.
     */
    Dataset<Row> regions() {
        List<Row> rows = new ArrayList<>();
        List<Place> places = places();
        for (Region region : today().toList()) {
            List<Place> inside =
                    places.stream().filter(place -> place.area() == region).toList();
            for (Level level : levels(region).toList()) {
                boolean own = region.level().reportsAs(level);
                List<Place> units = inside.stream()
                        .filter(place -> own
                                ? place.unit() == region
                                : place.unit().level().reportsAs(level))
                        .toList();
                TreeSet<Integer> starts = new TreeSet<>(List.of(FIRST));
                units.forEach(place -> starts.addAll(List.of(place.first(), place.last() + 1)));
                starts.remove(LAST + 1);
                for (int first : starts) {
                    Integer next = starts.higher(first);
                    rows.add(row(
                            region,
                            level,
                            own,
                            first,
                            next == null ? LAST : next - 1,
                            units.stream()
                                    .filter(place -> place.in(first))
                                    .map(Place::unit)
                                    .toList()));
                }
            }
        }
        return table(
                rows,
                new StructType()
                        .add(AREA_NO, IntegerType)
                        .add(ProgressTable.REF_AREA, StringType)
                        .add(UNIT_LEVEL, StringType)
                        .add(FIRST_YEAR, IntegerType)
                        .add(LAST_YEAR, IntegerType)
                        .add(LEVEL_NO, IntegerType)
                        .add(ProgressTable.REGION_LEVEL, StringType)
                        .add(IS_UNIT_LEVEL, BooleanType)
                        .add(UNITS_TOLD, IntegerType)
                        .add(ZONES, createArrayType(IntegerType, false))
                        .add(PEOPLE_EXPECTED, LongType));
    }

    private Row row(Region region, Level level, boolean own, int first, int last, List<Region> units) {
        List<Integer> zones = own
                ? List.of()
                : units.stream()
                        .filter(unit -> unit.level() == Level.ZONE)
                        .map(unit -> number(regions.today(unit)))
                        .toList();
        List<Long> people = units.stream()
                .map(unit -> regions.today(unit).population())
                .filter(Objects::nonNull)
                .toList();
        return RowFactory.create(
                number(region),
                region.code(),
                level.word(),
                first,
                last,
                region.level().ordinal(),
                region.level().word(),
                own,
                units.size() - zones.size(),
                zones,
                people.isEmpty()
                        ? null
                        : (Long) people.stream().mapToLong(Long::longValue).sum());
    }

    /** One row per indicator that zones have reported: which ones, by the codes of any of its series, in whatever year. */
    Dataset<Row> zonesReporting(Dataset<Row> observations, AsOf asOf) {
        List<Row> zones = divisions()
                .filter(region -> region.level() == Level.ZONE)
                .map(region -> RowFactory.create(region.code(), number(regions.today(region))))
                .toList();
        Dataset<Row> codes =
                table(zones, new StructType().add(ANY_CODE, StringType).add(UNIT_NO, IntegerType));
        return observations
                .filter(col(ObservationTable.OBS_VALUE)
                        .isNotNull()
                        .and(col(ObservationTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant())))))
                .join(broadcast(codes), col(ObservationTable.REF_AREA).equalTo(col(ANY_CODE)))
                .join(broadcast(terms().select(INDICATOR_NO, SERIES)), SERIES)
                .groupBy(INDICATOR_NO)
                .agg(collect_set(UNIT_NO).as(ZONES_REPORTING));
    }

    private Stream<Region> today() {
        return divisions().filter(region -> region.replacedBy() == null);
    }

    private static Stream<Level> levels(Region region) {
        return Stream.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)
                .filter(level ->
                        region.level().reportsAs(level) || region.level().compareTo(level) > 0);
    }

    /** All but the districts of a prefecture taken together: their sum is kept as reported, and counts for nothing. */
    private Stream<Region> divisions() {
        return regions.all().stream().filter(region -> region.level() != Level.DISTRICTS);
    }

    private Dataset<Row> table(List<Row> rows, StructType schema) {
        return spark.createDataFrame(rows, schema);
    }
}
