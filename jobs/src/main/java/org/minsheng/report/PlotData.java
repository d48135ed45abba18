package org.minsheng.report;

import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Plot;

/** The figures behind charts of any kind, as rows of one sheet in the order in which they are drawn. */
final class PlotData {
    private static final int ITEM = 2;
    private static final int ACROSS = 3;
    private static final int UP = 4;
    private static final int BELOW = 5;
    private static final int ABOVE = 6;

    private final Shown shown;
    private final String sheet;
    private final List<Point> points = new ArrayList<>();

    PlotData(Shown shown) {
        this.shown = shown;
        this.sheet = shown.texts().get("equality-data.name");
    }

    /**
     * What is drawn at one place; what there is none of is null.
     *
     * @param chart its name
     * @param series what it belongs to there
     * @param item which one of that it is
     * @param across how far to the right
     * @param up how high
     * @param below how far it reaches below
     * @param above how far it reaches above
     */
    record Point(String chart, String series, String item, Double across, Double up, Double below, Double above) {}

    /** Points of a chart that stand below each other. */
    final class Points {
        private final int first;
        private final List<Point> own;

        private Points(int first, List<Point> own) {
            this.first = first;
            this.own = own;
        }

        Plot.Labels items() {
            return new Plot.Labels(own.stream().map(Point::item).toList(), cells(ITEM));
        }

        Plot.Figures across() {
            return figures(Point::across, ACROSS);
        }

        Plot.Figures up() {
            return figures(Point::up, UP);
        }

        Plot.Figures below() {
            return figures(Point::below, BELOW);
        }

        Plot.Figures above() {
            return figures(Point::above, ABOVE);
        }

        private Plot.Figures figures(Function<Point, Double> value, int column) {
            return new Plot.Figures(own.stream().map(value).toList(), cells(column));
        }

        private String cells(int column) {
            return Book.cells(sheet, first, first + own.size() - 1, column, column);
        }
    }

    /** Adds points at the bottom. */
    Points add(List<Point> more) {
        Points added = new Points(Book.HEADER_ROW + 1 + points.size(), more);
        points.addAll(more);
        return added;
    }

    /** The sheet; none without a point. */
    Optional<Sheet> sheet() {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.sheet(
                                "equality-data",
                                ITEM + 1,
                                new TableColumns<Point>(shown.texts())
                                        .add("plot", 22, point -> text(point.chart()))
                                        .add("plot-series", 34, point -> text(point.series()))
                                        .add("plot-item", 22, point -> mark(point.item()))
                                        .add("plot-across", 12, point -> orGap(point.across()))
                                        .add("plot-up", 12, point -> orGap(point.up()))
                                        .add("plot-below", 12, point -> orGap(point.below()))
                                        .add("plot-above", 12, point -> orGap(point.above()))
                                        .table("equality_data", points)
                                        .fixed(),
                                shown.notes("equality-data.note"))
                        .hidden());
    }

    private static Value orGap(Double number) {
        return number == null ? new Value.Gap() : Book.number(number, Decimals.significant(number, 1));
    }
}
