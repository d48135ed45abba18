package org.minsheng.equity;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.equity.score.Scores;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.Together;
import org.minsheng.lake.Touched;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** The stage that compares counties: how unequal they are, whether they come closer to each other, and how each has come along. */
public final class EquityStage implements Stage {
    /** Its word. */
    public static final String WORD = "equity";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Table> reads() {
        return List.of(ProgressTable.TABLE);
    }

    @Override
    public List<Table> writes() {
        return List.of(EquityTable.TABLE, ConvergenceTable.TABLE, ContributionTable.TABLE, ScoreTable.TABLE);
    }

    @Override
    public Outcome run(StageContext context, Occasion occasion) {
        Touched only = occasion.touched().get().map(context.catalogue()::over);
        if (only.isNone()) {
            return Outcome.of(Outcome.NOTHING_NEW);
        }
        Lake lake = context.lake();
        Dataset<Row> progress = lake.read(ProgressTable.TABLE);
        Scores scores = new Scores(context.spark(), context.catalogue(), context.regions(), context.asOf());
        // Kept, as it is the rows of three tables, and few beside those that it comes from.
        Dataset<Row> found = new Equity(context.catalogue(), context.regions(), context.asOf())
                .run(only.of(progress, ProgressTable.INDICATOR))
                .cache();
        try {
            Together.run(
                    () -> replace(lake, EquityTable.TABLE, only, found),
                    () -> replace(lake, ConvergenceTable.TABLE, only, found),
                    () -> replace(lake, ContributionTable.TABLE, only, found),
                    // Ranks hang together: all of them are made again wherever an indicator is.
                    () -> lake.overwrite(ScoreTable.TABLE, scores.run(progress)));
        } finally {
            found.unpersist();
        }
        return Outcome.of("counties compared");
    }

    private static void replace(Lake lake, Table table, Touched only, Dataset<Row> found) {
        lake.replace(table, ProgressTable.INDICATOR, only, Equity.rows(found, table));
    }
}
