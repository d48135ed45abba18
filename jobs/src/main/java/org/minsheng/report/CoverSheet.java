package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;
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
                shown.data().catalogue().policy().issuer(),
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
                true);
    }

    /** What the last files corrected, and which targets were newly met or lost since the year before. */
    private static List<Line> changes(Shown shown) {
        List<Line> lines = new ArrayList<>();
        long corrected = shown.data().facts(Facts.Kind.CHANGE).stream()
                .filter(row ->
                        shown.data().day(row).toString().equals(shown.data().receivedOn()))
                .count();
        long withdrawn = withdrawn(shown.data());
        lines.add(
                corrected + withdrawn == 0
                        ? body(shown, "cover.last-same", shown.data().receivedOn())
                        : body(
                                shown,
                                "cover.last",
                                shown.data().receivedOn(),
                                String.valueOf(corrected),
                                String.valueOf(withdrawn)));
        List<String> met = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Indicator indicator : shown.data().indicators()) {
            Row now = shown.data().focus(indicator);
            Map.Entry<Integer, Row> before =
                    now == null ? null : shown.data().history(indicator).lowerEntry(now.<Integer>getAs(TIME_PERIOD));
            if (before == null
                    || before.getValue().isNullAt(before.getValue().fieldIndex(OBS_VALUE))
                    || now.<Integer>getAs(TIME_PERIOD) < shown.data().lastYear()) {
                continue;
            }
            String name = now.<Boolean>getAs(PROVISIONAL)
                    ? shown.texts().get("status.provisional", shown.name(indicator))
                    : shown.name(indicator);
            boolean was = Status.of(before.getValue()) == Status.MET;
            // One that each year is judged by is newly met again after a year that missed it.
            boolean isFirst = now.<Integer>getAs(TIME_PERIOD).equals(now.<Integer>getAs(MET_IN))
                    || Status.of(before.getValue()) == Status.MISSED;
            if (Status.of(now) == Status.MET && !was && isFirst) {
                met.add(name);
            } else if (was && Status.of(now).isShort()) {
                lost.add(name);
            }
        }
        String year = String.valueOf(shown.data().lastYear());
        lines.add(body(shown, "cover.newly-met", String.valueOf(met.size()), list(shown, met), year));
        lines.add(body(shown, "cover.newly-lost", String.valueOf(lost.size()), list(shown, lost), year));
        return lines;
    }

    /** The values that were withdrawn on the last day. */
    private static long withdrawn(BookData data) {
        return data.withdrawn().stream()
                .filter(row -> data.withdrawnOn(row).toString().equals(data.receivedOn()))
                .mapToLong(row -> row.<Long>getAs(Facts.VALUES))
                .sum();
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
