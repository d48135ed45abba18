package org.minsheng.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.minsheng.layout.HeaderText;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.Merge;
import org.minsheng.parse.file.Rows;
import org.minsheng.parse.file.Sheet;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.parse.file.Unreadable;

/** The first rows of a sheet, in which titles and headers stand, held in memory with the sheet's merged areas. */
final class Head {
    /** Filled rows that are searched for headers. */
    static final int ROWS = 200;

    private static final int MOST_PAINTED = 200_000;

    private final Sheet sheet;
    private final String file;
    private final TreeMap<Integer, SheetRow> rows = new TreeMap<>();
    private final Map<Long, Cell> merged = new HashMap<>();
    private final Map<String, List<int[]>> places = new HashMap<>();
    private final Map<Long, String> texts = new HashMap<>();
    private final List<Merge> merges;
    private final Set<Integer> hiddenColumns;
    private int width;
    private boolean whole;

    /**
     * The first rows of a sheet.
     *
     * @param file the name of its file
     */
    Head(Sheet sheet, String file) throws Unreadable {
        this.sheet = sheet;
        this.file = HeaderText.normal(file);
        this.merges = sheet.merges();
        this.hiddenColumns = sheet.hiddenColumns();
        try (Rows all = sheet.rows()) {
            SheetRow row = all.next();
            while (row != null && rows.size() < ROWS) {
                rows.put(row.index(), row);
                width = Math.max(width, row.width());
                row = all.next();
            }
            whole = row == null;
        }
        paint();
        rows.values().forEach(row -> {
            for (int col = 0; col < row.width(); col++) {
                if (!row.get(col).blank()) {
                    places.computeIfAbsent(text(row.index(), col), text -> new ArrayList<>())
                            .add(new int[] {row.index(), col});
                }
            }
        });
    }

    /** Each place in a merged area shows what its first cell holds. */
    private void paint() {
        if (rows.isEmpty()) {
            return;
        }
        for (Merge merge : merges) {
            Cell first = get(merge.top(), merge.left());
            if (first.blank() || merge.top() > rows.lastKey()) {
                continue;
            }
            for (int row = merge.top(); row <= Math.min(merge.bottom(), rows.lastKey()); row++) {
                for (int col = merge.left(); col <= Math.min(merge.right(), width - 1); col++) {
                    if (merged.size() >= MOST_PAINTED) {
                        return; // no header is that large
                    }
                    merged.putIfAbsent(key(row, col), first);
                }
            }
        }
    }

    Sheet sheet() {
        return sheet;
    }

    /** The name of the file, without white space. */
    String file() {
        return file;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    /** Whether these are all rows of the sheet, so near to each other that it may be turned over. */
    boolean whole() {
        return whole && (rows.isEmpty() || rows.lastKey() < 10 * ROWS);
    }

    /** The filled rows, from the top down. */
    Iterable<SheetRow> rows() {
        return rows.values();
    }

    int width() {
        return width;
    }

    List<Merge> merges() {
        return merges;
    }

    boolean hiddenColumn(int col) {
        return hiddenColumns.contains(col);
    }

    Cell get(int row, int col) {
        SheetRow at = rows.get(row);
        return at == null ? Cell.BLANK : at.get(col);
    }

    /** The text that a reader sees at a place, without white space: of a merged area, that of its first cell. */
    String text(int row, int col) {
        return texts.computeIfAbsent(key(row, col), key -> {
            Cell cell = get(row, col);
            return HeaderText.normal((cell.blank() ? merged.getOrDefault(key, Cell.BLANK) : cell).text());
        });
    }

    /** A cell's own text with the blanks in it, as a name has them. */
    String name(int row, int col) {
        return get(row, col).text().strip();
    }

    private static long key(int row, int col) {
        return (long) row << 20 | col;
    }

    /** The places, as row and column, at which a text stands. */
    List<int[]> find(String text) {
        return places.getOrDefault(text, List.of());
    }

    /** The header of a column from the top down: merged areas count as their text, repeated texts once. */
    List<String> path(int top, int headerRows, int col) {
        List<String> path = new ArrayList<>();
        for (int row = top; row < top + headerRows; row++) {
            String text = text(row, col);
            if (!text.isEmpty() && (path.isEmpty() || !path.get(path.size() - 1).equals(text))) {
                path.add(text);
            }
        }
        return path;
    }
}
