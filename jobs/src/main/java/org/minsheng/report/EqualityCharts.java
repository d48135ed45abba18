package org.minsheng.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.report.PlotData.Point;
import org.minsheng.report.PlotData.Points;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Line2D;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Stroke;
import org.minsheng.report.book.Plot;

/** Charts of how far apart counties are: Lorenz curves, the difference over years, and how much of it is between prefectures. */
final class EqualityCharts {
    private static final List<Stroke> STROKES = List.of(Stroke.FIRST, Stroke.SECOND, Stroke.THIRD, Stroke.FOURTH);
    private static final int COLUMNS = 10;

    private final Shown shown;
    /** In the first language: titles of two would leave no room for the lines. */
    private final Shown first;

    private final PlotData data;
    private final List<Disparity> largest;

    EqualityCharts(Shown shown) {
        this.shown = shown;
        this.first = shown.each().get(0);
        this.data = new PlotData(shown);
        this.largest = shown.equality().largestFirst();
    }

    /** Those that have room below a table. */
    Optional<Book.Charts> ofBrief() {
        return charts(Stream.of(lorenz(), differences()));
    }

    /** All of them, with the places of regions, on a sheet. */
    Optional<Sheet> sheet() {
        return charts(Stream.concat(
                        Stream.of(lorenz(), differences(), parts()),
                        new ScoreCharts(shown, data).all().map(Optional::of)))
                .map(charts -> shown.sheet("equality-charts", 0, charts, shown.notes("equality-charts.note")));
    }

    /** The figures of what was drawn before. */
    Optional<Sheet> dataSheet() {
        return data.sheet();
    }

    private static Optional<Book.Charts> charts(Stream<Optional<? extends Plot>> charts) {
        List<? extends Plot> there = charts.flatMap(Optional::stream).toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(new Book.Charts(there));
    }

    private String word(String key, Object... values) {
        return first.texts().get(key, values);
    }

    /** Curves of the most unequal indicators, and the line on which all are equal. */
    private Optional<Plot> lorenz() {
        List<Indicator> drawn = largest.stream()
                .map(Disparity::indicator)
                .filter(indicator -> !shown.equality().lorenz(indicator).isEmpty())
                .limit(STROKES.size())
                .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        List<Plot.Curve> curves = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            String name = first.name(drawn.get(i));
            Points points = data.add(points(name, shown.equality().lorenz(drawn.get(i))));
            curves.add(new Plot.Curve(drawn.get(i).id(), points.across(), points.up(), STROKES.get(i)));
        }
        String equal = word("lorenz.equal");
        Points diagonal = data.add(Stream.of(0.0, 100.0)
                .map(at -> new Point(word("lorenz.chart"), equal, Book.NOT_APPLICABLE, at, at, null, null))
                .toList());
        curves.add(new Plot.Curve(equal, diagonal.across(), diagonal.up(), Stroke.MEDIAN));
        String title = lorenzTitle(drawn);
        return Optional.of(new Plot.Curves(
                title,
                word("lorenz.subtitle", shown.data().focusRegion().label()),
                word("plot.description", title),
                word("lorenz.across"),
                word("lorenz.up"),
                curves));
    }

    private List<Point> points(String name, List<Row> counties) {
        String chart = word("lorenz.chart");
        Stream<Point> start = Stream.of(new Point(chart, name, Book.NOT_APPLICABLE, 0.0, 0.0, null, null));
        return Stream.concat(
                        start,
                        counties.stream()
                                .map(row -> new Point(
                                        chart,
                                        name,
                                        first.regionName(row.getAs(ContributionTable.REF_AREA)),
                                        row.getAs(ContributionTable.CUMULATIVE_PEOPLE),
                                        row.getAs(ContributionTable.CUMULATIVE_AMOUNT),
                                        null,
                                        null)))
                .toList();
    }

    /** What the half of the people who live in the counties with the smallest values have of the indicator that is drawn first. */
    private String lorenzTitle(List<Indicator> drawn) {
        List<Row> counties = shown.equality().lorenz(drawn.get(0));
        double people = 0;
        double amount = 0;
        for (Row row : counties) {
            double nextPeople = row.<Double>getAs(ContributionTable.CUMULATIVE_PEOPLE);
            double nextAmount = row.<Double>getAs(ContributionTable.CUMULATIVE_AMOUNT);
            if (nextPeople >= 50) {
                double part = nextPeople == people ? 1 : (50 - people) / (nextPeople - people);
                return word(
                        "lorenz.title",
                        first.name(drawn.get(0)),
                        Decimals.text(amount + part * (nextAmount - amount), 1));
            }
            people = nextPeople;
            amount = nextAmount;
        }
        return word("lorenz.chart");
    }

    /** The coefficients of the most unequal indicators over years, and what the policy wants. */
    private Optional<Plot> differences() {
        List<Disparity> drawn = largest.stream()
                .filter(one -> shown.equality().coefficients(one.indicator()).size() > 1)
                .limit(STROKES.size())
                .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> years = years(drawn);
        List<Line2D> lines = new ArrayList<>();
        List<Points> points = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Indicator indicator = drawn.get(i).indicator();
            Map<Integer, Double> coefficients = shown.equality().coefficients(indicator);
            points.add(data.add(years.stream()
                    .map(year -> point(first.name(indicator), year, coefficients.get(year)))
                    .toList()));
            lines.add(line(indicator.id(), points.get(i), STROKES.get(i)));
        }
        Double goal = shown.data().catalogue().policy().equalisation().difference();
        if (goal != null) {
            String name = word("differences.goal");
            Points wanted =
                    data.add(years.stream().map(year -> point(name, year, goal)).toList());
            lines.add(line(name, wanted, Stroke.TARGET));
        }
        String title = differencesTitle(drawn);
        Plot.Labels texts = points.get(0).items();
        return Optional.of(new Book.Chart(
                title,
                word(
                        "differences.subtitle",
                        shown.data().focusRegion().label(),
                        texts.texts().get(0),
                        texts.texts().get(years.size() - 1)),
                word("plot.description", title),
                texts.texts(),
                texts.cells(),
                lines,
                null,
                null,
                null));
    }

    private static Line2D line(String name, Points points, Stroke stroke) {
        return new Line2D(name, points.up().values(), points.up().cells(), stroke);
    }

    private Point point(String series, int year, Double coefficient) {
        return new Point(word("differences.chart"), series, String.valueOf(year), null, coefficient, null, null);
    }

    private List<Integer> years(List<Disparity> drawn) {
        TreeMap<Integer, Double> all = new TreeMap<>();
        drawn.forEach(one -> all.putAll(shown.equality().coefficients(one.indicator())));
        return IntStream.rangeClosed(all.firstKey(), all.lastKey()).boxed().toList();
    }

    /** What each of them does, by the numbers of the indicators. */
    private String differencesTitle(List<Disparity> drawn) {
        Map<String, List<String>> byTendency = new TreeMap<>();
        drawn.forEach(one -> byTendency
                .computeIfAbsent(one.tendency(), tendency -> new ArrayList<>())
                .add(one.indicator().id()));
        return byTendency.entrySet().stream()
                .map(entry -> word(
                        "differences.part",
                        String.join(word("page.and"), entry.getValue()),
                        word("tendency." + entry.getKey())))
                .reduce((one, other) -> one + word("page.semicolon") + other)
                .orElseThrow();
    }

    /** Theil's T of the most unequal indicators, between prefectures and within them. */
    private Optional<Plot> parts() {
        List<Disparity> drawn = largest.stream()
                .filter(one -> one.shareBetween() != null)
                .limit(COLUMNS)
                .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Points points = data.add(drawn.stream()
                .map(one -> new Point(
                        word("parts.chart"),
                        first.word(one.indicator().title()),
                        one.indicator().id(),
                        null,
                        one.byPeople().getAs(EquityTable.THEIL_T_BETWEEN),
                        null,
                        one.byPeople().getAs(EquityTable.THEIL_T_WITHIN)))
                .toList());
        long within = drawn.stream().filter(one -> one.shareBetween() < 50).count();
        String title = word("parts.title", String.valueOf(drawn.size()), String.valueOf(within));
        return Optional.of(new Plot.Stacks(
                title,
                word("parts.subtitle", shown.data().focusRegion().label()),
                word("plot.description", title),
                points.items(),
                new Line2D(
                        shown.texts().get("parts.between"),
                        points.up().values(),
                        points.up().cells(),
                        Stroke.FIRST),
                new Line2D(
                        shown.texts().get("parts.within"),
                        points.above().values(),
                        points.above().cells(),
                        Stroke.SECOND)));
    }
}
