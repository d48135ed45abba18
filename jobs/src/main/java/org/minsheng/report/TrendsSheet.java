package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.minsheng.report.TrendData.Point;
import org.minsheng.report.TrendData.Series;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Chart;
import org.minsheng.report.book.Book.Line2D;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Stroke;

/** Charts of the most urgent targets, then of others: past, target, peers, and projection with its interval. */
final class TrendsSheet {

    private static final List<Curve> CURVES = List.of(
            new Curve("chart.actual", TrendData.ACTUAL, Stroke.ACTUAL, Point::actual),
            new Curve("chart.target", TrendData.TARGET, Stroke.TARGET, Point::target),
            new Curve("chart.projected", TrendData.OUTLOOK, Stroke.PROJECTED, Point::outlook),
            new Curve("chart.median", TrendData.MEDIAN, Stroke.MEDIAN, Point::median));
    private static final Curve BAND_BOTTOM =
            new Curve("chart.band", TrendData.BAND_BOTTOM, Stroke.BAND, Point::bandBottom);
    private static final Curve BAND_WIDTH =
            new Curve("chart.band", TrendData.BAND_WIDTH, Stroke.BAND, Point::bandWidth);

    private final Shown shown;
    /** In the first language: titles of two would leave no room for the lines. */
    private final Shown first;

    private final TrendData data;

    private TrendsSheet(Shown shown) {
        this.shown = shown;
        this.first = shown.each().get(0);
        this.data = TrendData.charted(shown);
    }

    /**
     * What a chart draws.
     *
     * @param key of its name
     * @param column in the sheet of the data, from 0
     * @param value of a year, null where there is none
     */
    private record Curve(String key, int column, Stroke stroke, Function<Point, Double> value) {}

    static Optional<Sheet> of(Shown shown) {
        TrendsSheet trends = new TrendsSheet(shown);
        List<Chart> charts = trends.data.series().stream().map(trends::chart).toList();
        return charts.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.sheet(
                        "trends", 0, new Book.Charts(charts), shown.notes("trends.note", Notes.PROJECTION)));
    }

    private Chart chart(Series series) {
        List<Point> points = series.points();
        List<String> years =
                points.stream().map(point -> String.valueOf(point.year())).toList();
        String finding = Finding.of(first, series.indicator(), series.latest());
        int deadline = years.indexOf(shown.targets().deadline(series.indicator()));
        return new Chart(
                finding,
                subtitle(series),
                shown.texts().get("chart.description", finding, years.get(0), years.get(years.size() - 1)),
                years,
                data.cells(series, TrendData.YEAR),
                CURVES.stream()
                        .map(curve -> line(series, curve))
                        // A line of nothing would be in the legend all the same.
                        .filter(line -> line.values().stream().anyMatch(Objects::nonNull))
                        .toList(),
                points.stream().anyMatch(Point::banded)
                        ? new Book.Band(line(series, BAND_BOTTOM), line(series, BAND_WIDTH))
                        : null,
                deadline < 0 ? null : (Integer) deadline,
                whole(series));
    }

    private Line2D line(Series series, Curve curve) {
        return new Line2D(
                shown.texts().get(curve.key()),
                series.points().stream().map(curve.value()).toList(),
                data.cells(series, curve.column()),
                curve.stroke());
    }

    /** What the figures are: in which unit, where, and of which years. */
    private String subtitle(Series series) {
        List<Integer> reported = series.points().stream()
                .filter(point -> point.actual() != null)
                .map(Point::year)
                .toList();
        int last = series.points().get(series.points().size() - 1).year();
        boolean isProjected = series.points().stream().anyMatch(point -> point.projection() != null);
        return first.texts()
                .get(
                        isProjected ? "chart.subtitle.projected" : "chart.subtitle",
                        first.figures().unit(series.latest(), series.indicator()),
                        shown.data().focusRegion().label(),
                        String.valueOf(reported.get(0)),
                        String.valueOf(reported.get(reported.size() - 1)),
                        String.valueOf(last));
    }

    /** Of shares, all of what they are shares of; null for other figures. */
    private static Double whole(Series series) {
        if (series.latest() != null && !series.latest().getAs(VALUE_IS).equals(VALUE)) {
            return 100.0;
        }
        return series.indicator().unit().isShare()
                ? (Double) BigDecimal.ONE
                        .divide(series.indicator().unit().factor(), MathContext.DECIMAL64)
                        .doubleValue()
                : null;
    }
}
