package org.minsheng.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Texts;
import org.minsheng.run.Configuration.Glance;
import org.minsheng.run.Maintenance;
import org.minsheng.run.RunResult;
import org.minsheng.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code maintain}: joins small files of the lake's tables, removes what nobody needs, and checks that all is sound. */
@Command(
        name = "maintain",
        mixinStandardHelpOptions = true,
        description =
                "Joins small files of the tables, removes what nobody needs, and checks that all is sound. Exits with 1 where"
                        + " something is broken; the message says what to do.")
public final class MaintainCommand implements Callable<Integer> {
    /** What Delta lets nobody fall below, lest a reader or writer of now loses a file. */
    private static final int LEAST_DAYS = 7;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            description = "Earlier versions of the tables stay readable for so long, 7 or more (default:"
                    + " ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int days;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (days < LEAST_DAYS) {
            throw new ParameterException(
                    spec.commandLine(), "--keep-days " + days + " is too short: " + LEAST_DAYS + " or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        Glance glance = common.glance(Map.of());
        return UnderLock.run(spec.name(), glance, text -> json.print(text, out), (lock, ledger) -> {
            lock.removeLeftovers();
            Texts texts = Terminal.texts(glance.settings().language());
            SparkSession spark = Session.open();
            try (ProgressLines progress =
                    new ProgressLines(texts, spec.commandLine().getErr(), Terminal.canRewrite())) {
                RunResult result =
                        new Maintenance(spark, glance.settings(), glance.fingerprint(), ledger, progress).execute(days);
                int broken = result.notices().size();
                if (!json.isWanted()) {
                    out.println(
                            broken == 0
                                    ? texts.get("maintain.sound")
                                    : texts.get("maintain.broken", String.valueOf(broken)));
                }
                return new UnderLock.Ended(result, broken == 0 ? ExitCode.DONE : ExitCode.LOOK);
            } finally {
                spark.stop();
            }
        });
    }
}
