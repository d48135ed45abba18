package org.minsheng.cli;

import java.nio.file.Path;
import java.util.List;
import org.minsheng.dimension.DimensionStage;
import org.minsheng.ingest.IngestStage;
import org.minsheng.parse.LayoutDraft;
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

    @Override
    public Integer call() throws Exception {
        if (draft == null) {
            return super.call();
        }
        Configuration conf = configuration();
        out().println(LayoutDraft.of(draft, conf.catalogue(), conf.regions()).stripTrailing());
        return 0;
    }

    @Override
    List<Stage> stages(Ledger ledger) {
        return ledger.stages(DimensionStage.WORD, IngestStage.WORD, QualityStage.WORD);
    }
}
