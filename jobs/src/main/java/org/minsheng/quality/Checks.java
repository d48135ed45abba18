package org.minsheng.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.FlagTable.CELL;
import static org.minsheng.lake.FlagTable.CHECK;
import static org.minsheng.lake.FlagTable.FILE;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.SHEET;
import static org.minsheng.lake.FlagTable.SUBMISSION_ID;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.lake.FlagTable.UNUSUAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Term;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Finds observations that can be but are worth a look: they stay in use, and people are told. */
public final class Checks {
    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final String WHOLE = "whole";
    private static final String TIMES = "times";
    private static final String UNDER = "under";
    private static final String THEN = "then";
    private static final String TODAY = "today";
    private static final String SUM_THEN = "sum_then";
    private static final String SUM_TODAY = "sum_today";
    private static final String UNITS_THEN = "units_then";
    private static final String UNITS_TODAY = "units_today";
    private static final String OWN = "own";
    private static final String PART = "part";
    private static final String BEFORE = "before";
    private static final String SOURCE = "source";
    /** Doubles are not exact: a part that is the whole may look larger by this share. */
    private static final double ROUNDING = 1e-9;

    private static final String COUNTIES = "counties";
    private static final String IS_COUNTY = "is_county";
    private static final String VALUES = "values";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final AsOf asOf;

    /** The checks of a catalogue, of what was known at an instant. */
    public Checks(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        this.asOf = asOf;
    }

    /**
     * From the observations in use to rows of the table flag.
     *
     * @param standing all that are not withdrawn: those that were in use before, and those of other offices beside them
     */
    public Dataset<Row> run(Dataset<Row> inUse, Dataset<Row> standing) {
        Dataset<Row> current = inUse.filter(col(OBS_VALUE).isNotNull())
                .withColumn(SOURCE, struct(OBS_VALUE, SUBMISSION_ID, FILE, SHEET, CELL));
        Dataset<Row> flags = jump(current)
                .union(aboveWhole(current))
                .union(notTheSum(current))
                .union(otherProvider(current, standing))
                .union(takesAway(inUse, standing));
        List<Row> bounds = usualBounds();
        return bounds.isEmpty() ? flags : flags.union(unusual(current, bounds));
    }

    /**
     * Flags.
     *
     * @param found rows with the columns of the key and {@code source}
     */
    private static Dataset<Row> flags(Dataset<Row> found, String check, Column otherValue, Column other) {
        return found.select(
                lit(check).as(CHECK),
                col(SERIES),
                col(REF_AREA),
                col(TIME_PERIOD),
                col(SOURCE).getField(OBS_VALUE).as(OBS_VALUE),
                otherValue.cast(DataTypes.DoubleType).as(OTHER_VALUE),
                other.as(OTHER),
                col(SOURCE).getField(SUBMISSION_ID).as(SUBMISSION_ID),
                col(SOURCE).getField(FILE).as(FILE),
                col(SOURCE).getField(SHEET).as(SHEET),
                col(SOURCE).getField(CELL).as(CELL));
    }

    /** The usual bounds of series, for each region that they apply to: of its level, or of any if it is a share. */
    private List<Row> usualBounds() {
        List<Row> bounds = new ArrayList<>();
        for (Series series : catalogue.series().values()) {
            if (series.usualLeast() == null && series.usualMost() == null) {
                continue;
            }
            for (Region region : regions.all()) {
                if (region.level().reportsAs(series.level())
                        || series.unit().dimension().equals(Unit.RATIO)) {
                    bounds.add(RowFactory.create(
                            series.id(), region.code(), number(series.usualLeast()), number(series.usualMost())));
                }
            }
        }
        return bounds;
    }

    /** Values beyond the usual bounds. */
    private Dataset<Row> unusual(Dataset<Row> current, List<Row> bounds) {
        Dataset<Row> table = spark.createDataFrame(
                bounds,
                new StructType()
                        .add(SERIES, DataTypes.StringType)
                        .add(REF_AREA, DataTypes.StringType)
                        .add(LEAST, DataTypes.DoubleType)
                        .add(MOST, DataTypes.DoubleType));
        Column below = col(OBS_VALUE).lt(col(LEAST));
        return flags(
                current.join(broadcast(table), new String[] {SERIES, REF_AREA})
                        .filter(below.or(col(OBS_VALUE).gt(col(MOST)))),
                UNUSUAL,
                when(below, col(LEAST)).otherwise(col(MOST)),
                when(below, lit(LEAST)).otherwise(lit(MOST)));
    }

    /** Values of offices that are no provider of the series, where they differ from what is in use, or nothing is. */
    private Dataset<Row> otherProvider(Dataset<Row> current, Dataset<Row> standing) {
        Dataset<Row> others = ObservationTable.current(
                        standing.filter(not(col(ObservationTable.COUNTS))),
                        asOf.instant(),
                        OBS_VALUE,
                        SUBMISSION_ID,
                        FILE,
                        SHEET,
                        CELL)
                .filter(col(OBS_VALUE).isNotNull())
                .select(
                        col(SERIES),
                        col(REF_AREA),
                        col(TIME_PERIOD),
                        struct(
                                        lit(null).cast(DataTypes.DoubleType).as(OBS_VALUE),
                                        col(SUBMISSION_ID),
                                        col(FILE),
                                        col(SHEET),
                                        col(CELL))
                                .as(OWN),
                        col(OBS_VALUE).as(OTHER_VALUE),
                        concat_ws(" ", col(FILE), col(SHEET), col(CELL)).as(OTHER));
        Dataset<Row> met = others.join(
                current.select(col(SERIES), col(REF_AREA), col(TIME_PERIOD), col(SOURCE)),
                new String[] {SERIES, REF_AREA, TIME_PERIOD},
                "left");
        Column value = col(SOURCE).getField(OBS_VALUE);
        Column differs = abs(value.minus(col(OTHER_VALUE)))
                .gt(abs(value).multiply(catalogue.policy().tolerance()));
        return flags(
                met.filter(value.isNull().or(differs)).withColumn(SOURCE, coalesce(col(SOURCE), col(OWN))),
                FlagTable.OTHER_PROVIDER,
                col(OTHER_VALUE),
                col(OTHER));
    }

    /** Files whose marks for missing took the place of many values, each as a whole, at the first of these. */
    private Dataset<Row> takesAway(Dataset<Row> inUse, Dataset<Row> standing) {
        Column marks = col(OBS_VALUE).isNull();
        Dataset<Row> taken = inUse.filter(marks)
                .withColumn(SOURCE, struct(OBS_VALUE, SUBMISSION_ID, FILE, SHEET, CELL))
                .select(
                        col(SERIES),
                        col(REF_AREA),
                        col(TIME_PERIOD),
                        col(SOURCE),
                        struct(ObservationTable.RECEIVED_AT, FILE).as(BEFORE));
        return flags(
                ObservationTable.counting(standing)
                        .filter(not(marks))
                        .select(
                                col(SERIES),
                                col(REF_AREA),
                                col(TIME_PERIOD),
                                struct(ObservationTable.RECEIVED_AT, FILE).as(THEN))
                        .join(broadcast(taken), new String[] {SERIES, REF_AREA, TIME_PERIOD})
                        .filter(col(THEN).lt(col(BEFORE)))
                        .groupBy(SERIES, REF_AREA, TIME_PERIOD)
                        .agg(max(SOURCE).as(SOURCE))
                        .groupBy(col(SOURCE).getField(SUBMISSION_ID))
                        .agg(
                                min(struct(SERIES, REF_AREA, TIME_PERIOD, SOURCE))
                                        .as(OWN),
                                count(lit(1)).as(OTHER_VALUE))
                        .filter(col(OTHER_VALUE).gt(catalogue.policy().takesAway()))
                        .select(col(OWN + ".*"), col(OTHER_VALUE)),
                FlagTable.TAKES_AWAY,
                col(OTHER_VALUE),
                lit(VALUES));
    }

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    /**
     * Parts above their whole: the numerator of a share above what makes its largest possible value. Only shares of one
     * series in another of the same year are checked.
     */
    private Dataset<Row> aboveWhole(Dataset<Row> current) {
        List<Row> members = new ArrayList<>();
        Set<List<String>> known = new HashSet<>();
        catalogue.indicators().forEach(indicator -> {
            Formula formula = indicator.formula();
            boolean share = indicator.most() != null
                    && formula.numerator().size() == 1
                    && formula.denominator().size() == 1
                    && formula.terms().allMatch(term -> term.lag() == 0 && term.sign() > 0);
            if (share) {
                String part = formula.numerator().get(0).series();
                String whole = formula.denominator().get(0).series();
                // The indicator is part / whole x scale, in the series' own units.
                double times = indicator.most().doubleValue() / formula.scale().doubleValue();
                if (known.add(List.of(part, whole))) {
                    members.add(RowFactory.create(part, part, whole, times, true));
                    members.add(RowFactory.create(whole, part, whole, times, false));
                }
            }
        });
        Dataset<Row> pairs = spark.createDataFrame(
                members,
                new StructType()
                        .add(SERIES, DataTypes.StringType)
                        .add(PART, DataTypes.StringType)
                        .add(WHOLE, DataTypes.StringType)
                        .add(TIMES, DataTypes.DoubleType)
                        .add(OWN, DataTypes.BooleanType));
        // Part and whole meet in one row, without a join of all values with all values.
        Dataset<Row> met = current.join(broadcast(pairs), SERIES)
                .groupBy(col(PART), col(WHOLE), col(TIMES), col(REF_AREA), col(TIME_PERIOD))
                .agg(
                        max(when(col(OWN), col(SOURCE))).as(SOURCE),
                        max(when(not(col(OWN)), col(OBS_VALUE))).as(OTHER_VALUE))
                .withColumnRenamed(PART, SERIES);
        Column largest = col(OTHER_VALUE).multiply(col(TIMES));
        return flags(
                met.filter(col(SOURCE).getField(OBS_VALUE).gt(largest.multiply(1 + ROUNDING))),
                FlagTable.ABOVE_WHOLE,
                largest,
                col(WHOLE));
    }

    /**
     * Figures of a prefecture or the province that are not the sum of its counties and zones, beyond the policy's
     * tolerance: neither on the divisions of that year nor on those of today, as tables that go back in time may use
     * either. Where a county has not reported, only a sum that is larger can be told.
     */
    private Dataset<Row> notTheSum(Dataset<Row> current) {
        Column value = col(OBS_VALUE).cast(DataTypes.createDecimalType(28, 8));
        Dataset<Row> met = current.filter(col(SERIES).isin(additive().toArray()))
                .join(broadcast(members()), REF_AREA)
                .groupBy(col(SERIES), col(UNDER), col(COUNTIES), col(TIME_PERIOD))
                .agg(
                        max(when(col(OWN), col(SOURCE))).as(SOURCE),
                        sum(when(col(THEN), value)).cast(DataTypes.DoubleType).as(SUM_THEN),
                        sum(when(col(TODAY), value)).cast(DataTypes.DoubleType).as(SUM_TODAY),
                        count(when(col(THEN).and(col(IS_COUNTY)), lit(1))).as(UNITS_THEN),
                        count(when(col(TODAY).and(col(IS_COUNTY)), lit(1))).as(UNITS_TODAY))
                .filter(col(SOURCE).isNotNull())
                .withColumnRenamed(UNDER, REF_AREA);
        return flags(
                met.filter(differs(SUM_THEN, UNITS_THEN).and(differs(SUM_TODAY, UNITS_TODAY))),
                FlagTable.NOT_THE_SUM,
                coalesce(col(SUM_THEN), col(SUM_TODAY)),
                lit(COUNTIES));
    }

    private Column differs(String sumColumn, String units) {
        Column total = col(sumColumn);
        Column tolerance = abs(total).multiply(catalogue.policy().tolerance());
        Column reported = col(SOURCE).getField(OBS_VALUE);
        Column more = total.minus(reported).gt(tolerance);
        Column less = reported.minus(total).gt(tolerance);
        return coalesce(more.or(less.and(col(units).geq(col(COUNTIES)))), lit(false));
    }

    /** Series that add up over regions: those of which the catalogue sums. */
    private Set<String> additive() {
        Set<String> ids = new TreeSet<>();
        catalogue
                .indicators()
                .filter(indicator -> indicator.rollUp() == RollUp.SUMS && indicator.level() == Level.COUNTY)
                .map(Indicator::formula)
                .flatMap(Formula::terms)
                .map(Term::series)
                .filter(id -> !catalogue.series().get(id).unit().dimension().equals(Unit.RATIO))
                .forEach(ids::add);
        return ids;
    }

    /**
     * One row per county or zone of any time and region above it, with whether that was so then and is so today; and a row a
     * region above them for itself.
     */
    private Dataset<Row> members() {
        Map<String, Long> counties = new HashMap<>();
        regions.today(Level.COUNTY)
                .forEach(county ->
                        regions.withAncestors(county).forEach(above -> counties.merge(above.code(), 1L, Long::sum)));
        List<Row> rows = new ArrayList<>();
        for (Region region : regions.all()) {
            if (!region.level().reportsAs(Level.COUNTY)) {
                rows.add(member(region, region, counties, true, false, false));
                continue;
            }
            List<Region> then = regions.withAncestorsThen(region);
            List<Region> today = regions.withAncestors(region);
            Set<Region> above = new LinkedHashSet<>(then);
            above.addAll(today);
            above.removeIf(a -> a.level().reportsAs(Level.COUNTY));
            above.forEach(a -> rows.add(member(region, a, counties, false, then.contains(a), today.contains(a))));
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add(REF_AREA, DataTypes.StringType)
                        .add(UNDER, DataTypes.StringType)
                        .add(COUNTIES, DataTypes.LongType)
                        .add(OWN, DataTypes.BooleanType)
                        .add(IS_COUNTY, DataTypes.BooleanType)
                        .add(THEN, DataTypes.BooleanType)
                        .add(TODAY, DataTypes.BooleanType));
    }

    private static Row member(
            Region region, Region above, Map<String, Long> counties, boolean own, boolean then, boolean today) {
        return RowFactory.create(
                region.code(),
                above.code(),
                counties.getOrDefault(above.code(), 0L),
                own,
                region.level() == Level.COUNTY,
                then,
                today);
    }

    /** Values many times, or a small part of, that of the year before; from zero or to zero there is no measure. */
    private Dataset<Row> jump(Dataset<Row> current) {
        double jump = catalogue.policy().jump();
        List<String> quantities = catalogue.series().values().stream()
                .filter(series -> series.unit().words().isEmpty())
                .map(Series::id)
                .toList();
        WindowSpec inTime = Window.partitionBy(SERIES, REF_AREA).orderBy(TIME_PERIOD);
        Column up = col(OBS_VALUE).gt(col(OTHER_VALUE).multiply(jump));
        Column down = col(OBS_VALUE).multiply(jump).lt(col(OTHER_VALUE));
        return flags(
                current.filter(col(SERIES).isin(quantities.toArray()))
                        .withColumn(OTHER_VALUE, lag(OBS_VALUE, 1).over(inTime))
                        .withColumn(BEFORE, lag(TIME_PERIOD, 1).over(inTime))
                        .filter(col(BEFORE)
                                .equalTo(col(TIME_PERIOD).minus(1))
                                .and(col(OBS_VALUE).gt(0))
                                .and(col(OTHER_VALUE).gt(0))
                                .and(up.or(down))),
                FlagTable.JUMP,
                col(OTHER_VALUE),
                col(BEFORE).cast(DataTypes.StringType));
    }
}
