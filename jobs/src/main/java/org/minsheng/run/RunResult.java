package org.minsheng.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.stage.Count;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;

/**
 * What a run did, for its summary.
 *
 * @param runId its id in the table of runs, which each of its commits names; of the run before where nothing was new
 * @param stages what each stage did, in order
 * @param counts what came in and went out, by the names of {@link Count}, in order
 * @param millis milliseconds by stage, in order
 * @param rejectsByReason rejects in the lake by reason code, the most first
 * @param standings where each target stands; none if the run had no stage that says so
 * @param workbooks where the workbooks are
 * @param notices what has to be said wherever the data are shown
 * @param odd files whose day of receipt is odd, by what is odd about it
 */
public record RunResult(
        String runId,
        Map<String, String> stages,
        Map<String, Long> counts,
        Map<String, Long> millis,
        Map<String, Long> rejectsByReason,
        List<Standing> standings,
        List<String> workbooks,
        List<String> notices,
        Map<String, List<String>> odd) {
    /**
     * Where a target stands.
     *
     * @param title of the indicator, in the language of the summary
     * @param provinceStatus status of the whole province
     * @param counties counties by status
     */
    public record Standing(String indicator, String title, String provinceStatus, Map<String, Long> counties) {}

    /** The same, told by a run of some stages that found nothing new. */
    public RunResult nothingNew(List<Stage> asked) {
        Map<String, String> told = new LinkedHashMap<>();
        asked.forEach(stage -> told.put(stage.word(), Outcome.NOTHING_NEW));
        Map<String, Long> same = new LinkedHashMap<>(counts);
        same.replace(Count.FILES_READ, 0L);
        same.replace(Count.WORKBOOKS_CHANGED, 0L);
        return new RunResult(runId, told, same, Map.of(), rejectsByReason, standings, workbooks, notices, odd);
    }

    /** Whether it had nothing to do. */
    public boolean quiet() {
        return stages.values().stream().allMatch(Outcome.NOTHING_NEW::equals);
    }
}
