package org.minsheng.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/**
 * A layout laid on a sheet: where each of its parts is.
 *
 * @param headerTop first row of the header
 * @param regionCol column of the region, -1 where the whole table is of one
 * @param periodCol column of the year, -1 where it does not stand in one
 * @param seriesCol column that names a row's series, -1 where there is none
 * @param commentCols columns whose texts go with the row's observations
 * @param columns the columns of data
 * @param unknown columns with a header that the layout does not know
 * @param missing headers of the layout that the sheet does not have; the layout fits where there are none
 */
record Binding(
        Layout layout,
        Grid grid,
        int headerTop,
        int regionCol,
        int periodCol,
        int seriesCol,
        List<Integer> commentCols,
        List<Column> columns,
        List<Integer> unknown,
        List<String> missing) {

    /**
     * A column of data.
     *
     * @param measured what it holds, null where each row says that itself
     * @param year its year, -1 where the year stands elsewhere
     */
    record Column(int col, Layout.Measured measured, int year) {}

    boolean fits() {
        return missing.isEmpty();
    }

    int firstDataRow() {
        return headerTop + layout.headerRows();
    }

    /** Lays a layout on a sheet. */
    static Binding of(Layout layout, Grid grid) {
        Binding best = null;
        for (int row = 0; row < grid.height(); row++) {
            for (int col = 0; col < grid.width(row); col++) {
                if (HeaderText.normal(grid.get(row, col).text()).equals(layout.anchor())) {
                    // The text may stand in any row of the header, and a blank row above it is no part of it.
                    for (int top = row; top >= Math.max(0, row - layout.headerRows() + 1); top--) {
                        Binding binding = at(layout, grid, top);
                        if (best == null
                                || binding.missing().size() < best.missing().size()) {
                            best = binding;
                        }
                    }
                }
            }
        }
        if (best != null) {
            return best;
        }
        return new Binding(layout, grid, -1, -1, -1, -1, List.of(), List.of(), List.of(), List.of(layout.anchor()));
    }

    private static Binding at(Layout layout, Grid grid, int top) {
        int width = 0;
        for (int row = top; row < grid.height(); row++) {
            width = Math.max(width, grid.width(row));
        }
        List<List<String>> headers = new ArrayList<>();
        for (int col = 0; col < width; col++) {
            headers.add(HeaderText.path(grid, top, layout.headerRows(), col));
        }
        List<String> missing = new ArrayList<>();
        int regionCol = layout.region() instanceof Layout.RegionPlace.InColumn in
                ? find(headers, List.of(in.header()), missing)
                : -1;
        List<Integer> commentCols = new ArrayList<>();
        for (String comment : layout.comments()) {
            int col = headers.indexOf(List.of(comment));
            if (col >= 0) {
                commentCols.add(col);
            }
        }
        int periodCol = -1;
        if (layout.period() instanceof Layout.Period.InColumn in) {
            periodCol = find(headers, List.of(in.header()), missing);
        }
        int seriesCol = layout.seriesColumn() == null ? -1 : find(headers, List.of(layout.seriesColumn()), missing);
        if (seriesCol >= 0 && !namesASeries(layout, grid, top + layout.headerRows(), seriesCol)) {
            // Tables of one shape are told apart by what their rows are about.
            missing.add(layout.seriesColumn() + ": "
                    + String.join(" | ", layout.seriesValues().keySet()));
        }
        List<Column> columns = new ArrayList<>();
        if (layout.period() instanceof Layout.Period.InHeader in) {
            for (int col = 0; col < width; col++) {
                OptionalInt year = year(in, String.join("", headers.get(col)));
                if (year.isPresent()) {
                    columns.add(new Column(col, null, year.getAsInt()));
                }
            }
            if (columns.isEmpty()) {
                missing.add(in.pattern().pattern());
            }
        }
        for (Layout.DataColumn column : layout.columns()) {
            int col = find(headers, column.header(), missing);
            if (col >= 0) {
                columns.add(new Column(col, column.measured(), -1));
            }
        }
        List<Integer> unknown = new ArrayList<>();
        for (int col = 0; col < width; col++) {
            int c = col;
            boolean known = c == regionCol
                    || c == periodCol
                    || c == seriesCol
                    || commentCols.contains(c)
                    || columns.stream().anyMatch(column -> column.col() == c)
                    || layout.ignoredColumns().contains(String.join("", headers.get(c)));
            if (!known) {
                unknown.add(c);
            }
        }
        return new Binding(layout, grid, top, regionCol, periodCol, seriesCol, commentCols, columns, unknown, missing);
    }

    private static boolean namesASeries(Layout layout, Grid grid, int from, int col) {
        for (int row = from; row < grid.height(); row++) {
            if (layout.seriesValues()
                    .containsKey(HeaderText.normal(grid.shown(row, col).text()))) {
                return true;
            }
        }
        return false;
    }

    private static int find(List<List<String>> headers, List<String> wanted, List<String> missing) {
        int col = headers.indexOf(wanted);
        if (col < 0) {
            missing.add(String.join("/", wanted));
        }
        return col;
    }

    private static OptionalInt year(Layout.Period.InHeader in, String header) {
        Matcher matcher = in.pattern().matcher(header);
        return matcher.matches() ? Years.parse(matcher.group("year")) : OptionalInt.empty();
    }
}
