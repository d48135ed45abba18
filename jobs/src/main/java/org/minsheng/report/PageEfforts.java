package org.minsheng.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows how hard it is to close the gaps, and which are closed soonest. */
final class PageEfforts {
    private static final int LEFT = 32;
    private static final int NAME = 21;
    private static final int GAP = LEFT + NAME;
    private static final int PACE = GAP + 8;
    private static final int EFFORT = PACE + 10;
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
        List<Line> lines = new ArrayList<>();
        for (Urgent one : urgent) {
            shown.outlook().closing(one.indicator(), one.row()).ifPresent(closing -> lines.add(new Line(one, closing)));
        }
        if (lines.isEmpty()) {
            return;
        }
        Map<Closing.Effort, Integer> counts = new EnumMap<>(Closing.Effort.class);
        lines.forEach(line -> counts.merge(line.closing().effort(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (effort, count) -> parts.add(shown.texts().get("page.efforts." + effort.key(), String.valueOf(count))));
        grid.left(top, LEFT, RIGHT - LEFT, Type.HEADING, shown.texts().get("page.efforts"));
        grid.left(
                top + 1,
                LEFT,
                RIGHT - LEFT,
                Type.SMALL,
                String.join(shown.texts().get("page.comma"), parts));
        int row = top + 1;
        for (Line line : lines.stream()
                .filter(line -> line.closing().effort() == Closing.Effort.TIMES
                        || line.closing().effort() == Closing.Effort.AS_NOW)
                .sorted(Comparator.comparingDouble(line -> line.closing().times()))
                .limit(ROWS)
                .toList()) {
            write(++row, line);
        }
    }

    private void write(int row, Line line) {
        Urgent one = line.urgent();
        grid.left(row, LEFT, NAME, Type.SMALL, shown.name(one.indicator()));
        grid.left(
                row,
                GAP,
                PACE - GAP,
                Type.SMALL,
                shown.texts().get("page.gap", shown.closings().gap(line.closing(), one.indicator(), one.row())));
        line.closing()
                .pace()
                .ifPresent(pace -> grid.left(
                        row,
                        PACE,
                        EFFORT - PACE,
                        Type.SMALL,
                        shown.texts().get("page.pace", shown.closings().pace(pace, one.indicator(), one.row()))));
        grid.left(row, EFFORT, RIGHT - EFFORT, Type.STRONG, shown.closings().effort(line.closing()));
    }
}
