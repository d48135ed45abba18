package org.minsheng.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;
import org.minsheng.run.Templates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code template}: writes the workbook that a responsible unit fills in and sends back. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the workbook that a responsible unit fills in and sends back: the series that it owes, a row a"
                    + " region, with last year's figures beside. Put the filled one into the landing folder."
        })
public final class TemplateCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "The year to be reported on.")
    private int year;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "NAME",
            description = "The responsible unit, as the catalogue names it, such as \u7701\u6C34\u5229\u5385.")
    private String unit;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: UNIT_YEAR.xlsx here).")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration conf = common.configuration();
        Instant asOf = Optional.ofNullable(conf.settings().asOf()).orElseGet(Instant::now);
        SparkSession spark = Session.open();
        try {
            byte[] bytes = Templates.write(spark, conf, asOf, unit, year);
            Path file = out == null ? Path.of(unit.replaceAll("[/\\\\:]", "_") + "_" + year + ".xlsx") : out;
            Files.write(file, bytes);
            spec.commandLine().getOut().println(file);
            return 0;
        } finally {
            spark.stop();
        }
    }
}
