package org.minsheng.layout;

import java.util.regex.Pattern;

/**
 * Patterns as whoever fills in a table would write what they find: of alternatives the first, YYYY for a year, … for what may be
 * anything.
 */
public final class PatternWords {
    private static final String ANYTHING = "…";
    private static final String YEAR = "YYYY";

    private final String pattern;
    private int at;

    private PatternWords(String pattern) {
        this.pattern = pattern;
    }

    /** Such as YYYY年/人数(…) for {@code (?<year>\d{4})年/(人数|人口).*\((?<unit>.+)\)}. */
    public static String of(Pattern pattern) {
        String words = new PatternWords(pattern.pattern())
                .alternatives()
                .replaceAll(ANYTHING + "+", ANYTHING)
                .replaceAll("^" + ANYTHING + "|" + ANYTHING + "$", "");
        return words.isBlank() ? pattern.pattern() : words;
    }

    /** The first of those up to the end of the group. */
    private String alternatives() {
        String first = null;
        StringBuilder words = new StringBuilder();
        for (; at < pattern.length() && pattern.charAt(at) != ')'; ) {
            if (pattern.charAt(at) == '|') {
                at++;
                first = first == null ? words.toString() : first;
                words.setLength(0);
            } else {
                words.append(one());
            }
        }
        return first == null ? words.toString() : first;
    }

    /** A sign, a class of signs or a group, with how often it may stand there. */
    private String one() {
        char sign = pattern.charAt(at++);
        String words = switch (sign) {
            case '^', '$' -> "";
            case '.' -> ANYTHING;
            case '\\' -> escaped();
            case '[' -> ofClass();
            case '(' -> group();
            default -> String.valueOf(sign);
        };
        while (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
            at = pattern.charAt(at) == '{' ? after('}') : at + 1;
        }
        return words;
    }

    private String escaped() {
        char sign = at < pattern.length() ? pattern.charAt(at++) : '\\';
        if (sign == 'p' || sign == 'P') {
            at = at < pattern.length() && pattern.charAt(at) == '{' ? after('}') : at + 1;
            return ANYTHING;
        } else if (sign == 'Q') {
            int end = pattern.indexOf("\\E", at);
            String quoted = pattern.substring(at, end < 0 ? pattern.length() : end);
            at = end < 0 ? pattern.length() : end + 2;
            return quoted;
        }
        return switch (sign) {
            case 's', 'h', 'b', 'B' -> "";
            case 'd', 'D', 'w', 'W', 'S' -> ANYTHING;
            default -> String.valueOf(sign);
        };
    }

    /** The first sign of a class; of all but some, anything. */
    private String ofClass() {
        int start = at;
        at = after(']');
        if (pattern.charAt(start) == '\\') {
            PatternWords first = new PatternWords(pattern.substring(start, at));
            first.at = 1;
            return first.escaped();
        }
        return pattern.charAt(start) == '^' ? ANYTHING : pattern.substring(start, start + 1);
    }

    private String group() {
        String name = "";
        boolean isLook = false;
        if (pattern.startsWith("?", at)) {
            boolean isNamed =
                    pattern.startsWith("?<", at) && !pattern.startsWith("?<=", at) && !pattern.startsWith("?<!", at);
            isLook = !isNamed && !pattern.startsWith("?:", at);
            int start = at + 2;
            at = isNamed ? after('>') : Math.min(at + 2, pattern.length());
            name = isNamed ? pattern.substring(start, at - 1) : "";
        }
        String words = alternatives();
        at = Math.min(at + 1, pattern.length());
        if (isLook) {
            return "";
        }
        return name.equals("year") ? YEAR : name.isEmpty() ? words : ANYTHING;
    }

    /** Behind the next such sign. */
    private int after(char sign) {
        int end = pattern.indexOf(sign, at + (sign == ']' ? 1 : 0));
        return end < 0 ? pattern.length() : end + 1;
    }
}
