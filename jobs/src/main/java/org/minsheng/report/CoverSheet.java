package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.PROVISIONAL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Indicator;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Line;
import org.minsheng.report.book.Book.Purpose;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Book.Weight;

/** What the workbook is, what it holds, and what changed. */
final class CoverSheet {
    private CoverSheet() {}

    /**
     * The first sheet.
     *
     * @param sheets what follows
     * @param empty what would, if it had a row
     */
    static Sheet of(Shown shown, List<Sheet> sheets, List<Sheet> empty) {
        List<Line> about = new ArrayList<>();
        about.add(heading(shown, "cover.about"));
        about.add(body(
                shown,
                "cover.as-of",
                String.valueOf(shown.data().lastYear()),
                shown.data().receivedOn()));
        about.add(body(
                shown,
                "cover.policy",
                shown.word(shown.data().catalogue().policy().title()),
                shown.office(shown.data().catalogue().policy().issuer()),
                shown.data().catalogue().policy().issued().toString()));
        if (!shown.data().notices().isEmpty()) {
            about.add(new Line(null, shown.data().notices(), Weight.BODY));
        }
        about.add(heading(shown, "cover.changes"));
        about.addAll(changes(shown));
        if (!empty.isEmpty()) {
            about.add(body(
                    shown,
                    "cover.empty",
                    list(shown, empty.stream().map(Sheet::name).toList())));
        }
        Book.Table contents = new TableColumns<Sheet>(shown.texts())
                .add("contents", 26, sheet -> new Value.Link(sheet.name(), sheet.name()))
                .add(
                        "purpose",
                        16,
                        sheet -> Book.mark(
                                shown.texts().get("purpose." + sheet.purpose().key())))
                .add("holds", 88, sheet -> Book.text(sheet.title()))
                .table("contents", sheets);
        return new Sheet(
                shown.texts().get("cover.name"),
                shown.title(),
                shown.subtitle(),
                null,
                Purpose.STANDING,
                List.of(
                        new Book.Lines(about),
                        contents,
                        shown.notes("note.legend", "note.provisional", "note.habits", "note.follow")),
                0,
                true,
                false);
    }

    /** What the last files corrected, and which targets were newly met or lost since the year before. */
    private static List<Line> changes(Shown shown) {
        Changes changes = Changes.of(shown.data());
        String year = String.valueOf(shown.data().lastYear());
        return List.of(
                changes.corrected() + changes.withdrawn() == 0
                        ? body(shown, "cover.last-same", shown.data().receivedOn())
                        : body(
                                shown,
                                "cover.last",
                                shown.data().receivedOn(),
                                String.valueOf(changes.corrected()),
                                String.valueOf(changes.withdrawn())),
                body(
                        shown,
                        "cover.newly-met",
                        String.valueOf(changes.met().size()),
                        list(shown, names(shown, changes.met())),
                        year),
                body(
                        shown,
                        "cover.newly-lost",
                        String.valueOf(changes.lost().size()),
                        list(shown, names(shown, changes.lost())),
                        year));
    }

    private static List<String> names(Shown shown, List<Indicator> indicators) {
        return indicators.stream()
                .map(indicator -> shown.data().focus(indicator).<Boolean>getAs(PROVISIONAL)
                        ? shown.texts().get("status.provisional", shown.name(indicator))
                        : shown.name(indicator))
                .toList();
    }

    private static String list(Shown shown, List<String> names) {
        return names.isEmpty()
                ? shown.texts().get("cover.none")
                : names.stream().collect(Collectors.joining(shown.texts().get("cover.and")));
    }

    private static Line heading(Shown shown, String key) {
        return new Line(null, shown.texts().get(key), Weight.HEADING);
    }

    private static Line body(Shown shown, String key, Object... values) {
        return new Line(null, shown.texts().get(key, values), Weight.BODY);
    }
}
