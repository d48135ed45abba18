package org.minsheng.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.minsheng.lake.FlagTable.FILE;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.SUBMISSION_ID;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.quality.Evidence.SOURCE;

import java.sql.Timestamp;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Policy;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;

/**
 * Files whose marks for missing took the place of many values, each as a whole, at the first of these: no check of series by
 * themselves, as a file has marks of many.
 */
final class TakesAway {
    private static final String[] KEY = {SERIES, REF_AREA, TIME_PERIOD};
    private static final String FIRST = "first";
    private static final String VALUES = "values";

    private final Policy policy;
    private final AsOf asOf;

    TakesAway(Policy policy, AsOf asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    /** The rows of the table flag that it finds in all that are not withdrawn. */
    Dataset<Row> flags(Dataset<Row> standing) {
        Dataset<Row> known = ObservationTable.counting(standing)
                .filter(col(ObservationTable.RECEIVED_AT).leq(lit(Timestamp.from(asOf.instant()))));
        Dataset<Row> found = taken(known)
                .groupBy(col(SOURCE).getField(SUBMISSION_ID))
                .agg(
                        min(struct(SERIES, REF_AREA, TIME_PERIOD, SOURCE)).as(FIRST),
                        count(lit(1)).as(OTHER_VALUE))
                .filter(col(OTHER_VALUE).gt(policy.takesAway()))
                .select(col(FIRST + ".*"), col(OTHER_VALUE));
        return Flags.of(found, FlagTable.TAKES_AWAY, col(OTHER_VALUE), lit(VALUES));
    }

    /** The marks for missing in use where there was a value before, each once. */
    private static Dataset<Row> taken(Dataset<Row> known) {
        String any = "any";
        Column received = struct(ObservationTable.RECEIVED_AT, FILE);
        Dataset<Row> marked = known.filter(col(OBS_VALUE).isNull()).select(SERIES, REF_AREA, TIME_PERIOD);
        return known.join(broadcast(marked), KEY, "left_semi")
                .groupBy(SERIES, REF_AREA, TIME_PERIOD)
                .agg(
                        max_by(Evidence.source(col(OBS_VALUE)), received).as(SOURCE),
                        max(OBS_VALUE).as(any))
                .filter(Evidence.value().isNull().and(col(any).isNotNull()));
    }
}
