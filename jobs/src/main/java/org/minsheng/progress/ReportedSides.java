package org.minsheng.progress;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ObservationTable.SERIES;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.progress.lookup.Codes.ANY_CODE;
import static org.minsheng.progress.lookup.Codes.CODE_NO;
import static org.minsheng.progress.lookup.Codes.PEOPLE;
import static org.minsheng.progress.lookup.Codes.REPORTER_NO;
import static org.minsheng.progress.lookup.Indicators.DENOMINATOR_TERMS;
import static org.minsheng.progress.lookup.Indicators.INDICATOR_NO;
import static org.minsheng.progress.lookup.Indicators.NUMERATOR_TERMS;
import static org.minsheng.progress.lookup.Indicators.SCALE;
import static org.minsheng.progress.lookup.Terms.IS_NUMERATOR;
import static org.minsheng.progress.lookup.Terms.LAG;
import static org.minsheng.progress.lookup.Terms.SIGN;
import static org.minsheng.progress.lookup.Terms.TERM_NO;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ObservationTable;
import org.minsheng.progress.lookup.Lookups;

/**
 * What each region itself reported of each indicator in each year: numerator, denominator, and the value that follows from them.
 */
final class ReportedSides {
    /** The value, null where the formula divides by zero. */
    static final String REPORTER_VALUE = "reporter_value";

    private static final String NUMERATORS = "numerators";
    private static final String DENOMINATORS = "denominators";

    /** What an observation is of, as a term of an indicator. */
    private static final String[] KEY = {
        INDICATOR_NO, REPORTER_NO, TIME_PERIOD, TERM_NO, CODE_NO, IS_NUMERATOR, SIGN, PEOPLE
    };

    private final Lookups lookups;
    private final AsOf asOf;

    /** Of what was known at an instant. */
    ReportedSides(Lookups lookups, AsOf asOf) {
        this.lookups = lookups;
        this.asOf = asOf;
    }

    /** From rows of the table observation. */
    Dataset<Row> of(Dataset<Row> observations) {
        return observations
                .transform(this::termsOfIndicators)
                .transform(terms -> ObservationTable.current(terms, asOf.instant(), KEY, ObservationTable.OBS_VALUE))
                .transform(this::sides);
    }

    /**
     * Each observation once for each indicator whose formula names its series, as a term of a reporter and year; lagged terms
     * count a year later. All rows of an indicator come together here, so that no later step has to exchange any.
     */
    private Dataset<Row> termsOfIndicators(Dataset<Row> observations) {
        return observations
                .join(broadcast(lookups.terms()), SERIES)
                .join(broadcast(lookups.codes()), col(ObservationTable.REF_AREA).equalTo(col(ANY_CODE)))
                .select(
                        col(INDICATOR_NO),
                        col(REPORTER_NO),
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
                .filter(col(TIME_PERIOD).leq(asOf.day().getYear()))
                .repartition(col(INDICATOR_NO));
    }

    /** Numerator and denominator of each region that reported every term of both. */
    private Dataset<Row> sides(Dataset<Row> current) {
        Column value = col(ObservationTable.OBS_VALUE);
        Column isNumerator = col(IS_NUMERATOR);
        return current.filter(col(ObservationTable.OBS_VALUE).isNotNull())
                .groupBy(INDICATOR_NO, REPORTER_NO, TIME_PERIOD)
                .agg(
                        Exact.sum(when(isNumerator, value.multiply(col(SIGN)))).as(NUMERATOR),
                        Exact.sum(when(not(isNumerator), value.multiply(col(SIGN))))
                                .as(DENOMINATOR),
                        count(when(isNumerator, lit(1))).as(NUMERATORS),
                        count(when(not(isNumerator), lit(1))).as(DENOMINATORS),
                        max(PEOPLE).as(PEOPLE))
                .join(broadcast(lookups.indicators()), INDICATOR_NO)
                .filter(col(NUMERATORS)
                        .equalTo(col(NUMERATOR_TERMS))
                        .and(col(DENOMINATORS).equalTo(col(DENOMINATOR_TERMS))))
                .withColumn(REPORTER_VALUE, formula())
                .withColumn(REPORTER_VALUE, Exact.figure(col(REPORTER_VALUE)));
    }

    /** The indicator's formula over the columns numerator and denominator, not rounded yet; null where it divides by zero. */
    static Column formula() {
        Column ratio = try_divide(col(NUMERATOR), col(DENOMINATOR));
        return when(col(DENOMINATOR_TERMS).gt(0), ratio)
                .otherwise(col(NUMERATOR))
                .multiply(col(SCALE));
    }
}
