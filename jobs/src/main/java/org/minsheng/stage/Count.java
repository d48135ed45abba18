package org.minsheng.stage;

/** The names of what runs count, in their record and in the table of runs. */
public final class Count {
    /** Files of the landing folder. */
    public static final String FILES_FOUND = "files_found";
    /** Files that this run read for the first time. */
    public static final String FILES_READ = "files_read";
    /** Indicators that this run computed. */
    public static final String INDICATORS = "indicators";
    /** Workbooks in their folder. */
    public static final String WORKBOOKS = "workbooks";
    /** Workbooks that this run wrote. */
    public static final String WORKBOOKS_CHANGED = "workbooks_changed";

    /** Submissions in the lake. */
    public static final String SUBMISSIONS = "submissions";
    /** Cells of them that are not empty. */
    public static final String CELLS = "cells";
    /** Those of the cells that are observations. */
    public static final String OBSERVATIONS = "observations";
    /** Rejects in the lake. */
    public static final String REJECTS = "rejects";
    /** Flags in the lake: what is odd about observations. */
    public static final String FLAGS = "flags";

    /** Files of the tables before upkeep. */
    public static final String FILES_BEFORE = "files_before";
    /** Files of the tables after upkeep. */
    public static final String FILES_AFTER = "files_after";
    /** Findings of upkeep. */
    public static final String BROKEN = "broken";

    private Count() {}
}
