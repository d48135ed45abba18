package org.minsheng.parse.file;

/**
 * How a cell looks, as far as that changes what it says.
 *
 * @param look what the font makes of it: struck through, or raised or lowered as marks are; null for nothing
 */
record CellStyle(NumberFormat format, Cell.Kind look) {
    /** A cell that looks like others. */
    static final CellStyle PLAIN = new CellStyle(NumberFormat.GENERAL, null);

    /** A cell with what its font says of it. */
    Cell seen(Cell cell) {
        return look == null ? cell : cell.as(look);
    }
}
