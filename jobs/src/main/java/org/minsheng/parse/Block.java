package org.minsheng.parse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minsheng.layout.Layout;
import org.minsheng.parse.file.SheetRow;

/**
 * A layout laid on a header: where each of its parts is. A sheet has one block, or several side by side, each with its
 * header at a height of its own.
 *
 * @param left first column that belongs to it
 * @param right last column that belongs to it
 * @param headerTop first row of the header
 * @param labels columns that say what a row is about
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
        LabelColumns labels,
        Set<Integer> commentCols,
        Set<Integer> ignoredCols,
        Map<Integer, Column> columns,
        List<List<String>> headers,
        List<String> missing) {

    /**
     * A column of data.
     *
     * @param measured what it holds, null where each row says that itself
     * @param year its year, null where each row says that itself
     * @param unit the unit that its header names, null where it does not
     * @param found the column of the layout that it is, null where the layout lists none
     */
    record Column(int col, Layout.Measured measured, Integer year, String unit, Layout.DataColumn found) {
        /** What a cell of it holds, in a row that holds this. */
        Layout.Measured measured(Layout.Measured ofRow) {
            return measured == null ? ofRow : measured;
        }

        /** The year of a cell of it, in a row of this year. */
        int year(Integer ofRow) {
            return year == null ? ofRow : year;
        }
    }

    /** Whether a column says what the cells of a row mean. */
    boolean isLabel(int col) {
        return labels.contains(col) || commentCols.contains(col);
    }

    /** A place as the file has it: a transposed table is read with rows and columns exchanged. */
    String place(int row, int col) {
        return layout.transposed() ? Place.of(col, row) : Place.of(row, col);
    }

    String sheet() {
        return head.sheet().name();
    }

    int firstDataRow() {
        return headerTop + layout.header().rows();
    }

    /** The header of a column, from the top down. */
    List<String> header(int col) {
        return col - left < headers.size() ? headers.get(col - left) : List.of();
    }

    /** The last of its columns that a row reaches. */
    int last(SheetRow row) {
        return Math.min(row.width() - 1, right);
    }

    /** How many of its cells a row fills. */
    int filled(SheetRow row) {
        int filled = 0;
        for (int col = left; col <= last(row); col++) {
            filled += row.get(col).blank() ? 0 : 1;
        }
        return filled;
    }

    /** How many cells a row fills in its columns of data. */
    int filledData(SheetRow row) {
        int filled = 0;
        for (int col : columns.keySet()) {
            filled += row.get(col).blank() ? 0 : 1;
        }
        return filled;
    }
}
