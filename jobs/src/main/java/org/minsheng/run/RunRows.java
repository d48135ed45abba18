package org.minsheng.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RunTable;

/** Enters a run into the table of runs, once whatever happens: its id is the name of what is added. */
final class RunRows {
    private final SparkSession spark;
    private final Lake lake;
    private final String runId;
    private final String command;
    private final Instant started = Instant.now();
    private final Instant asOf;
    private final String conf;

    /** For a run that starts now. */
    RunRows(SparkSession spark, Lake lake, String runId, String command, Instant asOf, String conf) {
        this.spark = spark;
        this.lake = lake;
        this.runId = runId;
        this.command = command;
        this.asOf = asOf;
        this.conf = conf;
    }

    /**
     * Enters it.
     *
     * @param entry of the ledger, which the commit carries
     */
    void enter(Map<String, Long> counts, Map<String, Long> millis, String outcome, String message, String entry) {
        lake.append(
                RunTable.TABLE,
                spark.createDataFrame(
                        List.of(RowFactory.create(
                                runId,
                                command,
                                Timestamp.from(started),
                                Timestamp.from(Instant.now()),
                                Timestamp.from(asOf),
                                conf,
                                Version.build(),
                                counts,
                                millis,
                                outcome,
                                message)),
                        RunTable.TABLE.schema()),
                runId,
                entry);
    }
}
