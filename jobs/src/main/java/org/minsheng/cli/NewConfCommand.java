package org.minsheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.minsheng.run.Skeleton;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new-conf}: lays out a small configuration with comments, for another province, without Spark. */
@Command(
        name = "new-conf",
        mixinStandardHelpOptions = true,
        description =
                "Lays out a small configuration of an invented province, with a comment on each part and two tables that fit"
                        + " it: the beginning of one of your own. Nothing is written over.")
public final class NewConfCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A new folder, or an empty one.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path settings = Skeleton.layOut(folder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(settings);
        out.println(Terminal.texts(new CommonOptions().spoken()).get("newconf.next", settings.toString()));
        return 0;
    }
}
