package org.minsheng.run;

/** What makes a stage's results no longer hold. */
enum Change {
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

    /** What an operator reads. */
    String words() {
        return words;
    }
}
