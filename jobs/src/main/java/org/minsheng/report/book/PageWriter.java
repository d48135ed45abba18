package org.minsheng.report.book;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes a page of a grid: row by row, and so that it prints on one sheet of paper. */
final class PageWriter {
    /** Of a column; pixels are those of a screen of 96 a inch. */
    private static final int PIXELS = 12;
    /** The file format counts widths in figures of its font, which are seven pixels wide. */
    private static final int FIGURE = 7;

    private static final double PIXELS_A_POINT = 96.0 / 72;
    private static final double LINE = 1.3;

    private final Workbook workbook;
    private final Sheet to;
    private final PageStyles styles;
    private final Page page;

    PageWriter(Workbook workbook, PageStyles styles, Page page) {
        this.workbook = workbook;
        this.to = workbook.createSheet(page.name());
        this.styles = styles;
        this.page = page;
    }

    void write() {
        for (int col = 0; col < page.columns(); col++) {
            to.setColumnWidth(col, PIXELS * 256 / FIGURE);
        }
        Map<Integer, List<Page.Piece>> rows = page.pieces().stream()
                .collect(Collectors.groupingBy(Page.Piece::row, TreeMap::new, Collectors.toList()));
        int last = 0;
        for (Map.Entry<Integer, List<Page.Piece>> entry : rows.entrySet()) {
            last = entry.getKey();
            Row row = to.createRow(last);
            row.setHeightInPoints((float)
                    entry.getValue().stream().mapToDouble(this::height).max().orElseThrow());
            entry.getValue().forEach(piece -> write(row, piece));
        }
        setUpPrint(last);
    }

    private double height(Page.Piece piece) {
        if (piece instanceof Page.Words words) {
            return words.type().points() * LINE;
        } else if (piece instanceof Page.Paragraph text) {
            return text.type().points() * LINE * CellText.lines(text.text(), room(text.span(), text.type()));
        }
        return Page.Type.BODY.points() * LINE;
    }

    /** How many characters fit, a Chinese one counting as two. */
    private static double room(int columns, Page.Type type) {
        return columns * PIXELS / (type.points() * PIXELS_A_POINT / 2);
    }

    private void write(Row row, Page.Piece piece) {
        if (piece instanceof Page.Words words) {
            boolean left = words.side() == Page.Side.LEFT;
            // A text runs over its empty neighbours, so that no cells have to be merged.
            Cell cell = row.createCell(left ? words.col() : words.col() + words.span() - 1);
            cell.setCellValue(cut(words.text(), room(words.span(), words.type())));
            cell.setCellStyle(styles.of(words.type(), words.side(), false));
        } else if (piece instanceof Page.Paragraph text) {
            Cell cell = row.createCell(text.col());
            cell.setCellValue(CellText.fitting(text.text()));
            cell.setCellStyle(styles.of(text.type(), Page.Side.LEFT, true));
            to.addMergedRegionUnsafe(
                    new CellRangeAddress(row.getRowNum(), row.getRowNum(), text.col(), text.col() + text.span() - 1));
        } else if (piece instanceof Page.Bar bar) {
            for (int i = 0; i < bar.cells().size(); i++) {
                row.createCell(bar.col() + i)
                        .setCellStyle(styles.bar(bar.cells().get(i)));
            }
        }
    }

    private static String cut(String text, double room) {
        if (CellText.width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && CellText.width(text.substring(0, end)) + 2 > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    private void setUpPrint(int last) {
        to.setDisplayGridlines(false);
        Paper.setUp(to, false, true);
        workbook.setPrintArea(workbook.getSheetIndex(to), 0, page.columns() - 1, 0, last);
    }
}
