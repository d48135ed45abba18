package org.minsheng.parse.file;

import java.util.List;
import java.util.regex.Pattern;

/** The texts and styles that the cells of a workbook refer to. */
final class XlsxTexts {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<Cell> texts;
    private final List<CellStyle> styles;

    XlsxTexts(List<Cell> texts, List<CellStyle> styles) {
        this.texts = texts;
        this.styles = styles;
    }

    /** The cell of a text: the same object each time, as the same names stand in many rows. */
    Cell text(String index) throws Unreadable {
        int i;
        try {
            i = Integer.parseInt(index.strip());
        } catch (NumberFormatException e) {
            i = -1;
        }
        if (i < 0 || i >= texts.size()) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: there is no text number " + index);
        }
        return texts.get(i);
    }

    /** Characters that XML cannot hold are written like _x000D_. */
    static String decoded(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : text;
    }

    CellStyle style(int index) {
        return index < styles.size() ? styles.get(index) : CellStyle.PLAIN;
    }
}
