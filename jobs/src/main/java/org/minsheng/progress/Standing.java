package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.ATTAINMENT;
import static org.minsheng.lake.ProgressTable.BASE_PERIOD;
import static org.minsheng.lake.ProgressTable.BASE_VALUE;
import static org.minsheng.lake.ProgressTable.CHANGE_SINCE_BASE;
import static org.minsheng.lake.ProgressTable.COMPOUND;
import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.GAP;
import static org.minsheng.lake.ProgressTable.GROWTH;
import static org.minsheng.lake.ProgressTable.LATEST;
import static org.minsheng.lake.ProgressTable.LINEAR;
import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.OBSERVED_PACE;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PACE_METHOD;
import static org.minsheng.lake.ProgressTable.PACE_RATIO;
import static org.minsheng.lake.ProgressTable.PACE_REASON;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;
import static org.minsheng.lake.ProgressTable.REGIONS_EXPECTED;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REQUIRED_PACE;
import static org.minsheng.lake.ProgressTable.ROLLED_UP;
import static org.minsheng.lake.ProgressTable.SOURCE;
import static org.minsheng.lake.ProgressTable.STATUS;
import static org.minsheng.lake.ProgressTable.TARGET_KIND;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.progress.lookup.Indicators.DIRECTION;
import static org.minsheng.progress.lookup.Indicators.HIGHEST;
import static org.minsheng.progress.lookup.Indicators.IS_LINEAR;
import static org.minsheng.progress.lookup.Indicators.IS_YEARLY;
import static org.minsheng.progress.lookup.Indicators.LASTS;
import static org.minsheng.progress.lookup.Indicators.LEAST;
import static org.minsheng.progress.lookup.Indicators.LOWEST;
import static org.minsheng.progress.lookup.Indicators.MOST;
import static org.minsheng.progress.lookup.Indicators.ON_TRACK_FROM;
import static org.minsheng.progress.lookup.Indicators.SLOW_FROM;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.lake.Status;

/**
 * Where a value stands against its target: gap, attainment, pace and status.
 *
 * <p>The pace ratio is R = d x (observed growth rate) / |required growth rate| since the base, with compound rates as
 * Eurostat and Statistics Canada publish it, and linear ones where a compound rate is undefined; d is 1 where the value
 * has to rise and -1 where it has to fall.
 */
final class Standing {
    /** Whether the value is a sum of too few people for a status. */
    static final String IS_OF_TOO_FEW = "is_of_too_few";

    /**
     * How fast the growth asked shrinks near the largest possible value: by 1 - (base / largest)^4.44, the scaling factor C
     * of Statistics Canada's progress measure (Open SDG, "Progress Measurement Methodology").
     */
    private static final double NEAR_LIMIT = 4.44;

    private static final String BOUND = "bound";
    private static final String GOAL = "goal";
    private static final String ELAPSED = "elapsed";
    private static final String YEARS_IN_ALL = "years_in_all";

    private final Policy policy;
    private final LocalDate day;

    /** Judged on a day: a deadline is over once its year is. */
    Standing(Policy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
    }

    /** Whether a value is one that meets the target, by the columns least and most. */
    static Column within(Column value) {
        return coalesce(value.geq(col(LEAST)), lit(true))
                .and(coalesce(value.leq(col(MOST)), lit(true)))
                .and(col(LEAST).isNotNull().or(col(MOST).isNotNull()));
    }

    /** The same of a target without a number, once at the largest (or smallest) possible value; null before: by the base. */
    static Column meetsWhateverTheBase() {
        return when(isImprove(), when(isAtLimit(), true)).otherwise(within(col(OBS_VALUE)));
    }

    private static Column isAtLimit() {
        Column value = col(OBS_VALUE);
        return coalesce(
                when(col(DIRECTION).gt(0), value.geq(col(HIGHEST))).otherwise(value.leq(col(LOWEST))), lit(false));
    }

    Dataset<Row> of(Dataset<Row> values) {
        Column value = col(OBS_VALUE);
        Column target = col(TARGET_VALUE);
        return values.withColumn(BOUND, bound())
                .withColumn(GOAL, goal())
                .withColumn(ELAPSED, col(TIME_PERIOD).minus(col(BASE_PERIOD)))
                .withColumn(YEARS_IN_ALL, col(DEADLINE).minus(col(BASE_PERIOD)))
                .withColumn(GAP, when(isQuantity(), Exact.rounded(value.minus(target))))
                .withColumn(
                        ATTAINMENT,
                        when(
                                isQuantity().and(col(MOST).isNull()),
                                Exact.rounded(try_divide(value, target).multiply(100))))
                .withColumn(
                        NEEDED_CHANGE,
                        when(isQuantity(), Exact.rounded(col(BOUND).minus(value))))
                .withColumn(
                        CHANGE_SINCE_BASE,
                        when(
                                col(TIME_PERIOD).geq(col(BASE_PERIOD)).and(not(col(IS_OF_TOO_FEW))),
                                Exact.rounded(value.minus(col(BASE_VALUE)))))
                .withColumn(PACE_METHOD, method())
                .withColumn(OBSERVED_PACE, observedPace())
                .withColumn(REQUIRED_PACE, requiredPace())
                .withColumn(
                        PACE_RATIO,
                        Exact.rounded(
                                wantedDirection().multiply(try_divide(col(OBSERVED_PACE), abs(col(REQUIRED_PACE))))))
                .withColumn(PACE_REASON, when(col(PACE_RATIO).isNull(), whyNoRatio()))
                .withColumn(PROVISIONAL, coalesce(isPartial().or(isRunning()), lit(false)))
                .withColumn(STATUS, status())
                .withColumn(OBSERVED_PACE, Exact.rounded(col(OBSERVED_PACE)))
                .withColumn(REQUIRED_PACE, Exact.rounded(col(REQUIRED_PACE)));
    }

    /** The stages of a milestone are in order, but not so far apart. */
    private static Column isQuantity() {
        return coalesce(col(TARGET_KIND).notEqual(TargetKind.Name.MILESTONE.word()), lit(true));
    }

    private static Column isImprove() {
        return coalesce(col(TARGET_KIND).equalTo(TargetKind.Name.IMPROVE.word()), lit(false));
    }

    /** The bound that the value has not reached: the least one where it is below, the most one where it is above. */
    private static Column bound() {
        Column value = col(OBS_VALUE);
        return when(value.lt(col(LEAST)), col(LEAST)).when(value.gt(col(MOST)), col(MOST));
    }

    /** Where the pace leads; a value that meets the target has its pace measured to the bound that the base had to cross. */
    private static Column goal() {
        Column base = col(BASE_VALUE);
        Column crossed = when(base.lt(col(LEAST)), col(LEAST)).when(base.gt(col(MOST)), col(MOST));
        return coalesce(col(BOUND), crossed);
    }

    /**
     * 1 where the value has to rise, -1 where it has to fall; one that meets the target is where its base had to go. What
     * went through a band and beyond has to come back, however far it came from.
     */
    private static Column wantedDirection() {
        return coalesce(
                signum(col(BOUND).minus(col(OBS_VALUE))), signum(col(GOAL).minus(col(BASE_VALUE))));
    }

    private static Column isPositive() {
        return col(OBS_VALUE)
                .gt(0)
                .and(col(BASE_VALUE).gt(0))
                .and(coalesce(col(GOAL).gt(0), lit(true)));
    }

    /** Compound where that rate is defined, unless the indicator asks for a line. */
    private static Column method() {
        Column compound = isPositive().and(not(col(IS_LINEAR)).or(isImprove()));
        return when(
                isQuantity()
                        .and(col(OBS_VALUE).isNotNull())
                        .and(not(col(IS_OF_TOO_FEW)))
                        .and(col(ELAPSED).gt(0)),
                when(compound, when(isImprove(), GROWTH).otherwise(COMPOUND)).otherwise(LINEAR));
    }

    private static Column observedPace() {
        Column ratio = try_divide(col(OBS_VALUE), col(BASE_VALUE));
        return when(col(PACE_METHOD).equalTo(LINEAR), try_divide(col(OBS_VALUE).minus(col(BASE_VALUE)), col(ELAPSED)))
                .when(col(PACE_METHOD).isNotNull(), growth(ratio, col(ELAPSED)).multiply(100));
    }

    private static Column growth(Column ratio, Column years) {
        return pow(ratio, try_divide(lit(1.0), years)).minus(1);
    }

    private static Column requiredPace() {
        Column ratio = try_divide(col(GOAL), col(BASE_VALUE));
        Column hasTo = col(YEARS_IN_ALL)
                .gt(0)
                .and(within(col(BASE_VALUE)).equalTo(false))
                .and(not(col(IS_YEARLY)))
                .and(col(GOAL).isNotNull());
        return when(
                        hasTo.and(col(PACE_METHOD).equalTo(LINEAR)),
                        try_divide(col(GOAL).minus(col(BASE_VALUE)), col(YEARS_IN_ALL)))
                .when(
                        hasTo.and(col(PACE_METHOD).equalTo(COMPOUND)),
                        growth(ratio, col(YEARS_IN_ALL)).multiply(100));
    }

    private static Column whyNoRatio() {
        return when(col(OBS_VALUE).isNull(), "no_value")
                .when(col(IS_OF_TOO_FEW), "low_coverage")
                .when(col(TARGET_KIND).isNull(), "no_target")
                .when(not(isQuantity()), "milestone")
                .when(isImprove(), "no_number")
                .when(col(IS_YEARLY), "judged_yearly")
                .when(coalesce(col(ELAPSED), lit(0)).leq(0), "single_value")
                .when(within(col(BASE_VALUE)), "met_in_base_year")
                .otherwise("no_years_left");
    }

    /** Whether the value is a sum of which reporters are still missing. */
    private static Column isPartial() {
        return col(SOURCE).equalTo(ROLLED_UP).and(col(REGIONS_REPORTING).lt(col(REGIONS_EXPECTED)));
    }

    /** Whether the value is of a year that is not over. */
    private Column isRunning() {
        return col(OBS_VALUE).isNotNull().and(col(TIME_PERIOD).geq(day.getYear()));
    }

    /** Whether the deadline is over and the region's latest value is older, which tells nothing of it but where it lasts. */
    private Column isOverdue() {
        return col(LATEST)
                .and(coalesce(
                        col(DEADLINE).lt(day.getYear()).and(col(TIME_PERIOD).lt(col(DEADLINE))), lit(false)))
                .and(not(col(LASTS).and(within(col(OBS_VALUE)))));
    }

    private Column status() {
        Column value = col(OBS_VALUE);
        Column ratio = col(PACE_RATIO);
        Column kind = col(TARGET_KIND);
        // Of the base year, and those before it, nothing was promised yet.
        Column yearOver =
                lit(day.getYear()).gt(col(TIME_PERIOD)).and(col(TIME_PERIOD).gt(policy.baseYear()));
        Column deadlineOver =
                lit(day.getYear()).gt(col(DEADLINE)).and(col(TIME_PERIOD).geq(col(DEADLINE)));
        Column judged = when(col(IS_YEARLY), yearOver).otherwise(deadlineOver);
        return when(value.isNull(), Status.NO_DATA.code())
                .when(col(IS_OF_TOO_FEW), Status.LOW_COVERAGE.code())
                .when(kind.isNull(), Status.NO_TARGET.code())
                .when(isOverdue(), Status.OVERDUE.code())
                .when(isImprove(), improved(judged))
                .when(within(value), Status.MET.code())
                .when(not(col(IS_YEARLY)).and(col(MET_IN).isNotNull()), Status.LOST.code())
                .when(judged, Status.MISSED.code())
                .when(not(isQuantity()).and(value.gt(0)), Status.UNDER_WAY.code())
                .when(not(isQuantity()), Status.NOT_STARTED.code())
                .when(col(IS_YEARLY), Status.OPEN.code())
                .when(ratio.isNull(), Status.OPEN.code())
                .when(ratio.geq(col(ON_TRACK_FROM)), Status.ON_TRACK.code())
                .when(ratio.geq(col(SLOW_FROM)), Status.SLOW.code())
                .when(ratio.geq(0), Status.BEHIND.code())
                .otherwise(Status.REVERSING.code());
    }

    /**
     * A promise to get better, without a number: in the end, by which side of the base year's value it is on, and what stands
     * at the largest possible value has done what can be done; before, by its yearly growth. Who is nearly there cannot grow
     * as fast, so the rates asked shrink.
     */
    private Column improved(Column judged) {
        Column change = col(OBS_VALUE).minus(col(BASE_VALUE)).multiply(col(DIRECTION));
        Column scale = when(
                        col(DIRECTION)
                                .gt(0)
                                .and(col(HIGHEST).gt(0))
                                .and(col(BASE_VALUE).geq(0)),
                        lit(1.0).minus(pow(try_divide(col(BASE_VALUE), col(HIGHEST)), lit(NEAR_LIMIT))))
                .otherwise(1.0);
        Column growth =
                Exact.rounded(col(OBSERVED_PACE).multiply(col(DIRECTION)).divide(100));
        Column isRate = coalesce(col(PACE_METHOD).equalTo(GROWTH), lit(false));
        return when(judged.and(change.gt(0).or(isAtLimit())), Status.MET.code())
                .when(coalesce(col(TIME_PERIOD).leq(col(BASE_PERIOD)), lit(true)), Status.OPEN.code())
                .when(judged, when(col(MET_IN).isNotNull(), Status.LOST.code()).otherwise(Status.MISSED.code()))
                .when(change.lt(0), Status.REVERSING.code())
                .when(
                        isRate.and(growth.geq(Exact.rounded(scale.multiply(policy.growthOnTrack())))),
                        Status.ON_TRACK.code())
                .when(isRate.and(growth.geq(Exact.rounded(scale.multiply(policy.growthSlow())))), Status.SLOW.code())
                // From zero no rate can be told; whatever is better than nothing is on its way.
                .when(not(isRate).and(change.gt(0).or(isAtLimit())), Status.ON_TRACK.code())
                .otherwise(Status.BEHIND.code());
    }
}
