package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.Target;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** Indicators with their formulas and the policy's sentences. */
final class MethodSheet {
    private MethodSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Column> columns = List.of(
                shown.column("indicator", 7),
                shown.column("title", 34),
                shown.column("formula", 44),
                shown.column("unit", 8),
                shown.column("target", 12),
                shown.column("deadline", 9),
                shown.column("deadline-is", 12),
                shown.column("lead", 18),
                shown.column("with", 40),
                shown.column("quote", 60));
        String and = shown.each().get(0).texts().get("missing.and");
        List<List<Value>> rows = new ArrayList<>();
        shown.data()
                .catalogue()
                .measures()
                .forEach(measure -> measure.indicators().stream()
                        .filter(shown.data().indicators()::contains)
                        .forEach(indicator -> {
                            for (Target target : indicator.targets()) {
                                rows.add(List.of(
                                        mark(indicator.id()),
                                        shown.text(indicator.title()),
                                        text(formula(shown, indicator.formula())),
                                        mark(shown.unit(indicator)),
                                        text(target(shown, indicator, target)),
                                        mark(String.valueOf(target.deadline())),
                                        text(shown.texts()
                                                .get(target.deadlineStated() ? "deadline.stated" : "deadline.horizon")),
                                        text(indicator.lead()),
                                        text(String.join(and, measure.cooperating())),
                                        text(quote(shown, target))));
                            }
                        }));
        Policy policy = shown.data().catalogue().policy();
        return Optional.of(new Sheet(
                shown.texts().get("method.name"),
                shown.texts().get("method.title"),
                shown.subtitle(),
                List.of(
                        new Book.Table("method", columns, rows),
                        Book.notes(List.of(
                                shown.texts()
                                        .get(
                                                "note.sources",
                                                policy.title().in(shown.texts().language()),
                                                policy.issuer(),
                                                policy.issued().toString(),
                                                policy.source()),
                                shown.texts().get("note.rollup"),
                                shown.texts().get("note.tolerance"),
                                shown.texts().get("note.attainment"),
                                shown.statusNote(),
                                shown.texts().get("note.legend")))),
                2));
    }

    /** With the days on which it is in force, where there is more than one. */
    private static String target(Shown shown, Indicator indicator, Target target) {
        String words = shown.target(target, indicator);
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
                                shown.terms(formula.numerator()),
                                shown.terms(formula.denominator()),
                                scale)
                : shown.texts().get("formula.single", shown.terms(formula.numerator()), scale);
    }
}
