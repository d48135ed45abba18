package org.minsheng.parse;

import org.minsheng.parse.file.SheetRow;

/** Looks on while a file is read, and is told of each row as it stands and of each cell that no part stands for alone. */
public interface Watch {
    /** Does not look. */
    Watch NONE = new Watch() {
        @Override
        public void row(String sheet, SheetRow row, boolean turned) {
            // it is not asked for
        }

        @Override
        public void cell(int row, int col, Fate fate, Reason reason) {
            // it is not asked for
        }
    };

    /** What becomes of a cell. */
    enum Fate {
        OBSERVED,
        REJECTED,
        /** It says what others mean. */
        LABEL,
        IGNORED
    }

    /**
     * A row is read.
     *
     * @param turned whether it is a column of the file
     */
    void row(String sheet, SheetRow row, boolean turned);

    /**
     * A cell of the sheet that was read last is a label, ignored, or rejected with its row, column, sheet or file.
     *
     * @param reason null where it is not rejected
     */
    void cell(int row, int col, Fate fate, Reason reason);
}
