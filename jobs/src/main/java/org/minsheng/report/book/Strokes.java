package org.minsheng.report.book;

import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;

/** How the lines of charts look: told apart by dashes and width too, for print in grey. */
final class Strokes {
    /** What lies behind the lines. */
    static final int[] BAND = {0xC6, 0xDB, 0xEF};

    private static final int[] ORANGE = {0xD2, 0x70, 0x00};
    private static final int[] RED = {0x6E, 0x0F, 0x0F};
    private static final int[] BLACK = {0x00, 0x00, 0x00};
    static final int[] BLUE = {0x1F, 0x5A, 0x96};
    private static final int[] GREEN = {0x00, 0x64, 0x00};
    private static final int[] GREY = {0x7F, 0x7F, 0x7F};

    private Strokes() {}

    static XDDFLineProperties of(Book.Stroke stroke) {
        int[] colour = switch (stroke) {
            case ACTUAL, FIRST -> BLACK;
            case TARGET -> GREEN;
            case PROJECTED, SECOND -> BLUE;
            case THIRD -> ORANGE;
            case FOURTH -> RED;
            case MEDIAN -> GREY;
            case BAND -> BAND;
        };
        PresetLineDash dash = switch (stroke) {
            case ACTUAL, BAND, FIRST -> PresetLineDash.SOLID;
            case TARGET -> PresetLineDash.LARGE_DASH;
            case PROJECTED, SECOND -> PresetLineDash.DASH;
            case THIRD -> PresetLineDash.SYSTEM_DASH;
            case FOURTH -> PresetLineDash.LARGE_DASH_DOT;
            case MEDIAN -> PresetLineDash.SYSTEM_DOT;
        };
        XDDFLineProperties line = new XDDFLineProperties(solid(colour));
        line.setWidth(stroke == Book.Stroke.MEDIAN ? 1.0 : 2.0);
        line.setPresetDash(new XDDFPresetLineDash(dash));
        return line;
    }

    static XDDFSolidFillProperties solid(int[] rgb) {
        return new XDDFSolidFillProperties(XDDFColor.from(new byte[] {(byte) rgb[0], (byte) rgb[1], (byte) rgb[2]}));
    }
}
