package org.minsheng.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.conf.Settings;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.stage.Count;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/** The stage that writes the workbooks, each where what it shows is no longer what its file shows. */
public final class ReportStage implements Stage {
    /** Its word. */
    public static final String WORD = "report";

    private final Settings settings;
    private final OutputFolder folder;

    /** Into the folder that the settings name. */
    public ReportStage(Settings settings, Configuration hadoop) {
        this.settings = settings;
        this.folder = new OutputFolder(settings.workbooks(), hadoop);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Table> reads() {
        return List.of(
                ObservationTable.TABLE,
                RejectTable.TABLE,
                WithdrawalTable.TABLE,
                SubmissionTable.TABLE,
                FlagTable.TABLE,
                ReportingTable.TABLE,
                ProgressTable.TABLE,
                ProjectionTable.TABLE,
                EquityTable.TABLE,
                ConvergenceTable.TABLE,
                ContributionTable.TABLE,
                ScoreTable.TABLE);
    }

    @Override
    public List<Table> writes() {
        return List.of();
    }

    @Override
    public String files() throws IOException {
        return Sha256.of(settings.language() + " " + settings.workbooks() + " " + folder.fingerprint());
    }

    @Override
    public Outcome run(StageContext context, Occasion occasion) throws IOException {
        Lake lake = context.lake();
        folder.removeParts();
        Map<String, String> before = folder.states();
        lake.prepare(reads());
        List<Written> written = new Report(
                        context.spark(), context.catalogue(), context.regions(), settings.language(), context.asOf())
                .run(Report.Tables.of(lake, context.observations()), folder, context.program());
        new Manifest(folder).replace(written, context.asOf().instant(), context.runId());
        long changed = written.stream().filter(Written::changed).count();
        return Outcome.of(written.size() + " workbooks, " + changed + " changed", isSavedOver(written, before))
                .with(Count.WORKBOOKS, written.size())
                .with(Count.WORKBOOKS_CHANGED, changed)
                .withWorkbooks(written.stream()
                        .map(file -> folder.location(file.file()))
                        .toList());
    }

    /** Whether somebody saved over a workbook while the others were at work: the next run has to look at it. */
    private boolean isSavedOver(List<Written> written, Map<String, String> before) throws IOException {
        Map<String, String> now = folder.states();
        for (Written workbook : written) {
            String location = folder.location(workbook.file());
            // Those that nobody touched since were held against their hashes by the tasks.
            boolean touched = !Objects.equals(now.get(location), before.get(location));
            if (touched && !Sha256.of(folder.read(workbook.file())).equals(workbook.sha256())) {
                return true;
            }
        }
        return false;
    }
}
