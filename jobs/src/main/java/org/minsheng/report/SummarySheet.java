package org.minsheng.report;

import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Weight;

/** Where things stand, in one page: statuses by field, and the most urgent targets with a sentence each. */
final class SummarySheet {
    private static final int NARROW = 10;
    private static final int WIDE = 90;

    private SummarySheet() {}

    /** How many targets of a field have which status. */
    private record Line(String name, Map<Status, Integer> counts) {
        static Line of(String name, List<Indicator> indicators, BookData data) {
            Map<Status, Integer> counts = new TreeMap<>();
            indicators.forEach(indicator -> counts.merge(Status.of(data.focus(indicator)), 1, Integer::sum));
            return new Line(name, counts);
        }

        int targets() {
            return counts.values().stream().mapToInt(i -> i).sum();
        }
    }

    static Optional<Sheet> of(Shown shown) {
        TableColumns<Line> columns = new TableColumns<Line>(shown.texts())
                .add("field", 24, line -> text(line.name()))
                .add("targets", 12, line -> Figures.count(line.targets()));
        List<Line> lines = lines(shown);
        Line total = lines.get(lines.size() - 1);
        List<Status> statuses = Stream.of(Status.values())
                .filter(status -> status != Status.NO_TARGET && total.counts().containsKey(status))
                .toList();
        statuses.forEach(status -> columns.add(
                // Few columns are wide ones, so that the sentences below have room.
                new Column(shown.texts().get("status." + status.code()), Math.max(NARROW, WIDE / statuses.size())),
                line -> Figures.count(line.counts().getOrDefault(status, 0))));
        return Optional.of(shown.onePage(
                "summary",
                1,
                columns.table("summary", lines),
                urgent(shown),
                shown.notes("note.urgent", "note.counties", Notes.STATUS, "note.legend")));
    }

    private static List<Line> lines(Shown shown) {
        BookData data = shown.data();
        List<Line> lines = new ArrayList<>();
        data.byField().forEach((field, indicators) -> lines.add(Line.of(shown.word(field.title()), indicators, data)));
        lines.add(Line.of(shown.texts().get("total"), data.indicators(), data));
        return lines;
    }

    private static Book.Lines urgent(Shown shown) {
        List<Urgent> all = Urgent.ofFocus(shown);
        List<Urgent> told = all.stream().limit(Urgent.MOST_TOLD).toList();
        String heading = shown.texts().get("summary.urgent", String.valueOf(told.size()), String.valueOf(all.size()));
        if (all.isEmpty()) {
            heading = shown.texts().get("summary.none-urgent");
        }
        List<Book.Line> lines = new ArrayList<>(List.of(new Book.Line(null, heading, Weight.HEADING)));
        told.forEach(one -> lines.add(new Book.Line(shown.status(one.row()), Sentences.of(shown, one), Weight.BODY)));
        return new Book.Lines(lines);
    }
}
