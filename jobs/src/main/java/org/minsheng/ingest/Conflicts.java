package org.minsheng.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.parse.Reason;

/** Takes back what a file said before it said something else of the same thing: neither is used, and both are told. */
final class Conflicts {
    private static final String[] KEY = {
        ObservationTable.SUBMISSION_ID, ObservationTable.SERIES, ObservationTable.REF_AREA, ObservationTable.TIME_PERIOD
    };

    private Conflicts() {}

    /** The observations that nothing in their file contradicts. */
    static Dataset<Row> without(Dataset<Row> observations, Dataset<Row> conflicts) {
        return observations
                .join(broadcast(conflicts), KEY, "left_anti")
                // In their order, as joining puts the key first.
                .select(Arrays.stream(observations.columns())
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
    }

    /** The other observations, as rows of the table reject, each with the place of what contradicts it. */
    static Dataset<Row> rejects(Dataset<Row> observations, Dataset<Row> conflicts) {
        Dataset<Row> others = conflicts.withColumnRenamed(ObservationTable.CELL, RejectTable.DETAIL);
        return observations
                .join(broadcast(others), KEY, "inner")
                .select(
                        col(RejectTable.SUBMISSION_ID),
                        col(RejectTable.RECEIVED_AT),
                        col(RejectTable.FILE),
                        col(RejectTable.SHEET),
                        col(RejectTable.CELL),
                        col(RejectTable.RAW),
                        lit(1L).as(RejectTable.CELLS),
                        lit(Reason.CONFLICTING_VALUES.code()).as(RejectTable.REASON),
                        col(RejectTable.DETAIL),
                        col(RejectTable.SERIES),
                        col(RejectTable.REF_AREA));
    }
}
