package org.minsheng.parse.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a section of a number format, sign after sign. */
final class FormatSectionReader {
    private static final Pattern CONDITION =
            Pattern.compile("\\[\\s*(<=|>=|<>|<|>|=)\\s*(-?[\\d.]+(?:E[+-]?\\d+)?)\\s*]");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{0,3}[\\p{Sc}\uFFE5]|CNY|RMB|USD|EUR");
    private static final Pattern SIGNS = Pattern.compile("[-+()\uFF08\uFF09\u2212\\s\u00A0\u3000]+");
    /** What makes a number look negative, or so in bookkeeping. */
    private static final Pattern NEGATES = Pattern.compile("[-(\uFF08\u2212\u25B2\u25B3]");

    private static final String GENERAL = "General";
    private static final String CHINESE_GENERAL = "G/\u901A\u7528\u683C\u5F0F";

    private final String code;
    private int at;
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder behind = new StringBuilder();
    private boolean digits;
    private boolean torn;
    private boolean signed;
    private boolean negates;
    private boolean point;
    /** Whether a point stands amid the digits that is only shown. */
    private boolean shownPoint;
    /** Places of digits before it. */
    private int shownIntegers;
    /** Places of digits before the real point. */
    private int integers;
    /** Commas since the last digit. */
    private int commas;

    private int thousands;
    private int percents;

    private FormatSectionReader(String code) {
        this.code = code;
    }

    static FormatSection read(String code) {
        FormatSectionReader reader = new FormatSectionReader(code);
        while (reader.at < code.length()) {
            reader.readNext();
        }
        return reader.section();
    }

    private void readNext() {
        char c = code.charAt(at);
        if (c == '"') {
            literal(upTo('"', code.length()));
        } else if ((c == '\\' || c == '!') && at + 1 < code.length()) {
            at += 2;
            literal(code.substring(at - 1, at));
        } else if (c == '_' || c == '*') {
            at += 2;
        } else if (c == '[') {
            bracket(upTo(']', code.length() - 1));
        } else if (code.regionMatches(true, at, GENERAL, 0, GENERAL.length())) {
            digits = true;
            at += GENERAL.length();
        } else if (code.startsWith(CHINESE_GENERAL, at)) {
            digits = true;
            at += CHINESE_GENERAL.length();
        } else if (digits && (c == 'E' || c == 'e') && (follows('+') || follows('-'))) {
            at += 2;
        } else {
            at++;
            sign(c);
        }
    }

    /**
     * What stands within two signs, of which the first is next; goes on behind the second.
     *
     * @param missing where the second would be if there is none
     */
    private String upTo(char second, int missing) {
        int end = code.indexOf(second, at + 1);
        end = end < 0 ? missing : end;
        String inside = code.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private boolean follows(char c) {
        return at + 1 < code.length() && code.charAt(at + 1) == c;
    }

    /** A currency, a colour, a condition or the like. */
    private void bracket(String inside) {
        if (inside.startsWith("$")) {
            literal(inside.substring(1).replaceFirst("-.*$", ""));
        } else {
            // A colour is how Excel's own formats show what is below zero.
            signed |= !inside.startsWith("DBNum")
                    && !CONDITION.matcher("[" + inside + "]").matches();
        }
    }

    private void sign(char c) {
        switch (c) {
            case '0', '#', '?', '@' -> {
                torn |= !behind.toString().isBlank();
                commas = 0;
                digits = true;
                integers += point ? 0 : 1;
            }
            case ',' -> commas += digits ? 1 : 0;
            case '.' -> {
                thousands += commas; // they scale as those at the end do: 0,.0
                commas = 0;
                torn |= point;
                point = true;
            }
            case '%' -> percents++;
            case '/' -> {
                if (digits) {
                    skipDenominator();
                } else {
                    literal("/");
                }
            }
            default -> literal(String.valueOf(c));
        }
    }

    /** A fraction shows the same number: what stands below the line are digits, or a number. */
    private void skipDenominator() {
        while (at < code.length() && (Character.isDigit(code.charAt(at)) || "?# ".indexOf(code.charAt(at)) >= 0)) {
            at++;
        }
    }

    /** A text that is shown as it is. */
    private void literal(String text) {
        negates |= digits ? text.equals("-") : NEGATES.matcher(text).find();
        signed |= SIGNS.matcher(text).matches() && !text.isBlank()
                || text.indexOf('\u25B2') >= 0
                || text.indexOf('\u25B3') >= 0;
        boolean amid = digits && hasDigit();
        if (amid && text.equals(".") && !shownPoint && !point) {
            shownPoint = true;
            shownIntegers = integers;
        } else if (!amid || !text.isBlank() && !text.equals(",") && !text.equals("'")) {
            // Else it parts the thousands, or the whole from a fraction.
            (digits ? behind : before).append(text);
        }
    }

    /** Whether a place for a digit follows. */
    private boolean hasDigit() {
        boolean quoted = false;
        for (int i = at; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '!' || c == '_' || c == '*')) {
                i++;
            } else if (!quoted && (c == '0' || c == '#' || c == '?')) {
                return true;
            }
        }
        return false;
    }

    private FormatSection section() {
        int tens = 3 * (thousands + commas) + (shownPoint ? integers - shownIntegers : 0);
        String prefix = withoutSigns(before);
        String suffix = digits ? withoutSigns(behind) : before.toString() + behind;
        return new FormatSection(
                condition(), digits, tens, percents, prefix, suffix, torn || shownPoint && point, signed, negates);
    }

    private static String withoutSigns(CharSequence text) {
        return SIGNS.matcher(CURRENCY.matcher(text).replaceAll("")).replaceAll("");
    }

    private FormatSection.Condition condition() {
        Matcher matcher = CONDITION.matcher(code);
        return matcher.find() ? new FormatSection.Condition(matcher.group(1), number(matcher.group(2))) : null;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // holds for no number
        }
    }
}
