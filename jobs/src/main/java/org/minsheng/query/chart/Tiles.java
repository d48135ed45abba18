package org.minsheng.query.chart;

import java.util.List;
import org.apache.spark.sql.Row;

/** Draws a map with a square for each region, so that none is too small to be seen and no boundaries are needed. */
final class Tiles {
    private static final int MOST_WIDTH = 900;
    private static final int LEAST_WIDTH = 640;
    private static final int MOST_SIDE = 64;

    private Tiles() {}

    static Svg draw(String title, String note, List<Row> rows) {
        int left = least(rows, 1);
        int top = least(rows, 0);
        int columns = most(rows, 1) - left + 1;
        int side = Math.min(MOST_SIDE, (MOST_WIDTH - 24) / Math.max(columns, 1));
        Svg svg = new Svg(Math.max(LEAST_WIDTH, columns * side + 24), title, note);
        boolean isNumbers = rows.stream().anyMatch(row -> row.get(3) instanceof Number);
        List<String> words = isNumbers ? List.of() : Charts.words(rows, 3);
        double least = isNumbers ? extreme(rows, false) : 0;
        double most = isNumbers ? extreme(rows, true) : 0;
        if (!isNumbers) {
            svg.legend(words, word -> Colours.of(word, words));
        }
        double margin = (svg.width() - columns * (double) side) / 2;
        for (Row row : rows) {
            double x = margin + ((int) Charts.number(row, 1) - left) * (double) side;
            double y = svg.bottom() + ((int) Charts.number(row, 0) - top) * (double) side;
            String colour = row.isNullAt(3)
                    ? Colours.none()
                    : isNumbers
                            ? Colours.of(Charts.number(row, 3), least, most)
                            : Colours.of(Charts.text(row, 3), words);
            svg.rect(x + 1, y + 1, side - 2.0, side - 2.0, colour);
            String name = Charts.text(row, 2);
            svg.text(x + side / 2.0, y + side / 2.0 + (isNumbers ? -2 : 4), "middle", Colours.on(colour), name);
            if (isNumbers) {
                String shown = row.isNullAt(3) ? "–" : Words.number(Charts.number(row, 3));
                svg.text(x + side / 2.0, y + side / 2.0 + 14, "middle", Colours.on(colour), shown);
            }
        }
        svg.grow((most(rows, 0) - top + 1.0) * side);
        return svg;
    }

    private static int least(List<Row> rows, int column) {
        return rows.stream()
                .mapToInt(row -> (int) Charts.number(row, column))
                .min()
                .orElse(0);
    }

    private static int most(List<Row> rows, int column) {
        return rows.stream()
                .mapToInt(row -> (int) Charts.number(row, column))
                .max()
                .orElse(0);
    }

    private static double extreme(List<Row> rows, boolean isMost) {
        var numbers = rows.stream()
                .filter(row -> !row.isNullAt(3))
                .mapToDouble(row -> Charts.number(row, 3))
                .summaryStatistics();
        return isMost ? numbers.getMax() : numbers.getMin();
    }
}
