package org.minsheng;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.minsheng.cli.CatalogueCommand;
import org.minsheng.cli.CheckCommand;
import org.minsheng.cli.EquityCommand;
import org.minsheng.cli.ExitCode;
import org.minsheng.cli.ExplainCommand;
import org.minsheng.cli.ExportCommand;
import org.minsheng.cli.Extra;
import org.minsheng.cli.IngestCommand;
import org.minsheng.cli.MaintainCommand;
import org.minsheng.cli.NightlyCommand;
import org.minsheng.cli.ProgressCommand;
import org.minsheng.cli.ReportCommand;
import org.minsheng.cli.ShellCommand;
import org.minsheng.cli.SqlCommand;
import org.minsheng.cli.TemplateCommand;
import org.minsheng.conf.ConfException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one subcommand per job. */
@Command(
        name = "minsheng",
        mixinStandardHelpOptions = true,
        versionProvider = Minsheng.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells every night whether the promises of the livelihood policy are kept.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but something needs a look (rejects, with --strict; what maintain finds broken)",
            "2:bad usage or configuration",
            "3:another run holds the lock",
            "4:failed, nothing half-written"
        },
        subcommands = {
            NightlyCommand.class,
            IngestCommand.class,
            ProgressCommand.class,
            EquityCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            TemplateCommand.class,
            SqlCommand.class,
            ShellCommand.class,
            ExportCommand.class,
            CatalogueCommand.class,
            CheckCommand.class,
            MaintainCommand.class
        })
public final class Minsheng {
    private Minsheng() {}

    /** Runs a subcommand and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(
                args,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs a subcommand and gives its exit code. No stack trace reaches the user; the log has it. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Minsheng());
        ServiceLoader.load(Extra.class).forEach(line::addSubcommand);
        line.setOut(out).setErr(err); // of the subcommands that it has, too
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            int code = ExitCode.of(failure);
            if (failure instanceof ConfException mistakes) {
                mistakes.problems().forEach(problem -> err.println("error: " + problem));
                return code;
            }
            if (code == ExitCode.LOCKED) {
                err.println("error: " + failure.getMessage());
                return code;
            }
            LoggerFactory.getLogger(Minsheng.class).error("{} failed", command.getCommandName(), failure);
            err.println("error: " + command.getCommandName() + " failed: " + innermost(failure));
            err.println("Nothing is half-written; run it again once the cause is mended. The log has the details.");
            return code;
        });
        try {
            return args.length == 0 ? usage(line) : line.execute(args);
        } catch (Error e) { // such as no memory or a jar that is damaged: Java would end with 1, as if a run was done
            LoggerFactory.getLogger(Minsheng.class).error("failed", e);
            err.println("error: " + e);
            err.println("Nothing is half-written; run it again once the cause is mended. The log has the details.");
            return ExitCode.FAILED;
        }
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** Tells the version of the jar. */
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"minsheng " + org.minsheng.run.Version.current()};
        }
    }
}
