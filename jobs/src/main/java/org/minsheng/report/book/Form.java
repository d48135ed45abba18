package org.minsheng.report.book;

import java.util.List;

/**
 * A sheet to be filled in and sent back: locked but for the cells that ask for something.
 *
 * @param name at most 31 characters
 * @param widths of the columns, in characters, a Chinese one counting as two; 0 for one that is there for programs only
 * @param rows from the top
 * @param rules what may be typed into the rows to fill
 * @param alerts which cells of these rows take a colour
 * @param fixedColumns how many columns stay in sight
 * @param fixedRows how many rows stay in sight; those of them that are not hidden stand on each page
 * @param rowsToFill how many of the rows below those are to be filled
 */
public record Form(
        String name,
        List<Integer> widths,
        List<Row> rows,
        List<Rule> rules,
        List<Alert> alerts,
        int fixedColumns,
        int fixedRows,
        int rowsToFill)
        implements Book.Tab {

    /**
     * A row, as high as its texts take.
     *
     * @param cells from the left
     * @param lines how many lines high it is at least
     * @param hidden whether it is there for programs only
     */
    public record Row(List<Cell> cells, int lines, boolean hidden) {
        /** A row for people. */
        public static Row of(List<? extends Cell> cells) {
            return new Row(List.copyOf(cells), 1, false);
        }

        /** A row for programs. */
        public static Row hidden(List<? extends Cell> cells) {
            return new Row(List.copyOf(cells), 1, true);
        }
    }

    /** What stands in a place. */
    public sealed interface Cell {
        /** Nothing, not even a box. */
        record Gap() implements Cell {}

        /** Something that takes several columns. */
        record Wide(Cell cell, int columns) implements Cell {}

        /** The title of the sheet. */
        record Title(String text) implements Cell {}

        /** A text without a box. */
        record Plain(String text) implements Cell {}

        /** What stands before a place to write on. */
        record Label(String text) implements Cell {}

        /** A place to write on, with what is printed there; null where somebody may write. */
        record Line(String text) implements Cell {}

        /** The head of a column. */
        record Header(String text) implements Cell {}

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

        /** A number that is worked out, and what it is as long as nothing is filled in; null for nothing. */
        record Worked(String formula, Double number, int decimals) implements Cell {}

        /** A text that is worked out, in a box or not, and what it is as long as nothing is filled in. */
        record WorkedText(String formula, String text, boolean boxed) implements Cell {}
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
        /** That of which a formula is true, which is written for the first row to fill. */
        record Fitting(String formula) implements Allowed {}

        /** One of some words, which are offered. */
        record OneOf(List<String> words) implements Allowed {}
    }

    /**
     * A colour for cells of a column.
     *
     * @param formula when, written for the first row to fill
     */
    public record Alert(int column, String formula, Book.Light light) {}
}
