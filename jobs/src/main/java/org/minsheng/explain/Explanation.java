package org.minsheng.explain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.Language;

/**
 * A figure of the table progress step by step, from the cells as sent to its status. Names are those of the tables' columns where
 * they mean the same.
 *
 * @param cells what the region itself sent for the terms of the formula, whatever became of it
 * @param rollUp what the region's figure is made of; null of a region that reports the indicator itself
 * @param target that in force on the day of the as-of; null where none is
 * @param projection by year; empty where there is no row of the region
 * @param flags of the last run, or where the figure was computed for this, of its instant
 * @param rejects of the same series and region, in sheets that have figures of the year, or of no year
 */
public record Explanation(
        Figure figure,
        Formula formula,
        List<Cell> cells,
        RollUp rollUp,
        Target target,
        Pace pace,
        Standing standing,
        List<Forecast> projection,
        List<Flag> flags,
        List<Reject> rejects) {

    /** The same with the names of indicator, series and units in a language. */
    public Explanation named(Catalogue catalogue, Language language) {
        Indicator indicator = catalogue.indicator(figure.indicator()).orElseThrow();
        return new Explanation(
                figure.named(indicator.title().in(language), indicator.unit().in(language)),
                formula.named(catalogue, language),
                cells,
                rollUp,
                target,
                pace,
                standing,
                projection,
                flags,
                rejects);
    }

    /**
     * What is explained.
     *
     * @param asOf what became known later is not used
     * @param stored whether it is the row of the table progress; else it was computed for this
     * @param changed what has changed since the row was made: program, configuration, tables or files; null where nothing has
     */
    public record Figure(
            String indicator,
            String title,
            String refArea,
            String area,
            String regionLevel,
            int timePeriod,
            Instant asOf,
            boolean stored,
            String changed,
            Double obsValue,
            String unit,
            String valueIs,
            String source,
            boolean provisional,
            boolean latest,
            String reason) {
        private Figure named(String itsTitle, String itsUnit) {
            return new Figure(
                    indicator,
                    itsTitle,
                    refArea,
                    area,
                    regionLevel,
                    timePeriod,
                    asOf,
                    stored,
                    changed,
                    obsValue,
                    itsUnit,
                    valueIs,
                    source,
                    provisional,
                    latest,
                    reason);
        }
    }

    /**
     * How the figure follows.
     *
     * @param rollUp how figures add up over regions
     * @param sumOfNumerator of a share of counties or people, how many meet the target; null where nothing was reported
     * @param sumOfDenominator of a share, how many there are; null where there is no denominator
     */
    public record Formula(
            List<Term> numerator,
            List<Term> denominator,
            BigDecimal scale,
            String rollUp,
            Double sumOfNumerator,
            Double sumOfDenominator) {
        private Formula named(Catalogue catalogue, Language language) {
            return new Formula(
                    numerator.stream()
                            .map(term -> term.named(catalogue, language))
                            .toList(),
                    denominator.stream()
                            .map(term -> term.named(catalogue, language))
                            .toList(),
                    scale,
                    rollUp,
                    sumOfNumerator,
                    sumOfDenominator);
        }
    }

    /**
     * A series in the formula.
     *
     * @param timePeriod year of the value that goes in
     * @param obsValue what the region itself said, where that is in use; else null
     */
    public record Term(String series, String title, String unit, int lag, int sign, int timePeriod, Double obsValue) {
        private Term named(Catalogue catalogue, Language language) {
            Series of = catalogue.series().get(series);
            return new Term(series, of.title().in(language), of.unit().in(language), lag, sign, timePeriod, obsValue);
        }
    }

    /** What became of a value. */
    public enum Use {
        IN_USE,
        SUPERSEDED,
        WITHDRAWN,
        OTHER_PROVIDER,
        RECEIVED_LATER;

        /** Such as {@code in_use}. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value as one submission gave it.
     *
     * @param because what took it out of use: the later receipt or the withdrawal; null where there is no such thing
     */
    public record Cell(
            String series,
            String refArea,
            int timePeriod,
            Double obsValue,
            String obsStatus,
            String submissionId,
            Instant receivedAt,
            String file,
            String sheet,
            String cell,
            String raw,
            String comment,
            Use use,
            Because because) {
        boolean isInUse() {
            return use == Use.IN_USE;
        }

        boolean isOf(String aSeries, int year) {
            return series.equals(aSeries) && timePeriod == year;
        }
    }

    /**
     * What took a value out of use.
     *
     * @param why the words of a withdrawal; null of a later receipt
     */
    public record Because(String file, Instant receivedAt, String why) {}

    /**
     * What a figure of a prefecture or the province is made of.
     *
     * @param coverage share of the people below which there is no status
     * @param reportedValue what the region reports itself, beside the sum
     * @param tolerance how far the two may be apart, as a share of the sum
     */
    public record RollUp(
            int regionsReporting,
            int regionsExpected,
            Double peopleCovered,
            double coverage,
            Double reportedValue,
            boolean reportedDiffers,
            double tolerance,
            List<Member> members) {}

    /** Whether a region is in the sum. */
    public enum Part {
        IN_SUM,
        /** It said nothing, or not all that the formula needs. */
        MISSING,
        /** Its own value cannot be. */
        LEFT_OUT;

        /** Such as {@code in_sum}. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A region that is expected in the sum.
     *
     * @param meets whether it meets the target, where that is what is counted; else null
     * @param cells what it sent
     */
    public record Member(
            String refArea,
            String area,
            Part part,
            Double numerator,
            Double denominator,
            Double obsValue,
            Boolean meets,
            Long people,
            String reason,
            List<Cell> cells) {}

    /**
     * What was promised.
     *
     * @param asked what is asked of this figure: of a share of counties all of them, else the same as value
     */
    public record Target(
            String kind,
            String operator,
            BigDecimal value,
            BigDecimal least,
            BigDecimal most,
            Double asked,
            int deadline,
            boolean deadlineStated,
            LocalDate validFrom,
            LocalDate validTo,
            String quote,
            String source) {}

    /** How fast it moves, and how fast it would have to, with the least ratios and rates of growth that count as on track and slow. */
    public record Pace(
            String paceMethod,
            String paceReason,
            Integer basePeriod,
            Double baseValue,
            Double observedPace,
            Double requiredPace,
            Double paceRatio,
            double onTrack,
            double slow,
            double growthOnTrack,
            double growthSlow) {}

    /**
     * Where it stands.
     *
     * @param rule the one that decided, a word of {@link Rule}
     */
    public record Standing(
            String status,
            String rule,
            Double attainment,
            Double gap,
            Double neededChange,
            Double change,
            Double changeSinceBase,
            Integer metIn,
            Integer rank,
            int peers) {}

    /** What the trend says of a year. */
    public record Forecast(
            int timePeriod,
            Double obsValue,
            Double lower80,
            Double upper80,
            Double lower95,
            Double upper95,
            Double chance,
            Integer reachedIn,
            String model,
            String scale,
            int points,
            Integer lastPeriod,
            Integer outlierPeriod,
            String reason) {}

    /** A value that looks odd. */
    public record Flag(
            String check,
            String series,
            String refArea,
            int timePeriod,
            Double obsValue,
            double otherValue,
            String other,
            String file,
            String sheet,
            String cell) {}

    /** What could not be used. */
    public record Reject(
            String series,
            String refArea,
            String raw,
            String reason,
            String detail,
            Instant receivedAt,
            String file,
            String sheet,
            String cell) {}
}
