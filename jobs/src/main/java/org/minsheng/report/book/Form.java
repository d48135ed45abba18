package org.minsheng.report.book;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sheet to be filled in and sent back: locked but for the cells that ask for something.
 *
 * @param name at most 31 characters
 * @param widths of the columns, in characters, a Chinese one counting as two
 * @param rows from the top
 * @param rules what may be typed below the rows that stay in sight
 * @param fixedColumns how many columns stay in sight
 * @param fixedRows how many rows stay in sight; those of them that are not hidden stand on each page
 */
public record Form(String name, List<Integer> widths, List<Row> rows, List<Rule> rules, int fixedColumns, int fixedRows)
        implements Book.Tab {

    /**
     * A row.
     *
     * @param cells from the left
     * @param height in points, null for that of a line
     * @param hidden whether it is there for programs only
     */
    public record Row(List<Cell> cells, Double height, boolean hidden) {
        /** A row of the height of a line. */
        public static Row of(List<Cell> cells) {
            return new Row(cells, null, false);
        }

        /** A row for programs. */
        public static Row hidden(List<Cell> cells) {
            return new Row(cells, null, true);
        }
    }

    /** What stands in a place. */
    public sealed interface Cell {
        /** Nothing, not even a box. */
        record Gap() implements Cell {}

        /** The title of the sheet. */
        record Title(String text) implements Cell {}

        /** A text without a box. */
        record Plain(String text) implements Cell {}

        /** The head of some columns. */
        record Header(String text, int columns) implements Cell {}

        /** A text in a box. */
        record Text(String text) implements Cell {}

        /** A number that is known, with its decimals; null where there is none. */
        record Known(Double number, int decimals) implements Cell {}

        /** A word that is known. */
        record KnownWord(String word) implements Cell {}

        /** A number is asked for. */
        record AskedNumber(int decimals) implements Cell {}

        /** A text is asked for, or a choice. */
        record AskedText() implements Cell {}
    }

    /**
     * What may be typed into a column; nothing always may.
     *
     * @param column from 0
     * @param title above the message, which is cut where it is too long for that
     * @param message to those who type something else
     */
    public record Rule(int column, Allowed allowed, String title, String message) {}

    /** What a rule takes. */
    public sealed interface Allowed {
        /** A number, the bounds included; a bound that is null does not bind. */
        record Between(BigDecimal least, BigDecimal most) implements Allowed {}

        /** One of some words, which are offered. */
        record OneOf(List<String> words) implements Allowed {}
    }
}
