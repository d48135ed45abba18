package org.minsheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jdk.jshell.JShell;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.minsheng.conf.Texts;
import org.minsheng.query.Lab;
import org.minsheng.query.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code shell}: Java's own shell, with a Spark session and the tables at hand. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description =
                "Java's shell (jshell) with the tables at hand: spark, sql(\"SELECT ...\"), table(\"progress\"), show(rows), and"
                        + " charts; the same names as in the notebooks. Reads what is typed or comes from a file, which ends with the"
                        + " first mistake and 1; Ctrl-D ends it.")
public final class ShellCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private AsOfOption asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Lab lab = Lab.open(common.settingsFile(), common.all(asOf.settings()));
        try {
            return System.console() == null ? answer() : converse();
        } finally {
            lab.spark().stop();
        }
    }

    /** What comes from a file or a pipe. */
    private int answer() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (JShell shell = Script.open(startup())) {
            Script script = new Script(shell, Terminal.texts(common.spoken()), err);
            boolean done = script.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
            return done ? ExitCode.DONE : ExitCode.LOOK;
        }
    }

    /** What is typed. */
    private int converse() throws Exception {
        Path startup = Files.createTempFile("shell", ".jsh");
        try {
            Files.writeString(startup, startup());
            PrintWriter screen = spec.commandLine().getOut();
            Texts texts = Terminal.texts(common.spoken());
            screen.println(texts.get("shell.tables", String.join(", ", Tables.NAMES)));
            screen.println(texts.get("shell.how"));
            return JavaShellToolBuilder.builder()
                    .interactiveTerminal(true)
                    .start(
                            "--execution",
                            "local", // in this process, where the session is
                            "--class-path",
                            System.getProperty("java.class.path"),
                            "--startup",
                            startup.toString(),
                            "--feedback",
                            "concise");
        } finally {
            Files.delete(startup);
        }
    }

    private static String startup() throws IOException {
        return text("lab.jsh") + text("shell.jsh");
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Lab.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
