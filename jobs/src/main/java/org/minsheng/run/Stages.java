package org.minsheng.run;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.conf.Settings;
import org.minsheng.dimension.DimensionStage;
import org.minsheng.equity.EquityStage;
import org.minsheng.ingest.IngestStage;
import org.minsheng.progress.ProgressStage;
import org.minsheng.quality.QualityStage;
import org.minsheng.report.ReportStage;
import org.minsheng.stage.Stage;

/** The stages of the nightly, in their order: a new one is a line here. */
final class Stages {
    private Stages() {}

    /** Those of one run. */
    static List<Stage> of(Settings settings, Configuration hadoop) {
        return List.of(
                new IngestStage(settings, hadoop),
                new QualityStage(),
                new ProgressStage(),
                new EquityStage(),
                new DimensionStage(),
                new ReportStage(settings, hadoop));
    }
}
