package org.minsheng.parse.file;

import java.util.regex.Pattern;

/**
 * Puts a text together from runs that look different, as a person reads it: a small raised or lowered mark behind a number
 * or name is a footnote's and no part of it, but the 2 of m² and of PM2.5 is.
 */
final class RichText {
    /** How a run stands to its line. */
    enum Script {
        NONE,
        RAISED,
        LOWERED
    }

    private static final Pattern MARK =
            Pattern.compile("[\\s\\d,\uFF0C\u3001*\uFF0A\u2020\u2021\u00A7#()\uFF08\uFF09\\[\\]\u2460-\u24FF"
                    + "\u2776-\u2793\u00B9\u00B2\u00B3\u2070-\u2079\u6CE8]+|[\\s(\\[\uFF08]*[A-Za-z][\\s)\\]\uFF09]*");
    /** What a power may stand behind: a unit of length, or ten. */
    private static final Pattern BASE = Pattern.compile("(?:.*[^A-Za-z])?[kcdmh]?m|(?:.*[^\\d.,])?10", Pattern.DOTALL);

    private static final Pattern POWER = Pattern.compile("[-\u2212]?\\d{1,2}");
    private static final Pattern ENDS_IN_LETTER = Pattern.compile(".*[A-Za-z]", Pattern.DOTALL);
    private static final String RAISED_DIGITS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();
    private boolean marked;
    /** Whether anything stands on the line itself. */
    private boolean level;

    private boolean struck;

    /** Adds the next run. */
    void add(String run, Script script, boolean runStruck) {
        struck |= runStruck && !run.isBlank();
        level |= script == Script.NONE && !run.isBlank();
        if (script == Script.NONE && !marked) {
            text.append(run);
        } else if (script == Script.RAISED
                && POWER.matcher(run).matches()
                && BASE.matcher(text).matches()) {
            run.chars().forEach(c -> text.append(raised((char) c)));
        } else if (isMark(run, script)) {
            marks.append(run);
            marked |= !run.isBlank();
        } else {
            if (endsInDigit() && goesOn(run)) {
                text.append('*'); // two numbers with a mark between them are not one
            }
            marked = false;
            text.append(run);
        }
    }

    private boolean isMark(String run, Script script) {
        return script != Script.NONE
                && MARK.matcher(run).matches()
                && !(script == Script.LOWERED && ENDS_IN_LETTER.matcher(text).matches());
    }

    private static boolean goesOn(String run) {
        return !run.isBlank()
                && (Character.isDigit(run.strip().charAt(0)) || run.strip().charAt(0) == '.');
    }

    private boolean endsInDigit() {
        return text.length() > 0 && Character.isDigit(text.charAt(text.length() - 1));
    }

    private static char raised(char c) {
        return c >= '0' && c <= '9' ? RAISED_DIGITS.charAt(c - '0') : '\u207B';
    }

    /** The text with its looks; struck-through text is whole. */
    Cell cell() {
        String shown = XlsxTexts.decoded(text.toString());
        if (struck) {
            return Cell.text(shown.isBlank() ? marks.toString() : shown).as(Cell.Kind.STRUCK);
        }
        return level
                ? Cell.text(shown)
                : Cell.text(XlsxTexts.decoded(marks.toString()) + shown).as(Cell.Kind.MARK);
    }
}
