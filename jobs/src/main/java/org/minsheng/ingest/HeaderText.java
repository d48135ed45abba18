package org.minsheng.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Compares the texts of headers: full-width letters, white space and line breaks do not matter. */
final class HeaderText {
    private HeaderText() {}

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00A0\\u3000]", "");
    }

    /** The header of a column from the top down: merged areas count as their text, repeated texts once. */
    static List<String> path(Grid grid, int top, int rows, int col) {
        List<String> path = new ArrayList<>();
        for (int row = top; row < top + rows; row++) {
            String text = normal(grid.shown(row, col).text());
            if (!text.isEmpty() && (path.isEmpty() || !path.get(path.size() - 1).equals(text))) {
                path.add(text);
            }
        }
        return path;
    }
}
