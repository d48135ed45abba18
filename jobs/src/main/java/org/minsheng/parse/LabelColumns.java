package org.minsheng.parse;

import java.util.stream.IntStream;

/**
 * The columns of a block that say what each of its rows is about. One that the layout does not ask for, or that the table
 * lacks, is {@link #NONE}, which is blank in every row: nobody has to ask whether there is one.
 *
 * @param region names the region
 * @param again names the region again
 * @param within names the division above
 * @param year names the year
 * @param counted tells whether the row counts
 * @param series names the series
 * @param title names the series again
 * @param unit names the unit
 */
record LabelColumns(int region, int again, int within, int year, int counted, int series, int title, int unit) {
    /** No column of any row. */
    static final int NONE = -1;

    /** Those that there are of the ones in which a merged area, or a struck name, stands for whole rows. */
    int[] naming() {
        return IntStream.of(region, within, year, series, counted, unit)
                .filter(col -> col != NONE)
                .toArray();
    }

    boolean contains(int col) {
        return col == region
                || col == again
                || col == within
                || col == year
                || col == counted
                || col == series
                || col == title
                || col == unit;
    }
}
