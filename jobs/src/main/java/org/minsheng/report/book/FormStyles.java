package org.minsheng.report.book;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a form's cells, each made once: what is asked is yellow and not locked, what is known is grey. */
final class FormStyles {
    private static final String FONT = "宋体";
    private static final int[] ASKED = {0xFF, 0xFF, 0xCC};
    private static final int[] KNOWN = {0xED, 0xED, 0xED};

    private final XSSFWorkbook workbook;
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Object, XSSFFont> fonts = new HashMap<>();

    FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle of(Form.Cell cell) {
        Object kind = cell.getClass();
        if (cell instanceof Form.Cell.Known known) {
            kind = new Form.Cell.Known(null, known.decimals());
        } else if (cell instanceof Form.Cell.AskedNumber) {
            kind = cell;
        }
        return styles.computeIfAbsent(kind, k -> make(cell));
    }

    private XSSFCellStyle make(Form.Cell cell) {
        if (cell instanceof Form.Cell.Title) {
            return plain(16, true);
        } else if (cell instanceof Form.Cell.Plain) {
            return plain(11, false);
        } else if (cell instanceof Form.Cell.Header) {
            XSSFCellStyle style = plain(11, true);
            Styles.box(style);
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setWrapText(true);
            Styles.fill(style, Styles.HEADER_COLOUR);
            return style;
        }
        XSSFCellStyle style = plain(11, false);
        Styles.box(style);
        if (cell instanceof Form.Cell.Known known) {
            Styles.fill(style, KNOWN);
            Styles.format(workbook, style, known.decimals());
        } else if (cell instanceof Form.Cell.KnownWord) {
            Styles.fill(style, KNOWN);
        } else if (cell instanceof Form.Cell.AskedNumber asked) {
            ask(style);
            Styles.format(workbook, style, asked.decimals());
        } else if (cell instanceof Form.Cell.AskedText) {
            ask(style);
        }
        return style;
    }

    private static void ask(XSSFCellStyle style) {
        Styles.fill(style, ASKED);
        style.setLocked(false);
    }

    private XSSFCellStyle plain(int points, boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(points + " " + bold, key -> font(points, bold)));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFFont font(int points, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        font.setFontName(FONT);
        Styles.inOrder(font);
        return font;
    }
}
