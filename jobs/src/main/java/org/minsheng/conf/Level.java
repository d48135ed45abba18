package org.minsheng.conf;

/** The levels of divisions, from the smallest to the largest. */
public enum Level {
    COUNTY,
    PREFECTURE,
    PROVINCE;

    /** The word used in files and tables: {@code county}, {@code prefecture} or {@code province}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
