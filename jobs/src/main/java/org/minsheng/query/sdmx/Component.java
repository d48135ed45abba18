package org.minsheng.query.sdmx;

import org.minsheng.conf.Label;

/**
 * A column of the figures.
 *
 * @param codes what it may be; null where it is no code
 * @param textType what it is where it is no code, in the words of SDMX
 */
record Component(String id, Role role, Label name, CodeList codes, String textType) {
    /** What it is for. */
    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        ATTRIBUTE
    }

    static final String FREQ = "FREQ";
    static final String TIME_PERIOD = "TIME_PERIOD";
    static final String OBS_VALUE = "OBS_VALUE";
    static final String OBS_STATUS = "OBS_STATUS";
    static final String UNIT_MEASURE = "UNIT_MEASURE";
}
