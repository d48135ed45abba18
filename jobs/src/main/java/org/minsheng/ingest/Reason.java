package org.minsheng.ingest;

import java.util.Locale;

/** Why a file, sheet, row, column or cell was rejected. The code is in the tables, the words are in the workbook. */
enum Reason {
    UNREADABLE_FILE,
    EMPTY_FILE,
    UNKNOWN_LAYOUT,
    SEVERAL_LAYOUTS,
    UNKNOWN_SHEET,
    UNKNOWN_COLUMN,
    UNKNOWN_REGION,
    AMBIGUOUS_REGION,
    UNKNOWN_PERIOD,
    UNKNOWN_SERIES,
    UNKNOWN_UNIT,
    NOT_A_NUMBER,
    IMPOSSIBLE_VALUE,
    DUPLICATE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
