package org.minsheng.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** The option of the subcommands whose results can be computed again as of an earlier time. */
final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Use what was known then: 2025-06-30 (its end, in the time zone of the settings) or 2025-06-30T12:00:00Z (default: the"
                            + " setting as-of).")
    private String time;

    /** The setting that it stands for. */
    Map<String, String> settings() {
        return time == null ? Map.of() : Map.of("as-of", time);
    }
}
