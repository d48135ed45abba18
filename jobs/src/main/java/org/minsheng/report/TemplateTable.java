package org.minsheng.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Formulas;

/**
 * What a sheet of a template asks, before it is laid out. Its first column has codes, and its second one names.
 *
 * @param name of the sheet
 * @param number of the form, as the authority numbers its forms; null where it does not
 * @param columns from the left
 * @param rows to be filled, with a cell for each column
 * @param rules what may be typed
 * @param relations how what is typed has to fit together
 */
record TemplateTable(
        String name,
        String number,
        List<Column> columns,
        List<List<Form.Cell>> rows,
        List<Form.Rule> rules,
        List<TemplateRelation> relations) {

    /** What a column is for. */
    enum Use {
        LABEL,
        KNOWN,
        /** It has to be filled. */
        ASKED,
        /** It may be filled. */
        FREE
    }

    /**
     * A column.
     *
     * @param id what those who read the filled form know it by
     * @param width in characters, a Chinese one counting as two
     * @param group the title over this column and those beside it with the same one; null where there is none
     * @param header its own title
     * @param decimals of its sum; null where there is none
     */
    record Column(String id, int width, String group, String header, Use use, Integer decimals) {}

    /** The last row to fill, on the sheet. */
    int lastRow() {
        return TemplateForm.FIRST_ROW + rows.size() - 1;
    }

    /** A column's cells to fill, for formulas. */
    String cells(int column) {
        return Formulas.column(TemplateForm.FIRST_ROW, lastRow(), column);
    }

    /** How many cells have to be filled. */
    int asked() {
        return rows.size() * (int) askedColumns().count();
    }

    /** The columns that have to be filled. */
    Stream<Integer> askedColumns() {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).use() == Use.ASKED)
                .boxed();
    }

    /**
     * A formula for how many of them are.
     *
     * @param sheet what stands before cells of this sheet; empty on the sheet itself
     */
    String filled(String sheet) {
        return askedColumns()
                .map(column -> "COUNTA(" + sheet + cells(column) + ")")
                .collect(Collectors.joining("+"));
    }
}
