package org.minsheng.cli;

import java.util.List;
import java.util.Map;
import org.minsheng.equity.EquityStage;
import org.minsheng.run.Ledger;
import org.minsheng.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code equity}: compares counties, from the progress of each. */
@Command(
        name = "equity",
        mixinStandardHelpOptions = true,
        description = "Compares counties: how unequal they are, whether they come closer, and how each is placed.")
public final class EquityCommand extends RunCommand {
    @Mixin
    private AsOfOption asOf;

    @Override
    List<Stage> stages(Ledger ledger) {
        return ledger.stages(EquityStage.WORD);
    }

    @Override
    Map<String, String> settings() {
        return asOf.settings();
    }
}
