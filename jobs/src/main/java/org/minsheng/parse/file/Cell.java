package org.minsheng.parse.file;

import java.math.BigDecimal;

/**
 * A cell as it stands in a file.
 *
 * @param kind what it holds
 * @param string its text where it holds one, or what is wrong with it; null for a number
 * @param number its number where it holds one, else 0
 */
public record Cell(Kind kind, String string, double number) {
    private static final double LARGEST_WHOLE = 1e15;

    /** What stands where nothing does. */
    public static final Cell BLANK = new Cell(Kind.BLANK, "", 0);

    /** What a cell can hold. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        /** A number that is shown in per cent: 0.952 stands for 95.2%. */
        PERCENT,
        /** A number that is shown as a date. */
        DATE,
        ERROR,
        /** Text or a number that is struck through, wholly or in part. */
        STRUCK,
        /** Nothing but small raised or lowered text, as footnotes are marked. */
        MARK,
        /** A number whose format shows another one, or none. */
        DISGUISED
    }

    /** A text; one in which nothing can be seen is blank. */
    public static Cell text(String text) {
        return text.chars().allMatch(Cell::isInvisible) ? BLANK : new Cell(Kind.TEXT, text, 0);
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || Character.isISOControl(character);
    }

    /** A number. */
    public static Cell number(double number) {
        return new Cell(Kind.NUMBER, null, number);
    }

    /** The same, but of another kind because of how it looks; what is blank stays so. */
    Cell as(Kind look) {
        return blank() || kind == look ? this : new Cell(look, text(), number);
    }

    /** Whether it holds nothing. */
    public boolean blank() {
        return kind == Kind.BLANK;
    }

    /** As a reader of the table sees it, with all decimals; never null. */
    public String text() {
        return switch (kind) {
            case NUMBER -> whole() ? Long.toString((long) number) : plain(decimal());
            case PERCENT -> plain(decimal().movePointRight(2)) + "%";
            default -> string;
        };
    }

    /** The shortest decimal that stands for the number: 0.1, and not the binary fraction nearest to it. */
    public BigDecimal decimal() {
        return whole() ? BigDecimal.valueOf((long) number) : BigDecimal.valueOf(number);
    }

    /** Most cells of statistical tables are, and a long is read and written in a fraction of the time. */
    private boolean whole() {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
