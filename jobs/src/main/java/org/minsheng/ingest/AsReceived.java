package org.minsheng.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What would become of a file were it received, for who shows that beforehand: the rules are those of a run. */
public final class AsReceived {
    /** How much of a file tells what it is. */
    public static final int START = 1024;

    private AsReceived() {}

    /** What a file may be. */
    public enum Kind {
        /** A table that a layout describes, or what is none at all. */
        TABLE,
        /** In the form of the table observation. */
        CANONICAL,
        /** A list of submissions that are withdrawn. */
        WITHDRAWAL
    }

    /** What a file is that begins like this; a .zip is taken for the tables in it. */
    public static Kind kind(byte[] start) {
        return switch (LandedFiles.kind(start)) {
            case CANONICAL_CSV, CANONICAL_UTF16LE, CANONICAL_UTF16BE, CANONICAL_PARQUET -> Kind.CANONICAL;
            case WITHDRAWAL -> Kind.WITHDRAWAL;
            case TABLE, ARCHIVE -> Kind.TABLE;
        };
    }

    /** The day that a folder above a file is named after, if there is one. */
    public static Optional<Instant> day(Path file, ZoneId zone) {
        return ReceiptDay.of(file.toAbsolutePath().normalize().toString(), zone);
    }
}
