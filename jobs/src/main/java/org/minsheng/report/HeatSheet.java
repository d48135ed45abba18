package org.minsheng.report;

import java.util.Optional;
import org.minsheng.report.book.Book.Sheet;

/** Counties by targets: how many each has not met, which place that is, and the status of each. */
final class HeatSheet {
    private HeatSheet() {}

    static Optional<Sheet> of(Shown shown) {
        return CountyGrid.of(shown)
                .map(grid -> shown.sheet(
                        "heat",
                        CountyGrid.NAMES,
                        grid.table(),
                        new Legend(shown).lines(),
                        shown.notes("heat.order", "note.judged", "note.latest", "heat.note", Notes.STATUS)));
    }
}
