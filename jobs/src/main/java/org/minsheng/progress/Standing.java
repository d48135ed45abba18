package org.minsheng.progress;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.progress.Dimensions.DIRECTION;
import static org.minsheng.progress.Dimensions.IS_YEARLY;
import static org.minsheng.progress.Dimensions.LEAST;
import static org.minsheng.progress.Dimensions.MOST;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Policy;

/**
 * Where a value stands against its target: gap, attainment, pace and status.
 *
 * <p>The pace ratio is R = d x (observed growth rate) / |required growth rate| since the base, with compound rates as
 * Eurostat and Statistics Canada publish it, and linear ones where a compound rate is undefined; d is 1 where the value
 * has to rise and -1 where it has to fall.
 */
final class Standing {
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

    Dataset<Row> of(Dataset<Row> values) {
        Column value = col(OBS_VALUE);
        Column target = col(TARGET_VALUE);
        // The stages of a milestone are in order, but not so far apart.
        Column isQuantity = col(TARGET_KIND).notEqual("milestone");
        return values.withColumn(GAP, when(isQuantity, round(value.minus(target), Progress.DECIMALS)))
                .withColumn(
                        ATTAINMENT,
                        when(isQuantity, round(try_divide(value, target).multiply(100), Progress.DECIMALS)))
                .withColumn(PACE_RATIO, round(paceRatio(), Progress.DECIMALS))
                .withColumn(STATUS, status());
    }

    /** The bound that the value has not reached: the least one where it is below, the most one where it is above. */
    private static Column bound() {
        Column value = col(OBS_VALUE);
        return when(value.lt(col(LEAST)), col(LEAST)).when(value.gt(col(MOST)), col(MOST));
    }

    private static Column paceRatio() {
        Column value = col(OBS_VALUE);
        Column base = col(BASE_VALUE);
        // A value that meets the target has its pace measured to the bound that the base had to cross.
        Column crossed = when(base.lt(col(LEAST)), col(LEAST)).when(base.gt(col(MOST)), col(MOST));
        Column goal = coalesce(bound(), crossed);
        Column elapsed = col(TIME_PERIOD).minus(col(BASE_PERIOD));
        Column total = col(DEADLINE).minus(col(BASE_PERIOD));
        Column observed =
                pow(try_divide(value, base), try_divide(lit(1.0), elapsed)).minus(1);
        Column required =
                pow(try_divide(goal, base), try_divide(lit(1.0), total)).minus(1);
        Column linear = try_divide(try_divide(value.minus(base), elapsed), try_divide(abs(goal.minus(base)), total));
        Column positive = value.gt(0).and(base.gt(0)).and(goal.gt(0));
        Column direction = signum(goal.minus(base));
        return when(
                elapsed.gt(0)
                        .and(total.gt(0))
                        .and(within(base).equalTo(false))
                        .and(goal.notEqual(base))
                        .and(col(TARGET_KIND).notEqual("milestone")),
                direction.multiply(
                        when(positive, try_divide(observed, abs(required))).otherwise(linear)));
    }

    private Column status() {
        Column value = col(OBS_VALUE);
        Column ratio = col(PACE_RATIO);
        Column kind = col(TARGET_KIND);
        Column yearOver = lit(day.getYear()).gt(col(TIME_PERIOD));
        Column deadlineOver =
                lit(day.getYear()).gt(col(DEADLINE)).and(col(TIME_PERIOD).geq(col(DEADLINE)));
        Column judged = when(col(IS_YEARLY), yearOver).otherwise(deadlineOver);
        return when(value.isNull(), NO_DATA)
                .when(kind.isNull(), NO_TARGET)
                .when(kind.equalTo("improve"), improved(judged))
                .when(within(value), MET)
                .when(judged, MISSED)
                .when(kind.equalTo("milestone").and(value.gt(0)), UNDER_WAY)
                .when(kind.equalTo("milestone"), NOT_STARTED)
                .when(col(IS_YEARLY), OPEN)
                .when(within(col(BASE_VALUE)), REVERSING)
                .when(ratio.isNull(), OPEN)
                .when(ratio.geq(policy.onTrack()), ON_TRACK)
                .when(ratio.geq(policy.slow()), SLOW)
                .when(ratio.geq(0), BEHIND)
                .otherwise(REVERSING);
    }

    /** A promise to get better, without a number: by which side of the base year's value it is on. */
    private static Column improved(Column judged) {
        Column change = col(OBS_VALUE).minus(col(BASE_VALUE)).multiply(col(DIRECTION));
        return when(col(TIME_PERIOD).equalTo(col(BASE_PERIOD)), OPEN)
                .when(judged, when(change.gt(0), MET).otherwise(MISSED))
                .when(change.gt(0), ON_TRACK)
                .when(change.equalTo(0), BEHIND)
                .otherwise(REVERSING);
    }
}
