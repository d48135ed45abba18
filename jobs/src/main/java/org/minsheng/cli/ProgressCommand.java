package org.minsheng.cli;

import java.util.List;
import java.util.Map;
import org.minsheng.dimension.DimensionStage;
import org.minsheng.progress.ProgressStage;
import org.minsheng.run.Ledger;
import org.minsheng.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code progress}: computes progress toward the targets from the observations. */
@Command(
        name = "progress",
        mixinStandardHelpOptions = true,
        description = "Computes progress toward the targets from the observations.")
public final class ProgressCommand extends RunCommand {
    @Mixin
    private AsOfOption asOf;

    @Override
    List<Stage> stages(Ledger ledger) {
        return ledger.stages(DimensionStage.WORD, ProgressStage.WORD);
    }

    @Override
    Map<String, String> settings() {
        return asOf.settings();
    }
}
