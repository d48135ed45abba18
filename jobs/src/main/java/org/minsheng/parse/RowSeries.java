package org.minsheng.parse;

import java.util.Arrays;
import org.minsheng.conf.Language;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.layout.Layout.Measured;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;

/** Tells what each row of a block holds, where rows name their series. */
final class RowSeries {
    /** Null where columns have their series. */
    private final Layout.SeriesPlace.InColumn place;

    private final int col;
    private final int titleCol;
    private final MergedLabels labels;

    RowSeries(Block block, MergedLabels labels) {
        this.place = block.layout().series() instanceof Layout.SeriesPlace.InColumn in ? in : null;
        this.col = block.labels().series();
        this.titleCol = block.labels().title();
        this.labels = labels;
    }

    /** What a row holds, without a value where columns have their series. */
    Answer<Measured> of(SheetRow row) {
        if (place == null) {
            return Answer.of(null);
        }
        Measured measured =
                place.values().get(HeaderText.normal(labels.shown(row, col).text()));
        return measured == null
                ? Answer.rejected(
                        col,
                        Reason.UNKNOWN_SERIES,
                        String.join(", ", place.values().keySet()))
                : Answer.of(measured);
    }

    /** The same, unless the title beside a series' code is that of another: somebody has moved or overwritten one of them. */
    Answer<Measured> confirmed(SheetRow row, Measured measured) {
        Cell title = labels.shown(row, titleCol);
        boolean differs = !title.blank()
                && Arrays.stream(Language.values())
                        .map(measured.series().title()::in)
                        .map(HeaderText::normal)
                        .noneMatch(HeaderText.normal(title.text())::equals);
        return differs ? Answer.rejected(col, Reason.CODE_AND_NAME_DIFFER, title.text()) : Answer.of(measured);
    }
}
