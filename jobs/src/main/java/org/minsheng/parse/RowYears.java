package org.minsheng.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.minsheng.layout.Layout;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;

/** Tells the year of each row of a block, where rows name it. */
final class RowYears {
    private static final int MOST_KEPT = 1_000;

    private final int col;
    private final boolean areNamed;
    private final MergedLabels labels;
    private final Map<String, OptionalInt> years = new HashMap<>();
    private int last = 2000;

    RowYears(Block block, MergedLabels labels) {
        this.col = block.labels().year();
        this.areNamed = block.layout().period() instanceof Layout.Period.InColumn;
        this.labels = labels;
    }

    /** The year of a row, without a value where columns have their years. */
    Answer<Integer> of(SheetRow row) {
        if (!areNamed) {
            return Answer.of(null);
        }
        OptionalInt year = year(labels.shown(row, col));
        if (year.isEmpty()) {
            return Answer.rejected(col, Reason.UNKNOWN_PERIOD, "");
        }
        last = year.getAsInt();
        return Answer.of(last);
    }

    private OptionalInt year(Cell cell) {
        if (years.size() > MOST_KEPT) {
            years.clear();
        }
        return years.computeIfAbsent(cell.kind() + cell.text(), text -> Years.of(cell));
    }

    /** The last that a row had, 2000 before the first. */
    int last() {
        return last;
    }
}
