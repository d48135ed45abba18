package org.minsheng.progress.lookup;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Pace;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ProgressTable;

/**
 * One row per indicator: its formula, smallest and largest possible value, roll-up, and the target in force on a day, if any. With
 * it go the columns of the table progress that tell of the target.
 */
public final class Indicators {
    /** Place in the catalogue. */
    public static final String INDICATOR_NO = "indicator_no";
    /** How many terms the numerator has, at least 1. */
    public static final String NUMERATOR_TERMS = "numerator_terms";
    /** How many terms the denominator has, 0 where there is none. */
    public static final String DENOMINATOR_TERMS = "denominator_terms";
    /** What the formula is multiplied by. */
    public static final String SCALE = "scale";
    /** Smallest possible value: 0, or null where there is none. */
    public static final String LOWEST = "lowest";
    /** Largest possible value, null where there is none. */
    public static final String HIGHEST = "highest";
    /** Whether what is told of a region is the share of those in it that meet the target, and no sum. */
    public static final String IS_SHARE = "is_share";
    /** Whether that is a share of people. */
    public static final String BY_PEOPLE = "by_people";
    /** The level of regions that report it. */
    public static final String REPORTER_LEVEL = "reporter_level";
    /** Smallest value that meets the target, null where there is none. */
    public static final String LEAST = "least";
    /** Largest value that meets the target, null where there is none. */
    public static final String MOST = "most";
    /** Whether the target has to be met in each year; false where there is none. */
    public static final String IS_YEARLY = "is_yearly";
    /** Whether what once met the target does so from then on; false where there is none. */
    public static final String LASTS = "lasts";
    /** -1 where less is better, else 1. */
    public static final String DIRECTION = "direction";
    /** Whether its pace is that of a line. */
    public static final String IS_LINEAR = "is_linear";
    /** Smallest pace ratio that is on track. */
    public static final String ON_TRACK_FROM = "on_track_from";
    /** Smallest pace ratio that is slow, and no worse. */
    public static final String SLOW_FROM = "slow_from";
    /** Name of the {@link org.minsheng.catalogue.ProjectionMethod.Model}. */
    public static final String MODEL = "model";
    /** Name of the {@link org.minsheng.catalogue.ProjectionMethod.Scale}. */
    public static final String PROJECTED_ON = "projected_on";

    private Indicators() {}

    /** Those of all indicators of a catalogue. */
    public static Dataset<Row> of(SparkSession spark, Catalogue catalogue, LocalDate day) {
        return of(spark, catalogue, NumberedIndicator.of(catalogue, id -> true), day);
    }

    static Dataset<Row> of(SparkSession spark, Catalogue catalogue, List<NumberedIndicator> indicators, LocalDate day) {
        return new Lookup<Entry>()
                .column(INDICATOR_NO, IntegerType, Entry::number)
                .column(ProgressTable.INDICATOR, StringType, of(Indicator::id))
                .column(
                        NUMERATOR_TERMS,
                        IntegerType,
                        of(i -> i.formula().numerator().size()))
                .column(
                        DENOMINATOR_TERMS,
                        IntegerType,
                        of(i -> i.formula().denominator().size()))
                .column(SCALE, DoubleType, of(i -> number(i.formula().scale())))
                .column(LOWEST, DoubleType, of(i -> isNeverNegative(i.formula(), catalogue) ? 0.0 : null))
                .column(HIGHEST, DoubleType, of(i -> number(i.most())))
                .column(IS_SHARE, BooleanType, of(i -> i.rollUp() != RollUp.SUMS))
                .column(BY_PEOPLE, BooleanType, of(i -> i.rollUp() == RollUp.SHARE_OF_PEOPLE))
                .column(REPORTER_LEVEL, StringType, of(i -> i.level().word()))
                .column(ProgressTable.TARGET_KIND, StringType, ofKind(TargetKind::word, null))
                .column(
                        ProgressTable.TARGET_OPERATOR,
                        StringType,
                        ofKind(k -> k.operator().sign(), null))
                .column(ProgressTable.TARGET_VALUE, DoubleType, ofKind(k -> number(k.value()), null))
                .column(LEAST, DoubleType, ofKind(k -> number(k.least()), null))
                .column(MOST, DoubleType, ofKind(k -> number(k.most()), null))
                .column(IS_YEARLY, BooleanType, ofKind(TargetKind::yearly, false))
                .column(LASTS, BooleanType, ofKind(TargetKind::lasts, false))
                .column(DIRECTION, IntegerType, ofKind(k -> k.operator() == TargetKind.Operator.DOWN ? -1 : 1, 1))
                .column(
                        ProgressTable.DEADLINE,
                        IntegerType,
                        e -> e.target().map(Target::deadline).orElse(null))
                .column(IS_LINEAR, BooleanType, Indicators::isLinear)
                .column(ON_TRACK_FROM, DoubleType, of(i -> i.pace().onTrack()))
                .column(SLOW_FROM, DoubleType, of(i -> i.pace().slow()))
                .column(MODEL, StringType, of(i -> i.projection().model().name()))
                .column(PROJECTED_ON, StringType, of(i -> i.projection().scale().name()))
                .of(spark, indicators.stream().map(i -> Entry.of(i, day)));
    }

    private record Entry(int number, Indicator indicator, Optional<Target> target) {
        static Entry of(NumberedIndicator numbered, LocalDate day) {
            return new Entry(
                    numbered.number(),
                    numbered.indicator(),
                    numbered.indicator().target(day));
        }

        Optional<TargetKind> kind() {
            return target.map(Target::kind);
        }
    }

    private static Function<Entry, Object> of(Function<Indicator, Object> value) {
        return entry -> value.apply(entry.indicator());
    }

    private static Function<Entry, Object> ofKind(Function<TargetKind, Object> value, Object without) {
        return entry -> entry.kind().map(value).orElse(without);
    }

    /** Sums of what cannot be below zero. */
    private static boolean isNeverNegative(Formula formula, Catalogue catalogue) {
        return formula.terms().allMatch(term -> {
            BigDecimal least = catalogue.series().get(term.series()).least();
            return term.sign() > 0 && least != null && least.signum() >= 0;
        });
    }

    /** Totals grow by pieces, so their path is a line. */
    private static boolean isLinear(Entry entry) {
        return entry.indicator().pace().method() == Pace.Method.LINEAR
                || entry.kind().filter(TargetKind.Cumulative.class::isInstance).isPresent();
    }

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }
}
