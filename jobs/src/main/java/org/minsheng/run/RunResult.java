package org.minsheng.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did, for its summary.
 *
 * @param runId its id in the table of runs, which each of its commits names; of the run before where nothing was new
 * @param stages what each stage did, in order
 * @param counts what came in and went out, by name, in order
 * @param millis milliseconds by stage, in order
 * @param rejectsByReason rejects in the lake by reason code, the most first
 * @param standings where each target stands; none if the run had no stage that says so
 * @param workbooks where the workbooks are
 * @param notices what has to be said wherever the data are shown
 * @param odd files whose day of receipt is odd, by what is odd about it: {@link #TO_COME}, {@link #NO_DAY}
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
    /** What {@link #stages} says of one that had nothing to do. */
    static final String NOTHING_NEW = "nothing is new";

    /** Among the odd: files that do not count yet, as the day of their folder is still to come. */
    public static final String TO_COME = "to_come";
    /** Among the odd: files in a folder that looks like a day, and is none. */
    public static final String NO_DAY = "no_day";
    /** Among the odd: files that seem to have been moved, which makes them receipts of another day. */
    public static final String MOVED = "moved";

    /** Among the counts: files of the landing folder. */
    public static final String FILES_FOUND = "files_found";
    /** Among the counts: files that were read for the first time. */
    public static final String FILES_READ = "files_read";
    /** Among the counts: workbooks in the folder. */
    public static final String WORKBOOKS = "workbooks";
    /** Among the counts: workbooks that the run wrote. */
    public static final String WORKBOOKS_CHANGED = "workbooks_changed";

    /**
     * Where a target stands.
     *
     * @param title of the indicator, in the language of the summary
     * @param provinceStatus status of the whole province
     * @param counties counties by status
     */
    public record Standing(String indicator, String title, String provinceStatus, Map<String, Long> counties) {}

    /** The same, told by a run of some stages that found nothing new. */
    public RunResult nothingNew(List<Stage> stages) {
        Map<String, String> told = new LinkedHashMap<>();
        stages.forEach(stage -> told.put(stage.word(), NOTHING_NEW));
        Map<String, Long> same = new LinkedHashMap<>(counts);
        same.replace(FILES_READ, 0L);
        same.replace(WORKBOOKS_CHANGED, 0L);
        return new RunResult(runId, told, same, Map.of(), rejectsByReason, standings, workbooks, notices, odd);
    }

    /** Whether it did anything. */
    public boolean quiet() {
        return stages.values().stream().allMatch(NOTHING_NEW::equals);
    }
}
