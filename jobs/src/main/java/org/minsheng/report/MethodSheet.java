package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.Term;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;

/** Indicators with their formulas and the policy's sentences. */
final class MethodSheet {
    private MethodSheet() {}

    private record Line(Measure measure, Indicator indicator, Target target) {}

    static Optional<Sheet> of(Shown shown) {
        String and = shown.each().get(0).texts().get("missing.and");
        Book.Table table = new TableColumns<Line>(shown.texts())
                .add("indicator", 7, line -> mark(line.indicator().id()))
                .add("title", 34, line -> shown.text(line.indicator().title()))
                .add("formula", 44, line -> text(formula(shown, line.indicator().formula())))
                .add("unit", 8, line -> mark(shown.figures().unit(line.indicator())))
                .add("target", 12, line -> text(target(shown, line.indicator(), line.target())))
                .add("deadline", 9, line -> mark(String.valueOf(line.target().deadline())))
                .add(
                        "deadline-is",
                        12,
                        line -> text(shown.texts()
                                .get(line.target().deadlineStated() ? "deadline.stated" : "deadline.horizon")))
                .add("lead", 18, line -> text(shown.office(line.indicator().lead())))
                .add(
                        "with",
                        40,
                        line -> text(line.measure().cooperating().stream()
                                .map(shown::office)
                                .collect(Collectors.joining(and))))
                .add("quote", 60, line -> text(quote(shown, line.target())))
                .table("method", lines(shown.data()));
        return Optional.of(shown.sheet(
                "method",
                2,
                table,
                shown.notes(
                        Notes.SOURCES,
                        "note.rollup",
                        "note.tolerance",
                        "note.attainment",
                        Notes.STATUS,
                        "note.legend")));
    }

    private static List<Line> lines(BookData data) {
        List<Line> lines = new ArrayList<>();
        data.catalogue()
                .measures()
                .forEach(measure -> measure.indicators().stream()
                        .filter(data::shows)
                        .forEach(indicator -> indicator
                                .targets()
                                .forEach(target -> lines.add(new Line(measure, indicator, target)))));
        return lines;
    }

    /** With the days on which it is in force, where there is more than one. */
    private static String target(Shown shown, Indicator indicator, Target target) {
        String words = shown.targets().of(target, indicator);
        if (indicator.targets().size() == 1) {
            return words;
        }
        return target.validTo() == null
                ? shown.texts().get("target.from", words, target.validFrom().toString())
                : shown.texts()
                        .get(
                                "target.until",
                                words,
                                target.validFrom().toString(),
                                target.validTo().toString());
    }

    private static String quote(Shown shown, Target target) {
        return target.source() == null
                ? target.quote()
                : shown.texts().get("target.source", target.quote(), target.source());
    }

    private static String formula(Shown shown, Formula formula) {
        String scale = formula.scale().stripTrailingZeros().toPlainString();
        return formula.ratio()
                ? shown.texts()
                        .get(
                                "formula.ratio",
                                terms(shown, formula.numerator()),
                                terms(shown, formula.denominator()),
                                scale)
                : shown.texts().get("formula.single", terms(shown, formula.numerator()), scale);
    }

    private static String terms(Shown shown, List<Term> terms) {
        return terms.stream().map(term -> term(shown, term)).collect(Collectors.joining(" + "));
    }

    private static String term(Shown shown, Term term) {
        String title =
                shown.word(shown.data().catalogue().series().get(term.series()).title());
        return switch (term.lag()) {
            case 0 -> title;
            case 1 -> shown.texts().get("term.last-year", title);
            default -> shown.texts().get("term.lagged", title, String.valueOf(term.lag()));
        };
    }
}
