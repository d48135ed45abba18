package org.minsheng.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.conf.Environment;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.SettingsReader;
import org.minsheng.conf.Texts;
import org.minsheng.run.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that every subcommand has. */
public final class CommonOptions {
    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Settings; the rest of the configuration lies beside it (default: conf/minsheng.yaml).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Use this value in the place of the file's, such as --set language=en. MINSHENG_LANGUAGE=en"
                    + " in the environment does the same.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    /** The configuration that they name. */
    public Configuration configuration() {
        return configuration(Map.of());
    }

    /** As {@link #configuration()}, with settings that options of a subcommand stand for. */
    Configuration configuration(Map<String, String> more) {
        TypedSettings typed = typed(more);
        return typed.told(() -> Configuration.read(settingsFile(), typed.values()));
    }

    /** What can be told of it at a glance. */
    Configuration.Glance glance(Map<String, String> more) {
        TypedSettings typed = typed(more);
        return typed.told(() -> Configuration.glance(settingsFile(), typed.values()));
    }

    /**
     * The one language of what goes to the terminal: where the setting is both, the first. For mistakes, too, so that no other
     * setting has to be right.
     */
    public Language spoken() {
        return SettingsReader.language(settingsFile(), new TypedSettings(overrides, Map.of()).values())
                .first();
    }

    /** The words of the terminal for a command line that may be wrong. */
    public static Texts texts(String... args) {
        CommonOptions options = new CommonOptions();
        CommandLine line = new CommandLine(
                        CommandSpec.create().addMixin("common", CommandSpec.forAnnotatedObject(options)))
                .setUnmatchedArgumentsAllowed(true)
                .setUnmatchedOptionsArePositionalParams(true);
        try {
            line.parseArgs(args);
        } catch (ParameterException e) {
            // The program itself will tell it; what came before it counts.
        }
        return Terminal.texts(
                options.spoken(), LevelNames.glance(options.settingsFile().resolveSibling("policy.yaml")));
    }

    private TypedSettings typed(Map<String, String> more) {
        TypedSettings typed = new TypedSettings(overrides, more);
        typed.checkRelative(home());
        return typed;
    }

    /** What was typed, for the command line of another command: a blank first, nothing where nothing was. */
    String asTyped() {
        StringBuilder typed = new StringBuilder();
        if (file != null) {
            typed.append(" --conf ").append(quoted(file.toString()));
        }
        overrides.forEach((key, value) -> typed.append(" --set ").append(quoted(key + "=" + value)));
        return typed.toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./=:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The settings that are not the file's, for who reads it. */
    Map<String, String> all(Map<String, String> more) {
        return typed(more).values();
    }

    /** The folder that holds {@code conf/}. */
    public Path home() {
        return settingsFile().toAbsolutePath().normalize().getParent().getParent();
    }

    /** The file of the settings. */
    public Path settingsFile() {
        return file == null ? Environment.file() : file;
    }
}
