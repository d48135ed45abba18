package org.minsheng.parse.file;

import java.util.Arrays;

/** A row of a sheet that holds something. Rows and columns count from 0. */
public final class SheetRow {
    private static final Cell[] NONE = {};

    private final int index;
    private final boolean hidden;
    private Cell[] cells = NONE;
    private int filled;
    private int width;

    /** A row, still without cells. */
    public SheetRow(int index, boolean hidden) {
        this.index = index;
        this.hidden = hidden;
    }

    /** Puts a cell into a column. */
    public void set(int col, Cell cell) {
        if (cell.blank()) {
            return;
        }
        if (col >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(col + 1, cells.length + cells.length / 2 + 4));
        }
        width = Math.max(width, col + 1);
        filled += cells[col] == null ? 1 : 0;
        cells[col] = cell;
    }

    /** Its place in the sheet. */
    public int index() {
        return index;
    }

    /** Whether people see it only when they ask for hidden rows. */
    public boolean hidden() {
        return hidden;
    }

    /** One more than the last column that holds something. */
    public int width() {
        return width;
    }

    /** How many cells hold something. */
    public int filled() {
        return filled;
    }

    /** The cell of a column. */
    public Cell get(int col) {
        return col >= 0 && col < width && cells[col] != null ? cells[col] : Cell.BLANK;
    }
}
