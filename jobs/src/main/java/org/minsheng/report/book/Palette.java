package org.minsheng.report.book;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * The colours of status: each so much darker than the one before it that they are told apart in grey print, and by readers who
 * see no green. From white to black there is room for three at a contrast of 3:1; so what is not known has stripes instead.
 */
final class Palette {
    private static final int[] BLACK = {0x00, 0x00, 0x00};
    private static final int[] WHITE = {0xFF, 0xFF, 0xFF};

    static final Map<Book.Light, Shade> SHADES = new EnumMap<>(Map.of(
            Book.Light.GOOD, new Shade(WHITE, BLACK, false),
            Book.Light.WATCH, new Shade(new int[] {0xD2, 0x70, 0x00}, BLACK, false),
            Book.Light.BAD, new Shade(new int[] {0x6E, 0x0F, 0x0F}, WHITE, false),
            Book.Light.NONE, new Shade(new int[] {0xBF, 0xBF, 0xBF}, BLACK, true)));

    private Palette() {}

    /**
     * How a status looks.
     *
     * @param fill the background, or of its stripes
     * @param text what stands on it
     * @param striped whether there is white between stripes
     */
    record Shade(int[] fill, int[] text, boolean striped) {}

    /** Gives a cell its background. */
    static void fill(XSSFCellStyle style, Shade shade) {
        style.setFillForegroundColor(Styles.colour(shade.fill()));
        style.setFillBackgroundColor(Styles.colour(WHITE));
        style.setFillPattern(shade.striped() ? FillPatternType.THIN_FORWARD_DIAG : FillPatternType.SOLID_FOREGROUND);
    }

    /** The same for a background that comes and goes, of which the file format has a solid one the other way round. */
    static void fill(PatternFormatting format, Shade shade) {
        format.setFillForegroundColor(Styles.colour(shade.striped() ? shade.fill() : WHITE));
        format.setFillBackgroundColor(Styles.colour(shade.striped() ? WHITE : shade.fill()));
        format.setFillPattern(
                shade.striped() ? PatternFormatting.THIN_FORWARD_DIAG : PatternFormatting.SOLID_FOREGROUND);
    }
}
