package org.minsheng.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option of the subcommands that tell machines what they did: a JSON document in the place of all that is told people. */
final class JsonOption {
    static final String NAME = "--json";

    @Option(
            names = NAME,
            description =
                    "Print the result as JSON, and nothing else, to standard output; docs/operations.md has the names.")
    private boolean wanted;

    private boolean printed;

    /** That of a command; null where it has none. */
    static JsonOption of(CommandLine command) {
        return command.getMixins().values().stream()
                .filter(JsonOption.class::isInstance)
                .map(JsonOption.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Whether it is what standard output is for. */
    boolean isWanted() {
        return wanted;
    }

    /** Prints a document where it is wanted, the first one only: how something failed may be told in two places. */
    void print(String document, PrintWriter out) {
        if (wanted && !printed) {
            printed = true;
            out.println(document);
            out.flush();
        }
    }
}
