package org.minsheng.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Line;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Book.Weight;

/** Where things stand, in one page: statuses by field, and the most urgent targets with a sentence each. */
final class SummarySheet {
    private static final int MOST_URGENT = 10;

    private SummarySheet() {}

    static Optional<Sheet> of(Shown shown) {
        List<Status> used = Arrays.stream(Status.values())
                .filter(status -> status != Status.NO_TARGET)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(shown.column("field", 16), shown.column("targets", 8)));
        used.forEach(status -> columns.add(new Column(shown.texts().get("status." + status.code()), 10)));
        List<List<Value>> rows = new ArrayList<>();
        Map<Status, Integer> total = new TreeMap<>();
        for (Field field : shown.data().catalogue().fields()) {
            List<Indicator> indicators = field.measures().stream()
                    .flatMap(measure -> measure.indicators().stream())
                    .filter(shown.data().indicators()::contains)
                    .toList();
            Map<Status, Integer> counts = new TreeMap<>();
            for (Indicator indicator : indicators) {
                counts.merge(Status.of(shown.data().focus(indicator)), 1, Integer::sum);
            }
            counts.forEach((status, count) -> total.merge(status, count, Integer::sum));
            if (!indicators.isEmpty()) {
                rows.add(row(shown.word(field.title()), counts, used));
            }
        }
        rows.add(row(shown.texts().get("total"), total, used));
        List<Line> urgent = new ArrayList<>();
        List<Urgent> all = Urgent.of(shown);
        urgent.add(new Line(
                null,
                shown.texts()
                        .get(
                                "summary.urgent",
                                String.valueOf(Math.min(all.size(), MOST_URGENT)),
                                String.valueOf(all.size())),
                Weight.HEADING));
        all.stream()
                .limit(MOST_URGENT)
                .forEach(one -> urgent.add(new Line(shown.status(one.row()), Sentences.of(shown, one), Weight.BODY)));
        return Optional.of(new Sheet(
                shown.texts().get("summary.name"),
                shown.texts().get("summary.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table("summary", columns, rows),
                        new Book.Lines(urgent),
                        Book.notes(List.of(
                                shown.texts().get("note.urgent"),
                                shown.texts().get("note.counties"),
                                shown.statusNote(),
                                shown.texts().get("note.legend")))),
                1,
                true));
    }

    private static List<Value> row(String name, Map<Status, Integer> counts, List<Status> statuses) {
        List<Value> row = new ArrayList<>(List.of(
                Book.text(name),
                Book.number((double) counts.values().stream().mapToInt(i -> i).sum(), 0)));
        for (Status status : statuses) {
            row.add(Book.number((double) counts.getOrDefault(status, 0), 0));
        }
        return row;
    }
}
