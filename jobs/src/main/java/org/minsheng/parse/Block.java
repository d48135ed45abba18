package org.minsheng.parse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minsheng.layout.Layout;

/**
 * A layout laid on a header: where each of its parts is. A sheet has one block, or several side by side, each with its
 * header at a height of its own.
 *
 * @param left first column that belongs to it
 * @param right last column that belongs to it
 * @param headerTop first row of the header
 * @param regionCol column of the region, -1 where the whole table is of one
 * @param agreesCol column that names the region again, -1 where there is none
 * @param withinCol column of the division above, -1 where there is none
 * @param periodCol column of the year, -1 where it does not stand in one
 * @param seriesCol column that names a row's series, -1 where there is none
 * @param titleCol column that names it again, -1 where there is none
 * @param countedCol column that tells which rows count, -1 where all do
 * @param series what all of its cells hold, null where columns or rows say that
 * @param year the year of all of its cells, -1 where it stands elsewhere
 * @param commentCols columns whose texts go with the row's observations
 * @param ignoredCols columns that are not read
 * @param columns the columns of data, by column
 * @param headers the header of each column from the left one on
 * @param missing headers of the layout that it does not have
 */
record Block(
        Layout layout,
        Head head,
        int left,
        int right,
        int headerTop,
        int regionCol,
        int agreesCol,
        int withinCol,
        int periodCol,
        int seriesCol,
        int titleCol,
        int countedCol,
        Layout.Measured series,
        int year,
        Set<Integer> commentCols,
        Set<Integer> ignoredCols,
        Map<Integer, Column> columns,
        List<List<String>> headers,
        List<String> missing) {

    /**
     * A column of data.
     *
     * @param measured what it holds, null where each row says that itself
     * @param year its year, -1 where the year stands elsewhere
     * @param unit the unit that its header names, null where it does not
     * @param found the column of the layout that it is, null where the layout lists none
     */
    record Column(int col, Layout.Measured measured, int year, String unit, Layout.DataColumn found) {}

    /** Whether a column says what the cells of a row mean. */
    boolean isLabel(int col) {
        return col == regionCol
                || col == agreesCol
                || col == withinCol
                || col == periodCol
                || col == seriesCol
                || col == titleCol
                || col == countedCol
                || commentCols.contains(col);
    }

    /** A place as the file has it: a transposed table is read with rows and columns exchanged. */
    String place(int row, int col) {
        return layout.transposed() ? Place.of(col, row) : Place.of(row, col);
    }

    int firstDataRow() {
        return headerTop + layout.header().rows();
    }

    /** The header of a column, from the top down. */
    List<String> header(int col) {
        return col - left < headers.size() ? headers.get(col - left) : List.of();
    }
}
