package org.minsheng.ingest;

/**
 * The marks by which a reporting template is known when it comes back. The first row of each of its sheets to be filled,
 * which is hidden, holds the mark and the year; the row above the cells to fill, hidden too, says what each column is.
 */
final class TemplateForm {
    static final String MARK = "minsheng-template/1";
    static final int MARK_COL = 0;
    static final int YEAR_COL = 1;

    /** Row of titles, then of units, then the hidden one that says what each column is, then the cells to fill. */
    static final int TITLES_ROW = 2;

    static final int UNITS_ROW = 3;
    static final int IDS_ROW = 4;
    static final int FIRST_ROW = 5;

    static final String REF_AREA = "ref_area";
    static final String NAME = "name";
    static final String PREVIOUS = "previous";
    static final String COMMENT = "comment";
    static final String EVIDENCE = "evidence";
    static final String DATE = "date";
    static final String SERIES = "series";
    static final String VALUE = "value";

    private TemplateForm() {}
}
