package org.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Problems;
import org.minsheng.dimension.DimensionStage;
import org.minsheng.ingest.AsReceived;
import org.minsheng.ingest.IngestRules;
import org.minsheng.ingest.IngestStage;
import org.minsheng.layout.Layout;
import org.minsheng.layout.LayoutReader;
import org.minsheng.parse.LayoutDraft;
import org.minsheng.parse.file.LeftAlone;
import org.minsheng.preview.Previews;
import org.minsheng.quality.QualityStage;
import org.minsheng.run.Configuration;
import org.minsheng.run.Ledger;
import org.minsheng.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingest}: reads new files of the landing folder into observations and rejects. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Reads new files of the landing folder into observations and rejects.")
public final class IngestCommand extends RunCommand {
    @Option(
            names = "--draft-layout",
            paramLabel = "FILE",
            description =
                    "Instead: print a first layout for a table that none fits, to be mended and put into conf/layouts.")
    private Path draft;

    @Option(
            names = "--preview",
            paramLabel = "FILE",
            description = "Instead: show what would become of each cell of a table, as a coloured workbook and in short"
                    + " here. Nothing is taken in.")
    private Path preview;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description =
                    "With --preview: read it by this layout only, a file such as a draft, or one of conf/layouts by"
                            + " its name.")
    private String layout;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --preview: where the workbook goes (default: FILE.preview.xlsx beside the table).")
    private Path out;

    @Option(names = "--force", description = "With --out: put it in the place of a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        if (preview == null && (layout != null || out != null || force)) {
            throw new ConfException(
                    layout != null ? "--layout" : out != null ? "--out" : "--force", "belongs to --preview FILE", "");
        } else if (draft != null && preview != null) {
            throw new ConfException("--preview", "goes not together with --draft-layout", "Give one after the other");
        } else if (preview != null) {
            return preview(configuration());
        } else if (draft == null) {
            return super.call();
        }
        Configuration conf = configuration();
        out().println(LayoutDraft.of(draft, conf.catalogue(), conf.regions()).stripTrailing());
        return ExitCode.DONE;
    }

    private int preview(Configuration conf) throws IOException {
        Path book = book();
        List<Layout> layouts = layout == null ? conf.layouts() : List.of(layout(conf));
        IngestRules rules = IngestRules.of(
                conf.catalogue(), conf.regions(), layouts, conf.settings().timeZone());
        ZoneId zone = conf.settings().timeZone();
        int year = AsReceived.day(preview, zone)
                .or(() -> Optional.ofNullable(conf.settings().asOf()))
                .orElseGet(Instant::now)
                .atZone(zone)
                .getYear();
        new Previews(
                        rules.parser(),
                        conf.catalogue(),
                        conf.settings().language().first(),
                        year)
                .write(preview, book)
                .forEach(out()::println);
        return ExitCode.DONE;
    }

    /** Where the workbook goes: one beside the table is written over, as a preview is made again and again. */
    private Path book() throws IOException {
        if (out == null) {
            return preview.resolveSibling(preview.getFileName() + LeftAlone.PREVIEW);
        }
        Outs.checkOther(out, preview);
        Outs.checkFree(out, force);
        return out;
    }

    private Layout layout(Configuration conf) {
        if (Files.isRegularFile(Path.of(layout))) {
            Problems problems = new Problems();
            List<Layout> read = LayoutReader.readFile(Path.of(layout), conf.catalogue(), conf.regions(), problems);
            problems.throwIfAny();
            return read.get(0);
        }
        List<String> known = conf.layouts().stream().map(Layout::id).toList();
        return conf.layouts().stream()
                .filter(one -> one.id().equals(layout))
                .findFirst()
                .orElseThrow(() -> new ConfException(
                        "--layout", "there is no file and no layout '" + layout + "'", Nearest.remedy(layout, known)));
    }

    @Override
    List<Stage> stages(Ledger ledger) {
        return ledger.stages(DimensionStage.WORD, IngestStage.WORD, QualityStage.WORD);
    }
}
