package org.minsheng.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Value;

/**
 * The columns of a table, each declared with what stands in it, so that no header comes to stand over another column's values.
 *
 * @param <T> what a row of the table is of
 */
final class TableColumns<T> {
    private final Texts texts;
    private final List<Column> columns = new ArrayList<>();
    private final List<Function<T, Value>> values = new ArrayList<>();

    /** No columns yet, whose headers will be words of {@code texts}. */
    TableColumns(Texts texts) {
        this.texts = texts;
    }

    /**
     * Adds a column on the right.
     *
     * @param key of its header, behind "column."
     * @param width in characters, a Chinese one counting as two
     */
    TableColumns<T> add(String key, int width, Function<T, Value> value) {
        return add(key, width, Look.PLAIN, value);
    }

    /** Adds a column that helps the eye. */
    TableColumns<T> add(String key, int width, Look look, Function<T, Value> value) {
        return add(new Column(texts.get("column." + key), width, look), value);
    }

    /** Adds a column whose header is no fixed word. */
    TableColumns<T> add(Column column, Function<T, Value> value) {
        columns.add(column);
        values.add(value);
        return this;
    }

    /** How many there are. */
    int size() {
        return columns.size();
    }

    /**
     * The table. What stands in a row is made out where it is asked for, so that a long table is not in memory as a whole.
     *
     * @param name unique in the workbook, of ASCII letters
     * @param rows what each row is of
     */
    Book.Table table(String name, List<T> rows) {
        return new Book.Table(name, columns, new AbstractList<>() {
            @Override
            public List<Value> get(int at) {
                return values(rows.get(at));
            }

            @Override
            public int size() {
                return rows.size();
            }
        });
    }

    private List<Value> values(T row) {
        return values.stream().map(value -> value.apply(row)).toList();
    }
}
