package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ObservationTable.SERIES;
import static org.minsheng.lake.ProgressTable.ABOVE_WHOLE;
import static org.minsheng.lake.ProgressTable.BASE_PERIOD;
import static org.minsheng.lake.ProgressTable.BASE_VALUE;
import static org.minsheng.lake.ProgressTable.CHANGE;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.LATEST;
import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.NOT_REPORTED;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.PEOPLE_COVERED;
import static org.minsheng.lake.ProgressTable.RANK;
import static org.minsheng.lake.ProgressTable.REASON;
import static org.minsheng.lake.ProgressTable.REPORTED;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.ROLLED_UP;
import static org.minsheng.lake.ProgressTable.SOURCE;
import static org.minsheng.lake.ProgressTable.TABLE;
import static org.minsheng.lake.ProgressTable.TARGET_KIND;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.UNITS_EXPECTED;
import static org.minsheng.lake.ProgressTable.UNITS_REPORTING;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;
import static org.minsheng.lake.ProgressTable.ZERO_DENOMINATOR;
import static org.minsheng.progress.Dimensions.ANY_CODE;
import static org.minsheng.progress.Dimensions.AREA_NO;
import static org.minsheng.progress.Dimensions.BY_PEOPLE;
import static org.minsheng.progress.Dimensions.CODE_NO;
import static org.minsheng.progress.Dimensions.DENOMINATOR_TERMS;
import static org.minsheng.progress.Dimensions.DIRECTION;
import static org.minsheng.progress.Dimensions.FIRST_YEAR;
import static org.minsheng.progress.Dimensions.HIGHEST;
import static org.minsheng.progress.Dimensions.INDICATOR_NO;
import static org.minsheng.progress.Dimensions.IS_NUMERATOR;
import static org.minsheng.progress.Dimensions.IS_SHARE;
import static org.minsheng.progress.Dimensions.IS_UNIT_LEVEL;
import static org.minsheng.progress.Dimensions.LAG;
import static org.minsheng.progress.Dimensions.LAST_YEAR;
import static org.minsheng.progress.Dimensions.LEAST;
import static org.minsheng.progress.Dimensions.LEVEL_NO;
import static org.minsheng.progress.Dimensions.MOST;
import static org.minsheng.progress.Dimensions.NUMERATOR_TERMS;
import static org.minsheng.progress.Dimensions.PEOPLE;
import static org.minsheng.progress.Dimensions.PEOPLE_EXPECTED;
import static org.minsheng.progress.Dimensions.SCALE;
import static org.minsheng.progress.Dimensions.SIGN;
import static org.minsheng.progress.Dimensions.TERM_NO;
import static org.minsheng.progress.Dimensions.UNITS_TOLD;
import static org.minsheng.progress.Dimensions.UNIT_LEVEL;
import static org.minsheng.progress.Dimensions.UNIT_NO;
import static org.minsheng.progress.Dimensions.ZONES;
import static org.minsheng.progress.Dimensions.ZONES_REPORTING;
import static org.minsheng.progress.Standing.IS_OF_TOO_FEW;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
import org.minsheng.lake.ObservationTable;
import org.minsheng.region.Regions;

/**
 * The stage that computes, for each indicator, region and year, the value, its distance from the target and the pace
 * toward it; all indicators in one pass over the observations.
 */
public final class Progress {
    private static final String UNIT_VALUE = "unit_value";
    private static final String PEOPLE_REPORTING = "people_reporting";
    private static final String ROLLED = "rolled";
    private static final String MEETS = "meets";
    private static final String MERIT = "merit";
    private static final String BASE_MERIT = "base_merit";
    private static final String YEAR = "year";
    private static final String YEAR_BEFORE = "year_before";
    private static final String VALUE_BEFORE = "value_before";
    private static final String UNITS_BEFORE = "units_before";
    private static final String PEOPLE_BEFORE = "people_before";

    /** What an observation is of, as a term of an indicator. */
    private static final String[] KEY = {
        INDICATOR_NO, UNIT_NO, TIME_PERIOD, TERM_NO, CODE_NO, IS_NUMERATOR, SIGN, PEOPLE
    };

    private final Catalogue catalogue;
    private final Dimensions dimensions;
    private final LocalDate day;
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
        this.dimensions = new Dimensions(spark, catalogue, regions, divisions, indicators);
        this.asOf = asOf;
        this.day = asOf.day();
    }

    /** From rows of the table observation to rows of the table progress. */
    public Dataset<Row> run(Dataset<Row> observations) {
        Dataset<Row> zones = dimensions.zonesReporting(observations, asOf);
        return observations
                .transform(this::ofIndicators)
                .transform(
                        current -> ObservationTable.current(current, asOf.instant(), KEY, ObservationTable.OBS_VALUE))
                .transform(this::sidesOfUnits)
                .transform(this::partsOfRegions)
                .transform(this::withLastYears)
                .transform(this::rolledUp)
                .transform(sides -> withValue(sides, zones))
                .transform(this::withBase)
                .transform(this::withGaps)
                .transform(this::withRank)
                .transform(rows -> described(rows, zones))
                .transform(new Standing(catalogue.policy(), day)::of)
                .select(Arrays.stream(TABLE.schema().fieldNames())
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
    }

    /**
     * Each observation once for each indicator whose formula names its series, as a term of a unit and year; lagged terms
     * count a year later. All rows of an indicator come together here, so that no later step has to exchange any.
     */
    private Dataset<Row> ofIndicators(Dataset<Row> observations) {
        return observations
                .join(broadcast(dimensions.terms()), SERIES)
                .join(
                        broadcast(dimensions.codes()),
                        col(ObservationTable.REF_AREA).equalTo(col(ANY_CODE)))
                .select(
                        col(INDICATOR_NO),
                        col(UNIT_NO),
                        col(ObservationTable.TIME_PERIOD).plus(col(LAG)).as(TIME_PERIOD),
                        col(TERM_NO),
                        col(CODE_NO),
                        col(IS_NUMERATOR),
                        col(SIGN),
                        col(PEOPLE),
                        col(ObservationTable.OBS_VALUE),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        col(ObservationTable.SUBMISSION_ID))
                .filter(col(TIME_PERIOD).leq(day.getYear()))
                .repartition(col(INDICATOR_NO));
    }

    /** Numerator and denominator of each region that reported every term of both. */
    private Dataset<Row> sidesOfUnits(Dataset<Row> current) {
        Column value = col(ObservationTable.OBS_VALUE);
        Column isNumerator = col(IS_NUMERATOR);
        return current.filter(col(ObservationTable.OBS_VALUE).isNotNull())
                .groupBy(INDICATOR_NO, UNIT_NO, TIME_PERIOD)
                .agg(
                        Exact.sum(when(isNumerator, value.multiply(col(SIGN)))).as(NUMERATOR),
                        Exact.sum(when(not(isNumerator), value.multiply(col(SIGN))))
                                .as(DENOMINATOR),
                        count(when(isNumerator, lit(1))).as("numerators"),
                        count(when(not(isNumerator), lit(1))).as("denominators"),
                        max(PEOPLE).as(PEOPLE))
                .join(broadcast(dimensions.indicators(day)), INDICATOR_NO)
                .filter(col("numerators")
                        .equalTo(col(NUMERATOR_TERMS))
                        .and(col("denominators").equalTo(col(DENOMINATOR_TERMS))))
                .withColumn(UNIT_VALUE, formula())
                .withColumn(UNIT_VALUE, Exact.figure(col(UNIT_VALUE)));
    }

    /**
     * What each unit adds to itself and to the regions above it: its sides; for shares, whether it (or its people) meets
     * the target. A unit whose own value cannot be is left out of the regions above it.
     */
    private Dataset<Row> partsOfRegions(Dataset<Row> sides) {
        Column possible =
                col(HIGHEST).isNull().or(coalesce(col(UNIT_VALUE), lit(0)).leq(col(HIGHEST)));
        Column own = col(UNIT_NO).equalTo(col(AREA_NO));
        // Whether the row is of a region of the level at which the indicator is reported, or of one above it.
        Column isUnit = col(IS_UNIT_LEVEL);
        Column counts = isUnit.and(possible.or(own));
        Column share = col(IS_SHARE).and(not(own));
        Column weight = when(col(BY_PEOPLE), col(PEOPLE)).otherwise(lit(1L)).cast(DataTypes.DoubleType);
        Column has = col(UNIT_VALUE).isNotNull();
        Column meets = Standing.within(col(UNIT_VALUE));
        Column numerator =
                when(share, when(has, when(meets, weight).otherwise(lit(0.0)))).otherwise(col(NUMERATOR));
        Column denominator = when(share, when(has, weight)).otherwise(col(DENOMINATOR));
        Dataset<Row> unitLevels = dimensions.levels().withColumnRenamed(AREA_NO, UNIT_NO);
        return sides.join(broadcast(unitLevels), new String[] {UNIT_NO, UNIT_LEVEL})
                .join(broadcast(dimensions.rollUp()), UNIT_NO)
                .filter(col(TIME_PERIOD).between(col(FIRST_YEAR), col(LAST_YEAR)))
                .filter(counts.or(not(isUnit).and(own)))
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        col(TIME_PERIOD),
                        when(isUnit, numerator).as(NUMERATOR),
                        when(isUnit, denominator).as(DENOMINATOR),
                        when(not(isUnit).and(not(col(IS_SHARE))), col(UNIT_VALUE))
                                .as(REPORTED_VALUE),
                        when(isUnit, lit(1)).otherwise(lit(0)).as(UNITS_REPORTING),
                        when(isUnit, col(PEOPLE)).as(PEOPLE_REPORTING));
    }

    /** A part of nothing for each indicator and region in the last year over, so that each of them has a row at least. */
    private Dataset<Row> withLastYears(Dataset<Row> parts) {
        return parts.unionByName(dimensions
                .regions()
                .filter(col(LEVEL_NO)
                        .notEqual(Level.ZONE.ordinal())
                        .and(lit(lastYear()).between(col(FIRST_YEAR), col(LAST_YEAR))))
                .join(broadcast(dimensions.indicators(day)), UNIT_LEVEL)
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        lit(lastYear()).as(TIME_PERIOD),
                        lit(null).cast(DataTypes.DoubleType).as(NUMERATOR),
                        lit(null).cast(DataTypes.DoubleType).as(DENOMINATOR),
                        lit(null).cast(DataTypes.DoubleType).as(REPORTED_VALUE),
                        lit(0).as(UNITS_REPORTING),
                        lit(null).cast(DataTypes.LongType).as(PEOPLE_REPORTING))
                // As the parts are, so that they need not be exchanged again.
                .repartition(col(INDICATOR_NO)));
    }

    private int lastYear() {
        return Math.max(catalogue.policy().baseYear(), day.getYear() - 1);
    }

    /** Sums over each region's parts. What a region above the units reports itself stands beside the sum. */
    private Dataset<Row> rolledUp(Dataset<Row> parts) {
        return parts.groupBy(INDICATOR_NO, AREA_NO, TIME_PERIOD)
                .agg(
                        Exact.sum(col(NUMERATOR)).as(NUMERATOR),
                        Exact.sum(col(DENOMINATOR)).as(DENOMINATOR),
                        max(REPORTED_VALUE).as(REPORTED_VALUE),
                        sum(UNITS_REPORTING).cast(DataTypes.IntegerType).as(UNITS_REPORTING),
                        sum(PEOPLE_REPORTING).as(PEOPLE_REPORTING));
    }

    /** With what the catalogue and the divisions say of the indicator, region and year of each row. */
    private Dataset<Row> known(Dataset<Row> sides, Dataset<Row> zones) {
        Column zonesTold = size(array_intersect(col(ZONES), col(ZONES_REPORTING)));
        return sides.join(broadcast(dimensions.indicators(day)), INDICATOR_NO)
                .join(broadcast(dimensions.regions()), new String[] {AREA_NO, UNIT_LEVEL})
                .filter(col(TIME_PERIOD).between(col(FIRST_YEAR), col(LAST_YEAR)))
                .join(broadcast(zones), new String[] {INDICATOR_NO}, "left_outer")
                // A zone that never reported the indicator is not waited for: nobody told it to.
                .withColumn(
                        UNITS_EXPECTED,
                        col(UNITS_TOLD)
                                .plus(when(
                                                size(col(ZONES))
                                                        .gt(0)
                                                        .and(col(ZONES_REPORTING)
                                                                .isNotNull()),
                                                zonesTold)
                                        .otherwise(0)))
                .withColumn(IS_SHARE, col(IS_SHARE).and(not(col(IS_UNIT_LEVEL))))
                // What is asked of a share of counties is that all of them meet the target.
                .withColumn(
                        TARGET_VALUE,
                        when(col(IS_SHARE).and(col(TARGET_KIND).isNotNull()), 100.0)
                                .otherwise(col(TARGET_VALUE)))
                .withColumn(
                        LEAST,
                        when(col(IS_SHARE).and(col(TARGET_KIND).isNotNull()), 100.0)
                                .otherwise(col(LEAST)))
                .withColumn(MOST, when(not(col(IS_SHARE)), col(MOST)));
    }

    private static Column peopleCovered() {
        return when(
                not(col(IS_UNIT_LEVEL)),
                Exact.rounded(try_divide(coalesce(col(PEOPLE_REPORTING), lit(0L)), col(PEOPLE_EXPECTED))
                        .multiply(100)));
    }

    /** Whether a row is a sum of too few of the region's people, or of its units where their people are not known. */
    private Column isOfTooFew() {
        Column units = try_divide(col(UNITS_REPORTING).cast(DataTypes.DoubleType), col(UNITS_EXPECTED));
        Column covered = coalesce(peopleCovered().divide(100), units);
        return coalesce(
                col(NUMERATOR)
                        .isNotNull()
                        .and(not(col(IS_UNIT_LEVEL)))
                        .and(covered.lt(catalogue.policy().coverage())),
                lit(false));
    }

    /**
     * The value: of sums where there are any, else what the region itself reported; and why there is none. Only what the
     * steps that sort need goes with it.
     */
    private Dataset<Row> withValue(Dataset<Row> sides, Dataset<Row> zones) {
        Column isRolled = col(NUMERATOR).isNotNull();
        Column share = try_divide(col(NUMERATOR), col(DENOMINATOR)).multiply(100);
        Column above = not(col(IS_SHARE))
                .and(when(isRolled, col(ROLLED)).otherwise(col(REPORTED_VALUE)).gt(col(HIGHEST)));
        // By the distance from a band, else by the side that is wanted.
        Column band = col(LEAST).isNotNull().and(col(MOST).isNotNull());
        Column wanted = when(col(LEAST).isNull().and(col(MOST).isNotNull()), -1).otherwise(col(DIRECTION));
        Column merit = when(
                        band,
                        Exact.rounded(abs(col(OBS_VALUE).minus(col(TARGET_VALUE))))
                                .multiply(-1))
                .otherwise(col(OBS_VALUE).multiply(wanted));
        return known(sides, zones)
                .withColumn(ROLLED, when(col(IS_SHARE), share).otherwise(formula()))
                .withColumn(ROLLED, Exact.figure(col(ROLLED)))
                .withColumn(
                        REASON,
                        when(isRolled.and(col(DENOMINATOR).equalTo(0)), ZERO_DENOMINATOR)
                                .when(above, ABOVE_WHOLE)
                                .when(not(isRolled).and(col(REPORTED_VALUE).isNull()), NOT_REPORTED))
                .withColumn(
                        OBS_VALUE,
                        when(col(REASON).isNull(), when(isRolled, col(ROLLED)).otherwise(col(REPORTED_VALUE))))
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        col(TIME_PERIOD),
                        col(LEVEL_NO),
                        col(NUMERATOR),
                        col(DENOMINATOR),
                        col(ROLLED),
                        col(OBS_VALUE),
                        col(REASON),
                        col(REPORTED_VALUE),
                        col(UNITS_REPORTING),
                        col(PEOPLE_REPORTING),
                        Standing.meetsWhateverTheBase().as(MEETS),
                        when(not(isOfTooFew()), merit).as(MERIT));
    }

    /** The columns that follow from a row's figures and from what is known of its indicator and region. */
    private Dataset<Row> described(Dataset<Row> values, Dataset<Row> zones) {
        Column isRolled = col(NUMERATOR).isNotNull();
        Column difference = Exact.rounded(abs(col(ROLLED).minus(col(REPORTED_VALUE))));
        Column tolerated =
                Exact.rounded(abs(col(ROLLED)).multiply(catalogue.policy().tolerance()));
        return known(values.drop(LEVEL_NO), zones)
                .withColumn(
                        SOURCE,
                        when(col(OBS_VALUE).isNull(), lit(null).cast(DataTypes.StringType))
                                .when(isRolled.and(not(col(IS_UNIT_LEVEL))), ROLLED_UP)
                                .otherwise(REPORTED))
                .withColumn(REPORTED_DIFFERS, coalesce(isRolled.and(difference.gt(tolerated)), lit(false)))
                .withColumn(PEOPLE_COVERED, peopleCovered())
                .withColumn(IS_OF_TOO_FEW, col(OBS_VALUE).isNotNull().and(isOfTooFew()))
                .withColumn(
                        VALUE_IS,
                        when(col(IS_SHARE).and(col(BY_PEOPLE)), "share_of_people")
                                .when(col(IS_SHARE), "share_of_counties")
                                .otherwise(VALUE));
    }

    /** The indicator's formula over the columns numerator and denominator, not rounded yet; null where it divides by zero. */
    private static Column formula() {
        Column ratio = try_divide(col(NUMERATOR), col(DENOMINATOR));
        return when(col(DENOMINATOR_TERMS).gt(0), ratio)
                .otherwise(col(NUMERATOR))
                .multiply(col(SCALE));
    }

    /** The first value since the base year, which row is the latest, and what was before it. */
    private Dataset<Row> withBase(Dataset<Row> values) {
        // One window with several frames: each window by itself goes through all rows again.
        WindowSpec inOrder = Window.partitionBy(INDICATOR_NO, AREA_NO).orderBy(TIME_PERIOD);
        WindowSpec all = inOrder.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        WindowSpec upToNow = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column hasValue = col(OBS_VALUE).isNotNull();
        // A sum of too few people has no merit, is no base and meets nothing.
        Column sinceBase = col(MERIT)
                .isNotNull()
                .and(col(TIME_PERIOD).geq(catalogue.policy().baseYear()));
        Column baseYear = when(sinceBase, col(TIME_PERIOD));
        Column meets = coalesce(col(MEETS), col(MERIT).gt(col(BASE_MERIT)));
        // A year that is not over hides nothing, whatever came of it already.
        Column isOver = col(TIME_PERIOD).leq(lastYear());
        Column last = coalesce(
                max(when(hasValue.and(isOver), col(TIME_PERIOD))).over(all),
                max(when(isOver, col(TIME_PERIOD))).over(all));
        Column counted = when(col(MERIT).isNotNull(), col(OBS_VALUE));
        return values.withColumns(Map.of(
                        BASE_PERIOD, min(baseYear).over(all),
                        BASE_VALUE, min_by(col(OBS_VALUE), baseYear).over(all),
                        BASE_MERIT, min_by(col(MERIT), baseYear).over(all),
                        LATEST, coalesce(col(TIME_PERIOD).equalTo(last), lit(false)),
                        YEAR_BEFORE, lag(col(TIME_PERIOD), 1).over(inOrder),
                        VALUE_BEFORE, lag(counted, 1).over(inOrder),
                        UNITS_BEFORE, lag(col(UNITS_REPORTING), 1).over(inOrder),
                        PEOPLE_BEFORE, lag(col(PEOPLE_REPORTING), 1).over(inOrder)))
                // Not among the others: it needs the base's merit. The rows are in order already.
                .withColumn(
                        MET_IN,
                        min(when(sinceBase.and(meets), col(TIME_PERIOD))).over(upToNow));
    }

    /** A row without a value for each year that is missing between the base year and the last one over. */
    private Dataset<Row> withGaps(Dataset<Row> rows) {
        Column base = lit(catalogue.policy().baseYear());
        Column first =
                least(col(TIME_PERIOD), greatest(base, coalesce(col(YEAR_BEFORE).plus(1), base)));
        Column isZone = col(LEVEL_NO).equalTo(Level.ZONE.ordinal());
        Column isRow = col(YEAR).equalTo(col(TIME_PERIOD));
        // As far as their number and people tell: sums of others are not compared.
        Column sameUnits = col(UNITS_REPORTING)
                .equalTo(col(UNITS_BEFORE))
                .and(col(PEOPLE_REPORTING).eqNullSafe(col(PEOPLE_BEFORE)));
        Column isNext = col(YEAR_BEFORE).equalTo(col(TIME_PERIOD).minus(1));
        return rows.withColumn(
                        YEAR, explode(sequence(when(isZone, col(TIME_PERIOD)).otherwise(first), col(TIME_PERIOD))))
                .select(
                        col(INDICATOR_NO),
                        col(AREA_NO),
                        col(YEAR).as(TIME_PERIOD),
                        col(LEVEL_NO),
                        when(isRow, col(NUMERATOR)).as(NUMERATOR),
                        when(isRow, col(DENOMINATOR)).as(DENOMINATOR),
                        when(isRow, col(ROLLED)).as(ROLLED),
                        when(isRow, col(OBS_VALUE)).as(OBS_VALUE),
                        when(isRow, col(REASON)).otherwise(NOT_REPORTED).as(REASON),
                        when(isRow, col(REPORTED_VALUE)).as(REPORTED_VALUE),
                        when(isRow, col(UNITS_REPORTING)).otherwise(0).as(UNITS_REPORTING),
                        when(isRow, col(PEOPLE_REPORTING)).as(PEOPLE_REPORTING),
                        when(isRow, col(MERIT)).as(MERIT),
                        col(BASE_PERIOD),
                        col(BASE_VALUE),
                        isRow.and(col(LATEST)).as(LATEST),
                        // A target cannot be met in a year without a value.
                        when(isRow.or(col(MET_IN).lt(col(TIME_PERIOD))), col(MET_IN))
                                .as(MET_IN),
                        Exact.rounded(when(
                                        isRow.and(isNext)
                                                .and(sameUnits)
                                                .and(col(MERIT).isNotNull()),
                                        col(OBS_VALUE).minus(col(VALUE_BEFORE))))
                                .as(CHANGE));
    }

    /** The place among the regions of a level in a year. */
    private Dataset<Row> withRank(Dataset<Row> rows) {
        WindowSpec peers = Window.partitionBy(INDICATOR_NO, LEVEL_NO, TIME_PERIOD)
                .orderBy(col(MERIT).desc_nulls_last());
        WindowSpec all = peers.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        return rows.withColumns(Map.of(
                RANK, when(col(MERIT).isNotNull(), rank().over(peers)),
                PEERS, count(col(MERIT)).over(all).cast(DataTypes.IntegerType)));
    }
}
