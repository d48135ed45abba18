package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.minsheng.lake.FlagTable.CELL;
import static org.minsheng.lake.FlagTable.FILE;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.SHEET;
import static org.minsheng.lake.FlagTable.SUBMISSION_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the checks look at.
 *
 * @param inUse the observations in use, marks for missing among them
 * @param standing all that are not withdrawn: those that were in use before, and those of other offices beside them
 */
record Evidence(Dataset<Row> inUse, Dataset<Row> standing) {
    /** Where a value came from: the value with submission, file, sheet and cell. */
    static final String SOURCE = "source";

    /** The values in use, each with its source. */
    Dataset<Row> values() {
        return inUse.filter(col(OBS_VALUE).isNotNull()).withColumn(SOURCE, source(col(OBS_VALUE)));
    }

    /** The source of a row, with a value in the place of its own. */
    static Column source(Column value) {
        return struct(value.as(OBS_VALUE), col(SUBMISSION_ID), col(FILE), col(SHEET), col(CELL));
    }

    /** The value of the column {@link #SOURCE}. */
    static Column value() {
        return col(SOURCE).getField(OBS_VALUE);
    }
}
