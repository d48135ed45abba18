package org.minsheng.parse;

/** The places of cells, in the notation of spreadsheets; in a text file the column is that of the field. */
public final class Place {
    private Place() {}

    /** Row and column count from 0: 0, 2 is C1. */
    public static String of(int row, int col) {
        StringBuilder letters = new StringBuilder();
        for (int c = col + 1; c > 0; c = (c - 1) / 26) {
            letters.insert(0, (char) ('A' + (c - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
