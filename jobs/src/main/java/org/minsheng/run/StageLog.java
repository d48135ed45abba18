package org.minsheng.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.minsheng.lake.Touched;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;

/** What the stages of a run have done so far, beside what those that it does not do have told before. */
final class StageLog {
    private final Consumer<String> progressLine;
    private final Map<Stage, Outcome> done = new LinkedHashMap<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, List<String>> odd = new LinkedHashMap<>();
    private final List<String> workbooks = new ArrayList<>();

    /**
     * One without a stage.
     *
     * @param progressLine is told what each stage did
     */
    StageLog(Consumer<String> progressLine) {
        this.progressLine = progressLine;
    }

    /** What the run before told, which stays told of stages that this one does not do. */
    void passOn(RunResult before) {
        counts.putAll(before.nothingNew(List.of()).counts());
        odd.putAll(before.odd());
        workbooks.addAll(before.workbooks());
    }

    /** A stage that had nothing to do. */
    void skip(Stage stage) {
        tell(stage, Outcome.NOTHING_NEW);
    }

    /** A stage that was done, in some milliseconds. */
    void add(Stage stage, Outcome outcome, long took) {
        done.put(stage, outcome);
        counts.putAll(outcome.counts());
        millis.put(stage.word(), took);
        odd.putAll(outcome.odd());
        odd.values().removeIf(List::isEmpty);
        if (!outcome.workbooks().isEmpty()) {
            workbooks.clear();
            workbooks.addAll(outcome.workbooks());
        }
        tell(stage, String.format(Locale.ROOT, "%s (%.1f s)", outcome.told(), took / 1000.0));
    }

    private void tell(Stage stage, String what) {
        told.put(stage.word(), what);
        progressLine.accept(stage.word() + ": " + what);
    }

    /** The indicators that the stages so far have touched; all where none was done, as then somebody else has. */
    Touched touched() {
        return done.values().stream()
                .map(outcome -> outcome.touched().get())
                .reduce(Touched::and)
                .orElseGet(Touched::all);
    }

    Map<Stage, Outcome> done() {
        return done;
    }

    Map<String, Long> counts() {
        return counts;
    }

    Map<String, Long> millis() {
        return millis;
    }

    /** The run's result, with what the lake holds at its end. */
    RunResult result(String runId, Holdings holdings) {
        counts.putAll(holdings.counts());
        return new RunResult(
                runId,
                told,
                counts,
                millis,
                holdings.rejectsByReason(),
                holdings.standings(),
                workbooks,
                holdings.notices(),
                odd);
    }
}
