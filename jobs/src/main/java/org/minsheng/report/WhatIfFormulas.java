package org.minsheng.report;

import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;

/**
 * The formulas of the sheet of what-ifs. The first finds the row of the chosen target by its name in the table below, so that
 * sorting and filtering that changes nothing; the others take what stands in it.
 */
final class WhatIfFormulas {
    /** The columns of the table, behind "column.". */
    static final String NAME = "what-if";

    static final String TARGET = "target";
    static final String YEAR = "year";
    static final String VALUE = "value";
    static final String UNIT = "unit";
    static final String GAP = "gap-to-bound";
    static final String STEP = "step-unit";
    static final String RECENT = "recent";
    static final String COMPARABLE = "comparable";
    static final String NOT_MET = "not-met";
    static final String PEOPLE = "people-short";
    static final String DECIMALS = "decimals";

    private static final String CHOSEN = "$B$" + (Book.HEADER_ROW + 1);
    private static final String BY = "$B$" + (Book.HEADER_ROW + 2);
    private static final String ROW = "$B$" + (Book.HEADER_ROW + 3);

    private final Texts texts;
    private final Book.Table table;
    private final int first;

    /**
     * Over a table.
     *
     * @param header the row of its header, from 0
     */
    WhatIfFormulas(Texts texts, Book.Table table, int header) {
        this.texts = texts;
        this.table = table;
        this.first = header + 2;
    }

    /** What gives an answer. */
    String of(WhatIf.Answer answer) {
        String gap = at(GAP);
        String recent = at(RECENT);
        String yearly = gap + "/(VALUE(" + BY + ")-VALUE(" + at(YEAR) + "))";
        String times = up(yearly + "/" + recent, "1");
        String more = at(DECIMALS) + "+1";
        return switch (answer) {
            case ROW -> "MATCH(" + CHOSEN + "," + column(NAME) + ",0)";
            case TARGET -> at(TARGET);
            case VALUE -> "FIXED(" + at(VALUE) + "," + at(DECIMALS) + ")&" + at(UNIT);
            case YEAR -> at(YEAR);
            case GAP -> step(gap, at(DECIMALS));
            case YEARLY -> step(up(yearly, more), more);
            case RECENT -> {
                String rough = pattern("closing.rough", step(recent, more));
                yield known("IF(" + at(COMPARABLE) + "=" + quoted(texts.get("no")) + "," + rough + ","
                        + step(recent, more) + ")");
            }
            case TIMES ->
                known("IF(" + gap + "*" + recent + ">0,FIXED(" + times + ",1)," + quoted(Book.NOT_APPLICABLE) + ")");
            case EFFORT ->
                known("IF(" + gap + "*" + recent + "<=0," + quoted(texts.get("closing.turn")) + ",IF(" + yearly + "/"
                        + recent + "<=1," + quoted(texts.get("closing.as-now")) + ",IF(" + times + ">"
                        + Decimals.text(Closing.MANY, 0) + "," + quoted(texts.get("closing.many")) + ","
                        + pattern("closing.times", "FIXED(" + times + ",1)") + ")))");
            case NOT_MET -> count(at(NOT_MET));
            case PEOPLE -> count(at(PEOPLE));
        };
    }

    /** The names that can be chosen. */
    String options() {
        return column(NAME);
    }

    /** What stands in a column for the chosen target. */
    private String at(String key) {
        return "INDEX(" + column(key) + "," + ROW + ")";
    }

    private String column(String key) {
        String header = texts.get("column." + key);
        int col = table.columns().stream().map(Book.Column::header).toList().indexOf(header);
        String letter = String.valueOf((char) ('A' + col));
        return "$" + letter + "$" + first + ":$" + letter + "$"
                + (first + table.rows().size() - 1);
    }

    /** Rounded away from zero, so that it is enough, but for the tail of the arithmetic. */
    private static String up(String figure, String decimals) {
        return "ROUNDUP(ROUND(" + figure + ",9)," + decimals + ")";
    }

    private String step(String figure, String decimals) {
        return "IF(" + figure + ">0,\"+\",\"\")&FIXED(" + figure + "," + decimals + ")&" + at(STEP);
    }

    /** A mark where nobody knows how it moved lately. */
    private String known(String formula) {
        return "IF(ISNUMBER(" + at(RECENT) + ")," + formula + "," + quoted(Book.NOT_AVAILABLE) + ")";
    }

    private static String count(String figure) {
        return "IF(ISNUMBER(" + figure + "),FIXED(" + figure + ",0)," + figure + ")";
    }

    /** A text of the bundles around what a formula gives. */
    private String pattern(String key, String formula) {
        return quoted(texts.get(key, "\"&" + formula + "&\""));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
