package org.minsheng.conf;

/** On which divisions counties add up to prefectures. */
public enum Divisions {
    /** Those of today, for all years. */
    TODAY,
    /** Those in force in each year. */
    THEN
}
