package org.minsheng.quality;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.minsheng.lake.FlagTable.CELL;
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
import org.minsheng.catalogue.Policy;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;

/** Values of offices that are no provider of the series, where they differ from what is in use, or nothing is. */
final class OtherProvider implements Check {
    private static final String OWN = "own";

    private final Policy policy;
    private final AsOf asOf;

    OtherProvider(Policy policy, AsOf asOf) {
        this.policy = policy;
        this.asOf = asOf;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        Dataset<Row> met = others(evidence.standing())
                .join(
                        evidence.values().select(SERIES, REF_AREA, TIME_PERIOD, SOURCE),
                        new String[] {SERIES, REF_AREA, TIME_PERIOD},
                        "left");
        Column value = Evidence.value();
        Column differs = abs(value.minus(col(OTHER_VALUE))).gt(abs(value).multiply(policy.tolerance()));
        return Flags.of(
                met.filter(value.isNull().or(differs)).withColumn(SOURCE, coalesce(col(SOURCE), col(OWN))),
                FlagTable.OTHER_PROVIDER,
                col(OTHER_VALUE),
                col(OTHER));
    }

    /** What these offices say last; as a source it has no value, since none is in use. */
    private Dataset<Row> others(Dataset<Row> standing) {
        return ObservationTable.current(
                        standing.filter(not(col(ObservationTable.COUNTS))),
                        asOf.instant(),
                        OBS_VALUE,
                        SUBMISSION_ID,
                        FILE,
                        SHEET,
                        CELL)
                .filter(col(OBS_VALUE).isNotNull())
                .select(
                        col(SERIES),
                        col(REF_AREA),
                        col(TIME_PERIOD),
                        Evidence.source(lit(null).cast(DoubleType)).as(OWN),
                        col(OBS_VALUE).as(OTHER_VALUE),
                        concat_ws(" ", col(FILE), col(SHEET), col(CELL)).as(OTHER));
    }
}
