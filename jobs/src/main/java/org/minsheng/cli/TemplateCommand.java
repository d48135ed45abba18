package org.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;
import org.minsheng.run.Templates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code template}: writes the workbook that a responsible office fills in and sends back. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the workbook that a responsible office fills in and sends back: the series that it owes, one row"
                    + " per region, with last year's figures beside. Put the filled one into the landing folder. A file that is there"
                    + " is not written over."
        })
public final class TemplateCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "The year to be reported on.")
    private int year;

    @Option(
            names = {"--office", "--unit"},
            required = true,
            paramLabel = "NAME",
            description = "The responsible office, as ./minsheng catalogue --by lead names it.")
    private String office;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: OFFICE_YEAR.xlsx here).")
    private Path out;

    @Option(
            names = "--force",
            description = "Put it in the place of a file that is there, with what was typed into it.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration conf = common.configuration();
        Path file = out == null ? Path.of(office.replaceAll("[/\\\\:]", "_") + "_" + year + ".xlsx") : out;
        checkFree(file);
        Instant known = Optional.ofNullable(conf.settings().asOf()).orElseGet(Instant::now);
        AsOf asOf = new AsOf(known, conf.settings().timeZone());
        SparkSession spark = Session.open();
        try {
            byte[] bytes = Templates.write(spark, conf, asOf, office, year);
            checkFree(file); // once more, as Spark takes its time
            put(file.toAbsolutePath(), bytes);
            spec.commandLine().getOut().println(file);
            return 0;
        } finally {
            spark.stop();
        }
    }

    /** An office may have typed into a template of the same name for half a day. */
    private void checkFree(Path file) {
        if (Files.isDirectory(file)) {
            throw new ConfException("--out", file + " is a folder", "Name a file in it");
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force) {
            throw new ConfException(
                    "--out",
                    file + " is there already, and may have been filled in",
                    "Name another file, or write over it with --force");
        }
    }

    /** In one step: there is never half a template. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
