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

    /**
     * What a row holds, without a value where columns have their series; rejected also where the title beside a series' code is
     * that of another, as somebody has moved or overwritten one of them.
     */
    Answer<Measured> of(SheetRow row) {
        if (place == null) {
            return Answer.of(null);
        }
        Measured measured =
                place.values().get(HeaderText.normal(labels.shown(row, col).text()));
        if (measured == null) {
            String known = String.join(", ", place.values().keySet());
            return Answer.rejected(col, Reason.UNKNOWN_SERIES, known);
        }
        Cell title = labels.shown(row, titleCol);
        return title.blank() || isTitle(title.text(), measured)
                ? Answer.of(measured)
                : Answer.rejected(col, Reason.CODE_AND_NAME_DIFFER, title.text());
    }

    private static boolean isTitle(String text, Measured measured) {
        return Arrays.stream(Language.values())
                .map(measured.series().title()::in)
                .map(HeaderText::normal)
                .anyMatch(HeaderText.normal(text)::equals);
    }
}
