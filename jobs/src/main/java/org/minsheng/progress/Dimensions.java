package org.minsheng.progress;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
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
    static final String DIRECTION = "direction";
    static final String IS_LINEAR = "is_linear";
    static final String MODEL = "model";
    static final String PROJECTED_ON = "projected_on";
    static final String ON_TRACK_FROM = "on_track_from";
    static final String SLOW_FROM = "slow_from";
    static final String ANY_CODE = "any_code";
    static final String IS_UNIT_LEVEL = "is_unit_level";
    static final String PEOPLE = "people";
    static final String FIRST_YEAR = "first_year";
    static final String LAST_YEAR = "last_year";
    static final String PEOPLE_EXPECTED = "people_expected";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Predicate<String> wanted;
    private final Map<String, Integer> areas = new HashMap<>();

    Dimensions(SparkSession spark, Catalogue catalogue, Regions regions, Predicate<String> wanted) {
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

    /** A row a term of each formula: series, numbers of indicator and term, is_numerator, lag, sign. */
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

    /** A row an indicator: its formula, smallest and largest possible value, roll-up, and the target in force on the day, if any. */
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

    /** A row a code of any time: the region of today that goes on with it, and the people of that at the census. */
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

    /** A row a region of today and region that it counts in, itself among them, with the years in which it does. */
    Dataset<Row> rollUp(Divisions divisions) {
        List<Row> rows = new ArrayList<>();
        for (Region region : divisions().toList()) {
            boolean today = divisions == Divisions.TODAY;
            if (today && region.replacedBy() != null) {
                continue;
            }
            List<Region> line = today ? regions.withAncestors(region) : regions.withAncestorsThen(region);
            Integer first = today ? null : region.validFrom();
            Integer last = today ? null : region.validTo();
            for (Region above : line) {
                if (above == region) {
                    continue;
                }
                rows.add(RowFactory.create(
                        number(regions.today(region)),
                        number(regions.today(above)),
                        first == null ? 0 : first,
                        last == null ? 9999 : last));
            }
        }
        divisions()
                .filter(region -> region.replacedBy() == null)
                .forEach(region -> rows.add(RowFactory.create(number(region), number(region), 0, 9999)));
        return table(
                rows,
                new StructType()
                        .add(UNIT_NO, IntegerType)
                        .add(AREA_NO, IntegerType)
                        .add(FIRST_YEAR, IntegerType)
                        .add(LAST_YEAR, IntegerType));
    }

    /**
     * A row a region of today and level of reporting at or below it: how many units of that level should report, and how
     * many people live in them. Zones count where the census counts their people apart.
     */
    Dataset<Row> regions() {
        List<Row> rows = new ArrayList<>();
        for (Region region : divisions().toList()) {
            if (region.replacedBy() != null) {
                continue;
            }
            for (Level level : List.of(Level.COUNTY, Level.PREFECTURE, Level.PROVINCE)) {
                boolean own = region.level().reportsAs(level);
                if (!own && region.level().compareTo(level) < 0) {
                    continue;
                }
                List<Region> units = own
                        ? List.of(region)
                        : regions.all().stream()
                                .filter(unit -> unit.replacedBy() == null
                                        && unit.level().reportsAs(level)
                                        && (unit.level() != Level.ZONE || unit.population() != null)
                                        && regions.withAncestors(unit).contains(region))
                                .toList();
                long people = units.stream()
                        .mapToLong(unit -> unit.population() == null ? 0 : unit.population())
                        .sum();
                rows.add(RowFactory.create(
                        number(region),
                        region.code(),
                        level.word(),
                        region.level().ordinal(),
                        region.level().word(),
                        own,
                        units.size(),
                        people == 0 ? null : people));
            }
        }
        return table(
                rows,
                new StructType()
                        .add(AREA_NO, IntegerType)
                        .add(ProgressTable.REF_AREA, StringType)
                        .add(UNIT_LEVEL, StringType)
                        .add(LEVEL_NO, IntegerType)
                        .add(ProgressTable.REGION_LEVEL, StringType)
                        .add(IS_UNIT_LEVEL, BooleanType)
                        .add(ProgressTable.UNITS_EXPECTED, IntegerType)
                        .add(PEOPLE_EXPECTED, LongType));
    }

    /** All but the districts of a prefecture taken together: their sum is kept as reported, and counts for nothing. */
    private Stream<Region> divisions() {
        return regions.all().stream().filter(region -> region.level() != Level.DISTRICTS);
    }

    private Dataset<Row> table(List<Row> rows, StructType schema) {
        return spark.createDataFrame(rows, schema);
    }
}
