package org.minsheng;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.minsheng.cli.CatalogueCommand;
import org.minsheng.cli.CheckCommand;
import org.minsheng.cli.CommonOptions;
import org.minsheng.cli.CompletionCommand;
import org.minsheng.cli.EquityCommand;
import org.minsheng.cli.Examples;
import org.minsheng.cli.ExitCode;
import org.minsheng.cli.ExplainCommand;
import org.minsheng.cli.ExportCommand;
import org.minsheng.cli.Extra;
import org.minsheng.cli.Failures;
import org.minsheng.cli.HelpTexts;
import org.minsheng.cli.IngestCommand;
import org.minsheng.cli.MaintainCommand;
import org.minsheng.cli.NewConfCommand;
import org.minsheng.cli.NightlyCommand;
import org.minsheng.cli.ProgressCommand;
import org.minsheng.cli.ReportCommand;
import org.minsheng.cli.ShellCommand;
import org.minsheng.cli.SqlCommand;
import org.minsheng.cli.TemplateCommand;
import org.minsheng.cli.Terminal;
import org.minsheng.conf.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

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
            "1:done, but something needs a look (rejects, with --strict; what maintain finds broken; a mistake in what comes"
                    + " from a file to shell)",
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
            NewConfCommand.class,
            MaintainCommand.class,
            CompletionCommand.class,
            HelpCommand.class
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

    /** Runs a subcommand and gives its exit code. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = commandLine();
        line.setOut(out).setErr(err); // of the subcommands that it has, too
        line.setColorScheme(Help.defaultColorScheme(Terminal.hasColours() ? Ansi.ON : Ansi.OFF));
        Texts texts = CommonOptions.texts(args);
        HelpTexts.addTo(line, texts.language());
        Examples.addTo(line, texts);
        Failures failures = new Failures(texts);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failures.ofWork(failure, command));
        line.setParameterExceptionHandler((mistake, asked) -> failures.ofUsage(mistake));
        try {
            return args.length == 0 ? usage(line) : line.execute(args);
        } catch (Error e) {
            return failures.ofJava(e, err);
        }
    }

    /** All subcommands, with those of jars beside the program's. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Minsheng());
        ServiceLoader.load(Extra.class).forEach(line::addSubcommand);
        return line;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }

    /** Tells the version of the jar. */
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"minsheng " + org.minsheng.run.Version.current()};
        }
    }
}
