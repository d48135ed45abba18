package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code reject}: what could not become an observation, with its place and the reason. */
public final class RejectTable {
    public static final String SUBMISSION_ID = SubmissionTable.SUBMISSION_ID;
    public static final String RECEIVED_AT = SubmissionTable.RECEIVED_AT;
    public static final String FILE = SubmissionTable.FILE;
    public static final String SHEET = ObservationTable.SHEET;
    public static final String CELL = ObservationTable.CELL;
    public static final String RAW = ObservationTable.RAW;
    public static final String CELLS = SubmissionTable.CELLS;
    public static final String REASON = "reason";
    public static final String DETAIL = "detail";
    public static final String SERIES = ObservationTable.SERIES;
    public static final String REF_AREA = ObservationTable.REF_AREA;

    public static final Table TABLE = new Table(
            "reject",
            new StructType(new StructField[] {
                Columns.needed(SUBMISSION_ID, StringType, "submission it came with"),
                Columns.needed(RECEIVED_AT, TimestampType, "known from then on, UTC"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(SHEET, StringType, "sheet; empty for a text file or the file as a whole"),
                Columns.needed(CELL, StringType, "cell, such as C12; empty for a sheet or the file as a whole"),
                Columns.optional(RAW, StringType, "the cell as it was sent"),
                Columns.needed(
                        CELLS, LongType, "cells of data that it stands for: one, a row's, a column's, or 0 for a file"),
                Columns.needed(REASON, StringType, "code of the reason"),
                Columns.needed(DETAIL, StringType, "what would be right; may be empty"),
                Columns.optional(SERIES, StringType, "series of the catalogue; null where it is not known"),
                Columns.optional(REF_AREA, StringType, "code as sent; null where it is not known"),
            }),
            List.of(SUBMISSION_ID, SHEET, CELL));

    private RejectTable() {}
}
