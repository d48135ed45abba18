package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.report.book.Book;

/** The years of each indicator of a workbook's region, past and projected, and the cells in which they stand. */
final class TrendData {
    /** The columns of figures in the sheet of the data, from 0. */
    static final int YEAR = 2;

    static final int ACTUAL = 4;
    static final int TARGET = 5;
    static final int PROJECTED = 6;
    static final int LOWER = 7;
    static final int UPPER = 8;

    private final String sheet;
    private final List<Series> series = new ArrayList<>();
    private final Map<String, Series> byIndicator = new HashMap<>();

    /** A year of an indicator; what there is none of is null. */
    record Point(int year, Double actual, Double target, Row projection) {
        Double projected(String column) {
            return projection == null ? null : projection.getAs(column);
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

    static TrendData of(Shown shown) {
        TrendData data = new TrendData(shown.texts().get("trend-data.name"));
        int row = Book.HEADER_ROW + 1;
        for (Indicator indicator : shown.data().indicators()) {
            Row latest = shown.data().focus(indicator);
            List<Point> points = points(shown, indicator);
            if (!points.isEmpty()) {
                Series one = new Series(indicator, latest, row, points);
                data.series.add(one);
                data.byIndicator.put(indicator.id(), one);
                row += points.size();
            }
        }
        return data;
    }

    private static List<Point> points(Shown shown, Indicator indicator) {
        TreeMap<Integer, Row> history = shown.data().history(indicator);
        boolean milestone = indicator.targets().stream().anyMatch(t -> t.kind() instanceof TargetKind.Milestone);
        boolean none = history.values().stream().allMatch(row -> row.isNullAt(row.fieldIndex(OBS_VALUE)));
        if (milestone || none) {
            return List.of();
        }
        TreeMap<Integer, Row> projections = new TreeMap<>(
                shown.data().projections(indicator, shown.data().scope().focus()));
        projections.values().removeIf(row -> row.isNullAt(row.fieldIndex(ProjectionTable.OBS_VALUE)));
        int last = Math.max(history.lastKey(), projections.isEmpty() ? 0 : projections.lastKey());
        Double target = history.lastEntry().getValue().getAs(TARGET_VALUE);
        List<Point> points = new ArrayList<>();
        for (int year = history.firstKey(); year <= last; year++) {
            Row row = history.get(year);
            Double actual = row == null ? null : row.getAs(OBS_VALUE);
            // A year of too few people has a value, and a projection from the years before it.
            points.add(new Point(year, actual, target, projections.get(year)));
        }
        return points;
    }

    List<Series> series() {
        return series;
    }

    Optional<Series> of(Indicator indicator) {
        return Optional.ofNullable(byIndicator.get(indicator.id()));
    }

    /** The cells of an indicator's values. */
    Optional<String> actualCells(Indicator indicator) {
        return of(indicator).map(one -> cells(one, ACTUAL));
    }

    String cells(Series one, int col) {
        return Book.cells(sheet, one.firstRow(), one.lastRow(), col, col);
    }
}
