package org.minsheng.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.minsheng.layout.Layout;

/**
 * A layout laid on a sheet.
 *
 * @param blocks where its parts are; none where its first header is not found
 * @param missing headers of the layout that the sheet does not have; the layout fits where there are none
 */
record Binding(Layout layout, Head head, List<Block> blocks, List<String> missing) {
    boolean fits() {
        return missing.isEmpty();
    }

    /** How many columns of data are found. */
    int found() {
        return blocks.stream().mapToInt(block -> block.columns().size()).sum();
    }

    /** Lays a layout on a sheet. */
    static Binding of(Layout layout, Head head) {
        List<int[]> places = new ArrayList<>();
        // The first text of the header; where it stands in several rows, the header's rows are tried from each.
        places.addAll(head.find(layout.anchor().get(0)));
        if (places.isEmpty()) {
            return new Binding(layout, head, List.of(), List.of(String.join("/", layout.anchor())));
        }
        if (layout.header().repeats()) {
            return sideBySide(layout, head, places);
        }
        Block best = null;
        for (int[] place : places) {
            best = better(best, bestAt(layout, head, place[0], 0, Integer.MAX_VALUE));
        }
        return new Binding(layout, head, List.of(best), best.missing());
    }

    private static Binding sideBySide(Layout layout, Head head, List<int[]> places) {
        TreeMap<Integer, List<int[]>> byColumn = new TreeMap<>();
        places.forEach(place ->
                byColumn.computeIfAbsent(place[1], col -> new ArrayList<>()).add(place));
        List<Block> blocks = new ArrayList<>();
        Set<Layout.DataColumn> found = new HashSet<>();
        for (int col : byColumn.keySet()) {
            Integer next = byColumn.higherKey(col);
            int left = col == byColumn.firstKey() ? 0 : col;
            int right = next == null ? Integer.MAX_VALUE : next - 1;
            Block best = null;
            for (int[] place : byColumn.get(col)) {
                best = better(best, bestAt(layout, head, place[0], left, right));
            }
            blocks.add(best);
            best.columns().values().forEach(column -> found.add(column.found()));
        }
        List<String> missing = new ArrayList<>();
        layout.columns().stream()
                .filter(column -> !found.contains(column))
                .forEach(column -> missing.add(column.shown()));
        List<String> columns =
                layout.columns().stream().map(Layout.DataColumn::shown).toList();
        // A block may have some of the columns only, but has to say which regions, years and series it is about.
        if (missing.isEmpty() && blocks.stream().noneMatch(block -> columns.containsAll(block.missing()))) {
            missing.addAll(blocks.get(0).missing());
        }
        return new Binding(layout, head, blocks, missing);
    }

    /** The text may stand in any row of the header, and a blank row above it is no part of it. */
    private static Block bestAt(Layout layout, Head head, int row, int left, int right) {
        Block best = null;
        for (int top = row; top >= Math.max(0, row - layout.header().rows() + 1); top--) {
            best = better(best, BlockFinder.at(layout, head, top, left, right));
        }
        return best;
    }

    private static Block better(Block one, Block other) {
        return one == null || other.missing().size() < one.missing().size() ? other : one;
    }
}
