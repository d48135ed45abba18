package org.minsheng.progress;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.progress.Dimensions.HIGHEST;
import static org.minsheng.progress.Dimensions.LEAST;
import static org.minsheng.progress.Dimensions.MOST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.region.Regions;

/** The step that projects each indicator of each region year by year, to its deadline and to the long-term goal. */
public final class Projections {
    private static final String HISTORY = "history";

    private final Dimensions dimensions;
    private final LocalDate day;
    private final int to;
    private final int farthest;
    private final int baseYear;

    /** The step; the target in force at {@code asOf} is the one to be met. */
    public Projections(SparkSession spark, Catalogue catalogue, Regions regions, AsOf asOf) {
        this.dimensions = new Dimensions(spark, catalogue, regions, indicator -> true);
        this.day = asOf.day();
        this.to = catalogue.policy().projectTo();
        this.farthest = catalogue.policy().projectFarthest();
        this.baseYear = catalogue.policy().baseYear();
    }

    /** From rows of the table progress to rows of the table projection. */
    public Dataset<Row> run(Dataset<Row> progress) {
        Column isShare = not(col(VALUE_IS).equalTo(VALUE));
        Column hasTarget = col(TARGET_KIND).isNotNull();
        // The column of each year holds one value; a list of them would have to be sorted for each region.
        Column[] history = IntStream.range(
                        baseYear, Math.max(baseYear + 1, day.getYear())) // a year that is not over has none yet
                .mapToObj(year -> max(when(col(TIME_PERIOD).equalTo(year), col(OBS_VALUE))))
                .toArray(Column[]::new);
        return progress.groupBy(INDICATOR, REF_AREA, REGION_LEVEL, VALUE_IS)
                .agg(array(history).as(HISTORY))
                .join(broadcast(dimensions.indicators(day)), INDICATOR)
                .select(
                        col(INDICATOR),
                        col(REF_AREA),
                        col(REGION_LEVEL),
                        coalesce(col(TARGET_KIND).equalTo("milestone"), lit(false)),
                        col(DEADLINE),
                        when(isShare, 100.0).otherwise(col(HIGHEST)),
                        when(isShare, when(hasTarget, 100.0)).otherwise(col(LEAST)),
                        when(not(isShare), col(MOST)),
                        col(HISTORY))
                .flatMap(
                        new Project(baseYear, day.getYear(), to, farthest),
                        Encoders.row(ProjectionTable.TABLE.schema()));
    }

    /** From one series to its projections: a least-squares fit is no built-in function of Spark's. */
    private static final class Project implements FlatMapFunction<Row, Row> {
        private final int baseYear;
        private final int thisYear;
        private final int to;
        private final int farthest;

        Project(int baseYear, int thisYear, int to, int farthest) {
            this.baseYear = baseYear;
            this.thisYear = thisYear;
            this.to = to;
            this.farthest = farthest;
        }

        @Override
        public Iterator<Row> call(Row row) {
            List<Double> history = row.getList(8);
            int[] years = IntStream.range(0, history.size())
                    .filter(i -> history.get(i) != null)
                    .map(i -> baseYear + i)
                    .toArray();
            double[] values = history.stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(v -> v)
                    .toArray();
            Integer last = years.length == 0 ? null : (Integer) years[years.length - 1];
            Double least = row.isNullAt(6) ? null : (Double) row.getDouble(6);
            Double most = row.isNullAt(7) ? null : (Double) row.getDouble(7);
            String reason = row.getBoolean(3)
                    ? ProjectionTable.MILESTONE
                    : years.length < Trend.FEWEST
                            ? ProjectionTable.TOO_FEW_POINTS
                            : isConstant(values) ? ProjectionTable.CONSTANT : null;
            Trend trend =
                    reason == null ? Trend.of(years, values, row.isNullAt(5) ? null : (Double) row.getDouble(5)) : null;
            TreeSet<Integer> projected = new TreeSet<>(List.of(to));
            if (!row.isNullAt(4) && row.getInt(4) >= thisYear) {
                projected.add(row.getInt(4));
            }
            for (int year = last == null ? to : last + 1;
                    trend != null && year <= Math.min(last + farthest, to);
                    year++) {
                projected.add(year);
            }
            List<Row> rows = new ArrayList<>();
            for (int year : projected) {
                boolean tooFar = trend != null && year > last + farthest;
                Trend.Projection p = trend == null || tooFar ? null : trend.project(year, least, most);
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
                        p == null || p.chance() == null ? null : rounded(p.chance()),
                        p == null ? null : trend.reached(least, most, farthest),
                        trend == null ? null : trend.scale().name().toLowerCase(java.util.Locale.ROOT),
                        years.length,
                        last,
                        trend == null ? null : trend.outlier(),
                        tooFar ? ProjectionTable.BEYOND_HORIZON : reason));
            }
            return rows.iterator();
        }

        private static boolean isConstant(double[] values) {
            for (double value : values) {
                if (value != values[0]) {
                    return false;
                }
            }
            return true;
        }

        /** As all values of the tables, to nine decimals; what overflows is no projection of anything. */
        private static Double rounded(double value) {
            return Double.isFinite(value) ? (Double) Exact.rounded(value) : null;
        }
    }
}
