package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.minsheng.storage.Sha256;

/**
 * Table {@code submission}: one row a file as received. A row is written after the file's cells, as their seal. Receipt is an
 * event: the same bytes received again, under another name or after others, are another submission.
 */
public final class SubmissionTable {
    public static final String SUBMISSION_ID = "submission_id";
    public static final String FILE = "file";
    public static final String FILE_SIZE = "file_size";
    public static final String MODIFIED_AT = "modified_at";
    public static final String RECEIVED_AT = "received_at";
    public static final String NOTICE = "notice";
    public static final String FORMAT = "format";
    public static final String LAYOUT = "layout";
    public static final String RULES = "rules";
    public static final String CELLS = "cells";
    public static final String OBSERVATIONS = "observations";
    public static final String REJECTS = "rejects";
    public static final String REJECTED_CELLS = "rejected_cells";
    public static final String LABEL_CELLS = "label_cells";
    public static final String IGNORED_CELLS = "ignored_cells";

    /** What {@link #LAYOUT} says of a file in the form of the observation table. */
    public static final String LAYOUT_CANONICAL = "canonical";
    /** What {@link #LAYOUT} says of a list of submissions that are withdrawn. */
    public static final String LAYOUT_WITHDRAWAL = "withdrawal";
    /** What {@link #LAYOUT} says of a .zip, of which each file is a submission of its own. */
    public static final String LAYOUT_ARCHIVE = "archive";

    /** What {@link #RULES} says of a file that could not be opened, so that every run tries again. */
    public static final String RULES_NOT_OPENED = "not opened";

    /** What {@link #RULES} says while a file's rows are written in the place of those that it had: by no rules is it read. */
    public static final String RULES_BEING_READ = "being read";

    public static final Table TABLE = new Table(
            "submission",
            new StructType(new StructField[] {
                Columns.needed(
                        SUBMISSION_ID,
                        StringType,
                        "SHA-256 of the file, in hexadecimal, and what tells apart receipts of the same bytes"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(FILE_SIZE, LongType, "bytes"),
                Columns.needed(MODIFIED_AT, TimestampType, "last change of the file, UTC"),
                Columns.needed(RECEIVED_AT, TimestampType, "known from then on, UTC"),
                Columns.optional(NOTICE, StringType, "what the sender wants said wherever the data are shown"),
                Columns.optional(
                        FORMAT, StringType, "xlsx, xls, text, csv or parquet; null where it could not be opened"),
                Columns.optional(
                        LAYOUT,
                        StringType,
                        "layout that read it, template, canonical or withdrawal; null where none did"),
                Columns.needed(RULES, StringType, "fingerprint of the configuration that read it"),
                Columns.needed(
                        CELLS,
                        LongType,
                        "cells seen: observations, rejected, label and ignored cells add up to it; canonical: rows"),
                Columns.needed(OBSERVATIONS, LongType, "of these accepted"),
                Columns.needed(REJECTS, LongType, "rejects: cells, rows, columns, sheets or the file as a whole"),
                Columns.needed(REJECTED_CELLS, LongType, "cells that the rejects stand for"),
                Columns.needed(
                        LABEL_CELLS, LongType, "cells that say what others mean: titles, headers, regions, years"),
                Columns.needed(IGNORED_CELLS, LongType, "cells that the layout declares ignored"),
            }),
            List.of(SUBMISSION_ID));

    /** Characters of an id that are the SHA-256 of the file. */
    public static final int CONTENT_LENGTH = 64;

    private static final int RECEIPT_LENGTH = 8;

    private SubmissionTable() {}

    /**
     * The id of a receipt.
     *
     * @param content SHA-256 of the file, in hexadecimal
     * @param file path below the landing folder
     */
    public static String id(String content, String file, Instant receivedAt) {
        byte[] receipt = (file + "\n" + receivedAt).getBytes(StandardCharsets.UTF_8);
        return content + "-" + Sha256.of(receipt).substring(0, RECEIPT_LENGTH);
    }

    /** The SHA-256 of the file that an id is of. */
    public static String content(String submissionId) {
        return submissionId.substring(0, CONTENT_LENGTH);
    }
}
