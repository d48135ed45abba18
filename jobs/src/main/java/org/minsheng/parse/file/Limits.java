package org.minsheng.parse.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a file may ask of an executor's memory; beyond it the file is rejected, and the others go on. */
final class Limits {
    /** Bytes of a workbook's texts, unpacked: some 100 MB of memory at worst. */
    static final long SHARED_STRINGS = 48L << 20;

    /** Bytes of a workbook's list of sheets or styles, unpacked. */
    static final long PART = 16L << 20;

    /** Bytes of a sheet, unpacked; it is read row by row, so this bounds time and not memory. */
    static final long SHEET = 3L << 30;

    /** Bytes of an old workbook (.xls), which is held in memory as a whole. */
    static final long XLS = 64L << 20;

    /** Cells of an old workbook. */
    static final long XLS_CELLS = 4_000_000;

    /** Bytes of the content of an .ods workbook, unpacked; it is read row by row, but from its start for each sheet. */
    static final long ODS = 512L << 20;

    /** Sheets of an .ods workbook. */
    static final int ODS_SHEETS = 100;

    /** Filled cells of an .ods sheet that stand in it once, and are said to be repeated. */
    static final long ODS_REPEATED = 1_000_000;

    /** Bytes of a file in a .zip, unpacked, and how many there may be. */
    static final long MEMBER = 1L << 30;

    static final int MEMBERS = 1_000;

    /** Bytes of all files in a .zip, unpacked one by one: this bounds time. */
    static final long UNPACKED = 8L << 30;

    /** Merged areas of a sheet. */
    static final int MERGES = 200_000;

    /** Sheets of a workbook. */
    static final int SHEETS = 1_000;

    private Limits() {}

    /** A stream that breaks off where it gives more bytes than it may. */
    static InputStream counting(InputStream in, String name, long most) {
        return new FilterInputStream(in) {
            private long found;

            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                count(read);
                return read;
            }

            private void count(int read) throws IOException {
                found += Math.max(0, read);
                if (found > most) {
                    throw new IOException(exceeded("bytes of " + name, found, most));
                }
            }
        };
    }

    static Unreadable exceeded(String what, long found, long most) {
        return new Unreadable(
                Unreadable.Why.TOO_LARGE,
                String.format("%s: %,d, at most %,d. Split the file, or send it as CSV", what, found, most));
    }
}
