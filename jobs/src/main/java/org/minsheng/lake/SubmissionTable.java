package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code submission}: one row a file as received. A row is written after the file's cells, as their seal. */
public final class SubmissionTable {
    public static final String SUBMISSION_ID = "submission_id";
    public static final String FILE = "file";
    public static final String FILE_SIZE = "file_size";
    public static final String MODIFIED_AT = "modified_at";
    public static final String RECEIVED_AT = "received_at";
    public static final String NOTICE = "notice";
    public static final String LAYOUT = "layout";
    public static final String RULES = "rules";
    public static final String CELLS = "cells";
    public static final String OBSERVATIONS = "observations";
    public static final String REJECTS = "rejects";

    public static final Table TABLE = new Table(
            "submission",
            new StructType(new StructField[] {
                Columns.needed(SUBMISSION_ID, StringType, "SHA-256 of the file, in hexadecimal"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(FILE_SIZE, LongType, "bytes"),
                Columns.needed(MODIFIED_AT, TimestampType, "last change of the file, UTC"),
                Columns.needed(RECEIVED_AT, TimestampType, "known from then on, UTC"),
                Columns.optional(NOTICE, StringType, "what the sender wants said wherever the data are shown"),
                Columns.optional(LAYOUT, StringType, "layout that read it; null where none did"),
                Columns.needed(RULES, StringType, "fingerprint of the configuration that read it"),
                Columns.needed(CELLS, LongType, "cells of data seen"),
                Columns.needed(OBSERVATIONS, LongType, "of these accepted"),
                Columns.needed(REJECTS, LongType, "rejects, cells or the file as a whole"),
            }),
            List.of(SUBMISSION_ID));

    private SubmissionTable() {}
}
