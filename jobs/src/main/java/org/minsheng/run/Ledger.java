package org.minsheng.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.SubmissionTable;

/** The runs that were, and whether what one of them made still holds, so that a quiet night need not make it again. */
final class Ledger {
    /** Among a run's counts: the Delta version of the table submission when it ended. */
    static final String SUBMISSION_VERSION = "submission_version";

    private final Lake lake;
    private final Configuration conf;
    private final Instant asOf;
    private final long version;
    private final List<Row> done;

    /** The ledger as it is before this run writes anything. */
    Ledger(Lake lake, Configuration conf, Instant asOf) {
        this.lake = lake;
        this.conf = conf;
        this.asOf = asOf;
        this.version = lake.version(SubmissionTable.TABLE);
        this.done = version < 0
                ? List.of()
                : lake.read(RunTable.TABLE)
                        .filter(col(RunTable.OUTCOME).equalTo(RunTable.OUTCOME_DONE))
                        .orderBy(col(RunTable.FINISHED_AT).desc())
                        .select(RunTable.CONF, RunTable.VERSION, RunTable.AS_OF, RunTable.COUNTS, RunTable.MILLIS)
                        .collectAsList();
    }

    /**
     * Whether what the last run made in a stage is what this one would make of the same files: by the same configuration
     * and program, from the submissions that are there now (a run that was killed leaves others), with no file received, no
     * target changed, and no report due between its as-of and this one's.
     */
    boolean holds(Stage stage) {
        return done.stream()
                .filter(run -> run.getJavaMap(4).containsKey(stage.word()))
                .findFirst()
                .filter(this::holds)
                .isPresent();
    }

    private boolean holds(Row run) {
        Instant then = run.getTimestamp(2).toInstant();
        Instant from = then.isBefore(asOf) ? then : asOf;
        Instant to = then.isBefore(asOf) ? asOf : then;
        return run.getString(0).equals(conf.fingerprint())
                && run.getString(1).equals(Version.build())
                && Long.valueOf(version).equals(run.getJavaMap(3).get(SUBMISSION_VERSION))
                && !conf.catalogue().policy().isReportDue(from, to)
                && conf.catalogue()
                        .indicators()
                        .allMatch(indicator -> indicator.target(day(from)).equals(indicator.target(day(to))))
                && lake.read(SubmissionTable.TABLE)
                        .filter(col(SubmissionTable.RECEIVED_AT)
                                .gt(lit(Timestamp.from(from)))
                                .and(col(SubmissionTable.RECEIVED_AT).leq(lit(Timestamp.from(to)))))
                        .isEmpty();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
