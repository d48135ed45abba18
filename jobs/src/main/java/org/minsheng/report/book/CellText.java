package org.minsheng.report.book;

import org.apache.poi.ss.SpreadsheetVersion;

/** What has to be known of a text to put it into a cell: whether it fits, and how much room it takes. */
final class CellText {
    private CellText() {}

    /** A text that a cell can hold: Excel takes no more than 32,767 characters. */
    static String fitting(String text) {
        int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The width of a text in characters, a Chinese one counting as two, as nobody asks the fonts of this machine. */
    static int width(String text) {
        return text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
    }

    /**
     * How many lines a text takes.
     *
     * @param room in a line, in characters
     */
    static long lines(String text, double room) {
        return Math.max(
                1,
                text.lines()
                        .mapToLong(line -> Math.max(1, (long) Math.ceil(width(line) / room)))
                        .sum());
    }
}
