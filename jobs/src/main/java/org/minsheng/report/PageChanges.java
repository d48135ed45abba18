package org.minsheng.report;

import java.util.List;
import org.minsheng.report.book.Page.Type;

/** The part of the page that shows what is new. */
final class PageChanges {
    private static final int LEFT = 82;

    private final Shown shown;
    private final PageGrid grid;

    PageChanges(Shown shown, PageGrid grid) {
        this.shown = shown;
        this.grid = grid;
    }

    void write(int top) {
        Changes changes = Changes.of(shown.data());
        String year = String.valueOf(shown.data().lastYear());
        grid.left(
                top, LEFT, PageGrid.COLUMNS - LEFT, Type.HEADING, shown.texts().get("page.changes"));
        int row = top;
        for (String line : List.of(
                shown.texts()
                        .get(
                                "page.changes.met",
                                year,
                                String.valueOf(changes.met().size())),
                shown.texts()
                        .get(
                                "page.changes.lost",
                                year,
                                String.valueOf(changes.lost().size())),
                shown.texts().get("page.changes.last", shown.data().receivedOn()),
                shown.texts()
                        .get(
                                "page.changes.corrected",
                                String.valueOf(changes.corrected()),
                                String.valueOf(changes.withdrawn())),
                shown.texts()
                        .get(
                                "page.changes.odd",
                                String.valueOf(
                                        shown.data().facts(Facts.Kind.FLAG).size()),
                                String.valueOf(
                                        shown.data().facts(Facts.Kind.REJECT).size())))) {
            grid.left(++row, LEFT, PageGrid.COLUMNS - LEFT, Type.SMALL, line);
        }
    }
}
