package org.minsheng.stage;

import java.util.Locale;

/** What makes a stage's results no longer hold. */
public enum Change {
    NEVER("not done before"),
    TIME("another time"),
    PROGRAM("another program"),
    CONFIGURATION("another configuration"),
    TABLES("tables that the last run did not leave so"),
    FILES("other files");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /** For machines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an operator reads. */
    public String words() {
        return words;
    }
}
