package org.minsheng.report.book;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * How a table that is wider than a page prints: upright, a group of columns a page, each beside the columns that name its rows,
 * and never in smaller type than people read.
 */
final class Pages {
    /** Type of 10 points comes out as one of 7. */
    static final double LEAST_SCALE = 0.7;
    /** Widths are counted in digits of Calibri 11, in points: so wide in LibreOffice, and 5.25 as Excel rounds them. */
    static final double DIGIT = 5.6;
    /** An upright A4 page, less the margins. */
    static final double WIDTH = 595 - 2 * 0.4 * 72;

    static final double HEIGHT = 842 - 2 * 0.5 * 72;

    private final int[] widths;
    private final int names;
    private final List<Integer> starts = new ArrayList<>();

    /**
     * The pages of a table.
     *
     * @param widths of its columns, in digits
     * @param names how many columns name its rows
     * @param wanted the columns, from 0, with which a page should begin; where that is too much for one, it is cut further
     */
    Pages(int[] widths, int names, List<Integer> wanted) {
        this.widths = widths;
        this.names = names;
        double room = WIDTH / LEAST_SCALE - points(0, names);
        int start = names;
        for (int col = names; col < widths.length; col++) {
            if (col > start && (wanted.contains(col) || points(start, col + 1) > room)) {
                starts.add(col);
                start = col;
            }
        }
    }

    private double points(int from, int to) {
        return IntStream.range(from, to).mapToDouble(col -> widths[col] * DIGIT).sum();
    }

    /** The last column of the first page. */
    int lastOfFirst() {
        return (starts.isEmpty() ? widths.length : starts.get(0)) - 1;
    }

    /** The scale at which each page takes its columns and, where the type stays large enough, all rows of the table. */
    private double scale(double height) {
        List<Integer> bounds = new ArrayList<>(starts);
        bounds.add(0, names);
        bounds.add(widths.length);
        double widest = IntStream.range(1, bounds.size())
                .mapToDouble(i -> points(bounds.get(i - 1), bounds.get(i)))
                .max()
                .orElseThrow();
        double byWidth = Math.min(1, WIDTH / (points(0, names) + widest));
        double byHeight = HEIGHT / height;
        return byHeight >= LEAST_SCALE ? Math.min(byWidth, byHeight) : byWidth;
    }

    /**
     * Sets a sheet up.
     *
     * @param header the row of the headers
     * @param height of the rows that should go on one page, in points
     */
    void setUp(Sheet sheet, int header, double height) {
        double scale = scale(height);
        sheet.setFitToPage(false);
        sheet.getPrintSetup().setLandscape(false);
        sheet.getPrintSetup().setScale((short) Math.floor(100 * scale));
        sheet.setMargin(PageMargin.TOP, 0.4);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.setHorizontallyCenter(false);
        starts.forEach(start -> sheet.setColumnBreak(start - 1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, names - 1));
        // Where all rows go on one page, the notes on theirs need no header.
        sheet.setRepeatingRows(isLonger(height) ? new CellRangeAddress(0, header, -1, -1) : null);
    }

    /** Whether rows of a height, in points, take more than a page. */
    boolean isLonger(double height) {
        return HEIGHT / height < LEAST_SCALE;
    }
}
