package org.minsheng.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minsheng.conf.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Ends the help of each subcommand with examples, which the words of the terminal hold. */
public final class Examples {
    private Examples() {}

    /** Adds them to the subcommands that have some. */
    public static void addTo(CommandLine line, Texts texts) {
        line.getSubcommands().forEach((name, command) -> {
            if (texts.has("examples." + name)) {
                UsageMessageSpec usage = command.getCommandSpec().usageMessage();
                List<String> footer = new ArrayList<>(Arrays.asList(usage.footer()));
                footer.add("");
                footer.add(texts.get("examples"));
                texts.get("examples." + name).lines().map(one -> "  " + one).forEach(footer::add);
                usage.footer(footer.toArray(String[]::new));
            }
        });
    }
}
