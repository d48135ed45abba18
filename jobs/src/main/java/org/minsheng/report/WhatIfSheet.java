package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Calculator;

/** What it takes to close the gap of a target by the end of a year, both of the reader's choice. */
final class WhatIfSheet {
    /** The lines for the two choices. */
    private static final int CHOICES = 2;

    private WhatIfSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<WhatIf> lines = lines(shown);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Book.Table table = columns(shown).table("what_if", lines);
        int header = Book.HEADER_ROW + CHOICES + WhatIf.Answer.values().length + 1;
        WhatIfFormulas formulas = new WhatIfFormulas(shown.texts(), table, header);
        return Optional.of(shown.sheet(
                "what-if",
                1,
                calculator(shown, formulas, lines),
                table,
                shown.notes("what-if.note", "what-if.figures", "what-if.people-note", "note.legend")));
    }

    /** The targets of which it takes a number to meet them. */
    private static List<WhatIf> lines(Shown shown) {
        return shown.data().indicators().stream()
                .flatMap(indicator -> shown
                        .outlook()
                        .closing(indicator, shown.data().focus(indicator))
                        .map(closing ->
                                new WhatIf(shown, indicator, shown.data().focus(indicator), closing))
                        .stream())
                .toList();
    }

    /** The most urgent one. */
    private static WhatIf first(Shown shown, List<WhatIf> lines) {
        return Urgent.ofFocus(shown).stream()
                .flatMap(
                        urgent -> lines.stream().filter(line -> line.indicator().equals(urgent.indicator())))
                .findFirst()
                .orElse(lines.get(0));
    }

    private static Calculator calculator(Shown shown, WhatIfFormulas formulas, List<WhatIf> lines) {
        WhatIf first = first(shown, lines);
        int year = shown.data().lastYear() + 1;
        int last = Math.max(year, shown.data().catalogue().policy().projectTo());
        String years =
                IntStream.rangeClosed(year, last).mapToObj(String::valueOf).collect(Collectors.joining(","));
        List<Calculator.Line> all = new ArrayList<>(List.of(
                new Calculator.Choice(
                        shown.texts().get("what-if.choose"), shown.name(first.indicator()), formulas.options()),
                new Calculator.Choice(shown.texts().get("what-if.by"), String.valueOf(year), "\"" + years + "\"")));
        Stream.of(WhatIf.Answer.values())
                .map(answer -> new Calculator.Answer(
                        shown.texts().get(answer.key()),
                        formulas.of(answer),
                        first.answer(answer, lines.indexOf(first), year)))
                .forEach(all::add);
        return new Calculator(all);
    }

    private static TableColumns<WhatIf> columns(Shown shown) {
        Figures figures = shown.figures();
        return new TableColumns<WhatIf>(shown.texts())
                .add(WhatIfFormulas.NAME, 40, line -> text(shown.name(line.indicator())))
                .add("indicator", 7, line -> mark(line.indicator().id()))
                .add(WhatIfFormulas.TARGET, 26, line -> text(shown.targets().of(line.indicator(), line.row())))
                .add(WhatIfFormulas.YEAR, 7, line -> Figures.integer(line.row(), TIME_PERIOD))
                .add(WhatIfFormulas.VALUE, 11, line -> Book.number(line.row().getAs(OBS_VALUE), line.decimals()))
                .add(WhatIfFormulas.UNIT, 9, line -> mark(figures.unitBehind(line.row(), line.indicator())))
                .add(WhatIfFormulas.GAP, 11, line -> Book.number(line.closing().gap(), line.decimals()))
                .add(
                        WhatIfFormulas.RECENT,
                        13,
                        line -> Book.number(pace(line, RecentPace::yearly), line.decimals() + 1))
                .add(WhatIfFormulas.STEP, 11, line -> mark(figures.stepBehind(line.row(), line.indicator())))
                .add("since", 7, line -> mark(orNot(pace(line, pace -> String.valueOf(pace.since())))))
                .add(
                        WhatIfFormulas.COMPARABLE,
                        9,
                        line -> mark(orNot(pace(line, pace -> shown.texts().get(pace.isRough() ? "no" : "yes")))))
                .add(WhatIfFormulas.NOT_MET, 9, WhatIf::notMet)
                .add(WhatIfFormulas.PEOPLE, 13, WhatIf::people)
                .add(WhatIfFormulas.DECIMALS, 7, line -> Figures.count(line.decimals()));
    }

    private static <T> T pace(WhatIf line, Function<RecentPace, T> of) {
        return line.closing().pace().map(of).orElse(null);
    }

    private static String orNot(String text) {
        return text == null ? Book.NOT_APPLICABLE : text;
    }
}
