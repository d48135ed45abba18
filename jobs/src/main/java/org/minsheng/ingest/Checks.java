package org.minsheng.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Term;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Level;
import org.minsheng.lake.FlagTable;
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
    private static final String COUNTY = "county";
    private static final String COUNTIES = "counties";
    private static final String IS_COUNTY = "is_county";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;

    /** The checks of a catalogue. */
    public Checks(SparkSession spark, Catalogue catalogue, Regions regions) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** From the observations in use to rows of the table flag. */
    public Dataset<Row> run(Dataset<Row> inUse) {
        Dataset<Row> current = inUse.filter(col(OBS_VALUE).isNotNull());
        return unusual(current)
                .union(aboveWhole(current))
                .union(notTheSum(current))
                .union(jump(current));
    }

    private static Dataset<Row> flags(Dataset<Row> found, String check, Column otherValue, Column other) {
        return found.select(
                lit(check).as(CHECK),
                col(SERIES),
                col(REF_AREA),
                col(TIME_PERIOD),
                col(OBS_VALUE),
                otherValue.cast(DataTypes.DoubleType).as(OTHER_VALUE),
                other.as(OTHER),
                col(SUBMISSION_ID),
                col(FILE),
                col(SHEET),
                col(CELL));
    }

    /** Values beyond the usual bounds of the series, which are those of a region of the series' level. */
    private Dataset<Row> unusual(Dataset<Row> current) {
        List<Row> bounds = new ArrayList<>();
        for (Series series : catalogue.series().values()) {
            for (Region region : regions.all()) {
                boolean bounded = series.usualLeast() != null || series.usualMost() != null;
                boolean applies = region.level().reportsAs(series.level())
                        || series.unit().dimension().equals(Unit.RATIO);
                if (bounded && applies) {
                    bounds.add(RowFactory.create(
                            series.id(), region.code(), number(series.usualLeast()), number(series.usualMost())));
                }
            }
        }
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

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    /**
     * Parts above their whole: the numerator of a share above what makes its largest possible value. Only shares of one
     * series in another of the same year are checked.
     */
    private Dataset<Row> aboveWhole(Dataset<Row> current) {
        List<Row> pairs = new ArrayList<>();
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
                    pairs.add(RowFactory.create(part, whole, times));
                }
            }
        });
        Dataset<Row> table = spark.createDataFrame(
                pairs,
                new StructType()
                        .add(SERIES, DataTypes.StringType)
                        .add(WHOLE, DataTypes.StringType)
                        .add(TIMES, DataTypes.DoubleType));
        Dataset<Row> wholes = current.select(
                col(SERIES).as(WHOLE),
                col(REF_AREA),
                col(TIME_PERIOD),
                col(OBS_VALUE).as(OTHER_VALUE));
        Column largest = col(OTHER_VALUE).multiply(col(TIMES));
        return flags(
                current.join(broadcast(table), SERIES)
                        .join(wholes, new String[] {WHOLE, REF_AREA, TIME_PERIOD})
                        .filter(col(OBS_VALUE).gt(largest.multiply(1 + 1e-9))),
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
        Dataset<Row> members = broadcast(members());
        Column value = col(OBS_VALUE).cast(DataTypes.createDecimalType(28, 8));
        Dataset<Row> sums = current.join(broadcast(additive()), SERIES)
                .join(members, REF_AREA)
                .groupBy(col(SERIES), col(UNDER).as(REF_AREA), col(TIME_PERIOD))
                .agg(
                        sum(when(col(THEN), value)).cast(DataTypes.DoubleType).as(SUM_THEN),
                        sum(when(col(TODAY), value)).cast(DataTypes.DoubleType).as(SUM_TODAY),
                        count(when(col(THEN).and(col(IS_COUNTY)), lit(1))).as(UNITS_THEN),
                        count(when(col(TODAY).and(col(IS_COUNTY)), lit(1))).as(UNITS_TODAY));
        Dataset<Row> expected = members.filter(col(TODAY).and(col(IS_COUNTY)))
                .groupBy(col(UNDER).as(REF_AREA))
                .agg(countDistinct(col(COUNTY)).as(COUNTIES));
        return flags(
                current.join(sums, new String[] {SERIES, REF_AREA, TIME_PERIOD})
                        .join(broadcast(expected), REF_AREA)
                        .filter(differs(SUM_THEN, UNITS_THEN).and(differs(SUM_TODAY, UNITS_TODAY))),
                FlagTable.NOT_THE_SUM,
                coalesce(col(SUM_THEN), col(SUM_TODAY)),
                lit(COUNTIES));
    }

    private Column differs(String sumColumn, String units) {
        Column total = col(sumColumn);
        Column tolerance = abs(total).multiply(catalogue.policy().tolerance());
        Column more = total.minus(col(OBS_VALUE)).gt(tolerance);
        Column less = col(OBS_VALUE).minus(total).gt(tolerance);
        return coalesce(more.or(less.and(col(units).geq(col(COUNTIES)))), lit(false));
    }

    /** Series that add up over regions: those of which the catalogue sums. */
    private Dataset<Row> additive() {
        Set<String> ids = new HashSet<>();
        catalogue
                .indicators()
                .filter(indicator -> indicator.rollUp() == RollUp.SUMS && indicator.level() == Level.COUNTY)
                .map(Indicator::formula)
                .flatMap(Formula::terms)
                .map(Term::series)
                .filter(id -> !catalogue.series().get(id).unit().dimension().equals(Unit.RATIO))
                .forEach(ids::add);
        return spark.createDataFrame(
                ids.stream().sorted().map(id -> RowFactory.create(id)).toList(),
                new StructType().add(SERIES, DataTypes.StringType));
    }

    /** A row a county or zone of any time and region above it: whether that was so then, and is so today. */
    private Dataset<Row> members() {
        List<Row> rows = new ArrayList<>();
        for (Region region : regions.all()) {
            if (region.level().reportsAs(Level.COUNTY)) {
                List<Region> then = regions.withAncestorsThen(region);
                List<Region> today = regions.withAncestors(region);
                Set<Region> above = new LinkedHashSet<>(then);
                above.addAll(today);
                above.removeIf(a -> a.level().reportsAs(Level.COUNTY));
                above.forEach(a -> rows.add(RowFactory.create(
                        region.code(),
                        regions.today(region).code(),
                        a.code(),
                        region.level() == Level.COUNTY,
                        then.contains(a),
                        today.contains(a))));
            }
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add(REF_AREA, DataTypes.StringType)
                        .add(COUNTY, DataTypes.StringType)
                        .add(UNDER, DataTypes.StringType)
                        .add(IS_COUNTY, DataTypes.BooleanType)
                        .add(THEN, DataTypes.BooleanType)
                        .add(TODAY, DataTypes.BooleanType));
    }

    /** Values many times, or a small part of, that of the year before; from zero or to zero there is no measure. */
    private Dataset<Row> jump(Dataset<Row> current) {
        double jump = catalogue.policy().jump();
        Dataset<Row> before = current.select(
                col(SERIES),
                col(REF_AREA),
                col(TIME_PERIOD).plus(1).as(TIME_PERIOD),
                col(OBS_VALUE).as(OTHER_VALUE));
        Column up = col(OBS_VALUE).gt(col(OTHER_VALUE).multiply(jump));
        Column down = col(OBS_VALUE).multiply(jump).lt(col(OTHER_VALUE));
        return flags(
                current.join(broadcast(quantities()), SERIES)
                        .join(before, new String[] {SERIES, REF_AREA, TIME_PERIOD})
                        .filter(col(OBS_VALUE).gt(0).and(col(OTHER_VALUE).gt(0)).and(up.or(down))),
                FlagTable.JUMP,
                col(OTHER_VALUE),
                col(TIME_PERIOD).minus(1).cast(DataTypes.StringType));
    }

    /** Series of numbers, and not of answers such as yes and no. */
    private Dataset<Row> quantities() {
        return spark.createDataFrame(
                catalogue.series().values().stream()
                        .filter(series -> series.unit().words().isEmpty())
                        .map(series -> RowFactory.create(series.id()))
                        .toList(),
                new StructType().add(SERIES, DataTypes.StringType));
    }
}
