package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Value;

/**
 * A target that the workbook's region is short of, as the sheet of what-ifs works with it.
 *
 * @param row the region's latest row
 * @param closing by the year that it is mostly asked of
 */
record WhatIf(Shown shown, Indicator indicator, Row row, Closing closing) {
    /** What is told of a target and a year, in this order. */
    enum Answer {
        /** Where the target stands in the table; the other formulas go by it. */
        ROW,
        TARGET,
        VALUE,
        YEAR,
        GAP,
        YEARLY,
        RECENT,
        TIMES,
        EFFORT,
        NOT_MET,
        PEOPLE;

        /** Its label in the bundles. */
        String key() {
            return "what-if." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What it takes by another year. */
    private Closing by(int year) {
        return new Closing(year, year - row.<Integer>getAs(TIME_PERIOD), closing.gap(), closing.pace());
    }

    /**
     * An answer as the formula gives it.
     *
     * @param place of the target in the table, from 0
     */
    Value answer(Answer answer, int place, int year) {
        return answer == Answer.ROW ? Figures.count(place + 1) : new Value.Text(text(answer, year));
    }

    private String text(Answer answer, int year) {
        Closing by = by(year);
        return switch (answer) {
            case ROW -> throw new IllegalArgumentException("a number");
            case TARGET -> shown.targets().of(indicator, row);
            case VALUE ->
                Decimals.text(row.<Double>getAs(OBS_VALUE), decimals())
                        + shown.figures().unitBehind(row, indicator);
            case YEAR -> String.valueOf(row.<Integer>getAs(TIME_PERIOD));
            case GAP -> step(by.gap(), decimals());
            case YEARLY -> step(Decimals.up(by.yearly(), decimals() + 1), decimals() + 1);
            case RECENT -> by.pace().map(this::recent).orElse(Book.NOT_AVAILABLE);
            case TIMES -> times(by);
            case EFFORT -> shown.closings().effort(by);
            case NOT_MET -> text(notMet());
            case PEOPLE -> text(people());
        };
    }

    private String step(double figure, int decimals) {
        return (figure > 0 ? "+" : "")
                + Decimals.text(figure, decimals)
                + shown.figures().stepBehind(row, indicator);
    }

    private String recent(RecentPace pace) {
        String figure = step(pace.yearly(), decimals() + 1);
        return pace.isRough() ? shown.texts().get("closing.rough", figure) : figure;
    }

    private static String times(Closing by) {
        return switch (by.effort()) {
            case UNKNOWN -> Book.NOT_AVAILABLE;
            case TURN -> Book.NOT_APPLICABLE;
            case AS_NOW, TIMES -> Decimals.text(by.times(), 1);
        };
    }

    private static String text(Value value) {
        return value instanceof Value.Number number
                ? Decimals.text(number.number(), number.decimals())
                : ((Value.Mark) value).text();
    }

    /** With which value and gap are told from the target and from zero, and with one more what it takes and took a year. */
    int decimals() {
        int base = Decimals.of(row, indicator);
        int decimals = Decimals.of(closing.gap(), base);
        if (shown.figures().value(row, indicator) instanceof Value.Number value) {
            decimals = Math.max(decimals, value.decimals());
        }
        int recent = closing.pace()
                .map(pace -> Decimals.of(pace.yearly(), base + 1) - 1)
                .orElse(base);
        return Math.max(decimals, recent);
    }

    /** How many counties are short of it. */
    Value notMet() {
        return isOfCounties() ? Figures.count(shown.counties(indicator).notMet()) : Book.mark(Book.NOT_APPLICABLE);
    }

    /** How many people live in those counties; at least so many where not all are known. */
    Value people() {
        if (!isOfCounties()) {
            return Book.mark(Book.NOT_APPLICABLE);
        }
        List<Region> counties = Counties.notMeeting(shown.data(), indicator).stream()
                .map(county ->
                        shown.data().regions().find(county.getAs(REF_AREA)).orElseThrow())
                .toList();
        List<Long> known = counties.stream()
                .map(Region::population)
                .filter(Objects::nonNull)
                .toList();
        long people = known.stream().mapToLong(Long::longValue).sum();
        if (known.size() == counties.size()) {
            return Figures.count(people);
        }
        return Book.mark(
                people == 0 ? Book.NOT_AVAILABLE : shown.texts().get("what-if.at-least", Decimals.text(people, 0)));
    }

    private boolean isOfCounties() {
        return indicator.level() == Level.COUNTY && shown.data().scope().kind() != Scope.Kind.COUNTY;
    }
}
