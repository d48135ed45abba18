package org.minsheng.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One thing that may be odd about values. */
interface Check {
    /** The rows of the table flag that it finds. */
    Dataset<Row> flags(Evidence evidence);
}
