package org.minsheng.ingest;

import java.io.Serializable;

/**
 * A file to be read, known by its content.
 *
 * @param id SHA-256 of the content; of the place where the file could not be opened
 * @param kind what reads it
 * @param failure why it could not be opened, null where it could
 */
record Received(Landing.Arrival arrival, String id, Kind kind, String failure) implements Serializable {
    /** What reads a file. */
    enum Kind {
        /** A table in the form of its office, which a layout describes, or a filled template. */
        TABLE,
        /** A text in the form of the table observation. */
        CANONICAL_CSV,
        /** A Parquet file in the form of the table observation. */
        CANONICAL_PARQUET,
        /** A list of submissions that are withdrawn. */
        WITHDRAWAL
    }

    boolean canonical() {
        return kind == Kind.CANONICAL_CSV || kind == Kind.CANONICAL_PARQUET;
    }
}
