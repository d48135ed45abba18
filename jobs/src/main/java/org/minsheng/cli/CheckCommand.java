package org.minsheng.cli;

import java.util.concurrent.Callable;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.run.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: reads all of the configuration, without Spark, and tells every mistake of every file in one pass. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads all of conf/ and tells every mistake of every file, with its place and what would be right.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration conf = common.configuration();
        Catalogue catalogue = conf.catalogue();
        spec.commandLine()
                .getOut()
                .printf(
                        "No mistakes: %d fields, %d measures, %d indicators, %d series, %d layouts, %d regions.%n",
                        catalogue.fields().size(),
                        catalogue.measures().count(),
                        catalogue.indicators().count(),
                        catalogue.series().size(),
                        conf.rules().layouts(),
                        conf.regions().all().size());
        return 0;
    }
}
