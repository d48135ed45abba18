package org.minsheng.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Status;
import org.minsheng.run.RunResult;
import org.minsheng.stage.Count;

/** The page at the end of a run: what came in, what was rejected and why, which targets are off track, where to look. */
final class Summary {
    private static final int MOST_SHOWN = 20;

    private final Texts texts;
    private final PrintWriter out;

    Summary(Texts texts, PrintWriter out) {
        this.texts = texts;
        this.out = out;
    }

    void print(RunResult result) {
        out.println();
        result.notices().forEach(out::println);
        if (result.quiet()) {
            out.println(texts.get("summary.quiet", result.runId()));
        }
        printWhatCame(result);
        printTargets(result);
        printWorkbooks(result);
        if (!result.millis().isEmpty()) {
            out.println(texts.get(
                    "summary.took",
                    result.millis().entrySet().stream()
                            .map(e -> e.getKey() + String.format(Locale.ROOT, " %.1f s", e.getValue() / 1000.0))
                            .collect(Collectors.joining(", "))));
        }
        out.flush();
    }

    private void printWhatCame(RunResult result) {
        Map<String, Long> counts = result.counts();
        if (counts.containsKey(Count.FILES_FOUND)) {
            out.println(texts.get(
                    "summary.files", shown(counts.get(Count.FILES_FOUND)), shown(counts.get(Count.FILES_READ))));
        }
        out.println(texts.get(
                "summary.cells",
                shown(counts.get(Count.CELLS)),
                shown(counts.get(Count.OBSERVATIONS)),
                shown(counts.get(Count.REJECTS))));
        result.rejectsByReason()
                .forEach((reason, count) -> out.println("    " + shown(count) + "  " + texts.get("reason." + reason)));
        result.odd()
                .forEach((what, files) ->
                        out.println(texts.get("summary.odd." + what, shown((long) files.size()), files.get(0))));
        if (counts.getOrDefault(Count.FLAGS, 0L) > 0) {
            out.println(texts.get("summary.flags", shown(counts.get(Count.FLAGS))));
        }
    }

    private void printTargets(RunResult result) {
        if (result.standings().isEmpty()) {
            return;
        }
        out.println(texts.get("summary.targets", byStatus(result)));
        List<RunResult.Standing> off = result.standings().stream()
                .filter(standing -> isOffTrack(Status.of(standing.provinceStatus())))
                .toList();
        off.stream().limit(MOST_SHOWN).forEach(this::print);
        if (off.size() > MOST_SHOWN) {
            out.println(texts.get("summary.more", shown((long) off.size() - MOST_SHOWN)));
        }
    }

    private void printWorkbooks(RunResult result) {
        if (result.workbooks().isEmpty()) {
            return;
        }
        String first = result.workbooks().get(0);
        out.println(texts.get(
                "summary.workbooks",
                shown(result.counts().get(Count.WORKBOOKS)),
                shown(result.counts().get(Count.WORKBOOKS_CHANGED)),
                new org.apache.hadoop.fs.Path(first).getParent().getParent().toString()));
        out.println(texts.get("summary.workbook", first));
    }

    private static boolean isOffTrack(Status status) {
        return status.isUrgent() || status.isUnknown();
    }

    private String byStatus(RunResult result) {
        Map<String, Long> counts = new TreeMap<>();
        result.standings().forEach(standing -> counts.merge(standing.provinceStatus(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> texts.get("status." + e.getKey()) + " " + shown(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void print(RunResult.Standing standing) {
        String counties = standing.counties().entrySet().stream()
                .filter(e -> !e.getKey().equals(Status.MET.code()))
                .map(e -> texts.get("status." + e.getKey()) + " " + shown(e.getValue()))
                .collect(Collectors.joining(", "));
        out.println("    " + standing.indicator() + " " + standing.title() + ": "
                + texts.get("status." + standing.provinceStatus())
                + (counties.isEmpty() ? "" : " (" + texts.get("summary.counties", counties) + ")"));
    }

    private static String shown(Long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
