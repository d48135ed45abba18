package org.minsheng.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Light;
import org.minsheng.report.book.Book.Line;
import org.minsheng.report.book.Book.Weight;

/** What the colours and the signs of statuses stand for. */
final class Legend {
    private final Shown shown;
    private final Map<Light, List<Status>> statuses;

    Legend(Shown shown) {
        this.shown = shown;
        this.statuses = Stream.of(Status.values())
                .collect(Collectors.groupingBy(Shown::light, () -> new EnumMap<>(Light.class), Collectors.toList()));
    }

    /** A line a colour: the colour, and its signs with their words. */
    Book.Lines lines() {
        return new Book.Lines(statuses.entrySet().stream()
                .map(entry -> new Line(
                        new Book.Value.Status(shown.texts().get("legend." + name(entry.getKey())), entry.getKey()),
                        entry.getValue().stream().map(this::explained).collect(Collectors.joining("  ")),
                        Weight.NOTE))
                .toList());
    }

    private String explained(Status status) {
        return shown.texts()
                .get("legend.is", shown.symbol(status).word(), shown.texts().get("status." + status.code()));
    }

    private static String name(Light light) {
        return light.name().toLowerCase(Locale.ROOT);
    }

    /** The signs of each colour. */
    Map<Light, List<String>> signs() {
        Map<Light, List<String>> signs = new EnumMap<>(Light.class);
        statuses.forEach((light, all) -> signs.put(
                light, all.stream().map(status -> shown.symbol(status).word()).toList()));
        return signs;
    }
}
