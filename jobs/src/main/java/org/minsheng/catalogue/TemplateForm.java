package org.minsheng.catalogue;

import org.minsheng.storage.Sha256;

/**
 * What those who write reporting templates and those who read the filled ones agree on: the marks by which a reporting
 * template is known when it comes back. The first row of each of its sheets to be filled, which is hidden, holds the mark, the
 * year, the office and a seal over both; the row above the cells to fill, hidden too, says what each column is. A hidden row
 * ends them: what stands below it, such as sums, is for people.
 */
public final class TemplateForm {
    public static final String MARK = "minsheng-template/1";
    public static final int MARK_COL = 0;
    public static final int YEAR_COL = 1;
    public static final int OFFICE_COL = 2;
    public static final int SEAL_COL = 3;

    /** The hidden row that says what each column is, in those that are made now: older ones have it further up. */
    public static final int IDS_ROW = 8;

    /** The first row of cells to fill. */
    public static final int FIRST_ROW = 9;

    /** What the hidden row below the cells to fill begins with. */
    public static final String END = "end";

    public static final String REF_AREA = "ref_area";
    public static final String NAME = "name";
    public static final String PREVIOUS = "previous";
    public static final String COMMENT = "comment";
    public static final String CHECK = "check";
    public static final String EVIDENCE = "evidence";
    public static final String DATE = "date";
    public static final String SERIES = "series";
    public static final String VALUE = "value";

    private static final int SEAL_LENGTH = 12;

    private TemplateForm() {}

    /** What tells that year and office are those with which the template was made. */
    public static String seal(String year, String office) {
        return Sha256.of(MARK + "\n" + year + "\n" + office).substring(0, SEAL_LENGTH);
    }
}
