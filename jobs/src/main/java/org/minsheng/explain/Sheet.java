package org.minsheng.explain;

import java.util.List;

/**
 * A part of an explanation as a sheet of a workbook shows it, before it is one.
 *
 * @param id unique among the sheets, of ASCII letters
 * @param columns with different headers
 * @param rows each with a text, a number or nothing for each column
 */
public record Sheet(String id, String name, List<Column> columns, List<List<Object>> rows) {
    /**
     * A column.
     *
     * @param width in characters, a Chinese one counting as two
     */
    public record Column(String header, int width) {}
}
