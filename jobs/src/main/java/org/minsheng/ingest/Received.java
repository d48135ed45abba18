package org.minsheng.ingest;

import java.io.Serializable;
import java.time.Instant;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.parse.ParsedFile.Rejected;

/**
 * A file to be read, known by its content.
 *
 * @param id of the submission; that of the place where the file could not be opened
 * @param kind what reads it
 * @param failure why it could not be opened, null where it could
 * @param member its name in the .zip that the arrival is, null where the arrival is the file itself
 * @param refused why it is not read though its .zip could be opened, null where it is
 */
record Received(Landing.Arrival arrival, String id, Kind kind, String failure, String member, Rejected refused)
        implements Serializable {
    Received(Landing.Arrival arrival, String id, Kind kind, String failure) {
        this(arrival, id, kind, failure, null, null);
    }

    /** What reads a file. */
    enum Kind {
        /** A table in the form of its office, which a layout describes, or a filled template. */
        TABLE,
        /** A text in the form of the table observation. */
        CANONICAL_CSV,
        /** The same in UTF-16, the low byte of each character first. */
        CANONICAL_UTF16LE,
        /** The same in UTF-16, the high byte first. */
        CANONICAL_UTF16BE,
        /** A Parquet file in the form of the table observation. */
        CANONICAL_PARQUET,
        /** A list of submissions that are withdrawn. */
        WITHDRAWAL,
        /** A .zip of files, each of which is received with it. */
        ARCHIVE
    }

    /** The SHA-256 of the content. */
    String content() {
        return SubmissionTable.content(id);
    }

    /** The name of the file, without its folder. */
    String name() {
        String file = member == null ? arrival.file() : member;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The same, as the receipt that it is. */
    Received as(String submissionId, Instant receivedAt) {
        return new Received(arrival.received(receivedAt), submissionId, kind, failure, member, refused);
    }

    boolean canonical() {
        return switch (kind) {
            case CANONICAL_CSV, CANONICAL_UTF16LE, CANONICAL_UTF16BE, CANONICAL_PARQUET -> true;
            case TABLE, WITHDRAWAL, ARCHIVE -> false;
        };
    }
}
