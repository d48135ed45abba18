package org.minsheng.preview;

import org.minsheng.parse.file.SheetRow;

/** What a sheet of a workbook holds at most; programs that open one that holds more take it for broken. */
final class SheetLimits {
    static final int ROWS = 1_048_576;
    static final int COLUMNS = 16_384;
    static final int CHARACTERS = 32_767;

    private SheetLimits() {}

    /**
     * Whether a sheet holds all of a row.
     *
     * @param turned whether it is a column in truth
     */
    static boolean hold(SheetRow row, boolean turned) {
        if (row.index() >= (turned ? COLUMNS : ROWS) || row.width() > (turned ? ROWS : COLUMNS)) {
            return false;
        }
        for (int col = 0; col < row.width(); col++) {
            if (row.get(col).text().length() > CHARACTERS) {
                return false;
            }
        }
        return true;
    }

    /** As much of a text as a cell holds, and no half of a character. */
    static String cut(String text) {
        if (text.length() <= CHARACTERS) {
            return text;
        }
        boolean halves = Character.isHighSurrogate(text.charAt(CHARACTERS - 1));
        return text.substring(0, halves ? CHARACTERS - 1 : CHARACTERS);
    }
}
