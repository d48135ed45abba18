package org.minsheng.ingest;

import java.util.Locale;

/** Why a file, sheet, row, column or cell was rejected. The code is in the tables, the words are in the workbook. */
enum Reason {
    UNREADABLE_FILE,
    PROTECTED_FILE,
    TOO_LARGE_FILE,
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
    OTHER_UNIT,
    NOT_A_NUMBER,
    NUMBER_AS_DATE,
    ERROR_CELL,
    IMPOSSIBLE_VALUE,
    UNKNOWN_STATUS,
    UNKNOWN_SUBMISSION,
    DUPLICATE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
