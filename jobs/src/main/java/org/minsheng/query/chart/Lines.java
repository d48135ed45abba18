package org.minsheng.query.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Draws lines over the years. A year without a number is a gap and no straight line. */
final class Lines {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 250;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;

    private Lines() {}

    static Svg draw(String title, String note, List<Row> rows, boolean isNamed) {
        Map<String, TreeMap<Integer, Double>> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(isNamed ? Charts.text(row, 2) : "", name -> new TreeMap<>())
                .put((int) Charts.number(row, 0), Charts.number(row, 1)));
        Svg svg = new Svg(WIDTH, title, note);
        List<String> names = List.copyOf(lines.keySet());
        if (isNamed) {
            svg.legend(names, name -> Colours.of(name, names));
        }
        Axis values = Axis.of(
                rows.stream().mapToDouble(row -> Charts.number(row, 1)).toArray(),
                svg.bottom() + (double) HEIGHT,
                svg.bottom() + 6.0);
        Axis years = years(rows);
        frame(svg, values, years);
        lines.forEach((name, line) -> line(svg, values, years, line, Colours.of(name, names)));
        svg.grow(HEIGHT + (double) Svg.LINE + 4);
        return svg;
    }

    private static Axis years(List<Row> rows) {
        double first =
                rows.stream().mapToDouble(row -> Charts.number(row, 0)).min().orElse(0);
        double last =
                rows.stream().mapToDouble(row -> Charts.number(row, 0)).max().orElse(1);
        double step = Math.max(1, Math.ceil((last - first) / 12));
        return new Axis(first, Math.max(last, first + 1), step, LEFT + 10.0, WIDTH - RIGHT);
    }

    private static void frame(Svg svg, Axis values, Axis years) {
        for (double mark : values.marks()) {
            svg.line(LEFT, values.at(mark), WIDTH - RIGHT, values.at(mark), Svg.FRAME);
            svg.text(LEFT - 6, values.at(mark) + 4, "end", Svg.QUIET, Words.number(mark));
        }
        for (double year : years.marks()) {
            svg.text(years.at(year), values.from() + 18, "middle", Svg.QUIET, Integer.toString((int) year));
        }
    }

    private static void line(Svg svg, Axis values, Axis years, TreeMap<Integer, Double> line, String colour) {
        Map<Integer, String> runs = new TreeMap<>();
        int start = 0;
        for (Map.Entry<Integer, Double> each : line.entrySet()) {
            start = line.containsKey(each.getKey() - 1) ? start : each.getKey();
            String point = Svg.at(years.at(each.getKey())) + "," + Svg.at(values.at(each.getValue()));
            runs.merge(start, point, (before, next) -> before + " " + next);
            svg.dot(years.at(each.getKey()), values.at(each.getValue()), 3, colour);
        }
        runs.values().stream()
                .filter(run -> run.contains(" "))
                .collect(Collectors.toList())
                .forEach(run -> svg.path(run, colour, 2));
    }
}
