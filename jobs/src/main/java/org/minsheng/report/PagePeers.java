package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.RANK;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Page.Type;

/** The part of a county's page that shows where it stands among the others. */
final class PagePeers {
    private static final int NAME = 15;
    private static final int WIDTH = 31;
    private static final int ROWS = 8;

    private final Shown shown;
    private final PageGrid grid;

    PagePeers(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    private record Line(Indicator indicator, Row row) {
        int rank() {
            return row.<Integer>getAs(RANK);
        }

        int peers() {
            return row.<Integer>getAs(PEERS);
        }

        /** From 0, the first, to 1, the last. */
        double place() {
            return (rank() - 1) / (double) (peers() - 1);
        }
    }

    void write(int top) {
        List<Line> lines = shown.data().indicators().stream()
                .map(indicator -> new Line(indicator, shown.data().focus(indicator)))
                .filter(line -> line.row() != null
                        && !line.row().isNullAt(line.row().fieldIndex(RANK))
                        && line.peers() > 1
                        && line.row().<Integer>getAs(TIME_PERIOD)
                                == shown.data().lastYear())
                .toList();
        if (lines.isEmpty()) {
            grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get("page.peers.none"));
            return;
        }
        long equal = lines.stream().filter(this::isMedian).count();
        long last = lines.stream().filter(this::isWorse).count();
        grid.left(
                top,
                0,
                WIDTH,
                Type.HEADING,
                shown.texts()
                        .get(
                                "page.peers",
                                String.valueOf(lines.size()),
                                String.valueOf(lines.size() - equal - last),
                                String.valueOf(equal),
                                String.valueOf(last)));
        grid.left(top + 1, 0, NAME, Type.NOTE, shown.texts().get("page.peers.last"));
        grid.right(top + 1, NAME, 6, Type.NOTE, shown.texts().get("column.value"));
        grid.right(top + 1, NAME + 6, 5, Type.NOTE, shown.texts().get("page.peers.median"));
        grid.right(top + 1, NAME + 11, 5, Type.NOTE, shown.texts().get("column.rank"));
        int row = top + 1;
        for (Line line : lines.stream()
                .filter(this::isWorse)
                .sorted(Comparator.comparingDouble(Line::place).reversed())
                .limit(ROWS)
                .toList()) {
            grid.left(++row, 0, NAME, Type.SMALL, shown.name(line.indicator()));
            grid.right(row, NAME, 6, Type.SMALL, text(shown.figures().value(line.row(), line.indicator())));
            grid.right(row, NAME + 6, 5, Type.NOTE, text(shown.figures().median(line.row(), line.indicator())));
            grid.right(row, NAME + 11, 5, Type.SMALL, line.rank() + "/" + line.peers());
        }
    }

    private boolean isMedian(Line line) {
        return line.row().<Double>getAs(OBS_VALUE).equals(shown.data().median(line.row()));
    }

    private boolean isWorse(Line line) {
        return line.place() > 0.5 && !isMedian(line);
    }

    private static String text(Value value) {
        return value instanceof Value.Number number
                ? Decimals.text(number.number(), number.decimals())
                : Objects.toString(((Value.Mark) value).text());
    }
}
