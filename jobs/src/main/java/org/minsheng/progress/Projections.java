package org.minsheng.progress;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.progress.Dimensions.HIGHEST;
import static org.minsheng.progress.Dimensions.LEAST;
import static org.minsheng.progress.Dimensions.MOST;
import static org.minsheng.progress.Dimensions.UNIT_LEVEL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.region.Regions;

/** The step that projects each indicator of each region to its deadline and to the year of the long-term goal. */
public final class Projections {
    private static final String HISTORY = "history";

    private final Dimensions dimensions;
    private final LocalDate day;
    private final int to;
    private final int farthest;
    private final int baseYear;

    /** The step; the target in force at {@code asOf} is the one to be met. */
    public Projections(SparkSession spark, Catalogue catalogue, Regions regions, Instant asOf) {
        this.dimensions = new Dimensions(spark, catalogue, regions, indicator -> true);
        this.day = asOf.atZone(ZoneOffset.UTC).toLocalDate();
        this.to = catalogue.policy().projectTo();
        this.farthest = catalogue.policy().projectFarthest();
        this.baseYear = catalogue.policy().baseYear();
    }

    /** From rows of the table progress to rows of the table projection. */
    public Dataset<Row> run(Dataset<Row> progress) {
        // A year that is not over has no value of its own yet.
        Column counts = col(OBS_VALUE)
                .isNotNull()
                .and(col(TIME_PERIOD).geq(baseYear))
                .and(col(TIME_PERIOD).lt(day.getYear()));
        Column isShare = not(col(VALUE_IS).equalTo(VALUE));
        Column hasTarget = col(TARGET_KIND).isNotNull();
        Dataset<Row> bounds =
                dimensions.indicators(day).select(col(INDICATOR), col(HIGHEST), col(LEAST), col(MOST), col(UNIT_LEVEL));
        return progress.groupBy(INDICATOR, REF_AREA)
                .agg(
                        first(REGION_LEVEL).as(REGION_LEVEL),
                        first(VALUE_IS).as(VALUE_IS),
                        first(TARGET_KIND, true).as(TARGET_KIND),
                        first(DEADLINE, true).as(DEADLINE),
                        sort_array(collect_list(when(counts, struct(TIME_PERIOD, OBS_VALUE))))
                                .as(HISTORY))
                .join(broadcast(bounds), INDICATOR)
                .select(
                        col(INDICATOR),
                        col(REF_AREA),
                        col(REGION_LEVEL),
                        coalesce(col(TARGET_KIND).equalTo("milestone"), lit(false))
                                .as(TARGET_KIND),
                        col(DEADLINE),
                        when(isShare, 100.0).otherwise(col(HIGHEST)).as(HIGHEST),
                        when(isShare, when(hasTarget, 100.0))
                                .otherwise(col(LEAST))
                                .as(LEAST),
                        when(not(isShare), col(MOST)).as(MOST),
                        col(HISTORY))
                .flatMap(new Project(day.getYear(), to, farthest), Encoders.row(ProjectionTable.TABLE.schema()));
    }

    /** From one series to its projections: a least-squares fit is no built-in function of Spark's. */
    private static final class Project implements FlatMapFunction<Row, Row> {
        private final int thisYear;
        private final int to;
        private final int farthest;

        Project(int thisYear, int to, int farthest) {
            this.thisYear = thisYear;
            this.to = to;
            this.farthest = farthest;
        }

        @Override
        public Iterator<Row> call(Row row) {
            List<Row> history = row.getList(8);
            int[] years = history.stream().mapToInt(point -> point.getInt(0)).toArray();
            double[] values =
                    history.stream().mapToDouble(point -> point.getDouble(1)).toArray();
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
            return Double.isFinite(value)
                    ? (Double) new java.math.BigDecimal(value)
                            .setScale(Exact.DECIMALS, java.math.RoundingMode.HALF_UP)
                            .doubleValue()
                    : null;
        }
    }
}
