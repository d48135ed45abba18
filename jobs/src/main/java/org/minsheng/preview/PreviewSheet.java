package org.minsheng.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minsheng.parse.Reason;
import org.minsheng.parse.Watch.Fate;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;

/** A sheet as it stands, with what becomes of each of its cells. */
final class PreviewSheet {
    private final String name;
    private final Map<Integer, Line> lines = new TreeMap<>();
    private int width;

    PreviewSheet(String name) {
        this.name = name;
    }

    /** A row. */
    static final class Line {
        private SheetRow cells;
        private Fate[] fates = {};
        /** Null until there is one. */
        private Map<Integer, Reason> reasons;

        Line(SheetRow cells) {
            this.cells = cells;
        }

        SheetRow cells() {
            return cells;
        }

        /** What becomes of a cell; null where nobody said so, or where it is blank. */
        Fate fate(int col) {
            return col < fates.length ? fates[col] : null;
        }

        /** Why cells are rejected, by column. */
        Map<Integer, Reason> reasons() {
            return reasons == null ? Map.of() : reasons;
        }

        private void put(int col, Fate fate, Reason reason) {
            if (col >= fates.length) {
                fates = Arrays.copyOf(fates, Math.max(col + 1, cells.width()));
            }
            fates[col] = fate;
            if (reason != null) {
                reasons = reasons == null ? new TreeMap<>() : reasons;
                reasons.put(col, reason);
            }
        }
    }

    String name() {
        return name;
    }

    List<Map.Entry<Integer, Line>> lines() {
        return new ArrayList<>(lines.entrySet());
    }

    /** One more than the last column that holds something. */
    int width() {
        return width;
    }

    void add(SheetRow row) {
        lines.put(row.index(), new Line(row));
        width = Math.max(width, row.width());
    }

    /** Adds what was read as a row, and is a column. */
    void addTurned(SheetRow column) {
        for (int at = 0; at < column.width(); at++) {
            Cell cell = column.get(at);
            if (!cell.blank()) {
                int row = at;
                lines.computeIfAbsent(row, r -> new Line(new SheetRow(row, false)))
                        .cells
                        .set(column.index(), cell);
                width = Math.max(width, column.index() + 1);
            }
        }
    }

    /** Notes what becomes of a cell; of one that is not kept, nothing. */
    void put(int row, int col, Fate fate, Reason reason) {
        Line line = lines.get(row);
        if (line != null) {
            line.put(col, fate, reason);
        }
    }

    /** The same, by the cell's place, such as B4. */
    void put(String place, Fate fate, Reason reason) {
        int col = 0;
        int at = 0;
        for (; at < place.length() && Character.isLetter(place.charAt(at)); at++) {
            col = 26 * col + place.charAt(at) - 'A' + 1;
        }
        if (at > 0 && at < place.length()) {
            put(Integer.parseInt(place, at, place.length(), 10) - 1, col - 1, fate, reason);
        }
    }
}
