package org.minsheng.parse;

import org.minsheng.parse.Watch.Fate;
import org.minsheng.parse.file.SheetRow;

/** Counts what becomes of the cells of a file, beside the observations and rejects themselves. */
final class Tally {
    private final Watch watch;
    private long seen;
    private long labels;
    private long ignored;

    /**
     * Nothing yet.
     *
     * @param watch is told of each cell
     */
    Tally(Watch watch) {
        this.watch = watch;
    }

    /** Cells that the reader of the file found filled, whatever comes of them. */
    void seen(String sheet, SheetRow row, boolean turned) {
        seen += row.filled();
        watch.row(sheet, row, turned);
    }

    /** A cell that says what others mean: title, header, name of a region, year. */
    void label(SheetRow row, int col, boolean turned) {
        labels++;
        tell(row, col, turned, Fate.LABEL, null);
    }

    /** A cell that the layout declares ignored. */
    void ignore(SheetRow row, int col, boolean turned) {
        ignored++;
        tell(row, col, turned, Fate.IGNORED, null);
    }

    /** A cell that is rejected with others, for which one reject stands. */
    void rejected(SheetRow row, int col, boolean turned, Reason reason) {
        tell(row, col, turned, Fate.REJECTED, reason);
    }

    private void tell(SheetRow row, int col, boolean turned, Fate fate, Reason reason) {
        watch.cell(turned ? col : row.index(), turned ? row.index() : col, fate, reason);
    }

    long seen() {
        return seen;
    }

    long labels() {
        return labels;
    }

    long ignored() {
        return ignored;
    }
}
