package org.minsheng.cli;

import java.util.List;
import java.util.Map;
import org.minsheng.run.Ledger;
import org.minsheng.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nightly}: reads new files, computes progress and writes the workbooks. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = "Reads new files, computes progress and writes the workbooks.")
public final class NightlyCommand extends RunCommand {
    @Mixin
    private AsOfOption asOf;

    @Override
    List<Stage> stages(Ledger ledger) {
        return ledger.stages();
    }

    @Override
    Map<String, String> settings() {
        return asOf.settings();
    }
}
