package org.minsheng.report;

import java.util.List;
import org.minsheng.conf.Label;
import org.minsheng.conf.Texts;

/**
 * A workbook as data, before any library has seen it.
 *
 * @param title its title, which also stands in the document's properties
 * @param sheets in their order, with different names
 */
record Book(String title, List<Sheet> sheets) {

    /**
     * A sheet: a title, a line below it, one table, notes below the table.
     *
     * @param name at most 31 characters
     * @param title what, where and when
     * @param subtitle as-of, unit and notices; may be empty
     * @param columns the columns of the table
     * @param fixedColumns how many columns stay in sight
     * @param rows each with a value for each column
     * @param notes below the table
     */
    record Sheet(
            String name,
            String title,
            String subtitle,
            List<Column> columns,
            int fixedColumns,
            List<List<Value>> rows,
            List<String> notes) {}

    /**
     * A column.
     *
     * @param width in characters, a Chinese one counting as two
     */
    record Column(String header, int width) {}

    /** What a cell shows. */
    sealed interface Value {
        /** A text, which is never taken for a formula. */
        record Text(String text) implements Value {}

        /** A short text that stands in the middle: a code, a year, a unit. */
        record Mark(String text) implements Value {}

        /** A number with its decimals. */
        record Number(double number, int decimals) implements Value {}

        /** A traffic light: a word and its colour. */
        record Status(String word, Light light) implements Value {}
    }

    /** The colours of status. */
    enum Light {
        GREEN,
        AMBER,
        RED,
        GREY
    }

    static Value text(String text) {
        return new Value.Text(text == null ? "" : text);
    }

    static Value mark(String text) {
        return new Value.Mark(text);
    }

    /** A number, or the mark for one that is not available. */
    static Value number(Double number, int decimals) {
        return number == null ? new Value.Mark(NOT_AVAILABLE) : new Value.Number(number, decimals);
    }

    /** The mark for a figure that is not available. Missing is never zero, and no cell is left blank. */
    static final String NOT_AVAILABLE = "…";

    /** The mark for a figure that there cannot be. */
    static final String NOT_APPLICABLE = "—";

    /** A label in the words' language. */
    static Value text(Label label, Texts texts) {
        return text(label.in(texts.language()));
    }
}
