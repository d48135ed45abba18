package org.minsheng.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.minsheng.catalogue.ProjectionMethod;
import org.minsheng.lake.ProgressTable;

/**
 * Holds models against what came later: from each stretch of years of each series it projects one, three and five years
 * ahead, and compares with the value that is known. Use: jobs/bench/backtest.sh.
 */
public final class Backtest {
    private static final double CEILING = 100;
    private static final List<Integer> AHEAD = List.of(1, 3, 5);

    /** What a model says: the value, and the bounds of the 80% and 95% intervals. */
    record Said(double value, double lower80, double upper80, double lower95, double upper95) {}

    /** A model: from years and values to what is said so many years later. */
    interface Rival {
        Said say(int[] years, double[] values, int ahead);
    }

    /**
     * What came of a model over all series, so many years ahead.
     *
     * @param error mean absolute error
     * @param inside80 share of the values inside the 80% interval
     * @param score mean interval score of the 95% interval (Gneiting and Raftery 2007): width + 40 times what is beyond a bound
     */
    record Outcome(int cases, double error, double inside80, double inside95, double score) {}

    private final Map<String, Rival> rivals = new LinkedHashMap<>();
    private final int history;

    Backtest(int history) {
        this.history = history;
        rivals.put("drift (ours)", ours(ProjectionMethod.Model.DRIFT, ProjectionMethod.Scale.NATURAL));
        rivals.put("drift (R's rwf)", (years, values, ahead) -> walk(values, ahead, true));
        rivals.put("damped drift", ours(ProjectionMethod.Model.DAMPED, ProjectionMethod.Scale.NATURAL));
        rivals.put("last value", (years, values, ahead) -> walk(values, ahead, false));
        rivals.put("line", ours(ProjectionMethod.Model.LINE, ProjectionMethod.Scale.NATURAL));
        rivals.put("logit line", ours(ProjectionMethod.Model.LINE, ProjectionMethod.Scale.LOGIT));
        rivals.put("logit drift", ours(ProjectionMethod.Model.DRIFT, ProjectionMethod.Scale.LOGIT));
    }

    private static Rival ours(ProjectionMethod.Model model, ProjectionMethod.Scale scale) {
        return (years, values, ahead) -> {
            Trend.Projection p = new Trend(new ProjectionMethod(model, scale), years, values, 0.0, CEILING)
                    .project(years[years.length - 1] + ahead, null, null);
            return p.lower80() == null
                    ? new Said(p.value(), p.value(), p.value(), p.value(), p.value())
                    : new Said(p.value(), p.lower80(), p.upper80(), p.lower95(), p.upper95());
        };
    }

    /** R's forecast::rwf, worked out here once more, cut at the bounds. */
    private static Said walk(double[] values, int ahead, boolean withDrift) {
        int steps = values.length - 1;
        double drift = withDrift ? (values[steps] - values[0]) / steps : 0;
        double squares = 0;
        for (int i = 1; i <= steps; i++) {
            squares += Math.pow(values[i] - values[i - 1] - drift, 2);
        }
        double variance = squares / (withDrift ? steps - 1 : steps);
        double error = Math.sqrt(variance * (ahead + (withDrift ? (double) ahead * ahead / steps : 0)));
        double mean = values[steps] + drift * ahead;
        double half80 = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.90) * error;
        double half95 = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.975) * error;
        return new Said(cut(mean), cut(mean - half80), cut(mean + half80), cut(mean - half95), cut(mean + half95));
    }

    private static double cut(double value) {
        return Math.max(0, Math.min(CEILING, value));
    }

    /** By model and years ahead; series that do not move are left out, as nothing is said of them. */
    Map<String, Map<Integer, Outcome>> run(List<TreeMap<Integer, Double>> series) {
        Map<String, Map<Integer, Outcome>> outcomes = new LinkedHashMap<>();
        rivals.forEach((name, rival) -> {
            Map<Integer, Outcome> each = new TreeMap<>();
            AHEAD.forEach(ahead -> each.put(ahead, run(series, rival, ahead)));
            outcomes.put(name, each);
        });
        return outcomes;
    }

    private Outcome run(List<TreeMap<Integer, Double>> series, Rival rival, int ahead) {
        int cases = 0;
        double error = 0;
        double inside80 = 0;
        double inside95 = 0;
        double score = 0;
        for (TreeMap<Integer, Double> one : series) {
            for (int end : one.keySet()) {
                int[] years = IntStream.rangeClosed(end - history + 1, end).toArray();
                Double truth = one.get(end + ahead);
                if (truth == null || truth > CEILING || !IntStream.of(years).allMatch(one::containsKey)) {
                    continue;
                }
                double[] values = IntStream.of(years).mapToDouble(one::get).toArray();
                if (IntStream.range(0, history).allMatch(i -> values[i] == values[0])) {
                    continue;
                }
                Said said = rival.say(years, values, ahead);
                cases++;
                error += Math.abs(said.value() - truth);
                inside80 += said.lower80() <= truth && truth <= said.upper80() ? 1 : 0;
                inside95 += said.lower95() <= truth && truth <= said.upper95() ? 1 : 0;
                score += said.upper95()
                        - said.lower95()
                        + 40 * Math.max(0, said.lower95() - truth)
                        + 40 * Math.max(0, truth - said.upper95());
            }
        }
        return new Outcome(cases, error / cases, inside80 / cases, inside95 / cases, score / cases);
    }

    /** The series of percentages of a file of panels, those as reported or those smoothed by who published them. */
    static List<TreeMap<Integer, Double>> panels(Path file, boolean reported) throws IOException {
        Map<String, TreeMap<Integer, Double>> series = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            if (cells[0].endsWith("_pct") && cells[0].contains("immunization") == reported) {
                series.computeIfAbsent(
                                String.join(",", List.of(cells).subList(0, cells.length - 2)), s -> new TreeMap<>())
                        .put(Integer.valueOf(cells[cells.length - 2]), Double.valueOf(cells[cells.length - 1]));
            }
        }
        return new ArrayList<>(series.values());
    }

    /** The shares of counties in a lake's table progress. */
    private static List<TreeMap<Integer, Double>> sample(String lake) {
        Map<String, TreeMap<Integer, Double>> series = new LinkedHashMap<>();
        org.minsheng.TestSpark.session()
                .read()
                .format("delta")
                .load(lake + "/" + ProgressTable.TABLE.name())
                .filter("region_level = 'county' AND obs_value BETWEEN 0 AND 100 AND target_kind = 'coverage'")
                .select(ProgressTable.INDICATOR, ProgressTable.REF_AREA, ProgressTable.TIME_PERIOD, "obs_value")
                .collectAsList()
                .forEach(row -> series.computeIfAbsent(row.getString(0) + " " + row.getString(1), s -> new TreeMap<>())
                        .put(row.getInt(2), row.getDouble(3)));
        return new ArrayList<>(series.values());
    }

    private static void print(String name, Map<String, Map<Integer, Outcome>> outcomes) {
        System.out.printf(
                "%n%s%n| model | years ahead | cases | mean error | inside 80%% | inside 95%% | score |%n", name);
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        outcomes.forEach((model, each) -> each.forEach((ahead, o) -> {
            if (o.cases() > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %.2f | %.0f%% | %.0f%% | %.1f |%n",
                        model,
                        ahead,
                        o.cases(),
                        o.error(),
                        100 * o.inside80(),
                        100 * o.inside95(),
                        o.score());
            }
        }));
    }

    /** Over the panels of a file, and over a lake where one is named. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        print("Immunization, as countries reported it; eight years", new Backtest(8).run(panels(file, true)));
        print("Water and sanitation, smoothed estimates; eight years", new Backtest(8).run(panels(file, false)));
        if (args.length > 1) {
            print("The sample's counties (synthetic); five years", new Backtest(5).run(sample(args[1])));
            org.minsheng.TestSpark.session().stop();
        }
    }
}
