package org.minsheng.report;

import java.util.List;
import java.util.stream.IntStream;
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
    /** More names would not stand beside each other. */
    private static final int MOST = 30;

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

    /** Of each level of which the workbook shows more than one region. */
    Stream<Plot> all() {
        return Stream.of(Level.PREFECTURE, Level.COUNTY).flatMap(this::of);
    }

    private Stream<Plot> of(Level level) {
        List<Scores.Standing> ranked = shown.scores().of(level).stream()
                .filter(Scores.Standing::hasInterval)
                .toList();
        return ranked.size() < 2
                ? Stream.empty()
                : IntStream.iterate(0, from -> from < ranked.size(), from -> from + MOST)
                        .mapToObj(from -> of(level, ranked.subList(from, Math.min(from + MOST, ranked.size()))));
    }

    private Plot of(Level level, List<Scores.Standing> ranked) {
        String regions = first.texts().get("level." + level.word());
        String chart = first.texts().get("places.chart", regions);
        Points points = data.add(ranked.stream().map(one -> point(chart, one)).toList());
        String title = new ScoreWords(first).apart(level);
        String last = String.valueOf(ranked.get(ranked.size() - 1).rank());
        return new Plot.Ranges(
                title,
                first.texts()
                        .get(
                                "places.subtitle",
                                regions,
                                String.valueOf(ranked.get(0).rank()),
                                last),
                first.texts().get("plot.description", title),
                points.items(),
                line("column.rank", points.up()),
                line("column.rank-interval", points.across()),
                points.below(),
                points.above());
    }

    private Line2D line(String key, Plot.Figures figures) {
        return new Line2D(first.texts().get(key), figures.values(), figures.cells(), Stroke.FIRST);
    }

    /** The middle of the interval stands where other charts have what is drawn to the right. */
    private Point point(String chart, Scores.Standing one) {
        int low = one.overall().<Integer>getAs(ScoreTable.RANK_LOW);
        int high = one.overall().<Integer>getAs(ScoreTable.RANK_HIGH);
        double half = (high - low) / 2.0;
        return new Point(
                chart,
                one.region().code(),
                first.shortName(one.region()),
                low + half,
                one.rank().doubleValue(),
                half,
                half);
    }
}
