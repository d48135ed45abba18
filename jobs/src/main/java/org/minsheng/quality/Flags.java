package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.minsheng.lake.FlagTable.CELL;
import static org.minsheng.lake.FlagTable.CHECK;
import static org.minsheng.lake.FlagTable.FILE;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.SHEET;
import static org.minsheng.lake.FlagTable.SUBMISSION_ID;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.quality.Evidence.SOURCE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes rows of the table flag. */
final class Flags {
    private Flags() {}

    /**
     * What a check found, as rows of the table.
     *
     * @param found rows with the columns of the key and {@link Evidence#SOURCE}
     * @param otherValue what the value is held against, a number
     * @param other what that is of, a text
     */
    static Dataset<Row> of(Dataset<Row> found, String check, Column otherValue, Column other) {
        return found.select(
                lit(check).as(CHECK),
                col(SERIES),
                col(REF_AREA),
                col(TIME_PERIOD),
                Evidence.value().as(OBS_VALUE),
                otherValue.cast(DoubleType).as(OTHER_VALUE),
                other.as(OTHER),
                col(SOURCE).getField(SUBMISSION_ID).as(SUBMISSION_ID),
                col(SOURCE).getField(FILE).as(FILE),
                col(SOURCE).getField(SHEET).as(SHEET),
                col(SOURCE).getField(CELL).as(CELL));
    }
}
