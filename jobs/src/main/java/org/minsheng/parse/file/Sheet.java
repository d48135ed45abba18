package org.minsheng.parse.file;

import java.util.List;
import java.util.Set;

/** One sheet of a file, which may be read as often as needed. */
public interface Sheet {
    /** Its name; empty for a text file. */
    String name();

    /** Whether people see it only when they ask for hidden sheets. */
    boolean hidden();

    /** Starts to read its rows from the top. */
    Rows rows() throws Unreadable;

    /** Its merged areas. */
    List<Merge> merges() throws Unreadable;

    /** The columns that people see only when they ask for hidden ones. */
    Set<Integer> hiddenColumns() throws Unreadable;
}
