package org.minsheng.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minsheng.conf.Label;
import org.minsheng.report.MostUrgent;
import org.minsheng.stage.Count;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;

/**
 * What a run did, for its summary.
 *
 * @param runId its id in the table of runs, which each of its commits names; of the run before where nothing was new
 * @param endedAt when that run was done
 * @param stages what each stage did, in order
 * @param counts what came in and went out, by the names of {@link Count}, in order
 * @param millis milliseconds by stage, in order
 * @param rejectsByReason rejects in the lake by reason code, the most first
 * @param rejectedFiles the files that rejects came with, those received last first; no more than {@link #MOST_FILES}
 * @param standings where each target stands; none where the lake has no progress
 * @param urgent the targets that the province's page lists as the most urgent, in its order
 * @param since what is otherwise than at the end of the run before; null where there was none, or this one found nothing new
 * @param workbooks where the workbooks are
 * @param notices what has to be said wherever the data are shown
 * @param odd files whose day of receipt is odd, by what is odd about it
 */
public record RunResult(
        String runId,
        Instant endedAt,
        Map<String, String> stages,
        Map<String, Long> counts,
        Map<String, Long> millis,
        Map<String, Long> rejectsByReason,
        List<RejectedFile> rejectedFiles,
        List<Standing> standings,
        List<MostUrgent> urgent,
        Since since,
        List<String> workbooks,
        List<String> notices,
        Map<String, List<String>> odd) {
    /** So many of the rejected files are named. */
    static final int MOST_FILES = 10;

    /**
     * A file with rejects.
     *
     * @param file path below the landing folder
     * @param rejects how many of it there are
     * @param reasons their codes
     */
    public record RejectedFile(String file, long rejects, List<String> reasons) {}

    /**
     * What is otherwise than at the end of the run before.
     *
     * @param runId that run
     * @param counts by how much each count of what the lake holds is larger; only those that are not the same
     * @param turned the targets whose status of the province is another
     */
    public record Since(String runId, Map<String, Long> counts, List<Turned> turned) {
        private static final List<String> HELD =
                List.of(Count.SUBMISSIONS, Count.OBSERVATIONS, Count.REJECTS, Count.FLAGS);

        static Since of(RunResult before, Map<String, Long> counts, List<Standing> standings) {
            Map<String, Long> more = new LinkedHashMap<>();
            HELD.forEach(
                    name -> more.put(name, counts.get(name) - before.counts().getOrDefault(name, 0L)));
            more.values().removeIf(number -> number == 0);
            Map<String, String> then = before.standings().stream()
                    .collect(Collectors.toMap(Standing::indicator, Standing::provinceStatus));
            return new Since(
                    before.runId(),
                    more,
                    standings.stream()
                            .filter(now -> then.containsKey(now.indicator())
                                    && !then.get(now.indicator()).equals(now.provinceStatus()))
                            .map(now -> new Turned(
                                    now.indicator(), now.title(), then.get(now.indicator()), now.provinceStatus()))
                            .toList());
        }
    }

    /** A target whose status of the whole province is another than before. */
    public record Turned(String indicator, Label title, String before, String now) {}

    /**
     * Where a target stands.
     *
     * @param title of the indicator
     * @param provinceStatus status of the whole province
     * @param counties counties by status
     */
    public record Standing(String indicator, Label title, String provinceStatus, Map<String, Long> counties) {}

    /** The same, told by a run of some stages that found nothing new. */
    public RunResult nothingNew(List<Stage> asked) {
        Map<String, String> told = new LinkedHashMap<>();
        asked.forEach(stage -> told.put(stage.word(), Outcome.NOTHING_NEW));
        Map<String, Long> same = new LinkedHashMap<>(counts);
        same.replace(Count.FILES_READ, 0L);
        same.replace(Count.INDICATORS, 0L);
        same.replace(Count.WORKBOOKS_CHANGED, 0L);
        return new RunResult(
                runId,
                endedAt,
                told,
                same,
                Map.of(),
                rejectsByReason,
                rejectedFiles,
                standings,
                urgent,
                null,
                workbooks,
                notices,
                odd);
    }

    /** That of upkeep: what was done with each table in the place of stages, and what is broken in the place of notices. */
    static RunResult ofUpkeep(
            String runId,
            Instant endedAt,
            Map<String, String> tables,
            Map<String, Long> counts,
            Map<String, Long> millis,
            List<String> broken) {
        return new RunResult(
                runId, endedAt, tables, counts, millis, Map.of(), List.of(), List.of(), List.of(), null, List.of(),
                broken, Map.of());
    }

    /** Whether it had nothing to do. */
    public boolean quiet() {
        return stages.values().stream().allMatch(Outcome.NOTHING_NEW::equals);
    }
}
