package org.minsheng.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows how hard it is to close the gaps, and which are closed soonest. */
final class PageEfforts {
    private static final int LEFT = 32;
    private static final int NAME = 21;
    private static final int GAP = LEFT + NAME;
    private static final int PACE = GAP + 10;
    private static final int EFFORT = PACE + 8;
    private static final int RIGHT = EFFORT + 7;
    private static final int ROWS = 8;

    private final Shown shown;
    private final PageGrid grid;

    PageEfforts(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    private record Line(Urgent urgent, Closing closing) {}

    void write(int top, List<Urgent> urgent) {
        if (urgent.isEmpty()) {
            return;
        }
        grid.left(top + 1, LEFT, RIGHT - LEFT, Type.SMALL, counts(urgent));
        List<Line> lines = new ArrayList<>();
        for (Urgent one : urgent) {
            shown.outlook()
                    .closing(one.indicator(), one.row())
                    .filter(closing ->
                            closing.effort() == Closing.Effort.TIMES || closing.effort() == Closing.Effort.AS_NOW)
                    .ifPresent(closing -> lines.add(new Line(one, closing)));
        }
        lines.sort(Comparator.comparingDouble(line -> line.closing().times()));
        String heading = lines.size() <= ROWS ? "page.efforts.all" : "page.efforts";
        grid.left(top, LEFT, RIGHT - LEFT, Type.HEADING, shown.texts().get(heading));
        int row = top + 1;
        for (int i = 0; i < lines.size(); i++) {
            // The easiest, and the hardest: what lies between them is in the list of all.
            if (lines.size() <= ROWS || i < ROWS / 2 || i >= lines.size() - ROWS / 2) {
                write(++row, lines.get(i));
            }
        }
    }

    /** How many targets are how hard: all that somebody has to act on. */
    private String counts(List<Urgent> urgent) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        urgent.forEach(one -> counts.merge(kind(one), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (kind, count) -> parts.add(shown.texts().get("page.efforts." + kind.key(), String.valueOf(count))));
        return String.join(shown.texts().get("page.comma"), parts);
    }

    private Kind kind(Urgent one) {
        return shown.outlook()
                .closing(one.indicator(), one.row())
                .map(closing -> Kind.valueOf(closing.effort().name()))
                .orElse(one.isShareOfCounties() ? Kind.BY_COUNTY : Kind.OTHER);
    }

    /** How a gap is to be closed: an effort, or where no pace says, county by county, or by doing what is not done. */
    private enum Kind {
        AS_NOW,
        TIMES,
        TURN,
        UNKNOWN,
        BY_COUNTY,
        OTHER;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private void write(int row, Line line) {
        Urgent one = line.urgent();
        grid.left(row, LEFT, NAME, Type.SMALL, shown.name(one.indicator()));
        grid.left(row, GAP, PACE - GAP, Type.SMALL, gap(line));
        line.closing()
                .pace()
                .ifPresent(pace -> grid.left(
                        row,
                        PACE,
                        EFFORT - PACE,
                        Type.SMALL,
                        shown.texts()
                                .get("page.pace", brief(shown.closings().pace(pace, one.indicator(), one.row())))));
        grid.left(row, EFFORT, RIGHT - EFFORT, Type.STRONG, shown.closings().effort(line.closing()));
    }

    /** What is short, with the year of the figure where that is not the last one. */
    private String gap(Line line) {
        Urgent one = line.urgent();
        String gap =
                shown.texts().get("page.gap", brief(shown.closings().gap(line.closing(), one.indicator(), one.row())));
        return shown.ofYear(gap, one.row());
    }

    /** Percentage points, in a word for which there is room. */
    private String brief(String figure) {
        return figure.replace(shown.texts().get("say.points"), shown.texts().get("page.points"));
    }
}
