package org.minsheng.progress;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.Touched;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.stage.Count;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** The stage that computes indicators, their distance from the targets, and projections, where observations are new. */
public final class ProgressStage implements Stage {
    /** Its word. */
    public static final String WORD = "progress";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Table> reads() {
        return List.of(ObservationTable.TABLE, WithdrawalTable.TABLE);
    }

    @Override
    public List<Table> writes() {
        return List.of(ProgressTable.TABLE, ProjectionTable.TABLE);
    }

    @Override
    public Outcome run(StageContext context, Occasion occasion) {
        Touched only = occasion.touched().get().map(context.catalogue()::over);
        if (only.isNone()) {
            return Outcome.of(Outcome.NOTHING_NEW);
        }
        Lake lake = context.lake();
        Catalogue catalogue = context.catalogue();
        Dataset<Row> progress = new Progress(
                        context.spark(),
                        catalogue,
                        context.regions(),
                        context.settings().divisions(),
                        context.asOf(),
                        only::has)
                .run(context.observations());
        lake.replace(ProgressTable.TABLE, ProgressTable.INDICATOR, only, progress);
        lake.replace(
                ProjectionTable.TABLE,
                ProjectionTable.INDICATOR,
                only,
                new Projections(context.spark(), catalogue, context.asOf())
                        .run(only.of(lake.read(ProgressTable.TABLE), ProgressTable.INDICATOR)));
        long indicators =
                only.isAll() ? catalogue.indicators().count() : only.keys().size();
        return Outcome.of(indicators + " indicators").with(Count.INDICATORS, indicators);
    }
}
