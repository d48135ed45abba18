package org.minsheng.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.conf.Environment;
import org.minsheng.run.Configuration;
import picocli.CommandLine.Option;

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
        return Configuration.read(settingsFile(), all(more));
    }

    /** What can be told of it at a glance. */
    Configuration.Glance glance(Map<String, String> more) {
        return Configuration.glance(settingsFile(), all(more));
    }

    /** An option goes before --set, that before the environment, that before the file. */
    Map<String, String> all(Map<String, String> more) {
        Map<String, String> all = Environment.settings();
        all.putAll(overrides);
        all.putAll(more);
        return all;
    }

    /** The folder that holds {@code conf/}. */
    public Path home() {
        return settingsFile().toAbsolutePath().normalize().getParent().getParent();
    }

    Path settingsFile() {
        return file == null ? Environment.file() : file;
    }
}
