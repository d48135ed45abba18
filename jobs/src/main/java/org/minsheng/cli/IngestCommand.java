package org.minsheng.cli;

import java.util.List;
import org.minsheng.run.Stage;
import picocli.CommandLine.Command;

/** {@code ingest}: reads new files of the landing folder into observations and rejects. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Reads new files of the landing folder into observations and rejects.")
public final class IngestCommand extends RunCommand {
    @Override
    List<Stage> stages() {
        return List.of(Stage.INGEST);
    }
}
