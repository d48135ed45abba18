package org.minsheng.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;
import org.minsheng.report.PlotData.Point;
import org.minsheng.report.PlotData.Points;
import org.minsheng.report.book.Book.Line2D;
import org.minsheng.report.book.Book.Stroke;
import org.minsheng.report.book.Plot;

/** Charts of places: a dot for each region, and a bar over the interval in which its place lies. */
final class ScoreCharts {
    private final Shown shown;
    /** In the first language: titles of two would leave no room for the lines. */
    private final Shown first;

    private final PlotData data;

    /** Over figures that it adds to others. */
    ScoreCharts(Shown shown, PlotData data) {
        this.shown = shown;
        this.first = shown.each().get(0);
        this.data = data;
    }

    /** One for each level of which the workbook shows more than one region. */
    Stream<Plot> all() {
        return Stream.of(Level.PREFECTURE, Level.COUNTY).flatMap(level -> of(level).stream());
    }

    private Optional<Plot> of(Level level) {
        List<Scores.Standing> ranked = shown.scores().of(level).stream()
                .filter(Scores.Standing::hasInterval)
                .toList();
        if (ranked.size() < 2) {
            return Optional.empty();
        }
        String chart = first.texts().get("places.chart", first.texts().get("level." + level.word()));
        Points points = data.add(ranked.stream().map(one -> point(chart, one)).toList());
        String title = new ScoreWords(first).apart(level);
        return Optional.of(new Plot.Ranges(
                title,
                first.texts().get("places.subtitle", first.texts().get("level." + level.word())),
                first.texts().get("plot.description", title),
                points.items(),
                new Line2D(
                        first.texts().get("column.rank"),
                        points.up().values(),
                        points.up().cells(),
                        Stroke.FIRST),
                new Line2D(
                        first.texts().get("column.rank-interval"),
                        points.across().values(),
                        points.across().cells(),
                        Stroke.SECOND),
                points.below(),
                points.above()));
    }

    /** The middle of the interval stands where other charts have what is drawn to the right. */
    private static Point point(String chart, Scores.Standing one) {
        double middle = one.overall().<Double>getAs(ScoreTable.RANK_MEDIAN);
        return new Point(
                chart,
                one.region().code(),
                one.region().shortName(),
                middle,
                one.rank().doubleValue(),
                middle - one.overall().<Integer>getAs(ScoreTable.RANK_LOW),
                one.overall().<Integer>getAs(ScoreTable.RANK_HIGH) - middle);
    }
}
