package org.minsheng.progress;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;
import static org.minsheng.lake.ProgressTable.STATUS;
import static org.minsheng.lake.ProgressTable.TARGET_KIND;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;
import static org.minsheng.progress.Dimensions.HIGHEST;
import static org.minsheng.progress.Dimensions.LEAST;
import static org.minsheng.progress.Dimensions.LOWEST;
import static org.minsheng.progress.Dimensions.MODEL;
import static org.minsheng.progress.Dimensions.MOST;
import static org.minsheng.progress.Dimensions.PROJECTED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.ProjectionMethod;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;
import org.minsheng.region.Regions;

/**
 * The step that projects each indicator of each region: the years after its last value as far as its model looks, and a row
 * for the deadline and the long-term goal each, which says why where it looks no farther.
 */
public final class Projections {
    private static final String HISTORY = "history";

    private final Dimensions dimensions;
    private final LocalDate day;
    private final Policy policy;

    /** The step; the target in force at {@code asOf} is the one to be met. */
    public Projections(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.dimensions = new Dimensions(spark, catalogue, regions, Divisions.TODAY, indicator -> true);
        this.day = asOf.day();
        this.policy = catalogue.policy();
    }

    /** From rows of the table progress to rows of the table projection. */
    public Dataset<Row> run(Dataset<Row> progress) {
        Column isShare = not(col(VALUE_IS).equalTo(VALUE));
        Column hasTarget = col(TARGET_KIND).isNotNull();
        // A sum of few of the region's people is of others than the years beside it.
        Column tells = col(STATUS).notEqual(Status.LOW_COVERAGE.code());
        // The column of each year holds one value; a list of them would have to be sorted for each region.
        Column[] history = IntStream.range(
                        policy.baseYear(),
                        Math.max(policy.baseYear() + 1, day.getYear())) // a year that is not over has none yet
                .mapToObj(year -> max(when(col(TIME_PERIOD).equalTo(year).and(tells), col(OBS_VALUE))))
                .toArray(Column[]::new);
        return progress.groupBy(INDICATOR, REF_AREA, REGION_LEVEL, VALUE_IS)
                .agg(array(history).as(HISTORY))
                .join(broadcast(dimensions.indicators(day)), INDICATOR)
                .select(
                        col(INDICATOR),
                        col(REF_AREA),
                        col(REGION_LEVEL),
                        coalesce(col(TARGET_KIND).equalTo(TargetKind.Name.MILESTONE.word()), lit(false)),
                        // How many counties have something grows by the year, whether one has it does not.
                        when(isShare, policy.projection().model().name()).otherwise(col(MODEL)),
                        col(PROJECTED_ON),
                        col(DEADLINE),
                        when(isShare, 0.0).otherwise(col(LOWEST)),
                        when(isShare, 100.0).otherwise(col(HIGHEST)),
                        when(isShare, when(hasTarget, 100.0)).otherwise(col(LEAST)),
                        when(not(isShare), col(MOST)),
                        col(HISTORY))
                .flatMap(new Project(policy, day.getYear()), Encoders.row(ProjectionTable.TABLE.schema()));
    }

    /** From one series to its projections: no model of them is a built-in function of Spark's. */
    private static final class Project implements FlatMapFunction<Row, Row> {
        private final Policy policy;
        private final int thisYear;

        Project(Policy policy, int thisYear) {
            this.policy = policy;
            this.thisYear = thisYear;
        }

        @Override
        public Iterator<Row> call(Row row) {
            List<Double> history = row.getList(11);
            int[] years = IntStream.range(0, history.size())
                    .filter(i -> history.get(i) != null)
                    .map(i -> policy.baseYear() + i)
                    .toArray();
            double[] values = history.stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(v -> v)
                    .toArray();
            Integer last = years.length == 0 ? null : (Integer) years[years.length - 1];
            ProjectionMethod method = new ProjectionMethod(
                    ProjectionMethod.Model.valueOf(row.getString(4)), ProjectionMethod.Scale.valueOf(row.getString(5)));
            Double least = number(row, 9);
            Double most = number(row, 10);
            String reason = reason(row.getBoolean(3), method, values);
            Trend trend = reason == null ? new Trend(method, years, values, number(row, 7), number(row, 8)) : null;
            int horizon = trend == null ? 0 : Math.min(trend.horizon(policy.projectFarthest()), policy.projectTo());
            TreeSet<Integer> projected = new TreeSet<>(List.of(policy.projectTo()));
            if (!row.isNullAt(6) && row.getInt(6) >= thisYear) {
                projected.add(row.getInt(6));
            }
            for (int year = trend == null ? 1 : last + 1; year <= horizon; year++) {
                projected.add(year);
            }
            Integer reached = trend == null || meets(values[values.length - 1], least, most)
                    ? null
                    : trend.reached(least, most, policy.projectFarthest());
            Integer outlier = trend == null ? null : Outlier.of(years, values);
            List<Row> rows = new ArrayList<>();
            for (int year : projected) {
                Trend.Projection p = year <= horizon ? trend.project(year, least, most) : null;
                rows.add(RowFactory.create(
                        row.getString(0),
                        row.getString(1),
                        year,
                        row.getString(2),
                        p == null ? null : rounded(p.value()),
                        p == null ? null : rounded(p.lower80()),
                        p == null ? null : rounded(p.upper80()),
                        p == null ? null : rounded(p.lower95()),
                        p == null ? null : rounded(p.upper95()),
                        p == null ? null : rounded(p.chance()),
                        reached,
                        trend == null ? null : word(method.model()),
                        trend == null ? null : word(trend.scale()),
                        years.length,
                        last,
                        outlier,
                        p == null && trend != null ? ProjectionTable.BEYOND_HORIZON : reason));
            }
            return rows.iterator();
        }

        private static boolean meets(double value, Double least, Double most) {
            return (least == null || value >= least) && (most == null || value <= most);
        }

        /** Why nothing is said; null where something is. */
        private static String reason(boolean isMilestone, ProjectionMethod method, double[] values) {
            if (isMilestone) {
                return ProjectionTable.MILESTONE;
            } else if (method.model() == ProjectionMethod.Model.NONE) {
                return ProjectionTable.NO_MODEL;
            } else if (values.length < Trend.FEWEST) {
                return ProjectionTable.TOO_FEW_POINTS;
            }
            return Arrays.stream(values).allMatch(value -> value == values[0]) ? ProjectionTable.CONSTANT : null;
        }

        private static Double number(Row row, int i) {
            return row.isNullAt(i) ? null : (Double) row.getDouble(i);
        }

        private static String word(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }

        /** As all values of the tables, to nine decimals; what overflows is no projection of anything. */
        private static Double rounded(Double value) {
            return value != null && Double.isFinite(value) ? (Double) Exact.figure(value) : null;
        }
    }
}
