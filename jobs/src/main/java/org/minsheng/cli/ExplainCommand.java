package org.minsheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Language;
import org.minsheng.explain.Explanation;
import org.minsheng.explain.ExplanationText;
import org.minsheng.explain.Question;
import org.minsheng.run.Configuration;
import org.minsheng.run.Explaining;
import org.minsheng.run.ExplanationBook;
import org.minsheng.run.Ledger;
import org.minsheng.run.Session;
import org.minsheng.storage.NewFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    private static final String ENDING = ".xlsx";

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

    @Option(
            names = "--out",
            paramLabel = "FILE" + ENDING,
            description =
                    "Write a workbook instead: a sheet of the steps, one of the parts of a roll-up, one of the cells.")
    private Path workbook;

    @Option(names = "--force", description = "Put it in the place of a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        NewFile file = workbook == null ? null : workbook();
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
            if (file != null) {
                Outs.checkFree(file, force); // once more, as Spark takes its time
                file.write(to -> ExplanationBook.write(explanation, conf, to));
                out.println(file.location());
                return ExitCode.DONE;
            }
            switch (format) {
                case text -> {
                    Language language = conf.settings().language();
                    new ExplanationText(
                                    conf.words(language.first()),
                                    language,
                                    conf.settings().timeZone())
                            .lines(explanation.named(conf.catalogue(), language.first()))
                            .forEach(out::println);
                }
                case json -> out.println(Explaining.json(explanation));
            }
            out.flush();
            return ExitCode.DONE;
        } finally {
            spark.stop();
        }
    }

    private NewFile workbook() throws IOException {
        if (format != Format.text || !workbook.toString().endsWith(ENDING)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--out is for a workbook: name a file that ends with " + ENDING + ", and no --format");
        }
        Path path = workbook.toAbsolutePath().normalize();
        NewFile file = Outs.file(path.getParent().toString(), path.getFileName().toString());
        Outs.checkFree(file, force);
        return file;
    }
}
