package org.minsheng.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minsheng.conf.Label;
import org.minsheng.conf.LevelNames;

/**
 * The document that the targets come from.
 *
 * @param title its title
 * @param issuer who issued it
 * @param issued the day on which it was made public; targets hold from then on unless they say otherwise
 * @param source where it can be read
 * @param baseYear the last year before it, from which progress is measured
 * @param horizon the year that holds where a sentence names none
 * @param onTrack least ratio of observed to required pace that is on track
 * @param slow least ratio that is slow; from 0 to there it is behind, below 0 reversing
 * @param growthOnTrack least yearly growth that is on track where the target has no number, such as 0.015
 * @param growthSlow least yearly growth that is slow there
 * @param coverage least share of people (or, where they are not known, of regions) in a sum for which a status is given
 * @param projectTo the year of the long-term goal, to which trends are projected
 * @param projectFarthest most years beyond the last value for which a trend says anything
 * @param projection how values to come are told, where an indicator does not say otherwise
 * @param tolerance how far a figure that a prefecture or the province reports may be from the sum of its counties, as a
 *     share of that sum, before it is told
 * @param jump how many times the year before, or what part of it, a value may be before it is told; above 1
 * @param takesAway how many values the marks for missing of one file may take the place of before the file is told
 * @param reportDue the day of each year by which the responsible offices report on it
 * @param reportRule the sentence that says so, as workbooks give it
 * @param equalisation when services count as equal
 * @param scorecard how regions are scored
 * @param masthead what stands at the upper right of the forms that offices fill
 * @param levels what the levels of regions are called
 * @param offices what offices are called in English
 */
public record Policy(
        Label title,
        String issuer,
        LocalDate issued,
        String source,
        int baseYear,
        int horizon,
        double onTrack,
        double slow,
        double growthOnTrack,
        double growthSlow,
        double coverage,
        int projectTo,
        int projectFarthest,
        ProjectionMethod projection,
        double tolerance,
        double jump,
        int takesAway,
        MonthDay reportDue,
        Label reportRule,
        Equalisation equalisation,
        Scorecard scorecard,
        Masthead masthead,
        LevelNames levels,
        Offices offices)
        implements Serializable {
    /** The days around a year on which something is due or late that was not the day before: a year's first, and that after a report. */
    Stream<LocalDate> changes(int year) {
        return IntStream.rangeClosed(year, year + 1)
                .boxed()
                .flatMap(y ->
                        Stream.of(LocalDate.of(y, 1, 1), reportDue.atYear(y).plusDays(1)));
    }
}
