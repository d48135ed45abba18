package org.minsheng.query.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts and numbers as charts show them, and how wide they are: nearly, as the font is the reader's. */
final class Words {
    private static final double LATIN = 0.56;

    private Words() {}

    /** In heights of the font. */
    static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x2E80 ? LATIN : 1).sum();
    }

    /** A text in lines no wider than some heights of the font, broken at blanks; none of an empty one. */
    static List<String> lines(String text, double widest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" ")) {
            if (line.length() > 0 && width(line + " " + word) > widest) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** With so many digits that two of a chart can be told apart, and no more. */
    static String number(double number) {
        int decimals = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 1 ? 1 : 3;
        BigDecimal shown = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(shown.scale(), 0) + "f", shown);
    }
}
