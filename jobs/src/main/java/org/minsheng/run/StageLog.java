package org.minsheng.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.Touched;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;

/**
 * What the stages of a run have done so far, beside what those that it does not do have told before. Several stages may be at work
 * and tell it.
 */
final class StageLog {
    private final Watcher watcher;
    private final Map<Stage, Outcome> done = new LinkedHashMap<>();
    private final Map<Stage, Basis> left = new LinkedHashMap<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, List<String>> odd = new LinkedHashMap<>();
    private final List<String> workbooks = new ArrayList<>();
    private RunResult before;

    /**
     * One without a stage.
     *
     * @param watcher is told what each stage did
     */
    StageLog(Watcher watcher) {
        this.watcher = watcher;
    }

    /** What the run before told, which stays told of stages that this one does not do. */
    void passOn(RunResult before) {
        this.before = before;
        counts.putAll(before.nothingNew(List.of()).counts());
        odd.putAll(before.odd());
        workbooks.addAll(before.workbooks());
    }

    /** A stage that had nothing to do. */
    synchronized void skip(Stage stage) {
        told.put(stage.word(), Outcome.NOTHING_NEW);
        watcher.skipped(stage.word());
    }

    /** A stage that was done, in some milliseconds, and what its results rest on. */
    synchronized void add(Stage stage, Outcome outcome, Basis basis, long took) {
        done.put(stage, outcome);
        left.put(stage, basis);
        counts.putAll(outcome.counts());
        millis.put(stage.word(), took);
        odd.putAll(outcome.odd());
        odd.values().removeIf(List::isEmpty);
        if (!outcome.workbooks().isEmpty()) {
            workbooks.clear();
            workbooks.addAll(outcome.workbooks());
        }
        told.put(stage.word(), String.format(Locale.ROOT, "%s (%.1f s)", outcome.told(), took / 1000.0));
        watcher.done(stage.word(), outcome, took);
    }

    /** How long the run before took over a stage; 0 where it did not do it. */
    long lastMillis(Stage stage) {
        return before == null ? 0 : before.millis().getOrDefault(stage.word(), 0L);
    }

    /** The series whose observations the stages so far have touched; all where none that writes these was done, as then somebody else has. */
    synchronized Touched touched() {
        return done.entrySet().stream()
                .filter(one -> one.getKey().writes().contains(ObservationTable.TABLE))
                .map(one -> one.getValue().touched().get())
                .reduce(Touched::and)
                .orElseGet(Touched::all);
    }

    Map<Stage, Basis> left() {
        return left;
    }

    Map<String, Long> counts() {
        return counts;
    }

    Map<String, Long> millis() {
        return millis;
    }

    /** The run's result, with what the lake holds at its end; what is told of stages stands in their order, whichever was done first. */
    RunResult result(String runId, Instant endedAt, Holdings holdings, List<Stage> stages) {
        counts.putAll(holdings.counts());
        Map<String, String> toldInOrder = new LinkedHashMap<>();
        Map<String, Long> millisInOrder = new LinkedHashMap<>();
        for (Stage stage : stages) {
            toldInOrder.put(stage.word(), told.get(stage.word()));
            if (millis.containsKey(stage.word())) {
                millisInOrder.put(stage.word(), millis.get(stage.word()));
            }
        }
        return new RunResult(
                runId,
                endedAt,
                toldInOrder,
                counts,
                millisInOrder,
                holdings.rejectsByReason(),
                holdings.rejectedFiles(),
                holdings.standings(),
                holdings.urgent(),
                before == null ? null : RunResult.Since.of(before, counts, holdings.standings()),
                workbooks,
                holdings.notices(),
                odd);
    }
}
