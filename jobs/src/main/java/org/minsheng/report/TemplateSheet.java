package org.minsheng.report;

import static org.minsheng.report.book.Formulas.cell;
import static org.minsheng.report.book.Formulas.place;
import static org.minsheng.report.book.Formulas.sentence;
import static org.minsheng.report.book.Formulas.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minsheng.catalogue.Masthead;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Label;
import org.minsheng.conf.Texts;
import org.minsheng.report.TemplateTable.Column;
import org.minsheng.report.book.Form;
import org.minsheng.report.book.Form.Cell;
import org.minsheng.report.book.Form.Row;

/**
 * Lays a table of a template out as a form of a statistical authority: its number and who issued it at the upper right, how much
 * is filled and whether it fits together beside that; below the table sums, the relations that it was checked for, and who
 * answers for it.
 */
final class TemplateSheet {
    private static final int CHECK_WIDTH = 24;
    /** Names, in the table's second column. */
    private static final int NAMES = 1;
    /** Columns at the left over which lines of the head run. */
    private static final int HEAD_COLUMNS = 4;

    private static final int WORDS_WIDTH = 58;
    private static final int RESULT_WIDTH = 36;

    private final Texts texts;
    private final Label office;
    private final int year;
    private final Masthead masthead;
    private final TemplateTable table;
    private final List<Integer> widths;
    /** The column that tells what is wrong with a row; that behind it, which is hidden, has the numbers of the relations. */
    private final int checkCol;

    TemplateSheet(Texts texts, Label office, int year, Masthead masthead, TemplateTable table) {
        this.texts = texts;
        this.office = office;
        this.year = year;
        this.masthead = masthead;
        this.table = table;
        this.checkCol = table.columns().size();
        this.widths = Stream.concat(table.columns().stream().map(Column::width), Stream.of(CHECK_WIDTH, 0))
                .toList();
    }

    String name() {
        return table.name();
    }

    int asked() {
        return table.asked();
    }

    /** As {@link TemplateTable#filled}. */
    String filled(String sheet) {
        return table.filled(sheet);
    }

    /** What is told as long as nothing is filled in. */
    static String verdict(Texts texts) {
        return texts.get("untouched");
    }

    /**
     * A formula for what is to be said of all rows.
     *
     * @param sheet what stands before cells of this sheet; empty on the sheet itself
     */
    String verdict(String sheet) {
        String filled = table.filled(sheet);
        String told = "COUNTIF(" + sheet + table.cells(checkCol + 1) + ",\"*(*\")";
        return "IF(" + filled + "=0," + text(verdict(texts))
                + ",IF(" + told + ">0," + sentence(texts.get("told", place(0)), told)
                + ",IF(" + filled + "<" + asked() + ","
                + sentence(texts.get("partly", place(0)), "(" + asked() + "-(" + filled + "))")
                + "," + text(texts.get("passed")) + ")))";
    }

    Form form(String title) {
        List<Row> rows = new ArrayList<>(head(title));
        for (int i = 0; i < table.rows().size(); i++) {
            rows.add(Row.of(Stream.concat(table.rows().get(i).stream(), checks(TemplateForm.FIRST_ROW + i))
                    .toList()));
        }
        rows.add(Row.hidden(List.of(new Cell.Plain(TemplateForm.END))));
        if (table.rows().size() > 1 && table.columns().stream().anyMatch(column -> column.decimals() != null)) {
            rows.add(sums());
        }
        rows.addAll(relations());
        rows.addAll(signatures());
        return new Form(
                table.name(),
                widths,
                rows,
                table.rules(),
                table.relations().stream()
                        .flatMap(relation -> relation.alerts().stream())
                        .toList(),
                NAMES + 1,
                TemplateForm.FIRST_ROW,
                table.rows().size());
    }

    private List<Row> head(String title) {
        String[] marks = new String[4];
        marks[TemplateForm.MARK_COL] = TemplateForm.MARK;
        marks[TemplateForm.YEAR_COL] = String.valueOf(year);
        marks[TemplateForm.OFFICE_COL] = office.zh();
        marks[TemplateForm.SEAL_COL] = TemplateForm.seal(String.valueOf(year), office.zh());
        String filled = texts.get("filled", place(0), String.valueOf(asked()));
        String checks = texts.get("checks");
        return List.of(
                Row.hidden(Stream.of(marks).map(Cell.Plain::new).toList()),
                Row.of(List.of(new Cell.Wide(new Cell.Title(title), checkCol + 1))),
                line(new Cell.Plain(texts.get("office", office)), "form.number", table.number()),
                line(new Cell.Plain(texts.get("period", String.valueOf(year))), "form.issuer", masthead.issuer()),
                line(
                        worked(sentence(filled, "(" + filled("") + ")"), filled.replace(place(0), "0")),
                        "form.document",
                        masthead.document()),
                line(
                        worked(text(checks) + "&" + verdict(""), checks + verdict(texts)),
                        "form.valid",
                        Objects.toString(masthead.validTo(), null)),
                groups(),
                Row.of(columns().map(column -> new Cell.Header(column.header())).toList()),
                Row.hidden(columns().map(column -> new Cell.Plain(column.id())).toList()));
    }

    private static Cell worked(String formula, String text) {
        return new Cell.WorkedText(formula, text, false);
    }

    /** A line of the head: something at the left, and a line of the authority's at the right. */
    private Row line(Cell left, String label, String printed) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Wide(left, HEAD_COLUMNS)));
        cells.addAll(Collections.nCopies(checkCol - 1 - HEAD_COLUMNS, new Cell.Gap()));
        cells.add(new Cell.Label(texts.get(label)));
        cells.add(new Cell.Line(printed));
        return Row.of(cells);
    }

    /** The columns with those of the checks. */
    private Stream<Column> columns() {
        Column check = new Column(TemplateForm.CHECK, CHECK_WIDTH, null, texts.get("check"), null, null);
        return Stream.concat(table.columns().stream(), Stream.of(check, check));
    }

    private Row groups() {
        List<Cell> cells = new ArrayList<>();
        List<Column> columns = table.columns();
        for (int from = 0; from < columns.size(); ) {
            String group = columns.get(from).group();
            int to = from + 1;
            while (group != null
                    && to < columns.size()
                    && group.equals(columns.get(to).group())) {
                to++;
            }
            cells.add(group == null ? new Cell.Gap() : new Cell.Wide(new Cell.Header(group), to - from));
            from = to;
        }
        return Row.of(cells);
    }

    /** What is wrong in a row, and the numbers of the relations that it goes against. */
    private Stream<Cell> checks(int row) {
        String asked = table.askedColumns().map(col -> cell(row, col)).collect(Collectors.joining(","));
        String told = cell(row, checkCol + 1);
        String check = "IF(COUNTA(" + asked + ")=0,\"\",IF(LEN(" + told + ")>0,"
                + sentence(texts.get("against", place(0)), told)
                + ",IF(COUNTA(" + asked + ")<" + table.askedColumns().count()
                + "," + text(texts.get("incomplete")) + "," + text(texts.get("passed")) + ")))";
        String numbers = IntStream.range(0, table.relations().size())
                .mapToObj(i -> "IF(" + table.relations().get(i).broken().apply(row) + "," + text(number(i)) + ",\"\")")
                .collect(Collectors.joining("&"));
        return Stream.of(new Cell.WorkedText(check, "", true), new Cell.WorkedText(numbers, "", true));
    }

    /** In brackets, so that the first is not found in the eleventh. */
    private static String number(int relation) {
        return "(" + (relation + 1) + ")";
    }

    /** Sums of what adds up, and of nothing else. */
    private Row sums() {
        List<Cell> cells = new ArrayList<>();
        for (int col = 0; col < table.columns().size(); col++) {
            Integer decimals = table.columns().get(col).decimals();
            String all = table.cells(col);
            cells.add(
                    decimals == null
                            ? new Cell.Text(col == NAMES ? texts.get("total") : "")
                            : new Cell.Worked(
                                    "IF(COUNT(" + all + ")=0,\"\",SUM(" + all + "))", knownSum(col), decimals));
        }
        cells.add(new Cell.Text(""));
        return Row.of(cells);
    }

    /** The sum of what is known in a column; null where nothing is. */
    private Double knownSum(int col) {
        return table.rows().stream()
                .map(row -> row.get(col))
                .filter(one -> one instanceof Cell.Known known && known.number() != null)
                .map(one -> BigDecimal.valueOf(((Cell.Known) one).number()))
                .reduce(BigDecimal::add)
                .map(BigDecimal::doubleValue)
                .orElse(null);
    }

    private List<Row> relations() {
        int words = columnsOf(0, WORDS_WIDTH);
        int result = columnsOf(words, RESULT_WIDTH);
        List<Row> rows = new ArrayList<>(List.of(Row.of(List.of())));
        rows.add(Row.of(List.of(
                new Cell.Wide(new Cell.Header(texts.get("relations")), words),
                new Cell.Wide(new Cell.Header(texts.get("result")), result))));
        for (int i = 0; i < table.relations().size(); i++) {
            TemplateRelation relation = table.relations().get(i);
            rows.add(new Row(
                    List.of(
                            new Cell.Wide(new Cell.Text(number(i) + " " + relation.words()), words),
                            new Cell.Wide(
                                    new Cell.WorkedText(result(i, relation), texts.get("incomparable"), true), result)),
                    RESULT_WIDTH > width(words, result) ? 2 : 1,
                    false));
        }
        return rows;
    }

    /** A formula for whether a relation holds in all rows, or in how many it does not and which is the first. */
    private String result(int number, TemplateRelation relation) {
        String told = table.cells(checkCol + 1);
        String wanted = text("*" + number(number) + "*");
        String count = "COUNTIF(" + told + "," + wanted + ")";
        String first = "INDEX(" + table.cells(NAMES) + ",MATCH(" + wanted + "," + told + ",0))";
        String broken = texts.get(relation.firm() ? "broken" : "odd", place(0), place(1));
        return "IF(" + count + ">0," + sentence(broken, count, first)
                + ",IF(" + relation.comparable() + "=0," + text(texts.get("incomparable"))
                + "," + text(texts.get("passed")) + "))";
    }

    /** How many columns from one on are as wide as is needed, as far as there are any. */
    private int columnsOf(int from, int needed) {
        int columns = 1;
        while (width(from, columns) < needed && from + columns <= checkCol) {
            columns++;
        }
        return columns;
    }

    private int width(int from, int columns) {
        return widths.subList(from, from + columns).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Who answers for it, who filled it in, and how to reach them: not read when it comes back. */
    private List<Row> signatures() {
        return List.of(Row.of(List.of()), signed("head", "preparer"), signed("phone", "sent"));
    }

    private Row signed(String first, String second) {
        return new Row(
                List.of(
                        new Cell.Wide(new Cell.Label(texts.get(first)), 2),
                        new Cell.Wide(new Cell.AskedText(), 2),
                        new Cell.Label(texts.get(second)),
                        new Cell.AskedText()),
                2,
                false);
    }
}
