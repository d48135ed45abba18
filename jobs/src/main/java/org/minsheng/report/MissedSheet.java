package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minsheng.conf.Level;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** The targets of the workbook's region that somebody has to act on, the most urgent first: one row per target. */
final class MissedSheet {
    private MissedSheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Urgent> urgent = Urgent.ofFocus(shown);
        if (urgent.isEmpty()) {
            return Optional.empty();
        }
        Figures figures = shown.figures();
        TableColumns<Urgent> columns = new TableColumns<Urgent>(shown.texts())
                .add("status", 14, one -> shown.status(one.row()))
                .add("indicator", 7, one -> mark(one.indicator().id()))
                .add("title", 40, one -> shown.text(one.indicator().title()))
                .add("unit", 11, one -> text(figures.unit(one.row(), one.indicator())))
                .add("year", 6, one -> Figures.integer(one.row(), TIME_PERIOD))
                .add("value", 11, one -> figures.value(one.row(), one.indicator()))
                .add("target", 18, one -> text(shown.targets().of(one.indicator(), one.row())))
                .add(
                        "gap-to-close",
                        11,
                        one -> closing(
                                shown, one, closing -> shown.closings().gap(closing, one.indicator(), one.row())))
                .add(
                        "recent",
                        13,
                        one -> closing(
                                shown,
                                one,
                                closing -> closing.pace()
                                        .map(pace -> shown.closings().pace(pace, one.indicator(), one.row()))
                                        .orElse(Book.NOT_AVAILABLE)))
                .add("close-by", 9, one -> mark(String.valueOf(shown.outlook().horizon(one.indicator(), one.row()))))
                .add(
                        "close-yearly",
                        13,
                        one -> closing(shown, one, closing -> shown.closings().yearly(one.indicator(), one.row())))
                .add("effort", 11, one -> closing(shown, one, shown.closings()::effort));
        if (!shown.data().areas(Level.COUNTY).isEmpty() && shown.data().scope().kind() != Scope.Kind.COUNTY) {
            columns.add(
                    "not-met",
                    8,
                    one -> one.indicator().level() == Level.COUNTY
                            ? Figures.count(shown.counties(one.indicator()).notMet())
                            : mark(Book.NOT_APPLICABLE));
        }
        columns.add("lead", 20, one -> text(shown.office(one.indicator().lead())));
        return Optional.of(shown.sheet(
                "missed",
                3,
                columns.table("missed", urgent),
                shown.notes("note.urgent", "note.closing", Notes.STATUS)));
    }

    private static Value closing(Shown shown, Urgent one, Function<Closing, String> word) {
        return mark(
                shown.outlook().closing(one.indicator(), one.row()).map(word).orElse(Book.NOT_APPLICABLE));
    }
}
