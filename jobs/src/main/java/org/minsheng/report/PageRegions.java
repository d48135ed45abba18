package org.minsheng.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
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

    void write(int top) {
        List<Ranking.Entry> counties = ranked(Level.COUNTY, Ranking.BY_NOT_MET);
        if (counties.isEmpty()) {
            grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get("page.regions.none"));
            return;
        }
        List<Ranking.Entry> worst = counties.stream()
                .filter(entry -> entry.tally().notMet() > 0)
                .limit(WORST)
                .toList();
        String key = worst.isEmpty() ? "page.regions.all" : "page.regions";
        grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get(key, String.valueOf(indicators.size())));
        int row = top;
        int largest = worst.isEmpty() ? 1 : worst.get(0).tally().notMet();
        for (Ranking.Entry line : worst) {
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
        grid.left(top + WORST + 1, 0, WIDTH, Type.NOTE, shown.texts().get("page.regions.best", best()));
        List<Ranking.Entry> prefectures = ranked(Level.PREFECTURE, Ranking.BY_SHARE);
        if (prefectures.size() > 1) {
            grid.left(
                    top + WORST + 2,
                    0,
                    WIDTH,
                    Type.NOTE,
                    shown.texts()
                            .get(
                                    "page.prefectures",
                                    met(prefectures.get(prefectures.size() - 1)),
                                    met(prefectures.get(0))));
        }
    }

    private List<Ranking.Entry> ranked(Level level, Comparator<Ranking.Entry> worse) {
        return new Ranking(
                        shown.data().areas(level).stream()
                                .map(region -> Ranking.Entry.of(shown.data(), region, indicators)),
                        worse)
                .worstFirst().stream().filter(Ranking.Entry::isComparable).toList();
    }

    /** The first of those that meet most, with what they meet. */
    private String best() {
        List<Ranking.Entry> counties = new ArrayList<>(ranked(Level.COUNTY, Ranking.BY_SHARE));
        Collections.reverse(counties);
        return counties.stream()
                .limit(BEST)
                .map(PageRegions::met)
                .collect(Collectors.joining(shown.texts().get("page.and")));
    }

    private static String met(Ranking.Entry entry) {
        return entry.region().shortName() + " " + entry.tally().met() + "/"
                + entry.tally().judged();
    }
}
