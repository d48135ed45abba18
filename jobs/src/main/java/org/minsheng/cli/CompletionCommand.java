package org.minsheng.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints what a shell needs to complete commands and options at the tab key. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description =
                "Prints a script that lets bash, and zsh with bashcompinit, complete commands and options at the tab"
                        + " key, of minsheng and of ./minsheng.")
public final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
