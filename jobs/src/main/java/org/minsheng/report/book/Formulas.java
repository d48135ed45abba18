package org.minsheng.report.book;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** How formulas name cells, and how they make sentences. Rows and columns count from 0. */
public final class Formulas {
    /** Where the places for what a formula works out begin, among characters that no text has. */
    private static final char FIRST_PLACE = '\uE000';

    private Formulas() {}

    /** A cell of the same sheet. */
    public static String cell(int row, int col) {
        return CellReference.convertNumToColString(col) + (row + 1);
    }

    /** Cells of a column of the same sheet, the same ones wherever the formula stands. */
    public static String column(int firstRow, int lastRow, int col) {
        String letters = "$" + CellReference.convertNumToColString(col) + "$";
        return letters + (firstRow + 1) + ":" + letters + (lastRow + 1);
    }

    /** What stands before the cells of another sheet. */
    public static String on(String sheet) {
        return "'" + sheet.replace("'", "''") + "'!";
    }

    /** A text in a formula. */
    public static String text(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** What keeps the place of what a formula works out, in a sentence. */
    public static String place(int number) {
        return String.valueOf((char) (FIRST_PLACE + number));
    }

    /**
     * A formula that makes a sentence.
     *
     * @param sentence with a {@link #place} for each of the others
     * @param parts formulas of what stands there
     */
    public static String sentence(String sentence, String... parts) {
        List<String> all = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= sentence.length(); at++) {
            int part = at == sentence.length() ? parts.length : sentence.charAt(at) - FIRST_PLACE;
            boolean isPlace = part >= 0 && part < parts.length;
            if ((isPlace || at == sentence.length()) && at > from) {
                all.add(text(sentence.substring(from, at)));
            }
            if (isPlace) {
                all.add(parts[part]);
                from = at + 1;
            }
        }
        return String.join("&", all);
    }
}
