package org.minsheng.catalogue;

/** What a target asks of its indicator. */
public enum TargetKind {
    /** To reach a value by the deadline. */
    LEVEL,
    /** To reach everyone by the deadline: 100%. */
    COVERAGE,
    /** To stay at or above a value, or about it. */
    MAINTAIN;

    /** The word used in files and tables. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
