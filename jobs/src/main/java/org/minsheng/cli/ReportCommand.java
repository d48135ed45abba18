package org.minsheng.cli;

import java.util.List;
import java.util.Map;
import org.minsheng.report.ReportStage;
import org.minsheng.run.Ledger;
import org.minsheng.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code report}: writes the workbooks from the lake's tables. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes the workbooks from the lake's tables.")
public final class ReportCommand extends RunCommand {
    @Mixin
    private AsOfOption asOf;

    @Override
    List<Stage> stages(Ledger ledger) {
        return ledger.stages(ReportStage.WORD);
    }

    @Override
    Map<String, String> settings() {
        return asOf.settings();
    }
}
