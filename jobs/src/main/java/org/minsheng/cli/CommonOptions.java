package org.minsheng.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.minsheng.run.Configuration;
import picocli.CommandLine.Option;

/** The options that every subcommand has. */
final class CommonOptions {
    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Settings; the rest of the configuration lies beside it (default: conf/minsheng.yaml).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Use this value in the place of the file's, such as --set language=en.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    /** The configuration that they name. */
    Configuration configuration() {
        return configuration(Map.of());
    }

    /** As {@link #configuration()}, with settings that options of a subcommand stand for. */
    Configuration configuration(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        all.putAll(more);
        return Configuration.read(file(), all);
    }

    /** The folder that holds {@code conf/}. */
    Path home() {
        return file().toAbsolutePath().normalize().getParent().getParent();
    }

    private Path file() {
        Path home = Path.of(Optional.ofNullable(System.getenv("MINSHENG_HOME")).orElse("."));
        return file == null ? home.resolve("conf/minsheng.yaml") : file;
    }
}
