package org.minsheng.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.minsheng.lake.FlagTable.FILE;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.SUBMISSION_ID;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.quality.Evidence.SOURCE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Policy;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;

/** Files whose marks for missing took the place of many values, each as a whole, at the first of these. */
final class TakesAway implements Check {
    private static final String[] KEY = {SERIES, REF_AREA, TIME_PERIOD};
    private static final String MARKED = "marked";
    private static final String GIVEN = "given";
    private static final String FIRST = "first";
    private static final String VALUES = "values";

    private final Policy policy;

    TakesAway(Policy policy) {
        this.policy = policy;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        Dataset<Row> found = taken(evidence)
                .groupBy(col(SOURCE).getField(SUBMISSION_ID))
                .agg(
                        min(struct(SERIES, REF_AREA, TIME_PERIOD, SOURCE)).as(FIRST),
                        count(lit(1)).as(OTHER_VALUE))
                .filter(col(OTHER_VALUE).gt(policy.takesAway()))
                .select(col(FIRST + ".*"), col(OTHER_VALUE));
        return Flags.of(found, FlagTable.TAKES_AWAY, col(OTHER_VALUE), lit(VALUES));
    }

    /** The marks for missing in use where there was a value before, each once. */
    private static Dataset<Row> taken(Evidence evidence) {
        Column isMark = col(OBS_VALUE).isNull();
        Column received = struct(ObservationTable.RECEIVED_AT, FILE);
        Dataset<Row> marks = evidence.inUse()
                .filter(isMark)
                .withColumn(SOURCE, Evidence.source(col(OBS_VALUE)))
                .select(col(SERIES), col(REF_AREA), col(TIME_PERIOD), col(SOURCE), received.as(MARKED));
        return ObservationTable.counting(evidence.standing())
                .filter(not(isMark))
                .select(col(SERIES), col(REF_AREA), col(TIME_PERIOD), received.as(GIVEN))
                .join(broadcast(marks), KEY)
                .filter(col(GIVEN).lt(col(MARKED)))
                .groupBy(SERIES, REF_AREA, TIME_PERIOD)
                .agg(max(SOURCE).as(SOURCE));
    }
}
