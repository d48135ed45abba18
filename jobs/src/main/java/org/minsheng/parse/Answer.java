package org.minsheng.parse;

/**
 * What a row says of its year, its series or its region, or why it is rejected.
 *
 * @param value null where it is rejected, or where each column of data has its own
 * @param col the column that is at fault, where it is rejected
 * @param reason null where it is not rejected
 * @param detail what would be right, where it is rejected
 */
record Answer<T>(T value, int col, Reason reason, String detail) {
    static <T> Answer<T> of(T value) {
        return new Answer<>(value, LabelColumns.NONE, null, "");
    }

    static <T> Answer<T> rejected(int col, Reason reason, String detail) {
        return new Answer<>(null, col, reason, detail);
    }

    boolean isRejected() {
        return reason != null;
    }
}
