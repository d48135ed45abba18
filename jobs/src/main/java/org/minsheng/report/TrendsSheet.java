package org.minsheng.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Chart;
import org.minsheng.report.book.Book.Line2D;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Stroke;

/** Charts of the most urgent targets, then of others: past, target, and projection with its interval. */
final class TrendsSheet {
    private static final int CHARTS = 8;

    private static final List<Curve> CURVES = List.of(
            new Curve("chart.actual", TrendData.ACTUAL, Stroke.ACTUAL, TrendData.Point::actual),
            new Curve("chart.target", TrendData.TARGET, Stroke.TARGET, TrendData.Point::target),
            new Curve(
                    "chart.projected",
                    TrendData.PROJECTED,
                    Stroke.PROJECTED,
                    point -> point.projected(ProjectionTable.OBS_VALUE)),
            new Curve("chart.lower", TrendData.LOWER, Stroke.BOUND, point -> point.projected(ProjectionTable.LOWER_80)),
            new Curve(
                    "chart.upper", TrendData.UPPER, Stroke.BOUND, point -> point.projected(ProjectionTable.UPPER_80)));

    private TrendsSheet() {}

    /**
     * A line of each chart.
     *
     * @param key of its name
     * @param column in the sheet of the data, from 0
     * @param value of a year, null where there is none
     */
    private record Curve(String key, int column, Stroke stroke, Function<TrendData.Point, Double> value) {}

    static Optional<Sheet> of(Shown shown) {
        TrendData data = TrendData.of(shown);
        Stream<Indicator> urgent = Urgent.ofFocus(shown).stream().map(Urgent::indicator);
        List<Chart> charts = Stream.concat(urgent, shown.data().indicators().stream())
                .distinct()
                .flatMap(indicator -> data.of(indicator).stream())
                .limit(CHARTS)
                .map(series -> chart(shown, data, series))
                .toList();
        return charts.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.sheet(
                        "trends", 0, new Book.Charts(charts), shown.notes("trends.note", Notes.PROJECTION)));
    }

    private static Chart chart(Shown shown, TrendData data, TrendData.Series series) {
        List<TrendData.Point> points = series.points();
        List<Line2D> lines = CURVES.stream()
                .map(curve -> new Line2D(
                        shown.texts().get(curve.key()),
                        points.stream().map(curve.value()).toList(),
                        data.cells(series, curve.column()),
                        curve.stroke()))
                // A line of nothing would be in the legend all the same.
                .filter(line -> line.values().stream().anyMatch(Objects::nonNull))
                .toList();
        Indicator indicator = series.indicator();
        String unit = shown.figures().unit(series.latest(), indicator);
        String title = shown.each().get(0).texts().get("chart.title", shown.name(indicator), unit);
        return new Chart(
                title,
                shown.texts()
                        .get(
                                "chart.description",
                                title,
                                String.valueOf(points.get(0).year()),
                                String.valueOf(points.get(points.size() - 1).year()),
                                shown.status(series.latest()).word()),
                points.stream().map(point -> String.valueOf(point.year())).toList(),
                data.cells(series, TrendData.YEAR),
                lines);
    }
}
