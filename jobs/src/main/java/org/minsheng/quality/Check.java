package org.minsheng.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One thing that may be odd about values. It looks at a series by itself, or at a part beside its whole ({@code PartOfWhole}), and no
 * farther: of a night's new files only those are looked at again.
 */
interface Check {
    /** The rows of the table flag that it finds. */
    Dataset<Row> flags(Evidence evidence);
}
