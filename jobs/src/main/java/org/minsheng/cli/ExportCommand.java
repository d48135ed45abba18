package org.minsheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Settings;
import org.minsheng.lake.Table;
import org.minsheng.query.Dictionary;
import org.minsheng.query.Export;
import org.minsheng.query.Tables;
import org.minsheng.query.sdmx.Sdmx;
import org.minsheng.report.Words;
import org.minsheng.run.Configuration;
import org.minsheng.storage.NewFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: writes a table into a file for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a table into one file, in the order of its key. A file that is there is not written over. As"
                        + " sdmx-csv, what is in use of observation, or the latest years of progress, with a second file that says what"
                        + " the codes mean. What the columns mean:"
                        + " docs/dictionary.md.")
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private AsOfOption asOf;

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            description = "Its name: ${COMPLETION-CANDIDATES}.",
            completionCandidates = TableNames.class)
    private String name;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Export.Format format = Export.Format.csv;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where to write TABLE.csv or TABLE.parquet, or TABLE.sdmx.csv and TABLE.sdmx.xml (default: here); on a cluster a folder that all of its"
                            + " machines see, such as hdfs://name/exports.")
    private String folder = ".";

    @Option(
            names = "--bom",
            description =
                    "Begin a CSV with a byte-order mark: Excel in Chinese takes one without for GBK, and other programs"
                            + " may take the mark for a part of the first name. Not for sdmx-csv.")
    private boolean mark;

    @Option(names = "--force", description = "Put it in the place of a file that is there.")
    private boolean force;

    @Option(
            names = "--agency",
            paramLabel = "ID",
            description = "Who publishes, as SDMX names agencies (default: ${DEFAULT-VALUE}).")
    private String agency = "MINSHENG";

    @Option(names = "--dictionary", description = "Print what each column of each table means instead; no Spark.")
    private boolean dictionary;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (dictionary) {
            out.print(Dictionary.markdown());
            out.flush();
            return ExitCode.DONE;
        }
        if (name == null) {
            throw new ParameterException(spec.commandLine(), "Name a table: " + String.join(", ", Tables.NAMES));
        }
        checkMark();
        Table table = Tables.find(name);
        if (format == Export.Format.sdmx_csv) {
            Sdmx.check(table, agency);
        }
        Configuration.Glance glance = common.glance(asOf.settings());
        Settings settings = glance.settings();
        List<NewFile> files = new ArrayList<>();
        for (String ending : format.endings()) {
            files.add(Outs.file(folder, table.name() + ending));
        }
        checkFree(files);
        return Reading.run(settings, () -> common.configuration(asOf.settings()), (spark, tables) -> {
            checkFree(files); // once more, as Spark takes its time
            if (format == Export.Format.sdmx_csv) {
                AsOf now = new AsOf(Optional.ofNullable(settings.asOf()).orElseGet(Instant::now), settings.timeZone());
                new Sdmx(tables, now, language -> Words.in(language, glance.levels()))
                        .write(table, agency, files.get(0), files.get(1));
            } else {
                new Export(tables).write(table, format, mark, files.get(0));
            }
            files.forEach(file -> out.println(file.location()));
            return ExitCode.DONE;
        });
    }

    private void checkMark() {
        if (mark && format != Export.Format.csv) {
            throw new ConfException(
                    "--bom",
                    format == Export.Format.parquet
                            ? "Parquet is no text, and has no mark"
                            : "SDMX-CSV has to begin with STRUCTURE, and no mark may stand before it",
                    "Leave it away, or write --format csv");
        }
    }

    /** What the tab key offers. */
    static final class TableNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Tables.NAMES.iterator();
        }
    }

    private void checkFree(List<NewFile> files) throws IOException {
        for (NewFile file : files) {
            Outs.checkFree(file, force);
        }
    }
}
