package org.minsheng.parse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.Merge;
import org.minsheng.parse.file.SheetRow;

/** What a reader sees in the columns that say what a row is about, where cells are merged over several rows. */
final class MergedLabels {
    private final int[] namingCols;
    private final List<Merge> merges;
    private final Map<Integer, Shown> merged = new HashMap<>();
    private int nextMerge;

    /** What a merged area shows in a column, down to a row. */
    private record Shown(int bottom, Cell cell) {}

    /** Of all merged areas of a sheet those that reach over such a column and more than one row. */
    MergedLabels(List<Merge> all, int[] namingCols) {
        this.namingCols = namingCols;
        this.merges = all.stream()
                .filter(merge -> merge.bottom() > merge.top() && isLabel(merge))
                .sorted(Comparator.comparingInt(Merge::top))
                .toList();
    }

    private boolean isLabel(Merge merge) {
        return IntStream.of(namingCols).anyMatch(col -> col >= merge.left() && col <= merge.right());
    }

    /** Goes on to a row; rows have to come from the top down. */
    void advance(SheetRow row) {
        for (; nextMerge < merges.size() && merges.get(nextMerge).top() <= row.index(); nextMerge++) {
            Merge merge = merges.get(nextMerge);
            if (merge.top() == row.index()) {
                for (int col : namingCols) {
                    if (col >= merge.left() && col <= merge.right()) {
                        merged.put(col, new Shown(merge.bottom(), row.get(merge.left())));
                    }
                }
            }
        }
    }

    /** Rejects a row of which such a cell is struck through; an answer without a value where none is. */
    Answer<Void> struck(SheetRow row) {
        for (int col : namingCols) {
            if (shown(row, col).kind() == Cell.Kind.STRUCK) {
                return Answer.rejected(col, Reason.STRUCK_THROUGH, "");
            }
        }
        return Answer.of(null);
    }

    /** The cell that a reader sees at a place. */
    Cell shown(SheetRow row, int col) {
        Cell cell = row.get(col);
        Shown area = cell.blank() ? merged.get(col) : null;
        return area != null && area.bottom() >= row.index() ? area.cell() : cell;
    }
}
