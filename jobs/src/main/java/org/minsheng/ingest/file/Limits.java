package org.minsheng.ingest.file;

/** What a file may ask of an executor's memory; beyond it the file is rejected, and the others go on. */
final class Limits {
    /** Bytes of a workbook's texts, unpacked: some 100 MB of memory at worst. */
    static final long SHARED_STRINGS = 48L << 20;

    /** Bytes of a workbook's list of sheets or styles, unpacked. */
    static final long PART = 16L << 20;

    /** Bytes of an old workbook (.xls), which is held in memory as a whole. */
    static final long XLS = 64L << 20;

    /** Cells of an old workbook. */
    static final long XLS_CELLS = 4_000_000;

    /** Merged areas of a sheet. */
    static final int MERGES = 200_000;

    /** Sheets of a workbook. */
    static final int SHEETS = 1_000;

    private Limits() {}

    static Unreadable exceeded(String what, long found, long most) {
        return new Unreadable(
                Unreadable.Why.TOO_LARGE,
                String.format("%s: %,d, at most %,d. Split the file, or send it as CSV", what, found, most));
    }
}
