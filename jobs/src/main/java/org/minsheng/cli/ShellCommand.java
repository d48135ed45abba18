package org.minsheng.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
                        + " charts; the same names as in the notebooks. Reads what is typed or comes from a file; Ctrl-D ends it.")
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
        Path startup = Files.createTempFile("shell", ".jsh");
        try {
            Files.writeString(startup, text("lab.jsh") + text("shell.jsh"));
            List<String> options = new ArrayList<>(List.of(
                    "--execution", "local", // in this process, where the session is
                    "--class-path", System.getProperty("java.class.path"),
                    "--startup", startup.toString()));
            boolean isTyped = System.console() != null;
            if (isTyped) {
                PrintWriter screen = spec.commandLine().getOut();
                Texts texts = Terminal.texts(common.spoken());
                screen.println(texts.get("shell.tables", String.join(", ", Tables.NAMES)));
                screen.println(texts.get("shell.how"));
                options.addAll(List.of("--feedback", "concise"));
            } else {
                options.addAll(List.of("-s", "-")); // all that comes in, and no prompts
            }
            return JavaShellToolBuilder.builder().interactiveTerminal(isTyped).start(options.toArray(String[]::new));
        } finally {
            Files.delete(startup);
            lab.spark().stop();
        }
    }

    private static String text(String resource) throws Exception {
        try (InputStream in = Lab.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
