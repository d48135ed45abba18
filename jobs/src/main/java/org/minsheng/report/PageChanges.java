package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.PROVISIONAL;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows what is new. */
final class PageChanges {
    private static final int LEFT = 82;
    private static final int NAMED = 3;

    private final Shown shown;
    private final PageGrid grid;

    PageChanges(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    void write(int top) {
        grid.left(
                top, LEFT, PageGrid.COLUMNS - LEFT, Type.HEADING, shown.texts().get("page.changes"));
        int row = top;
        for (String line : lines()) {
            grid.left(++row, LEFT, PageGrid.COLUMNS - LEFT, Type.SMALL, line);
        }
    }

    private List<String> lines() {
        Changes changes = Changes.of(shown.data());
        String year = String.valueOf(shown.data().lastYear());
        List<String> lines = new ArrayList<>();
        lines.add(counted("page.changes.met", year, changes.met()));
        lines.add(counted("page.changes.lost", year, changes.lost()));
        if (shown.data().scope().kind() != Scope.Kind.COUNTY) {
            lines.add(shown.texts().get("page.changes.lost-below", String.valueOf(lostBelow())));
        }
        lines.add(shown.texts().get("page.changes.last", shown.data().receivedOn()));
        lines.add(shown.texts()
                .get(
                        "page.changes.corrected",
                        String.valueOf(changes.corrected()),
                        String.valueOf(changes.withdrawn())));
        lines.add(shown.texts()
                .get(
                        "page.changes.odd",
                        String.valueOf(shown.data().facts(Facts.Kind.FLAG).size()),
                        String.valueOf(shown.data().facts(Facts.Kind.REJECT).size())));
        return lines;
    }

    /** How many targets, and the first of them by number; a star is on those of sums that lack regions. */
    private String counted(String key, String year, List<Indicator> indicators) {
        String count = shown.texts().get(key, year, String.valueOf(indicators.size()));
        return indicators.isEmpty()
                ? count
                : shown.texts()
                        .get(
                                "page.changes.which",
                                count,
                                shown.someTargets(
                                        indicators.stream().map(this::starred).toList(), NAMED));
    }

    /** How many targets counties have met before, and do not any more. */
    private long lostBelow() {
        return shown.data().indicators().stream()
                .flatMap(indicator -> shown.data().areas(Level.COUNTY).stream()
                        .map(county -> shown.data().latest(indicator).get(county.code())))
                .filter(row -> Status.of(row) == Status.LOST)
                .count();
    }

    private String starred(Indicator indicator) {
        return shown.data().focus(indicator).<Boolean>getAs(PROVISIONAL)
                ? shown.texts().get("page.provisional", indicator.id())
                : indicator.id();
    }
}
