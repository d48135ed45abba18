package org.minsheng.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.report.book.Page;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows which counties are worst and which are best, and the same of prefectures. */
final class PageRegions {
    private static final int NAME = 9;
    private static final int CELLS = 15;
    private static final int WIDTH = 31;
    private static final int WORST = 7;
    private static final int NAMED = 3;

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
        Ranking counties = ranking(Level.COUNTY);
        if (counties.compared().isEmpty()) {
            grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get("page.regions.none"));
            return;
        }
        grid.left(top, 0, WIDTH, Type.HEADING, shown.texts().get("page.regions", String.valueOf(indicators.size())));
        List<Ranking.Entry> compared = counties.compared();
        int row = top;
        for (Ranking.Entry county : compared.subList(0, Math.min(WORST, compared.size()))) {
            grid.right(++row, 0, NAME, Type.BODY, shown.shortName(county.region()));
            int end = bar(row, county.tally());
            grid.left(row, end + 1, 6, Type.SMALL, figures(county));
        }
        if (compared.size() > WORST) {
            grid.left(top + WORST + 1, 0, WIDTH, Type.NOTE, said("page.regions.best", counties.best(), NAMED));
        }
        Ranking prefectures = ranking(Level.PREFECTURE);
        // Nothing is said of the first and the last where all are equal.
        if (prefectures.best().size() < prefectures.compared().size()) {
            String words = said("page.prefectures.best", prefectures.best(), 1)
                    + shown.texts().get("page.semicolon")
                    + said("page.prefectures.worst", prefectures.worst(), 1);
            grid.left(top + WORST + 2, 0, WIDTH, Type.NOTE, words);
        }
    }

    private Ranking ranking(Level level) {
        return new Ranking(
                shown.data().areas(level).stream().map(region -> Ranking.Entry.of(shown.data(), region, indicators)));
    }

    /** A bar of the same length for each county, and its end. */
    private int bar(int row, Tally tally) {
        int col = NAME + 1;
        for (Map.Entry<Page.Shade, Integer> part : parts(tally).entrySet()) {
            grid.bar(row, col, part.getValue(), part.getKey());
            col += part.getValue();
        }
        return col;
    }

    /** How many cells of a bar each state takes, from the left; that there is some of it is seen. */
    static Map<Page.Shade, Integer> parts(Tally tally) {
        int all = tally.targets();
        int notMet = PageGrid.cells(tally.notMet(), all, CELLS);
        int overdue = Math.min(CELLS - notMet, PageGrid.cells(tally.overdue(), all, CELLS));
        int unknown = Math.min(CELLS - notMet - overdue, PageGrid.cells(tally.unknown(), all, CELLS));
        Map<Page.Shade, Integer> parts = new LinkedHashMap<>();
        parts.put(Page.Shade.DONE, CELLS - notMet - overdue - unknown);
        parts.put(Page.Shade.UNKNOWN, unknown);
        parts.put(Page.Shade.OVERDUE, overdue);
        parts.put(Page.Shade.SHORT, notMet);
        return parts;
    }

    /** Some that are equally good or bad, by name as far as there is room. */
    private String said(String key, List<Ranking.Entry> equal, int most) {
        List<String> names =
                equal.stream().map(entry -> shown.shortName(entry.region())).toList();
        return shown.texts().get(key, shown.some(names, most), figures(equal.get(0)));
    }

    private static String figures(Ranking.Entry entry) {
        return entry.tally().met() + "/" + entry.tally().targets();
    }
}
