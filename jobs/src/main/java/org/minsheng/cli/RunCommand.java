package org.minsheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Texts;
import org.minsheng.run.Configuration;
import org.minsheng.run.Configuration.Glance;
import org.minsheng.run.Ledger;
import org.minsheng.run.Run;
import org.minsheng.run.RunLock;
import org.minsheng.run.RunResult;
import org.minsheng.run.Session;
import org.minsheng.stage.Stage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A subcommand that runs stages on Spark and ends with a summary. */
abstract class RunCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--strict", description = "Exit with 1 where there are rejects, though the run was done.")
    private boolean strict;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    /** Its stages, of all those of a run. */
    abstract List<Stage> stages(Ledger ledger);

    /** The configuration that the options name. */
    Configuration configuration() {
        return common.configuration(settings());
    }

    /** Where results go. */
    java.io.PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Settings that options of the subcommand stand for. */
    Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Integer call() throws Exception {
        Glance glance = glance();
        return UnderLock.run(spec.name(), glance, text -> json.print(text, out()), (lock, ledger) -> {
            RunResult result = run(lock, ledger);
            if (!json.isWanted()) {
                new Summary(glance.settings(), glance.levels(), common.asTyped(), out()).print(result);
            }
            boolean look = strict && !result.rejectsByReason().isEmpty();
            return new UnderLock.Ended(result, look ? ExitCode.LOOK : ExitCode.DONE);
        });
    }

    private Glance glance() {
        try {
            return common.glance(settings());
        } catch (ConfException e) {
            configuration(); // tells the mistakes of the other files, too
            throw e;
        }
    }

    private RunResult run(RunLock lock, Ledger ledger) throws IOException {
        CommandLine line = spec.commandLine();
        List<Stage> stages = stages(ledger);
        if (ledger.nothingNew(stages) && !Session.isWanted()) {
            return ledger.told().nothingNew(stages);
        }
        Configuration conf = configuration();
        Texts texts = Terminal.texts(
                conf.settings().language(), conf.catalogue().policy().levels());
        line.getErr().println(texts.get("start", spec.name()));
        SparkSession spark = Session.open();
        try (ProgressLines progress = new ProgressLines(texts, line.getErr(), Terminal.canRewrite())) {
            return new Run(spark, conf, ledger, lock::check, progress).execute(spec.name(), stages);
        } finally {
            spark.stop();
        }
    }
}
