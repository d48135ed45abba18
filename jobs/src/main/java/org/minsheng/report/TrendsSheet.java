package org.minsheng.report;

import java.util.ArrayList;
import java.util.List;
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

    private TrendsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        TrendData data = TrendData.of(shown);
        List<Indicator> urgent =
                Urgent.of(shown).stream().map(Urgent::indicator).toList();
        List<Chart> charts = Stream.concat(
                        urgent.stream(), shown.data().indicators().stream().filter(i -> !urgent.contains(i)))
                .flatMap(indicator -> data.of(indicator).stream())
                .limit(CHARTS)
                .map(series -> chart(shown, data, series))
                .toList();
        return charts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        shown.texts().get("trends.name"),
                        shown.texts().get("trends.title", shown.data().scope().name()),
                        shown.subtitle(),
                        List.of(
                                new Book.Charts(charts),
                                Book.notes(List.of(shown.texts().get("trends.note"), shown.projectionNote()))),
                        0));
    }

    private static Chart chart(Shown shown, TrendData data, TrendData.Series series) {
        List<Line2D> lines = new ArrayList<>();
        lines.add(line(shown, data, series, "chart.actual", TrendData.ACTUAL, Stroke.ACTUAL, TrendData.Point::actual));
        lines.add(line(shown, data, series, "chart.target", TrendData.TARGET, Stroke.TARGET, TrendData.Point::target));
        lines.add(line(
                shown,
                data,
                series,
                "chart.projected",
                TrendData.PROJECTED,
                Stroke.PROJECTED,
                p -> p.projected(ProjectionTable.OBS_VALUE)));
        lines.add(line(
                shown,
                data,
                series,
                "chart.lower",
                TrendData.LOWER,
                Stroke.BOUND,
                p -> p.projected(ProjectionTable.LOWER_80)));
        lines.add(line(
                shown,
                data,
                series,
                "chart.upper",
                TrendData.UPPER,
                Stroke.BOUND,
                p -> p.projected(ProjectionTable.UPPER_80)));
        // A line of nothing would be in the legend all the same.
        lines.removeIf(line -> line.values().stream().allMatch(java.util.Objects::isNull));
        Indicator indicator = series.indicator();
        String title = shown.name(indicator) + " (" + shown.unit(series.latest(), indicator) + ")";
        return new Chart(
                title,
                shown.texts()
                        .get(
                                "chart.description",
                                title,
                                String.valueOf(series.points().get(0).year()),
                                String.valueOf(series.points()
                                        .get(series.points().size() - 1)
                                        .year()),
                                shown.status(series.latest()).word()),
                series.points().stream().map(p -> String.valueOf(p.year())).toList(),
                data.cells(series, TrendData.YEAR),
                lines);
    }

    private static Line2D line(
            Shown shown,
            TrendData data,
            TrendData.Series series,
            String key,
            int col,
            Stroke stroke,
            Function<TrendData.Point, Double> value) {
        return new Line2D(
                shown.texts().get(key), series.points().stream().map(value).toList(), data.cells(series, col), stroke);
    }
}
