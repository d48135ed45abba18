package org.minsheng.report.book;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/** The styles of a workbook's cells, each made once: fonts of Chinese offices, and colours that print. */
final class Styles {
    static final String HEADING_FONT = "黑体";
    static final String BODY_FONT = "宋体";
    private static final String NOTE_FONT = "仿宋";
    private static final int HEADING_1 = 16;
    private static final int[] LINK_COLOUR = {0x05, 0x63, 0xC1};
    static final int[] HEADER_COLOUR = {0xDD, 0xEB, 0xF7};
    static final int[] ASKED_COLOUR = {0xFF, 0xFF, 0xCC};

    /** The styles that are not of a number or a status. */
    enum Kind {
        TITLE,
        HEADING,
        BODY,
        NOTE,
        HEADER,
        UPRIGHT,
        TEXT,
        MARK,
        LINK,
        BACK,
        PLAIN,
        TO_FILL,
        CHOICE,
        TILE
    }

    private final XSSFWorkbook workbook;
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();
    private final Map<String, XSSFFont> fonts = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle number(int decimals) {
        return styles.computeIfAbsent(decimals, kind -> {
            XSSFCellStyle style = boxed(font(BODY_FONT, 10));
            format(workbook, style, decimals);
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setIndention((short) 1);
            return style;
        });
    }

    XSSFCellStyle light(Book.Light light) {
        return styles.computeIfAbsent(light, kind -> {
            Palette.Shade shade = Palette.SHADES.get(light);
            XSSFCellStyle style = boxed(font(BODY_FONT, 10, false, shade.text()));
            style.setAlignment(HorizontalAlignment.CENTER);
            Palette.fill(style, shade);
            return style;
        });
    }

    XSSFCellStyle of(Kind kind) {
        return styles.computeIfAbsent(kind, k -> make(kind));
    }

    /** The same for a text of several lines. */
    XSSFCellStyle wrapped(Kind kind) {
        XSSFCellStyle one = of(kind);
        return styles.computeIfAbsent("wrapped " + kind, k -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(one);
            style.setWrapText(true);
            return style;
        });
    }

    private XSSFCellStyle make(Kind kind) {
        return switch (kind) {
            case TITLE -> title();
            case HEADING -> line(font(HEADING_FONT, 12));
            case NOTE -> line(font(NOTE_FONT, 10));
            case BODY -> line(font(BODY_FONT, 10.5));
            case HEADER, UPRIGHT -> header(kind == Kind.UPRIGHT);
            case TEXT -> {
                XSSFCellStyle style = boxed(font(BODY_FONT, 10));
                style.setWrapText(true);
                style.setQuotePrefixed(true);
                yield style;
            }
            case MARK -> {
                XSSFCellStyle style = boxed(font(BODY_FONT, 10));
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setQuotePrefixed(true);
                yield style;
            }
            case LINK -> {
                XSSFFont font = font(BODY_FONT, 10, true, LINK_COLOUR);
                yield boxed(font);
            }
            case BACK -> line(font(NOTE_FONT, 10, true, LINK_COLOUR));
            case PLAIN -> boxed(font(BODY_FONT, 10));
            case TO_FILL -> {
                XSSFCellStyle style = boxed(font(BODY_FONT, 10));
                style.setWrapText(true);
                style.setLocked(false);
                fill(style, ASKED_COLOUR);
                yield style;
            }
            case CHOICE -> {
                XSSFCellStyle style = boxed(font(HEADING_FONT, 12));
                fill(style, ASKED_COLOUR);
                yield style;
            }
            case TILE -> {
                XSSFCellStyle style = boxed(font(BODY_FONT, 10));
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setWrapText(true);
                Palette.fill(style, Palette.SHADES.get(Book.Light.NONE));
                yield style;
            }
        };
    }

    /** The title is a heading for screen readers and outlines too: style "Heading 1", as the file format numbers it. */
    private XSSFCellStyle title() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(HEADING_FONT, 16));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        CTXf named = (CTXf) style.getCoreXf().copy();
        if (named.isSetXfId()) {
            named.unsetXfId();
        }
        int id = workbook.getStylesSource().putCellStyleXf(named) - 1;
        style.getCoreXf().setXfId(id);
        // POI's small set of schema classes has none for the names of styles.
        String names = "<cellStyles xmlns=\"" + XSSFRelation.NS_SPREADSHEETML + "\" count=\"2\">"
                + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
                + "<cellStyle name=\"Heading 1\" xfId=\"" + id + "\" builtinId=\"" + HEADING_1 + "\"/></cellStyles>";
        try (XmlCursor from = XmlObject.Factory.parse(names).newCursor();
                XmlCursor to = workbook.getStylesSource().getCTStylesheet().newCursor()) {
            from.toFirstChild();
            to.toEndToken();
            from.copyXml(to);
        } catch (XmlException e) {
            throw new IllegalStateException(e); // the text is our own
        }
        return style;
    }

    private XSSFCellStyle line(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setQuotePrefixed(true);
        return style;
    }

    private XSSFCellStyle header(boolean upright) {
        XSSFCellStyle style = boxed(font(HEADING_FONT, 10));
        style.setWrapText(true);
        style.setAlignment(HorizontalAlignment.CENTER);
        if (upright) {
            style.setRotation((short) 90);
            style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        }
        fill(style, HEADER_COLOUR);
        return style;
    }

    private XSSFCellStyle boxed(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        box(style);
        return style;
    }

    /** A thin line all around. */
    static void box(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }

    private XSSFFont font(String name, double points) {
        return font(name, points, false, null);
    }

    private XSSFFont font(String name, double points, boolean underlined, int[] colour) {
        return fonts.computeIfAbsent(name + points + underlined + Arrays.toString(colour), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontHeight(points);
            if (underlined) {
                font.setUnderline(Font.U_SINGLE);
            }
            if (colour != null) {
                font.setColor(colour(colour));
            }
            font.setFontName(name);
            inOrder(font);
            return font;
        });
    }

    /** The file format wants a font's parts in an order of its own; POI writes them in that of the calls. */
    static void inOrder(XSSFFont font) {
        // b, u and color where they are, then sz, name and the rest.
        for (String part : new String[] {"b", "u", "sz", "color", "name", "family", "charset", "scheme"}) {
            try (XmlCursor from = font.getCTFont().newCursor();
                    XmlCursor to = font.getCTFont().newCursor()) {
                if (from.toChild(XSSFRelation.NS_SPREADSHEETML, part)) {
                    to.toEndToken();
                    from.moveXml(to);
                }
            }
        }
    }

    /** Colours of texts that come and go, as whole as the file format wants them: POI writes them without their opacity. */
    static void makeColoursWhole(XSSFWorkbook workbook) {
        StylesTable styles = workbook.getStylesSource();
        for (int i = 0; i < styles._getDXfsSize(); i++) {
            CTFont font = styles.getDxfAt(i).getFont();
            for (CTColor colour : font == null ? new CTColor[0] : font.getColorArray()) {
                byte[] rgb = colour.getRgb();
                if (rgb.length == 3) {
                    colour.setRgb(new byte[] {(byte) 0xFF, rgb[0], rgb[1], rgb[2]});
                }
            }
        }
    }

    /** Numbers with their decimals. */
    static void format(XSSFWorkbook workbook, XSSFCellStyle style, int decimals) {
        String format = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
    }

    /** A plain background. */
    static void fill(XSSFCellStyle style, int[] rgb) {
        style.setFillForegroundColor(colour(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    static XSSFColor colour(int[] rgb) {
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) rgb[0], (byte) rgb[1], (byte) rgb[2]});
    }
}
