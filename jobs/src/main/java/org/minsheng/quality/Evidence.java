package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.struct;
import static org.minsheng.lake.FlagTable.CELL;
import static org.minsheng.lake.FlagTable.FILE;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.SHEET;
import static org.minsheng.lake.FlagTable.SUBMISSION_ID;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What the checks look at.
 *
 * @param inUse the observations in use, marks for missing among them
 * @param standing all that are not withdrawn: those that were in use before, and those of other offices beside them
 */
record Evidence(Dataset<Row> inUse, Dataset<Row> standing) {
    /** Where a value came from: the value with submission, file, sheet and cell. */
    static final String SOURCE = "source";

    /** The year of the value before, which is in {@code other_value}. */
    static final String YEAR_BEFORE = "year_before";

    /** The values in use, each with its source. */
    Dataset<Row> values() {
        return inUse.filter(col(OBS_VALUE).isNotNull()).withColumn(SOURCE, source(col(OBS_VALUE)));
    }

    /**
     * The values in use of some series, each beside the one before it: that of the last earlier year of which there is any,
     * {@link #YEAR_BEFORE}.
     */
    Dataset<Row> besideTheYearBefore(List<String> series) {
        WindowSpec inTime = Window.partitionBy(SERIES, REF_AREA).orderBy(TIME_PERIOD);
        return values().filter(col(SERIES).isInCollection(series))
                .withColumn(OTHER_VALUE, lag(OBS_VALUE, 1).over(inTime))
                .withColumn(YEAR_BEFORE, lag(TIME_PERIOD, 1).over(inTime));
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
