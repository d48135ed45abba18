package org.minsheng.parse;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.parse.file.Cell;

/** Reads a year as tables write it. */
final class Years {
    private static final Pattern YEAR = Pattern.compile("(19\\d\\d|20\\d\\d)(年|度|年度|年末|年底)?");
    private static final Pattern ANY = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

    private Years() {}

    /** The year of a cell: of a date its year, else the year from 1900 to 2099 that it names, if any. */
    static OptionalInt of(Cell cell) {
        return parse(
                cell.kind() == Cell.Kind.DATE && cell.text().length() > 4
                        ? cell.text().substring(0, 4)
                        : cell.text());
    }

    /** A text with no years in it, so that this year's and the next one's are alike. */
    static String without(String text) {
        return ANY.matcher(text).replaceAll("");
    }

    /** The year from 1900 to 2099; empty if the text is none. */
    static OptionalInt parse(String text) {
        Matcher matcher =
                YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
