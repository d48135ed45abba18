package org.minsheng.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Touched;
import org.minsheng.stage.Change;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** One run: does its stages, each after those that it rests on, and enters itself into the table of runs. */
public final class Run {
    private final SparkSession spark;
    private final Configuration conf;
    private final Ledger ledger;
    private final Runnable guard;
    private final Watcher watcher;

    /**
     * A run.
     *
     * @param ledger what the runs before left
     * @param guard fails where this run may no longer write
     * @param watcher is told what the run is at
     */
    public Run(SparkSession spark, Configuration conf, Ledger ledger, Runnable guard, Watcher watcher) {
        this.spark = spark;
        this.conf = conf;
        this.ledger = ledger;
        this.guard = guard;
        this.watcher = watcher;
    }

    /**
     * Does the stages whose results do not hold any more, and none if all do; a run that fails is entered as failed, and what
     * it had not finished is as it was before.
     *
     * @param stages of the ledger's, in their order
     */
    public RunResult execute(String command, List<Stage> stages) throws IOException {
        List<Stage> holding = ledger.holding(stages);
        if (holding.containsAll(stages)) {
            return ledger.told().nothingNew(stages);
        }
        StageContext context = context();
        if (conf.settings().asOf() != null) {
            FirstReceipt.check(context.lake(), conf.settings(), context.asOf());
        }
        RunRows rows = new RunRows(
                spark, context.lake(), context.runId(), command, ledger.asOf().instant(), conf.fingerprint());
        StageLog log = new StageLog(watcher);
        ledger.before().ifPresent(log::passOn);
        context.lake().sign("run " + context.runId());
        TaskWatch tasks = new TaskWatch(watcher);
        spark.sparkContext().addSparkListener(tasks);
        try {
            // After a kill, those that follow from a stage that did not get to its end cannot go by the new files
            // alone.
            boolean held = stages.stream().filter(Run::derives).allMatch(holding::contains);
            Schedule.run(stages, stage -> {
                Optional<Change> reason = ledger.reason(stage);
                if (reason.isPresent()) {
                    Supplier<Touched> touched = held ? log::touched : Touched::all;
                    run(stage, context, new Occasion(reason.get(), touched, ledger.isInterrupted(stage)), log);
                } else {
                    log.skip(stage);
                }
            });
            guard.run();
            Holdings holdings = Holdings.of(context);
            RunResult result = log.result(context.runId(), Instant.now(), holdings, stages);
            rows.enter(
                    log.counts(),
                    log.millis(),
                    RunTable.OUTCOME_DONE,
                    null,
                    ledger.entry(
                            log.left(), conf.catalogue().steady(ledger.asOf()).and(holdings.received()), result));
            return result;
        } catch (Exception e) { // Spark throws checked ones that no signature names
            enterFailure(rows, log, e);
            throw e;
        } finally {
            context.lake().sign(null);
            spark.sparkContext().removeSparkListener(tasks);
        }
    }

    /** Whether a stage makes tables from others; what is read from files is told as new, and nothing follows from workbooks. */
    private static boolean derives(Stage stage) {
        return !stage.writes().isEmpty() && !stage.writes().contains(ObservationTable.TABLE);
    }

    private StageContext context() {
        return new StageContext(
                spark,
                Lake.ofRun(spark, conf.settings().lake()),
                conf.settings(),
                conf.catalogue(),
                conf.regions(),
                conf.layouts(),
                ledger.asOf(),
                UUID.randomUUID().toString(),
                Version.build() + " " + conf.fingerprint(),
                guard);
    }

    private void run(Stage stage, StageContext context, Occasion occasion, StageLog log) throws IOException {
        guard.run();
        long start = System.nanoTime();
        watcher.begins(stage.word(), occasion.reason(), log.lastMillis(stage));
        Outcome outcome;
        try {
            outcome = stage.run(context, occasion);
        } catch (Exception e) { // Spark throws checked ones that no signature names
            watcher.failed(stage.word());
            throw e;
        }
        log.add(stage, outcome, ledger.left(stage, outcome), (System.nanoTime() - start) / 1_000_000);
    }

    private void enterFailure(RunRows rows, StageLog log, Exception failure) {
        try {
            guard.run(); // whoever has taken over has entered what holds now
            rows.enter(
                    log.counts(),
                    log.millis(),
                    RunTable.OUTCOME_FAILED,
                    String.valueOf(failure.getMessage()),
                    ledger.entryAsItWas());
        } catch (IOException | RuntimeException second) {
            failure.addSuppressed(second); // the first failure is the one to be told
        }
    }
}
