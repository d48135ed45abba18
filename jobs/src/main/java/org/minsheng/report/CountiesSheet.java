package org.minsheng.report;

import java.util.Optional;
import org.minsheng.report.book.Book.Sheet;

/** Counties by how many targets they have not met, the worst first, on one page: the league without the targets. */
final class CountiesSheet {
    private CountiesSheet() {}

    static Optional<Sheet> of(Shown shown) {
        return CountyGrid.of(shown)
                .map(grid -> shown.onePage(
                        "counties", CountyGrid.NAMES, grid.totalsTable(), shown.notes("heat.order", "note.judged")));
    }
}
