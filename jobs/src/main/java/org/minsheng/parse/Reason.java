package org.minsheng.parse;

import java.util.Locale;

/** Why a file, sheet, row, column or cell was rejected. The code is in the tables, the words are in the workbook. */
public enum Reason {
    UNREADABLE_FILE,
    PROTECTED_FILE,
    TOO_LARGE_FILE,
    EMPTY_FILE,
    PDF_FILE,
    WORD_FILE,
    OTHER_OFFICE_FILE,
    OLD_WORKBOOK,
    WEB_PAGE,
    PICTURE_FILE,
    PACKED_FILE,
    CANONICAL_IN_ZIP,
    SAME_NAME_IN_ZIP,
    UNKNOWN_LAYOUT,
    SEVERAL_LAYOUTS,
    UNKNOWN_SHEET,
    UNKNOWN_COLUMN,
    UNKNOWN_REGION,
    AMBIGUOUS_REGION,
    CODE_AND_NAME_DIFFER,
    UNKNOWN_PERIOD,
    FUTURE_PERIOD,
    UNKNOWN_SERIES,
    UNKNOWN_UNIT,
    OTHER_UNIT,
    NOT_A_NUMBER,
    NUMBER_AS_DATE,
    ERROR_CELL,
    IMPOSSIBLE_VALUE,
    NOT_WHOLE,
    SHOWN_OTHERWISE,
    STRUCK_THROUGH,
    ONLY_A_MARK,
    UNKNOWN_STATUS,
    UNKNOWN_SUBMISSION,
    DUPLICATE,
    CONFLICTING_VALUES,
    DAMAGED_TEMPLATE,
    CHANGED_TEMPLATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
