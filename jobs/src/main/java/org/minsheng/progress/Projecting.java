package org.minsheng.progress;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;
import static org.minsheng.progress.lookup.Indicators.HIGHEST;
import static org.minsheng.progress.lookup.Indicators.LEAST;
import static org.minsheng.progress.lookup.Indicators.LOWEST;
import static org.minsheng.progress.lookup.Indicators.MODEL;
import static org.minsheng.progress.lookup.Indicators.MOST;
import static org.minsheng.progress.lookup.Indicators.PROJECTED_ON;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.ProjectionMethod;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.progress.Trend.Projection;

/** From one series to its rows of the table projection: no model of them is a built-in function of Spark's. */
final class Projecting implements FlatMapFunction<Row, Row> {
    /** The values of the years from the base year on, null where there is none. */
    static final String HISTORY = "history";
    /** Whether its values are the stages of a milestone. */
    static final String IS_MILESTONE = "is_milestone";

    private final Policy policy;
    private final int thisYear;

    Projecting(Policy policy, int thisYear) {
        this.policy = policy;
        this.thisYear = thisYear;
    }

    /**
     * A series.
     *
     * @param deadline null where there is no target
     * @param floor the least value that can be, null where there is none
     * @param ceiling the largest one, null where there is none
     * @param least the least value that meets the target, null where there is none
     * @param most the largest one, null where there is none
     * @param years those with a value, in order
     */
    private record Series(
            String indicator,
            String refArea,
            String regionLevel,
            boolean isMilestone,
            ProjectionMethod method,
            Integer deadline,
            Double floor,
            Double ceiling,
            Double least,
            Double most,
            int[] years,
            double[] values) {
        static Series of(Row row, int baseYear) {
            List<Double> history = row.getList(row.fieldIndex(HISTORY));
            return new Series(
                    row.getAs(INDICATOR),
                    row.getAs(REF_AREA),
                    row.getAs(REGION_LEVEL),
                    row.getAs(IS_MILESTONE),
                    new ProjectionMethod(
                            ProjectionMethod.Model.valueOf(row.getAs(MODEL)),
                            ProjectionMethod.Scale.valueOf(row.getAs(PROJECTED_ON))),
                    row.getAs(DEADLINE),
                    row.getAs(LOWEST),
                    row.getAs(HIGHEST),
                    row.getAs(LEAST),
                    row.getAs(MOST),
                    IntStream.range(0, history.size())
                            .filter(i -> history.get(i) != null)
                            .map(i -> baseYear + i)
                            .toArray(),
                    history.stream()
                            .filter(Objects::nonNull)
                            .mapToDouble(v -> v)
                            .toArray());
        }

        Integer lastYear() {
            return years.length == 0 ? null : (Integer) years[years.length - 1];
        }

        /** Why nothing is said; null where something is. */
        String whyNothing() {
            if (isMilestone) {
                return ProjectionTable.MILESTONE;
            } else if (method.model() == ProjectionMethod.Model.NONE) {
                return ProjectionTable.NO_MODEL;
            } else if (values.length < Trend.FEWEST) {
                return ProjectionTable.TOO_FEW_POINTS;
            }
            return Arrays.stream(values).allMatch(value -> value == values[0]) ? ProjectionTable.CONSTANT : null;
        }

        boolean meetsNow() {
            double value = values[values.length - 1];
            return (least == null || value >= least) && (most == null || value <= most);
        }
    }

    @Override
    public Iterator<Row> call(Row row) {
        Series series = Series.of(row, policy.baseYear());
        String reason = series.whyNothing();
        return reason == null ? projected(series) : notProjected(series, reason);
    }

    private Iterator<Row> notProjected(Series series, String reason) {
        return yearsAsked(series).stream()
                .map(year -> row(series, year, null, null, reason))
                .iterator();
    }

    private Iterator<Row> projected(Series series) {
        Trend trend = new Trend(series.method(), series.years(), series.values(), series.floor(), series.ceiling());
        int horizon = Math.min(trend.horizon(policy.projectFarthest()), policy.projectTo());
        TreeSet<Integer> years = yearsAsked(series);
        for (int year = series.lastYear() + 1; year <= horizon; year++) {
            years.add(year);
        }
        Findings findings = new Findings(
                trend.scale(),
                series.meetsNow() ? null : trend.reached(series.least(), series.most(), policy.projectFarthest()),
                Outlier.of(series.years(), series.values()));
        return years.stream()
                .map(year -> year <= horizon
                        ? row(series, year, findings, trend.project(year, series.least(), series.most()), null)
                        : row(series, year, findings, null, ProjectionTable.BEYOND_HORIZON))
                .iterator();
    }

    /** What the trend says of all years together; a year is null where there is none. */
    private record Findings(ProjectionMethod.Scale scale, Integer reached, Integer outlier) {}

    /** The years that have a row whatever is said of them. */
    private TreeSet<Integer> yearsAsked(Series series) {
        TreeSet<Integer> years = new TreeSet<>(List.of(policy.projectTo()));
        if (series.deadline() != null && series.deadline() >= thisYear) {
            years.add(series.deadline());
        }
        return years;
    }

    private static Row row(Series series, int year, Findings findings, Projection projection, String reason) {
        return RowFactory.create(
                series.indicator(),
                series.refArea(),
                year,
                series.regionLevel(),
                figure(projection, Projection::value),
                figure(projection, Projection::lower80),
                figure(projection, Projection::upper80),
                figure(projection, Projection::lower95),
                figure(projection, Projection::upper95),
                figure(projection, Projection::chance),
                findings == null ? null : findings.reached(),
                findings == null ? null : word(series.method().model()),
                findings == null ? null : word(findings.scale()),
                series.years().length,
                series.lastYear(),
                findings == null ? null : findings.outlier(),
                reason);
    }

    /** As all values of the tables, to nine decimals; what overflows is no projection of anything. */
    private static Double figure(Projection projection, Function<Projection, Double> part) {
        Double value = projection == null ? null : part.apply(projection);
        return value != null && Double.isFinite(value) ? (Double) Exact.figure(value) : null;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
