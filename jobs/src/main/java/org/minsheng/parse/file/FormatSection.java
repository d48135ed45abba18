package org.minsheng.parse.file;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A part of a number format: it is for numbers above zero, say, or below.
 *
 * @param condition of the numbers it is for, null where its place tells
 * @param digits whether it shows the number at all
 * @param tens by how many powers of ten what it shows is less
 * @param percents how many signs of per cent it has
 * @param prefix text before the number, without signs and currency
 * @param suffix text behind it, or all of it where it shows no number
 * @param torn whether text stands amid the digits
 * @param signed whether it shows the sign of a number below zero, be it by its colour
 * @param negates whether it puts a sign or brackets of its own to any number
 */
record FormatSection(
        Condition condition,
        boolean digits,
        int tens,
        int percents,
        String prefix,
        String suffix,
        boolean torn,
        boolean signed,
        boolean negates) {
    private static final Pattern DASHES = Pattern.compile("[-\u2212\u2014\u2013\\s\u00A0]*");

    /** From when on a section holds. */
    record Condition(String operator, double bound) {
        boolean holds(double number) {
            return switch (operator) {
                case "<" -> number < bound;
                case "<=" -> number <= bound;
                case ">" -> number > bound;
                case ">=" -> number >= bound;
                case "=" -> number == bound;
                default -> number != bound;
            };
        }
    }

    boolean usual() {
        return digits && tens == 0 && percents <= 1 && prefix.isEmpty() && suffix.isEmpty() && !torn;
    }

    /** The number as shown, with all its decimals; null where it cannot be told. */
    Cell cell(double number) {
        if (!digits) {
            return number == 0 && !suffix.isEmpty() && DASHES.matcher(suffix).matches() ? Cell.number(0) : null;
        } else if (torn || percents > 1 || percents > 0 && (tens != 0 || !prefix.isEmpty() || !suffix.isEmpty())) {
            return null;
        } else if (percents == 1) {
            return new Cell(Cell.Kind.PERCENT, null, number);
        }
        double shown = tens == 0
                ? number
                : BigDecimal.valueOf(number).movePointLeft(tens).doubleValue();
        Cell cell = Cell.number(shown);
        return prefix.isEmpty() && suffix.isEmpty() ? cell : Cell.text(prefix + cell.text() + suffix);
    }
}
