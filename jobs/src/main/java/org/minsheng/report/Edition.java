package org.minsheng.report;

import java.util.Locale;

/** The two workbooks on each subject. */
enum Edition {
    /** A few pages to be read and printed. */
    BRIEF,
    /** All figures, to be looked up. */
    ANNEX;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
