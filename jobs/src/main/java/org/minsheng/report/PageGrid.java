package org.minsheng.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.minsheng.report.book.Page;

/** Collects what stands on a page, with the words for where. */
final class PageGrid {
    /** The width of a page. */
    static final int COLUMNS = 104;

    private final List<Page.Piece> pieces = new ArrayList<>();

    void left(int row, int col, int span, Page.Type type, String text) {
        pieces.add(new Page.Words(row, col, span, text, type, Page.Side.LEFT));
    }

    void right(int row, int col, int span, Page.Type type, String text) {
        pieces.add(new Page.Words(row, col, span, text, type, Page.Side.RIGHT));
    }

    /** A text over the whole width, in as many lines as it takes. */
    void paragraph(int row, Page.Type type, String text) {
        pieces.add(new Page.Paragraph(row, 0, COLUMNS, text, type));
    }

    /** A part of a bar; nothing of no length. */
    void bar(int row, int col, int cells, Page.Shade shade) {
        if (cells > 0) {
            pieces.add(new Page.Bar(row, col, Collections.nCopies(cells, shade)));
        }
    }

    /** How many of the cells of a bar a number takes, of which the largest fills all; what is not zero takes one at least. */
    static int cells(double number, double largest, int all) {
        return number <= 0 ? 0 : (int) Math.max(1, Math.min(all, Math.round(number / largest * all)));
    }

    Page page(String name) {
        return new Page(name, COLUMNS, List.copyOf(pieces));
    }
}
