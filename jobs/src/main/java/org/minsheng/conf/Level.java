package org.minsheng.conf;

/** The levels of divisions, from the smallest to the largest. */
public enum Level {
    /** A development zone or the like, which is no division but reports beside the counties. */
    ZONE,
    COUNTY,
    /** The urban districts of a prefecture taken together: reported as a sum, and never a division of its own. */
    DISTRICTS,
    PREFECTURE,
    PROVINCE;

    /** Whether a region of this level reports where a series asks for those of another: a zone reports beside counties. */
    public boolean reportsAs(Level asked) {
        return this == asked || this == ZONE && asked == COUNTY;
    }

    /** The word used in files and tables: {@code zone}, {@code county} and so on. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
