package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ObservationTable.SERIES;
import static org.minsheng.lake.ProgressTable.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.lake.ObservationTable;
import org.minsheng.region.Regions;

/**
 * The stage that computes, for each indicator, region and year, the value, its distance from the target and the pace
 * toward it; all indicators in one pass over the observations.
 */
public final class Progress {
    private static final String COUNTY_VALUE = "county_value";
    /** Values are compared and kept to nine decimals, far below what any table gives, so that 0.9 x 100 is 90. */
    private static final int DECIMALS = 9;

    private final Catalogue catalogue;
    private final Regions regions;
    private final Dimensions dimensions;
    private final LocalDate day;
    private final Instant asOf;

    /** The stage; what became known after {@code asOf} is not used. */
    public Progress(SparkSession spark, Catalogue catalogue, Regions regions, Instant asOf) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.dimensions = new Dimensions(spark);
        this.asOf = asOf;
        this.day = asOf.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** From rows of the table observation to rows of the table progress. */
    public Dataset<Row> run(Dataset<Row> observations) {
        return ObservationTable.current(observations, asOf)
                .transform(this::sidesOfCounties)
                .transform(this::rolledUp)
                .transform(this::withGapsFilled)
                .transform(this::withValue)
                .transform(this::withBase)
                .transform(this::againstTarget)
                .select(java.util.Arrays.stream(TABLE.schema().fieldNames())
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
    }

    /** Numerator and denominator of each county that reported every term of both; lagged terms count a year later. */
    private Dataset<Row> sidesOfCounties(Dataset<Row> current) {
        Column value = col(ObservationTable.OBS_VALUE).cast(Dimensions.exact());
        Column isNumerator = col(Dimensions.IS_NUMERATOR);
        return current.filter(col(ObservationTable.OBS_VALUE).isNotNull())
                .join(broadcast(dimensions.terms(catalogue)), SERIES)
                .join(
                        broadcast(dimensions.counties(regions)),
                        col(ObservationTable.REF_AREA).equalTo(col(Dimensions.ANY_CODE)))
                .groupBy(
                        col(INDICATOR),
                        col(Dimensions.COUNTY),
                        col(TIME_PERIOD).plus(col(Dimensions.LAG)).as(TIME_PERIOD))
                .agg(
                        sum(when(isNumerator, value.multiply(col(Dimensions.SIGN))))
                                .as(NUMERATOR),
                        sum(when(not(isNumerator), value.multiply(col(Dimensions.SIGN))))
                                .as(DENOMINATOR),
                        count(when(isNumerator, lit(1))).as("numerators"),
                        count(when(not(isNumerator), lit(1))).as("denominators"))
                .filter(col(TIME_PERIOD).leq(day.getYear()))
                .join(broadcast(dimensions.formulas(catalogue)), INDICATOR)
                .filter(col("numerators")
                        .equalTo(col(Dimensions.NUMERATOR_TERMS))
                        .and(col("denominators").equalTo(col(Dimensions.DENOMINATOR_TERMS))))
                .withColumn(COUNTY_VALUE, value());
    }

    /** Sums over each region's counties. A county whose own value cannot be is left out of the regions above it. */
    private Dataset<Row> rolledUp(Dataset<Row> sides) {
        Column possible = col(Dimensions.MOST)
                .isNull()
                .or(col(COUNTY_VALUE).isNull())
                .or(col(COUNTY_VALUE).leq(col(Dimensions.MOST)));
        Column own = col(Dimensions.COUNTY).equalTo(col(REF_AREA));
        return sides.join(broadcast(dimensions.rollUp(regions)), Dimensions.COUNTY)
                .filter(possible.or(own))
                .groupBy(INDICATOR, REF_AREA, TIME_PERIOD)
                .agg(
                        sum(NUMERATOR).cast(DataTypes.DoubleType).as(NUMERATOR),
                        sum(DENOMINATOR).cast(DataTypes.DoubleType).as(DENOMINATOR),
                        count(lit(1)).cast(DataTypes.IntegerType).as(UNITS_REPORTING));
    }

    /** A row for each indicator, region and year from the base year to the last one over, reported or not. */
    private Dataset<Row> withGapsFilled(Dataset<Row> rolled) {
        Column years = explode(sequence(
                lit(catalogue.policy().baseYear()),
                lit(Math.max(catalogue.policy().baseYear(), day.getYear() - 1))));
        Dataset<Row> all = dimensions
                .regions(regions)
                .withColumn(TIME_PERIOD, years)
                .crossJoin(dimensions.formulas(catalogue).select(INDICATOR))
                .select(INDICATOR, REF_AREA, TIME_PERIOD);
        Column[] none = {
            lit(null).cast(DataTypes.DoubleType).as(NUMERATOR),
            lit(null).cast(DataTypes.DoubleType).as(DENOMINATOR),
            lit(0).as(UNITS_REPORTING)
        };
        return rolled.select(INDICATOR, REF_AREA, TIME_PERIOD, NUMERATOR, DENOMINATOR, UNITS_REPORTING)
                .unionByName(all.select(col(INDICATOR), col(REF_AREA), col(TIME_PERIOD), none[0], none[1], none[2]))
                .groupBy(INDICATOR, REF_AREA, TIME_PERIOD)
                .agg(
                        max(NUMERATOR).as(NUMERATOR),
                        max(DENOMINATOR).as(DENOMINATOR),
                        max(UNITS_REPORTING).as(UNITS_REPORTING));
    }

    private Dataset<Row> withValue(Dataset<Row> sides) {
        Column value = value();
        Column above = col(Dimensions.MOST).isNotNull().and(value.gt(col(Dimensions.MOST)));
        Column noDenominator =
                col(Dimensions.DENOMINATOR_TERMS).gt(0).and(col(DENOMINATOR).equalTo(0));
        return sides.join(broadcast(dimensions.formulas(catalogue)), INDICATOR)
                .withColumn(
                        REASON,
                        when(col(NUMERATOR).isNull(), NOT_REPORTED)
                                .when(noDenominator, ZERO_DENOMINATOR)
                                .when(above, ABOVE_MAXIMUM))
                .withColumn(OBS_VALUE, when(col(REASON).isNull(), value))
                .join(broadcast(dimensions.regions(regions)), REF_AREA);
    }

    /** The indicator's formula over the columns numerator and denominator; null where it divides by zero. */
    private static Column value() {
        Column numerator = col(NUMERATOR).cast(DataTypes.DoubleType);
        Column denominator = col(DENOMINATOR).cast(DataTypes.DoubleType);
        Column ratio = when(denominator.notEqual(0), numerator.divide(denominator));
        return round(
                when(col(Dimensions.DENOMINATOR_TERMS).gt(0), ratio)
                        .otherwise(numerator)
                        .multiply(col(Dimensions.SCALE)),
                DECIMALS);
    }

    /** The first value since the base year, and which row is the latest. */
    private Dataset<Row> withBase(Dataset<Row> values) {
        WindowSpec series = Window.partitionBy(INDICATOR, REF_AREA);
        Column hasValue = col(OBS_VALUE).isNotNull();
        Column sinceBase = hasValue.and(col(TIME_PERIOD).geq(catalogue.policy().baseYear()));
        Column baseYear = when(sinceBase, col(TIME_PERIOD));
        Column last = coalesce(
                max(when(hasValue, col(TIME_PERIOD))).over(series),
                max(col(TIME_PERIOD)).over(series));
        return values.withColumn(BASE_PERIOD, min(baseYear).over(series))
                .withColumn(BASE_VALUE, min_by(col(OBS_VALUE), baseYear).over(series))
                .withColumn(LATEST, col(TIME_PERIOD).equalTo(last));
    }

    /**
     * Attainment, gap, pace and status against the target in force on the day.
     *
     * <p>The pace ratio is R = (observed growth rate) / |required growth rate| since the base, with compound rates as
     * Eurostat and Statistics Canada publish it, and linear ones where a compound rate is undefined.
     */
    private Dataset<Row> againstTarget(Dataset<Row> values) {
        Column value = col(OBS_VALUE);
        Column target = col(TARGET_VALUE);
        return values.join(broadcast(dimensions.targets(catalogue, day)), new String[] {INDICATOR}, "left_outer")
                .withColumn(GAP, round(value.minus(target), DECIMALS))
                .withColumn(
                        ATTAINMENT,
                        when(target.notEqual(0), round(value.divide(target).multiply(100), DECIMALS)))
                .withColumn(PACE_RATIO, round(paceRatio(), DECIMALS))
                .withColumn(STATUS, status());
    }

    private static Column paceRatio() {
        Column value = col(OBS_VALUE);
        Column base = col(BASE_VALUE);
        Column target = col(TARGET_VALUE);
        Column elapsed = col(TIME_PERIOD).minus(col(BASE_PERIOD));
        Column total = col(DEADLINE).minus(col(BASE_PERIOD));
        Column observed = pow(value.divide(base), lit(1.0).divide(elapsed)).minus(1);
        Column required = pow(target.divide(base), lit(1.0).divide(total)).minus(1);
        Column linear =
                value.minus(base).divide(elapsed).divide(abs(target.minus(base)).divide(total));
        Column positive = value.gt(0).and(base.gt(0)).and(target.gt(0));
        return when(
                elapsed.gt(0).and(total.gt(0)).and(base.lt(target)),
                when(positive, observed.divide(abs(required))).otherwise(linear));
    }

    private Column status() {
        Column closed =
                lit(day.getYear()).gt(col(DEADLINE)).and(col(TIME_PERIOD).geq(col(DEADLINE)));
        Column ratio = col(PACE_RATIO);
        return when(col(OBS_VALUE).isNull(), NO_DATA)
                .when(col(TARGET_VALUE).isNull(), NO_TARGET)
                .when(col(GAP).geq(0), MET)
                .when(closed, MISSED)
                .when(col(BASE_VALUE).geq(col(TARGET_VALUE)), REVERSING)
                .when(ratio.isNull(), OPEN)
                .when(ratio.geq(catalogue.policy().onTrack()), ON_TRACK)
                .when(ratio.geq(catalogue.policy().slow()), SLOW)
                .when(ratio.geq(0), BEHIND)
                .otherwise(REVERSING);
    }
}
