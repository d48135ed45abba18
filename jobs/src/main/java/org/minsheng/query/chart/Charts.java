package org.minsheng.query.chart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.Status;

/**
 * The kinds of charts. Each takes rows by the place of their columns, in their order: a query that makes a table makes a chart.
 * A title says what is to be seen; the note below it, what is measured.
 */
public final class Charts {
    private static final int WIDTH = 760;
    private static final int BAR = 22;
    private static final int END = 64;

    private Charts() {}

    /** A bar each: label, number, and where there is a third column, a word that colours it. */
    public static Svg bars(String title, String note, Dataset<Row> rows) {
        List<Row> all = complete(rows, 1);
        Svg svg = new Svg(WIDTH, title, note);
        boolean isColoured = rows.columns().length > 2;
        List<String> words = isColoured ? words(all, 2) : List.of();
        if (isColoured) {
            svg.legend(words, word -> Colours.of(word, words));
        }
        double left = labels(all);
        Axis axis = Axis.of(
                Stream.concat(Stream.of(0.0), all.stream().map(row -> number(row, 1)))
                        .mapToDouble(n -> n)
                        .toArray(),
                left,
                WIDTH - END);
        for (Row row : all) {
            double top = svg.bottom();
            double zero = axis.at(0);
            double end = axis.at(number(row, 1));
            svg.text(left - 8, top + 15, "end", Svg.INK, text(row, 0));
            svg.rect(
                    Math.min(zero, end),
                    top + 3,
                    Math.abs(end - zero),
                    BAR - 6,
                    isColoured ? Colours.of(text(row, 2), words) : Svg.BLUE);
            svg.text(Math.max(zero, end) + 5, top + 15, "start", Svg.QUIET, Words.number(number(row, 1)));
            svg.grow(BAR);
        }
        return svg;
    }

    /** A bar each, of parts: label, part, number. Bars and parts come in the order of the rows, those of a status from the best. */
    public static Svg parts(String title, String note, Dataset<Row> rows) {
        List<Row> all = complete(rows, 2);
        Svg svg = new Svg(WIDTH, title, note);
        List<String> parts = words(all, 1);
        svg.legend(parts, part -> Colours.of(part, parts));
        Map<String, Map<String, Double>> bars = new LinkedHashMap<>();
        all.forEach(row -> bars.computeIfAbsent(text(row, 0), label -> new LinkedHashMap<>())
                .merge(text(row, 1), number(row, 2), Double::sum));
        double left = labels(all);
        double[] sums = bars.values().stream()
                .mapToDouble(bar -> bar.values().stream().mapToDouble(n -> n).sum())
                .toArray();
        Axis axis = Axis.of(sums, left, WIDTH - 20.0);
        Axis fromZero = new Axis(0, axis.most(), axis.step(), left, WIDTH - 20.0);
        bars.forEach((label, bar) -> {
            svg.text(left - 8, svg.bottom() + 15.0, "end", Svg.INK, label);
            double sum = 0;
            for (String part : parts) {
                if (bar.containsKey(part)) {
                    part(svg, fromZero.at(sum), fromZero.at(sum + bar.get(part)), bar.get(part), part, parts);
                    sum += bar.get(part);
                }
            }
            svg.grow(BAR);
        });
        return svg;
    }

    private static void part(Svg svg, double from, double to, double number, String part, List<String> parts) {
        String colour = Colours.of(part, parts);
        String shown = Words.number(number);
        svg.rect(from, svg.bottom() + 2.0, to - from - 1, BAR - 4, colour);
        if (to - from > Words.width(shown) * Svg.FONT + 4) {
            svg.text((from + to) / 2, svg.bottom() + 15.0, "middle", Colours.on(colour), shown);
        }
    }

    /** A line from least to most with a dot between: label, least, dot, most. */
    public static Svg ranges(String title, String note, Dataset<Row> rows) {
        List<Row> all = complete(rows, 3);
        Svg svg = new Svg(WIDTH, title, note);
        double left = labels(all);
        Axis axis = Axis.of(
                all.stream()
                        .flatMap(row -> Stream.of(number(row, 1), number(row, 3)))
                        .mapToDouble(n -> n)
                        .toArray(),
                left + 10,
                WIDTH - 20.0);
        double top = svg.bottom();
        double height = BAR * (double) all.size();
        for (double mark : axis.marks()) {
            svg.line(axis.at(mark), top, axis.at(mark), top + height, Svg.FRAME);
            svg.text(axis.at(mark), top + height + 16, "middle", Svg.QUIET, Words.number(mark));
        }
        for (Row row : all) {
            double middle = svg.bottom() + BAR / 2.0;
            svg.text(left - 4, middle + 4, "end", Svg.INK, text(row, 0));
            svg.rect(
                    axis.at(number(row, 1)),
                    middle - 2,
                    axis.at(number(row, 3)) - axis.at(number(row, 1)),
                    4,
                    "#9dc3e6");
            svg.dot(axis.at(number(row, 2)), middle, 5, Svg.BLUE);
            svg.grow(BAR);
        }
        svg.grow(Svg.LINE + 4);
        return svg;
    }

    /** Lines over the years: year, number, and which line; without a third column it is one. */
    public static Svg lines(String title, String note, Dataset<Row> rows) {
        return Lines.draw(title, note, complete(rows, 1), rows.columns().length > 2);
    }

    /** A map with a square for each region: row and column of the square, name, and a number or a word. */
    public static Svg tiles(String title, String note, Dataset<Row> rows) {
        return Tiles.draw(
                title,
                note,
                rows.collectAsList().stream()
                        .filter(row -> !row.isNullAt(0) && !row.isNullAt(1))
                        .toList());
    }

    private static List<Row> complete(Dataset<Row> rows, int column) {
        return rows.collectAsList().stream()
                .filter(row -> !row.isNullAt(column))
                .toList();
    }

    /** Room for the labels. */
    private static double labels(List<Row> rows) {
        double widest = rows.stream()
                .mapToDouble(row -> Words.width(text(row, 0)))
                .max()
                .orElse(0);
        return Math.min(widest * Svg.FONT + 24, WIDTH * 0.6);
    }

    /** The words of a column: those of a status from the best to the worst, others as they come. */
    static List<String> words(List<Row> rows, int column) {
        List<String> order = Stream.of(Status.values()).map(Status::code).toList();
        return rows.stream()
                .filter(row -> !row.isNullAt(column))
                .map(row -> text(row, column))
                .distinct()
                .sorted(Comparator.comparingInt(order::indexOf))
                .toList();
    }

    static String text(Row row, int column) {
        return Objects.toString(row.get(column), "");
    }

    static double number(Row row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
