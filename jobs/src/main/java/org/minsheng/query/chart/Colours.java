package org.minsheng.query.chart;

import java.util.List;
import java.util.Map;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Status;

/** Which colour stands for what: those of a status and of a state of reporting are the same in all charts. */
final class Colours {
    private static final List<String> OTHERS =
            List.of("#1f5a96", "#d27000", "#006400", "#6e0f0f", "#6a4c93", "#595959", "#2a9d8f", "#b5838d");
    private static final String[] SCALE = {"#eff5fb", "#cfe1f2", "#9dc3e6", "#5b95cb", "#1f5a96", "#143b63"};
    private static final String NONE = "#e3e3e3";

    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry(Status.MET.code(), "#1f5a96"),
            Map.entry(Status.ON_TRACK.code(), "#7fb0dc"),
            Map.entry(Status.UNDER_WAY.code(), "#fbe3c2"),
            Map.entry(Status.OPEN.code(), "#f7d09a"),
            Map.entry(Status.NOT_STARTED.code(), "#f2b872"),
            Map.entry(Status.SLOW.code(), "#eb9e45"),
            Map.entry(Status.BEHIND.code(), "#d27000"),
            Map.entry(Status.REVERSING.code(), "#a85400"),
            Map.entry(Status.OVERDUE.code(), "#c9885f"),
            Map.entry(Status.LOST.code(), "#a34141"),
            Map.entry(Status.MISSED.code(), "#6e0f0f"),
            Map.entry(Status.NO_TARGET.code(), "#bfbfbf"),
            Map.entry(Status.LOW_COVERAGE.code(), "#d0d0d0"),
            Map.entry(Status.NO_DATA.code(), NONE),
            Map.entry(ReportingTable.COMPLETE, "#1f5a96"),
            Map.entry(ReportingTable.PARTIAL, "#d27000"),
            Map.entry(ReportingTable.NOTHING, "#6e0f0f"));

    private Colours() {}

    /** That of a word among others: its own if it has one, else the next of a list. */
    static String of(String word, List<String> all) {
        return OWN.containsKey(word) ? OWN.get(word) : OTHERS.get(Math.max(all.indexOf(word), 0) % OTHERS.size());
    }

    /** That of a number between two others, the darker the higher. */
    static String of(double number, double least, double most) {
        double part = most > least ? (number - least) / (most - least) : 1;
        return SCALE[(int) Math.round(Math.max(0, Math.min(1, part)) * (SCALE.length - 1))];
    }

    /** That of nothing. */
    static String none() {
        return NONE;
    }

    /** One that can be read on another. */
    static String on(String colour) {
        int red = Integer.parseInt(colour.substring(1, 3), 16);
        int green = Integer.parseInt(colour.substring(3, 5), 16);
        int blue = Integer.parseInt(colour.substring(5, 7), 16);
        return 0.299 * red + 0.587 * green + 0.114 * blue > 150 ? Svg.INK : "#ffffff";
    }
}
