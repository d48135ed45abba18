package org.minsheng.report.book;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a page's cells, each made once. */
final class PageStyles {
    private static final int[] BLACK = {0x1A, 0x1A, 0x1A};
    private static final int[] QUIET = {0x59, 0x59, 0x59};
    private static final int[] HEADLINE = {0x1F, 0x4E, 0x79};
    private static final int[] ALARM = {0x9C, 0x1C, 0x1C};
    static final Map<Page.Shade, int[]> SHADES = new EnumMap<>(Map.of(
            Page.Shade.DONE, new int[] {0xDC, 0xE6, 0xF1},
            Page.Shade.UNKNOWN, new int[] {0xF2, 0xF2, 0xF2},
            Page.Shade.OVERDUE, new int[] {0xB3, 0x6B, 0x00},
            Page.Shade.SHORT, new int[] {0x6B, 0x0F, 0x0F}));

    private static final int[] WHITE = {0xFF, 0xFF, 0xFF};

    private final XSSFWorkbook workbook;
    private final Styles styles;
    private final Map<Object, XSSFCellStyle> made = new HashMap<>();

    PageStyles(XSSFWorkbook workbook, Styles styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    XSSFCellStyle of(Page.Type type, Page.Side side, boolean wraps) {
        return type == Page.Type.TITLE
                ? styles.of(Styles.Kind.TITLE)
                : made.computeIfAbsent(List.of(type, side, wraps), key -> make(type, side, wraps));
    }

    private XSSFCellStyle make(Page.Type type, Page.Side side, boolean wraps) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(type));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(side == Page.Side.RIGHT ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setWrapText(wraps);
        style.setQuotePrefixed(true);
        return style;
    }

    private XSSFFont font(Page.Type type) {
        XSSFFont font = workbook.createFont();
        font.setBold(type == Page.Type.STRONG || type == Page.Type.ALARM);
        font.setFontHeight(type.points());
        font.setColor(Styles.colour(
                switch (type) {
                    case HEADLINE -> HEADLINE;
                    case ALARM -> ALARM;
                    case NOTE -> QUIET;
                    default -> BLACK;
                }));
        font.setFontName(
                switch (type) {
                    case HEADLINE, HEADING -> Styles.HEADING_FONT;
                    default -> Styles.BODY_FONT;
                });
        Styles.inOrder(font);
        return font;
    }

    /** A cell of a bar, told from its neighbours by a white line. */
    XSSFCellStyle bar(Page.Shade shade) {
        return made.computeIfAbsent(shade, key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            Styles.fill(style, SHADES.get(shade));
            style.setBorderTop(BorderStyle.MEDIUM);
            style.setBorderBottom(BorderStyle.MEDIUM);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(Styles.colour(WHITE));
            style.setBottomBorderColor(Styles.colour(WHITE));
            style.setRightBorderColor(Styles.colour(WHITE));
            return style;
        });
    }
}
