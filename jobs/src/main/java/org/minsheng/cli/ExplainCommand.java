package org.minsheng.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Language;
import org.minsheng.explain.Explanation;
import org.minsheng.explain.ExplanationText;
import org.minsheng.explain.Question;
import org.minsheng.report.Words;
import org.minsheng.run.Configuration;
import org.minsheng.run.Explaining;
import org.minsheng.run.Ledger;
import org.minsheng.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: tells why a figure is what it is, from the cells as sent to the status. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Tells why a figure is what it is, step by step: the cells as sent and what became of them, the formula with"
                        + " its numbers, the target with its sentence, pace, projection, flags, and the rule that decided the"
                        + " status. Reads the tables, and writes nothing.")
public final class ExplainCommand implements Callable<Integer> {
    /** The forms of the answer. */
    enum Format {
        text,
        json
    }

    @Mixin
    private CommonOptions common;

    @Mixin
    private AsOfOption asOf;

    @Parameters(index = "0", paramLabel = "INDICATOR", description = "Its number or title, such as 30.2.")
    private String indicator;

    @Parameters(index = "1", paramLabel = "REGION", description = "Its code or name.")
    private String region;

    @Parameters(index = "2", paramLabel = "PERIOD", description = "The year.")
    private String period;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration conf = common.configuration(asOf.settings());
        Ledger ledger = Ledger.open(conf.settings(), conf.fingerprint(), Instant.now(), Session.hadoop());
        Question question = Question.read(
                conf.catalogue(),
                conf.regions(),
                indicator,
                region,
                period,
                ledger.asOf().day().getYear());
        Explaining explaining = new Explaining(conf, ledger);
        SparkSession spark = Session.open();
        try {
            Explanation explanation = explaining.explain(spark, question);
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case text -> {
                    for (Language language : languages(conf.settings().language())) {
                        new ExplanationText(Words.in(language), conf.settings().timeZone())
                                .lines(explanation)
                                .forEach(out::println);
                    }
                }
                case json -> out.println(Explaining.json(explanation));
            }
            out.flush();
            return ExitCode.DONE;
        } finally {
            spark.stop();
        }
    }

    /** Whole texts after each other, as sentences within sentences are not to be read in two languages at once. */
    private static List<Language> languages(Language language) {
        return language == Language.BOTH ? List.of(Language.ZH, Language.EN) : List.of(language);
    }
}
