package org.minsheng.parse;

import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;
import org.minsheng.layout.HeaderText;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;

/** Tells the unit of each row of a block, where rows name it. */
final class RowUnits {
    private final int col;
    private final MergedLabels labels;
    private final Units units;

    RowUnits(Block block, MergedLabels labels, Units units) {
        this.col = block.labels().unit();
        this.labels = labels;
        this.units = units;
    }

    /** The unit of a row, without a value where rows name none; rejected where nobody knows the one that it names. */
    Answer<Unit> of(SheetRow row) {
        if (col == LabelColumns.NONE) {
            return Answer.of(null);
        }
        Cell named = labels.shown(row, col);
        return units.find(HeaderText.normal(named.text()))
                .map(Answer::of)
                .orElseGet(() -> Answer.rejected(col, Reason.UNKNOWN_UNIT, ""));
    }
}
