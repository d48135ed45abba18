package org.minsheng.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.minsheng.catalogue.Field;
import org.minsheng.report.book.Page.Shade;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows by field how many targets are met: one cell per target where they have room. */
final class PageFields {
    private static final int NAME = 9;
    private static final int CELLS = 15;
    private static final int ROWS = 9;

    private final Shown shown;
    private final PageGrid grid;

    PageFields(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    private record Line(Field field, Tally tally) {
        int toDo() {
            return tally.notMet() + tally.overdue();
        }

        /** The part of its targets that is met, or on its way. */
        double done() {
            return (tally.met() + tally.ahead()) / (double) Math.max(1, tally.targets());
        }
    }

    void write(int top) {
        List<Line> lines = lines();
        grid.left(top, 0, NAME + CELLS + 6, Type.HEADING, title(lines));
        int longest =
                lines.stream().mapToInt(line -> line.tally().targets()).max().orElse(1);
        int row = top;
        for (Line line : lines.subList(0, Math.min(ROWS, lines.size()))) {
            Tally tally = line.tally();
            grid.right(++row, 0, NAME, Type.BODY, shown.word(line.field().title()));
            int col = NAME + 1;
            for (Part part : List.of(
                    new Part(tally.met() + tally.ahead(), Shade.DONE),
                    new Part(tally.unknown(), Shade.UNKNOWN),
                    new Part(tally.overdue(), Shade.OVERDUE),
                    new Part(tally.notMet(), Shade.SHORT))) {
                int cells = longest <= CELLS ? part.count() : PageGrid.cells(part.count(), longest, CELLS);
                grid.bar(row, col, cells, part.shade());
                col += cells;
            }
            grid.left(row, col + 1, 5, Type.SMALL, tally.met() + "/" + tally.targets());
        }
        legend(row + 1, lines);
    }

    private record Part(int count, Shade shade) {}

    private String title(List<Line> lines) {
        Line first = lines.get(0);
        if (first.toDo() == 0) {
            return shown.texts().get("page.fields.all");
        }
        boolean isTied = lines.size() > 1 && lines.get(1).done() == first.done();
        return shown.texts()
                .get(
                        lines.size() == 1 ? "page.fields.one" : isTied ? "page.fields.tied" : "page.fields",
                        shown.word(first.field().title()),
                        String.valueOf(first.tally().targets()),
                        String.valueOf(first.tally().met()));
    }

    /** The field with the smallest part of its targets met comes first. */
    private List<Line> lines() {
        BookData data = shown.data();
        return data.byField().entrySet().stream()
                .map(field -> new Line(field.getKey(), Tally.of(data, field.getValue(), data.focusRegion())))
                .sorted(Comparator.comparingDouble(Line::done))
                .toList();
    }

    /** What a cell stands for; of those that are seldom there, only if they are. */
    private void legend(int row, List<Line> lines) {
        boolean isUnknown = lines.stream().anyMatch(line -> line.tally().unknown() > 0);
        int col = isUnknown ? 1 : NAME - 1;
        for (Shade shade : Shade.values()) {
            if (shade == Shade.UNKNOWN && !isUnknown) {
                continue;
            }
            grid.bar(row, col, 1, shade);
            grid.left(
                    row,
                    col + 1,
                    6,
                    Type.NOTE,
                    shown.texts().get("shade." + shade.name().toLowerCase(Locale.ROOT)));
            col += 7;
        }
    }
}
