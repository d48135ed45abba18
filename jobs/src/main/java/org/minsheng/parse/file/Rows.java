package org.minsheng.parse.file;

/** The rows of a sheet that hold something, from the top down, read one at a time. */
public interface Rows extends AutoCloseable {
    /** The next row; null after the last. */
    SheetRow next() throws Unreadable;

    @Override
    void close();
}
