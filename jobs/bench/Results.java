import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes of what was measured a table, a CSV and a chart. Argument: the folder with raw.csv (size, what, measure, value; a line for
 * each time), into which results.csv and chart.svg are written. The table goes to standard output.
 */
public final class Results {
    /** A row of the table: what, beside what, and how many times that it may take at most (null: not limited). */
    private record Limit(String name, String ours, String beside, String besideName, Double most) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("ingest", "full/ingest", "ingest", "the rows written", 2.0),
            new Limit("dimension", "full/dimension", null, "", null),
            new Limit("quality", "full/quality", null, "", null),
            new Limit("progress", "full/progress", null, "", null),
            new Limit("progress alone", "alone-progress/progress", "progress", "a copy of its rows", 1.5),
            new Limit("progress alone", "alone-progress/progress", "duckdb", "DuckDB", 4.0),
            new Limit("equity", "full/equity", null, "", null),
            new Limit("equity alone", "alone-equity/equity", "equity", "one aggregate", 2.0),
            new Limit("report", "full/report", "report", "the writers alone", 1.5),
            new Limit("quiet night", "quiet", "session", "a session", null),
            new Limit("whole night", "full", "table", "one Delta table", 3.0),
            new Limit("corrected night", "corrected", "full", "a whole night", 0.4),
            new Limit("corrected night", "corrected", "table", "one Delta table", 2.0));
    private static final List<String> NIGHTS = List.of("full", "corrected", "quiet");
    private static final List<String> LINES = List.of(
            "full",
            "corrected",
            "quiet",
            "full/ingest",
            "full/dimension",
            "full/quality",
            "full/progress",
            "full/equity",
            "full/report");
    private static final List<String> COUNTS =
            List.of("seconds", "memory_mb", "jobs", "queries", "tasks", "shuffled_bytes", "commits", "written_bytes");
    private static final List<String> COLOURS =
            List.of("#000000", "#7f7f7f", "#c7c7c7", "#1f77b4", "#9467bd", "#8c564b", "#d62728", "#ff7f0e", "#2ca02c");
    /** Of this size only are nights held against one table: what more data take is no start. */
    private static final String SAMPLE = "sample";
    /** A size that measures nothing, so nothing is held against limits. */
    private static final String TINY = "tiny";

    private final Map<String, Map<String, Map<String, double[]>>> values = new LinkedHashMap<>();

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Results results = new Results(Files.readAllLines(folder.resolve("raw.csv")));
        Files.writeString(folder.resolve("results.csv"), results.csv());
        Files.writeString(folder.resolve("chart.svg"), results.chart());
        System.out.print(results.table());
    }

    private Results(List<String> lines) {
        for (String line : lines) {
            String[] fields = line.split(",");
            values.computeIfAbsent(fields[0], size -> new LinkedHashMap<>())
                    .computeIfAbsent(fields[1], what -> new LinkedHashMap<>())
                    .merge(fields[2], new double[] {Double.parseDouble(fields[3])}, Results::sorted);
        }
    }

    private static double[] sorted(double[] some, double[] more) {
        double[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        Arrays.sort(all);
        return all;
    }

    private double[] get(String size, String what, String measure) {
        return what == null
                ? null
                : values.get(size).getOrDefault(what, Map.of()).get(measure);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("size,what,measure,value,least,most\n");
        values.forEach((size, whats) ->
                whats.forEach((what, measures) -> measures.forEach((measure, all) -> csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%s,%s%n",
                        size,
                        what,
                        measure,
                        plain(median(all)),
                        plain(all[0]),
                        plain(all[all.length - 1]))))));
        return csv.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3f", value);
    }

    private String table() {
        StringBuilder out = new StringBuilder();
        for (String size : values.keySet()) {
            double[] observations = get(size, "full", "observations");
            if (observations == null) {
                part(size, out);
            } else {
                out.append(String.format(
                        Locale.ROOT,
                        "%n== %s: %,.0f observations; seconds, medians (least-most)%n",
                        size,
                        median(observations)));
                stages(size, out);
                counts(size, out);
            }
        }
        exponents(out);
        return out.toString();
    }

    private void stages(String size, StringBuilder out) {
        out.append(String.format(
                "%-16s %20s  %-18s %20s %7s %6s  %s%n", "", "ours", "beside", "", "ratio", "limit", "kept"));
        for (Limit limit : LIMITS) {
            double[] ours = get(size, limit.ours(), "seconds");
            double[] beside = get(size, limit.beside(), "seconds");
            if (ours == null || limit.beside() != null && beside == null) {
                continue;
            }
            boolean isLimited = !size.equals(TINY) && (size.equals(SAMPLE) || !"table".equals(limit.beside()));
            Double most = isLimited ? limit.most() : null;
            double ratio = beside == null ? 0 : median(ours) / median(beside);
            out.append(String.format(
                            Locale.ROOT,
                            "%-16s %20s  %-18s %20s %7s %6s  %s",
                            limit.name(),
                            spread(ours),
                            limit.besideName(),
                            beside == null ? "" : spread(beside),
                            beside == null ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                            most == null ? "" : most,
                            beside == null || most == null ? "" : ratio <= most ? "yes" : "NO")
                    .stripTrailing());
            out.append(System.lineSeparator());
        }
    }

    private static String spread(double[] sorted) {
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        return String.format(Locale.ROOT, least == most ? "%.2f" : "%.2f (%.2f-%.2f)", median(sorted), least, most);
    }

    private void counts(String size, StringBuilder out) {
        out.append(String.format("%-16s", ""));
        COUNTS.forEach(count -> out.append(String.format(" %14s", count)));
        out.append(System.lineSeparator());
        for (String night : NIGHTS) {
            if (get(size, night, "seconds") != null) {
                out.append(String.format("%-16s", night));
                for (String count : COUNTS) {
                    double[] all = get(size, night, count);
                    out.append(
                            all == null
                                    ? String.format(" %14s", "")
                                    : String.format(Locale.ROOT, " %,14.0f", median(all)));
                }
                out.append(System.lineSeparator());
            }
        }
    }

    /** What is no size: its rows as they are. */
    private void part(String name, StringBuilder out) {
        out.append(String.format("%n== %s%n", name));
        values.get(name).forEach((what, measures) -> {
            out.append(String.format("%-28s", what));
            measures.forEach((measure, all) -> out.append(String.format(
                    Locale.ROOT,
                    "  %s %s",
                    measure,
                    measure.equals("seconds") ? spread(all) : String.format(Locale.ROOT, "%,.0f", median(all)))));
            out.append(System.lineSeparator());
        });
    }

    /** Median seconds of a line of the chart by observations, of the sizes of which there are both. */
    private TreeMap<Double, Double> line(String what) {
        TreeMap<Double, Double> line = new TreeMap<>();
        for (String size : values.keySet()) {
            double[] observations = get(size, "full", "observations");
            double[] seconds = get(size, what, "seconds");
            if (observations != null && seconds != null && median(observations) > 0 && median(seconds) > 0) {
                line.put(median(observations), median(seconds));
            }
        }
        return line;
    }

    private void exponents(StringBuilder out) {
        StringBuilder rows = new StringBuilder();
        for (String what : LINES) {
            TreeMap<Double, Double> line = line(what);
            if (line.size() > 1) {
                rows.append(String.format(Locale.ROOT, "%-16s %5.2f%n", what, slope(line)));
            }
        }
        if (rows.length() > 0) {
            out.append(String.format(
                    "%n== growth: the exponent of observations with which seconds grow (least squares of the logarithms; what a%n"
                            + "start costs is not subtracted, so small sizes make it smaller)%n"));
            out.append(rows);
        }
    }

    private static double slope(Map<Double, Double> line) {
        double n = line.size();
        double x = line.keySet().stream().mapToDouble(Math::log).sum() / n;
        double y = line.values().stream().mapToDouble(Math::log).sum() / n;
        double above = line.entrySet().stream()
                .mapToDouble(p -> (Math.log(p.getKey()) - x) * (Math.log(p.getValue()) - y))
                .sum();
        return above
                / line.keySet().stream()
                        .mapToDouble(at -> Math.pow(Math.log(at) - x, 2))
                        .sum();
    }

    private String chart() {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        LINES.forEach(what -> {
            xs.addAll(line(what).keySet());
            ys.addAll(line(what).values());
        });
        Axis x = new Axis(xs, 70, 560);
        Axis y = new Axis(ys, 430, 40);
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"480\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        + "<rect width=\"760\" height=\"480\" fill=\"white\"/>\n<text x=\"70\" y=\"20\">Seconds of nights and stages over observations, both logarithmic</text>\n");
        for (int power = x.from; power <= x.to; power++) {
            svg.append(rule(x.at(Math.pow(10, power)), 40, x.at(Math.pow(10, power)), 430));
            svg.append(text(x.at(Math.pow(10, power)), 450, "middle", label(power)));
        }
        for (int power = y.from; power <= y.to; power++) {
            svg.append(rule(70, y.at(Math.pow(10, power)), 560, y.at(Math.pow(10, power))));
            svg.append(text(64, y.at(Math.pow(10, power)) + 4, "end", label(power)));
        }
        for (String what : LINES) {
            TreeMap<Double, Double> line = line(what);
            if (!line.isEmpty()) {
                String colour = COLOURS.get(LINES.indexOf(what));
                StringBuilder points = new StringBuilder();
                line.forEach((at, seconds) -> {
                    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.at(at), y.at(seconds)));
                    svg.append(String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                            x.at(at),
                            y.at(seconds),
                            colour));
                });
                svg.append(String.format(
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", points, colour));
                int row = 60 + 20 * LINES.indexOf(what);
                svg.append(String.format(
                        "<rect x=\"580\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>%n", row - 6, colour));
                svg.append(
                        text(600, row, "start", NIGHTS.contains(what) ? what + " night" : what.replace("full/", "")));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static String rule(double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
                x1,
                y1,
                x2,
                y2);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }

    private static String label(int power) {
        return power < 0
                ? String.valueOf(Math.pow(10, power))
                : String.format(Locale.ROOT, "%,.0f", Math.pow(10, power));
    }

    /** A logarithmic axis of whole powers of ten. */
    private static final class Axis {
        private final int from;
        private final int to;
        private final double first;
        private final double last;

        Axis(List<Double> values, double first, double last) {
            this.from = (int) Math.floor(
                    Math.log10(values.stream().mapToDouble(v -> v).min().orElse(1)));
            this.to = Math.max(from + 1, (int) Math.ceil(
                    Math.log10(values.stream().mapToDouble(v -> v).max().orElse(10))));
            this.first = first;
            this.last = last;
        }

        double at(double value) {
            return first + (Math.log10(value) - from) / (to - from) * (last - first);
        }
    }
}
