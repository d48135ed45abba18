package org.minsheng.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.report.book.Page.Shade;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows which counties are worst and which are best, and the same of prefectures. */
final class PageRegions {
    private static final int NAME = 9;
    private static final int CELLS = 15;
    private static final int WIDTH = 31;
    private static final int WORST = 7;
    private static final int BEST = 3;

    private final Shown shown;
    private final PageGrid grid;
    private final List<Indicator> indicators;

    PageRegions(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
        this.indicators = shown.data().indicators().stream()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .toList();
    }

    private record Line(Region region, Tally tally) {
        double met() {
            return tally.met() / (double) Math.max(1, tally.judged());
        }

        String figures() {
            return region.shortName() + " " + tally.met() + "/" + tally.judged();
        }
    }

    void write(int top) {
        List<Line> counties = lines(Level.COUNTY);
        if (counties.isEmpty()) {
            grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get("page.regions.none"));
            return;
        }
        List<Line> worst = counties.stream()
                .filter(line -> line.tally().notMet() > 0)
                .sorted(Comparator.comparingInt((Line line) -> line.tally().notMet())
                        .reversed())
                .limit(WORST)
                .toList();
        String key = worst.isEmpty() ? "page.regions.all" : "page.regions";
        grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get(key, String.valueOf(indicators.size())));
        int row = top;
        int largest = worst.isEmpty() ? 1 : worst.get(0).tally().notMet();
        for (Line line : worst) {
            grid.right(++row, 0, NAME, Type.BODY, line.region().shortName());
            int cells = PageGrid.cells(line.tally().notMet(), largest, CELLS);
            grid.bar(row, NAME + 1, cells, Shade.SHORT);
            grid.left(
                    row,
                    NAME + 1 + cells + 1,
                    6,
                    Type.SMALL,
                    line.tally().notMet() + "/" + line.tally().judged());
        }
        grid.left(top + WORST + 1, 0, WIDTH, Type.NOTE, shown.texts().get("page.regions.best", best(counties)));
        List<Line> prefectures = lines(Level.PREFECTURE);
        if (prefectures.size() > 1) {
            prefectures = prefectures.stream().sorted(byMet()).toList();
            grid.left(
                    top + WORST + 2,
                    0,
                    WIDTH,
                    Type.NOTE,
                    shown.texts()
                            .get(
                                    "page.prefectures",
                                    prefectures.get(0).figures(),
                                    prefectures.get(prefectures.size() - 1).figures()));
        }
    }

    /** Those of which at least half can be said. */
    private List<Line> lines(Level level) {
        return shown.data().areas(level).stream()
                .map(region -> new Line(region, Tally.of(shown.data(), indicators, region)))
                .filter(line -> line.tally().judged() > 0 && line.tally().judged() * 2 >= indicators.size())
                .toList();
    }

    private static Comparator<Line> byMet() {
        return Comparator.comparingDouble(Line::met).reversed();
    }

    private String best(List<Line> counties) {
        return counties.stream()
                .sorted(byMet())
                .limit(BEST)
                .map(Line::figures)
                .collect(Collectors.joining(shown.texts().get("page.and")));
    }
}
