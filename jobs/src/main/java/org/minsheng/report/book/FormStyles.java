package org.minsheng.report.book;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a form's cells, each made once: what is asked is yellow and not locked, what is known is grey. */
final class FormStyles {
    private static final String TITLE_FONT = "黑体";
    private static final String FONT = "宋体";
    private static final int TITLE_POINTS = 16;
    private static final int POINTS = 10;
    private static final int[] KNOWN = {0xED, 0xED, 0xED};

    private final XSSFWorkbook workbook;
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Object, XSSFFont> fonts = new HashMap<>();

    FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle of(Form.Cell cell) {
        return styles.computeIfAbsent(kind(cell), kind -> make(cell));
    }

    /** The same for all cells that look the same. */
    private static Object kind(Form.Cell cell) {
        if (cell instanceof Form.Cell.Known known) {
            return new Form.Cell.Known(null, known.decimals());
        } else if (cell instanceof Form.Cell.Worked worked) {
            return new Form.Cell.Worked(null, null, worked.decimals());
        } else if (cell instanceof Form.Cell.WorkedText worked) {
            return new Form.Cell.WorkedText(null, null, worked.boxed());
        } else if (cell instanceof Form.Cell.Line line) {
            return new Form.Cell.Line(line.text() == null ? null : "");
        }
        return cell instanceof Form.Cell.AskedNumber ? cell : cell.getClass();
    }

    private XSSFCellStyle make(Form.Cell cell) {
        if (cell instanceof Form.Cell.Title) {
            XSSFCellStyle style = plain(TITLE_FONT, TITLE_POINTS, false);
            style.setAlignment(HorizontalAlignment.CENTER);
            return style;
        } else if (cell instanceof Form.Cell.Plain) {
            return wrapped(plain(FONT, POINTS, false));
        } else if (cell instanceof Form.Cell.Label) {
            XSSFCellStyle style = wrapped(plain(FONT, POINTS, false));
            style.setAlignment(HorizontalAlignment.RIGHT);
            return style;
        } else if (cell instanceof Form.Cell.Line line) {
            XSSFCellStyle style = plain(FONT, POINTS, false);
            style.setBorderBottom(BorderStyle.THIN);
            style.setShrinkToFit(true);
            style.setLocked(line.text() != null);
            return style;
        } else if (cell instanceof Form.Cell.WorkedText worked && !worked.boxed()) {
            return plain(FONT, POINTS, true);
        }
        return boxed(cell);
    }

    private XSSFCellStyle boxed(Form.Cell cell) {
        boolean bold = cell instanceof Form.Cell.Header || cell instanceof Form.Cell.Worked;
        XSSFCellStyle style = plain(FONT, POINTS, bold);
        Styles.box(style);
        if (cell instanceof Form.Cell.Header) {
            style.setAlignment(HorizontalAlignment.CENTER);
            Styles.fill(style, Styles.HEADER_COLOUR);
            wrapped(style);
        } else if (cell instanceof Form.Cell.Known known) {
            Styles.fill(style, KNOWN);
            Styles.format(workbook, style, known.decimals());
        } else if (cell instanceof Form.Cell.KnownWord) {
            Styles.fill(style, KNOWN);
        } else if (cell instanceof Form.Cell.AskedNumber asked) {
            ask(style);
            style.setAlignment(HorizontalAlignment.RIGHT); // a mark in the place of a number too
            Styles.format(workbook, style, asked.decimals());
        } else if (cell instanceof Form.Cell.AskedText) {
            ask(wrapped(style));
        } else if (cell instanceof Form.Cell.Worked worked) {
            Styles.format(workbook, style, worked.decimals());
        } else {
            wrapped(style);
        }
        return style;
    }

    private static XSSFCellStyle wrapped(XSSFCellStyle style) {
        style.setWrapText(true);
        return style;
    }

    private static void ask(XSSFCellStyle style) {
        Styles.fill(style, Styles.ASKED_COLOUR);
        style.setLocked(false);
    }

    private XSSFCellStyle plain(String name, int points, boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(name + points + bold, key -> font(name, points, bold)));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFFont font(String name, int points, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        font.setFontName(name);
        Styles.inOrder(font);
        return font;
    }
}
