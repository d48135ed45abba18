package org.minsheng.parse.file;

import java.util.List;

/** A file of tables, opened. */
public interface TableFile extends AutoCloseable {
    /** Its sheets in their order; a text file is one sheet without a name. */
    List<Sheet> sheets();

    /** The format: xlsx, xls, ods or text. */
    String format();

    @Override
    void close();
}
