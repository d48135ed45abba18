package org.minsheng.quality;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.Together;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** The stage that looks at the observations in use, old and new: what is odd about them, and who has not reported. */
public final class QualityStage implements Stage {
    /** Its word. */
    public static final String WORD = "quality";

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
        return List.of(FlagTable.TABLE, ReportingTable.TABLE);
    }

    @Override
    public Outcome run(StageContext context, Occasion occasion) {
        Lake lake = context.lake();
        Dataset<Row> standing = context.standing();
        // Kept, as each of the checks goes through all of them.
        Dataset<Row> inUse = Checks.inUse(standing, context.asOf()).cache();
        Checks checks = new Checks(context.spark(), context.catalogue(), context.regions(), context.asOf());
        Reporting reporting = new Reporting(context.spark(), context.catalogue(), context.regions(), context.asOf());
        Together.run(
                () -> lake.overwrite(FlagTable.TABLE, checks.run(inUse, standing)),
                () -> lake.overwrite(ReportingTable.TABLE, reporting.run(inUse)));
        inUse.unpersist();
        return Outcome.of("observations in use looked at");
    }
}
