package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.report.book.Book;

/** The years of each indicator of a workbook's region, past and projected, and the cells in which they stand. */
final class TrendData {
    /** The columns of what charts draw in the sheet of the data, from 0. */
    static final int YEAR = 2;

    static final int ACTUAL = 4;
    static final int TARGET = 5;
    static final int MEDIAN = 12;
    static final int OUTLOOK = 13;
    static final int BAND_BOTTOM = 14;
    static final int BAND_WIDTH = 15;

    private static final int CHARTS = 8;
    private static final int CHARTS_OF_COUNTY = 4;

    private final String sheet;
    private final List<Series> series = new ArrayList<>();
    private final Map<String, Series> byIndicator = new HashMap<>();

    /**
     * A year of an indicator; what there is none of is null.
     *
     * @param median of the regions of the level
     * @param projection where it is the year of one
     * @param outset whether the projection starts from its value
     * @param banded whether its projection has an interval, as those of all years have that the chart shows
     */
    record Point(
            int year, Double actual, Double target, Double median, Row projection, boolean outset, boolean banded) {
        Double projected(String column) {
            return projection == null ? null : projection.getAs(column);
        }

        /** The projection, joined to the value that it starts from. */
        Double outlook() {
            return outset ? actual : projected(ProjectionTable.OBS_VALUE);
        }

        /** Where the band of its interval begins. */
        Double bandBottom() {
            return !banded ? null : outset ? actual : projected(ProjectionTable.LOWER_80);
        }

        /** How wide that is: nothing where it starts. */
        Double bandWidth() {
            if (!banded || outset) {
                return banded ? (Double) 0.0 : null;
            }
            return projected(ProjectionTable.UPPER_80) - projected(ProjectionTable.LOWER_80);
        }
    }

    /** The years of an indicator without a gap, and the row of the sheet in which the first of them stands. */
    record Series(Indicator indicator, Row latest, int firstRow, List<Point> points) {
        int lastRow() {
            return firstRow + points.size() - 1;
        }
    }

    private TrendData(String sheet) {
        this.sheet = sheet;
    }

    /** Those of all indicators. */
    static TrendData of(Shown shown) {
        return of(shown, shown.data().indicators(), Integer.MAX_VALUE);
    }

    /** Those that are drawn: of the most urgent targets, then of others. */
    static TrendData charted(Shown shown) {
        Stream<Indicator> urgent = Urgent.ofFocus(shown).stream().map(Urgent::indicator);
        return of(
                shown,
                Stream.concat(urgent, shown.data().indicators().stream())
                        .distinct()
                        .toList(),
                shown.data().scope().kind() == Scope.Kind.COUNTY ? CHARTS_OF_COUNTY : CHARTS);
    }

    private static TrendData of(Shown shown, List<Indicator> indicators, int most) {
        TrendData data = new TrendData(shown.texts().get("trend-data.name"));
        int row = Book.HEADER_ROW + 1;
        for (Indicator indicator : indicators) {
            if (data.series.size() == most) {
                break;
            }
            Row latest = shown.data().focus(indicator);
            List<Point> points = points(shown.data(), indicator);
            if (!points.isEmpty()) {
                Series one = new Series(indicator, latest, row, points);
                data.series.add(one);
                data.byIndicator.put(indicator.id(), one);
                row += points.size();
            }
        }
        return data;
    }

    private static List<Point> points(BookData data, Indicator indicator) {
        TreeMap<Integer, Row> history = data.history(indicator);
        boolean milestone = indicator.targets().stream().anyMatch(t -> t.kind() instanceof TargetKind.Milestone);
        boolean none = history.values().stream().allMatch(row -> row.isNullAt(row.fieldIndex(OBS_VALUE)));
        if (milestone || none) {
            return List.of();
        }
        TreeMap<Integer, Row> projections =
                new TreeMap<>(data.projections(indicator, data.scope().focus()));
        projections.values().removeIf(row -> row.isNullAt(row.fieldIndex(ProjectionTable.OBS_VALUE)));
        int last = Math.max(history.lastKey(), projections.isEmpty() ? 0 : projections.lastKey());
        Integer outset = outset(history, projections);
        boolean banded = outset != null && hasInterval(projections);
        Double target = history.lastEntry().getValue().getAs(TARGET_VALUE);
        List<Point> points = new ArrayList<>();
        for (int year = history.firstKey(); year <= last; year++) {
            Row row = history.get(year);
            points.add(new Point(
                    year,
                    value(row),
                    target,
                    median(data, row),
                    projections.get(year),
                    outset != null && outset == year,
                    banded && outset <= year));
        }
        return points;
    }

    private static Double median(BookData data, Row row) {
        Integer peers = row == null ? null : row.getAs(PEERS);
        return peers == null || peers < 2 ? null : data.median(row);
    }

    private static Double value(Row row) {
        return row == null ? null : row.getAs(OBS_VALUE);
    }

    /** The year before the first projected one, if it has a value; a year of too few people has one, and a projection too. */
    private static Integer outset(TreeMap<Integer, Row> history, TreeMap<Integer, Row> projections) {
        Integer year = projections.isEmpty() ? null : (Integer) (projections.firstKey() - 1);
        return year != null && value(history.get(year)) != null ? year : null;
    }

    /** Whether each year has an interval, and none is left out: a band would fall to zero there. */
    private static boolean hasInterval(TreeMap<Integer, Row> projections) {
        return projections.lastKey() - projections.firstKey() + 1 == projections.size()
                && projections.values().stream()
                        .noneMatch(row -> row.isNullAt(row.fieldIndex(ProjectionTable.LOWER_80))
                                || row.isNullAt(row.fieldIndex(ProjectionTable.UPPER_80)));
    }

    List<Series> series() {
        return series;
    }

    /** The years of which any indicator has a value. */
    int[] yearsOfValues() {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> point.actual() != null)
                .mapToInt(Point::year)
                .sorted()
                .distinct()
                .toArray();
    }

    Optional<Series> of(Indicator indicator) {
        return Optional.ofNullable(byIndicator.get(indicator.id()));
    }

    String cells(Series one, int col) {
        return Book.cells(sheet, one.firstRow(), one.lastRow(), col, col);
    }
}
