package org.minsheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.MistakeWords;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Texts;
import org.minsheng.ingest.Landing;
import org.minsheng.run.Configuration;
import org.minsheng.run.Json;
import org.minsheng.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: reads all of the configuration, without Spark, and reports every mistake of every file in one pass. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads all of conf/ and reports every mistake of every file, with its place and what would be right.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    /** How much the configuration holds. */
    private record Found(long fields, long measures, long indicators, long series, long layouts, long regions) {}

    /** What {@code --json} prints of a configuration without mistakes. */
    private record Document(String command, String outcome, int exitCode, Found result, List<String> warnings) {}

    /** What is no mistake, but what somebody may not have meant. */
    private static List<Problem> warnings(Configuration conf) {
        List<Problem> warnings = new ArrayList<>(conf.warnings());
        Instant now = Instant.now();
        try {
            Landing landing =
                    Landing.list(conf.settings().landing(), conf.settings().timeZone(), Session.hadoop());
            landing.toCome(now)
                    .forEach(file -> warnings.add(new Problem(
                            file,
                            0,
                            0,
                            "its day (of its folder, or else of its last change) is still to come, and it counts from"
                                    + " then on",
                            "Put it into a folder named after the day of its receipt")));
            landing.ofNoDay(now)
                    .forEach(file -> warnings.add(new Problem(
                            file,
                            0,
                            0,
                            "its folder looks like a day and is none, so that it counts from its last change on",
                            "Name the folder like 2026-01-20")));
        } catch (ConfException e) {
            warnings.addAll(e.problems()); // a run will need it, but the configuration is sound
        } catch (IOException e) {
            warnings.add(new Problem("landing", 0, 0, e.getMessage(), ""));
        }
        return warnings;
    }

    @Override
    public Integer call() {
        Configuration conf = common.configuration();
        Catalogue catalogue = conf.catalogue();
        Found found = new Found(
                catalogue.fields().size(),
                catalogue.measures().count(),
                catalogue.indicators().count(),
                catalogue.series().size(),
                conf.layouts().size(),
                conf.regions().all().size());
        List<Problem> warnings = warnings(conf);
        PrintWriter out = spec.commandLine().getOut();
        json.print(
                Json.text(new Document(
                        spec.name(),
                        "done",
                        ExitCode.DONE,
                        found,
                        warnings.stream().map(Problem::toString).toList())),
                out);
        if (!json.isWanted()) {
            Texts texts = Terminal.texts(conf.settings().language());
            out.println(texts.get(
                    "check.sound",
                    found.fields(),
                    found.measures(),
                    found.indicators(),
                    found.series(),
                    found.layouts(),
                    found.regions()));
            MistakeWords words = new MistakeWords(conf.settings().language());
            warnings.forEach(warning -> out.println(texts.get("warning", words.of(warning))));
            if (!warnings.isEmpty()) {
                out.println(texts.get("check.warnings", String.valueOf(warnings.size())));
            }
        }
        return 0;
    }
}
