package org.minsheng.ingest;

import java.util.ArrayList;
import java.util.List;

/** One sheet as rows of cells, whatever program wrote it. Rows and columns count from 0. */
final class Grid {
    private final String sheet;
    private final List<List<GridCell>> rows = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();

    /** An area shown as one cell; all four bounds are included. */
    record Merge(int top, int left, int bottom, int right) {
        boolean covers(int row, int col) {
            return row >= top && row <= bottom && col >= left && col <= right;
        }
    }

    Grid(String sheet) {
        this.sheet = sheet;
    }

    /** The sheet's name, empty for a text file. */
    String sheet() {
        return sheet;
    }

    void set(int row, int col, GridCell cell) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        List<GridCell> cells = rows.get(row);
        while (cells.size() <= col) {
            cells.add(GridCell.BLANK);
        }
        cells.set(col, cell);
    }

    void merge(Merge merge) {
        merges.add(merge);
    }

    int height() {
        return rows.size();
    }

    int width(int row) {
        return row < rows.size() ? rows.get(row).size() : 0;
    }

    GridCell get(int row, int col) {
        return row < rows.size() && col < rows.get(row).size() ? rows.get(row).get(col) : GridCell.BLANK;
    }

    /** The cell that a reader sees at a place: of a merged area, its first. */
    GridCell shown(int row, int col) {
        // Only the first cell of a merged area holds anything, so one that does needs no search.
        if (!get(row, col).blank()) {
            return get(row, col);
        }
        return merges.stream()
                .filter(merge -> merge.covers(row, col))
                .findFirst()
                .map(merge -> get(merge.top(), merge.left()))
                .orElseGet(() -> get(row, col));
    }

    boolean empty() {
        return rows.stream().allMatch(row -> row.stream().allMatch(GridCell::blank));
    }

    /** The place of a cell in the notation of spreadsheets; in a text file the column is that of the field. */
    static String place(int row, int col) {
        StringBuilder letters = new StringBuilder();
        for (int c = col + 1; c > 0; c = (c - 1) / 26) {
            letters.insert(0, (char) ('A' + (c - 1) % 26));
        }
        return letters.toString() + (row + 1);
    }
}
