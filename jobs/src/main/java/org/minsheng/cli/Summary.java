package org.minsheng.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.OneLine;
import org.minsheng.conf.Settings;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Status;
import org.minsheng.report.MostUrgent;
import org.minsheng.report.Words;
import org.minsheng.run.RunResult;
import org.minsheng.stage.Count;

/** The page at the end of a run: what came, what is otherwise than before, which targets are the most urgent, what to do next. */
final class Summary {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST_NAMED = 10;
    private static final List<String> MOST_SINCE =
            List.of(Count.SUBMISSIONS, Count.OBSERVATIONS, Count.REJECTS, Count.FLAGS);

    private final Language spoken;
    private final Texts texts;
    private final Texts words;
    private final Texts sheets;
    private final ZoneId zone;
    private final String options;
    private final PrintWriter out;

    /**
     * For a reader.
     *
     * @param settings the language of the workbooks, of which the page is in the first, and the time zone
     * @param options what has to be given to other commands, too, so that they read the same lake
     */
    Summary(Settings settings, LevelNames levels, String options, PrintWriter out) {
        Language language = settings.language();
        this.zone = settings.timeZone();
        this.spoken = language.first();
        this.texts = Terminal.texts(language, levels);
        this.words = Words.in(spoken, levels);
        this.sheets = Words.in(language, levels);
        this.options = options;
        this.out = out;
    }

    void print(RunResult result) {
        out.println();
        result.notices().forEach(out::println);
        if (result.quiet()) {
            out.println(
                    texts.get("summary.quiet", MINUTE.format(result.endedAt().atZone(zone))));
        }
        heading("summary.came");
        printWhatCame(result);
        if (!result.quiet()) {
            heading("summary.since");
            printSince(result);
        }
        printTargets(result);
        if (!result.millis().isEmpty()) {
            out.println(texts.get(
                    "summary.took",
                    result.millis().entrySet().stream()
                            .map(e -> texts.get("stage." + e.getKey()) + " "
                                    + ProgressLines.duration(texts, e.getValue()))
                            .collect(Collectors.joining(texts.get("summary.and")))));
        }
        heading("summary.next");
        printNext(result);
        out.flush();
    }

    private void heading(String key) {
        out.println(Terminal.bold(texts.get(key)));
    }

    private void printWhatCame(RunResult result) {
        Map<String, Long> counts = result.counts();
        if (counts.containsKey(Count.FILES_FOUND)) {
            out.println(texts.get(
                    "summary.files", shown(counts.get(Count.FILES_FOUND)), shown(counts.get(Count.FILES_READ))));
            long unfinished = readByUnfinished(result);
            if (unfinished > 0) {
                out.println(texts.get("summary.files.unfinished", shown(unfinished)));
            }
        }
        out.println(texts.get(
                "summary.cells",
                shown(counts.get(Count.CELLS)),
                shown(counts.get(Count.OBSERVATIONS)),
                shown(counts.get(Count.REJECTS))));
        result.rejectsByReason()
                .forEach((reason, count) ->
                        out.println(texts.get("summary.reason", shown(count), words.get("reason." + reason))));
        if (!result.rejectedFiles().isEmpty()) {
            out.println(texts.get("summary.rejected", texts.get("summary.rejected.sheet", sheets.get("rejects.name"))));
            result.rejectedFiles()
                    .forEach(file -> out.println(texts.get(
                            "summary.rejected.file",
                            OneLine.of(file.file()),
                            shown(file.rejects()),
                            reasons(file.reasons()))));
            long listed = result.rejectedFiles().stream()
                    .mapToLong(RunResult.RejectedFile::rejects)
                    .sum();
            if (listed < counts.getOrDefault(Count.REJECTS, listed)) {
                out.println(texts.get("summary.rejected.more", shown(counts.get(Count.REJECTS) - listed)));
            }
        }
        result.odd()
                .forEach((what, files) -> out.println(
                        texts.get("summary.odd." + what, shown((long) files.size()), OneLine.of(files.get(0)))));
        if (counts.getOrDefault(Count.FLAGS, 0L) > 0) {
            out.println(texts.get("summary.flags", shown(counts.get(Count.FLAGS))));
        }
    }

    /** The files that are new since the last run that was done, and were not read by this one: by one between, which failed. */
    private static long readByUnfinished(RunResult result) {
        if (result.quiet()) {
            return 0;
        }
        Map<String, Long> counts =
                result.since() == null ? result.counts() : result.since().counts();
        return counts.getOrDefault(Count.SUBMISSIONS, 0L) - result.counts().get(Count.FILES_READ);
    }

    private String reasons(List<String> codes) {
        return codes.stream().map(code -> words.get("reason." + code)).collect(Collectors.joining(and()));
    }

    private void printSince(RunResult result) {
        RunResult.Since since = result.since();
        if (since == null) {
            out.println(texts.get("summary.since.first"));
            return;
        }
        MOST_SINCE.stream()
                .filter(since.counts()::containsKey)
                .forEach(name -> out.println(texts.get(
                        "summary.since." + name,
                        String.format(Locale.ROOT, "%+,d", since.counts().get(name)))));
        if (since.counts().isEmpty()) {
            out.println(texts.get("summary.since.same"));
        }
        since.turned().stream()
                .limit(MOST_NAMED)
                .forEach(turned -> out.println(texts.get(
                        "summary.since.turned",
                        turned.indicator() + " " + turned.title().in(spoken),
                        status(turned.before()),
                        status(turned.now()))));
        if (since.turned().isEmpty()) {
            out.println(texts.get("summary.since.steady"));
        } else if (since.turned().size() > MOST_NAMED) {
            out.println(
                    texts.get("summary.since.more", shown((long) since.turned().size() - MOST_NAMED)));
        }
        if (result.counts().getOrDefault(Count.WORKBOOKS_CHANGED, 0L) > 0) {
            out.println(
                    texts.get("summary.since.workbooks", shown(result.counts().get(Count.WORKBOOKS_CHANGED))));
        }
    }

    private void printTargets(RunResult result) {
        if (result.standings().isEmpty()) {
            return;
        }
        out.println(Terminal.bold(texts.get("summary.targets", byStatus(result))));
        if (result.urgent().isEmpty()) {
            out.println(texts.get("summary.urgent.none"));
        } else {
            out.println(
                    texts.get("summary.urgent", String.valueOf(result.urgent().size()), page()));
        }
        for (int i = 0; i < result.urgent().size(); i++) {
            MostUrgent one = result.urgent().get(i);
            out.println(texts.get(
                    "summary.urgent.one",
                    String.valueOf(i + 1),
                    Terminal.coloured(
                            one.standing().in(spoken), Status.of(one.status()).signal()),
                    one.told().in(spoken),
                    counties(result, one.indicator())));
        }
        List<String> unknown = result.standings().stream()
                .filter(standing -> Status.of(standing.provinceStatus()).isUnknown())
                .map(RunResult.Standing::indicator)
                .toList();
        if (!unknown.isEmpty()) {
            String first = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(and()));
            out.println(texts.get(
                    "summary.unknown",
                    String.valueOf(unknown.size()),
                    unknown.size() <= MOST_NAMED ? first : texts.get("summary.some", first)));
        }
    }

    /** The targets by status, from the best to those of which nothing can be said. */
    private String byStatus(RunResult result) {
        Map<Status, Long> counts = new TreeMap<>();
        result.standings().forEach(standing -> counts.merge(Status.of(standing.provinceStatus()), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> status(e.getKey().code()) + " " + shown(e.getValue()))
                .collect(Collectors.joining(and()));
    }

    /** How many counties stand where with a target; nothing where all that have figures meet it. */
    private String counties(RunResult result, String indicator) {
        Map<String, Long> counties = new LinkedHashMap<>();
        result.standings().stream()
                .filter(standing -> standing.indicator().equals(indicator))
                .forEach(standing -> counties.putAll(standing.counties()));
        counties.remove(Status.MET.code());
        String told = counties.entrySet().stream()
                .map(e -> words.get("status." + e.getKey()) + " " + shown(e.getValue()))
                .collect(Collectors.joining(and()));
        return told.isEmpty() ? "" : texts.get("summary.counties", told);
    }

    private void printNext(RunResult result) {
        int step = 0;
        if (result.workbooks().isEmpty()) {
            out.println(texts.get("summary.next.run", String.valueOf(++step), options));
            return;
        }
        String first = result.workbooks().get(0);
        out.println(texts.get("summary.next.page", String.valueOf(++step), page(), first));
        out.println(texts.get(
                "summary.next.workbooks",
                shown(result.counts().get(Count.WORKBOOKS)),
                new Path(first).getParent().getParent().toString()));
        if (!result.rejectsByReason().isEmpty() && result.workbooks().size() > 1) {
            String annex = result.workbooks().get(1);
            out.println(texts.get("summary.next.rejects", String.valueOf(++step), sheets.get("rejects.name"), annex));
        }
        if (!result.urgent().isEmpty()) {
            MostUrgent one = result.urgent().get(0);
            out.println(texts.get(
                    "summary.next.explain",
                    String.valueOf(++step),
                    one.indicator(),
                    one.refArea(),
                    String.valueOf(one.timePeriod()) + options));
        }
    }

    /** The name of the sheet to begin with; where there is one in each language, of that in this one. */
    private String page() {
        return words.get("page.name");
    }

    private String status(String code) {
        return Terminal.coloured(words.get("status." + code), Status.of(code).signal());
    }

    private String and() {
        return texts.get("summary.and");
    }

    private static String shown(Long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
