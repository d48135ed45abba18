package org.minsheng.run;

import java.util.Locale;

/** The stages of a run, in their order. */
public enum Stage {
    INGEST,
    PROGRESS,
    REPORT;

    /** The word used on the command line and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
