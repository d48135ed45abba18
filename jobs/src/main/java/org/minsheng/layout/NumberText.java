package org.minsheng.layout;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number as people write it in tables. */
public final class NumberText {
    /** Marks that refer to a footnote. Compatibility forms would turn ① and ² into digits, so they go first. */
    private static final String MARK = "[\u2460-\u24FF\u2776-\u2793\u00B9\u00B2\u00B3\u2070-\u2079*\uFF0A\u2020\u2021]";

    private static final Pattern FOOTNOTE = Pattern.compile("(" + MARK + "|\\[\\d{1,2}\\]|\u6CE8\\d{0,2})+\\s*$");
    private static final Pattern ANY_MARK = Pattern.compile(MARK);
    private static final Pattern POWER = Pattern.compile("(?<![\\d.,])10[\u00B9\u00B2\u00B3\u2070-\u2079]");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>[+-]?((\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?|\\.\\d+)(E[+-]\\d{1,2})?)(?<suffix>[^\\d.,+-]\\D*)?");
    private static final Pattern SPACED =
            Pattern.compile("[+-]? ?(\\d{1,3}( \\d{3})+(\\.\\d+)?|\\S( \\S)*|[\\d.,]+)( \\D*)?");
    private static final int LONGEST = 80;
    private static final int LONGEST_PLAIN = 20;

    /**
     * A number with what stands behind it.
     *
     * @param suffix a unit or multiplier, such as % or 万; may be empty
     */
    public record Parsed(BigDecimal number, String suffix) {}

    private NumberText() {}

    /** A text as marks compare: a dash is a dash, however wide it is and whatever space stands beside it. */
    static String mark(String text) {
        return text.isEmpty() ? "" : normal(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it is digits with at most a sign and a point, as nearly all are: those need no search for more. */
    public static boolean isPlain(String text) {
        int digits = 0;
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && point < 0 && digits > 0) {
                point = i;
            } else if (i > 0 || c != '-') {
                return false;
            }
        }
        return digits > 0 && text.length() <= LONGEST_PLAIN && point != text.length() - 1;
    }

    /** The number with what stands behind it; empty if there is none, or more than one. */
    public static Optional<Parsed> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (POWER.matcher(text).find()) {
            return Optional.empty(); // ten with a footnote, or a power of ten
        }
        String unmarked = FOOTNOTE.matcher(text).replaceFirst("");
        if (ANY_MARK.matcher(unmarked).find()) {
            return Optional.empty();
        }
        String plain = normal(unmarked);
        if (plain.indexOf(' ') >= 0) {
            if (!SPACED.matcher(plain).matches()) {
                return Optional.empty(); // two numbers, for all we know
            }
            plain = plain.replace(" ", "");
        }
        Matcher matcher = NUMBER.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group("number").replace(",", "");
        String suffix = matcher.group("suffix") == null ? "" : matcher.group("suffix");
        return Optional.of(new Parsed(new BigDecimal(digits), suffix));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00A0\\u3000\\u200B-\\u200D\\uFEFF]+", " ")
                .strip()
                .replace('\u2212', '-');
    }
}
