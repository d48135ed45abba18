package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;

import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book.Value;

/** Says what it takes to close the gap of a target: in a sentence, or in a word or two. */
final class Closings {
    private final BookData data;
    private final Outlook outlook;
    private final Figures figures;
    private final Texts texts;

    Closings(BookData data, Outlook outlook, Figures figures, Texts texts) {
        this.data = data;
        this.outlook = outlook;
        this.figures = figures;
        this.texts = texts;
    }

    /** Such as: short of it by 0.13; by the end of 2026 it takes +0.13, 1.9 times the yearly +0.07 since 2022. */
    String sentence(Closing closing, Indicator indicator, Row row) {
        Integer deadline = row.getAs(DEADLINE);
        boolean isOver = deadline != null && deadline <= data.lastYear();
        return texts.get(isOver ? "say.over" : "say.short", gap(closing, indicator, row))
                + texts.get(
                        closing.years() == 1 ? "say.close-once" : "say.close", year(closing), yearly(indicator, row))
                + closing.pace()
                        .map(pace -> texts.get(
                                "say.effort." + word(closing),
                                String.valueOf(pace.since()),
                                pace(pace, indicator, row),
                                times(closing)))
                        .orElse("")
                + texts.get("say.stop");
    }

    /** How far it is, without a sign, rounded up: so much is enough. */
    String gap(Closing closing, Indicator indicator, Row row) {
        double gap = Math.abs(closing.gap());
        int decimals = Decimals.of(gap, Decimals.of(row, indicator));
        return Decimals.text(Decimals.up(gap, decimals), decimals) + figures.stepBehind(row, indicator);
    }

    /** What it takes a year, or the next one, with its sign. */
    String yearly(Indicator indicator, Row row) {
        Value.Number needed = outlook.neededPace(indicator, row);
        return signed(needed.number(), needed.decimals()) + figures.stepBehind(row, indicator);
    }

    /** What was done a year lately, with its sign, and so exactly that the effort can be worked out again. */
    String pace(RecentPace pace, Indicator indicator, Row row) {
        int decimals = Decimals.significant(pace.yearly(), Decimals.of(row, indicator));
        String figure = pace.yearly() == 0 ? "0" : signed(pace.yearly(), decimals) + figures.stepBehind(row, indicator);
        return pace.isRough() ? texts.get("closing.rough", figure) : figure;
    }

    /** How hard it is, in a word or two. */
    String effort(Closing closing) {
        return texts.get("closing." + word(closing), times(closing));
    }

    private static String word(Closing closing) {
        return closing.effort() == Closing.Effort.TIMES && closing.times() > Closing.MANY
                ? "many"
                : closing.effort().key();
    }

    private static String times(Closing closing) {
        return closing.effort() == Closing.Effort.TIMES ? Decimals.text(closing.times(), 1) : "";
    }

    private static String year(Closing closing) {
        return String.valueOf(closing.year());
    }

    private static String signed(double figure, int decimals) {
        return (figure > 0 ? "+" : "") + Decimals.text(figure, decimals);
    }
}
