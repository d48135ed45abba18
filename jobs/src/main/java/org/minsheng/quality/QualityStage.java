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
import org.minsheng.lake.Touched;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** The stage that looks at the observations in use of the series that are new: what is odd about them, and who has not reported. */
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
        Touched touched = occasion.touched().get();
        if (touched.isNone()) {
            return Outcome.of(Outcome.NOTHING_NEW);
        }
        Lake lake = context.lake();
        Checks checks = new Checks(context.spark(), context.catalogue(), context.regions(), context.asOf());
        Reporting reporting = new Reporting(context.spark(), context.catalogue(), context.regions(), context.asOf());
        Touched judged = checks.judged(touched);
        Dataset<Row> standing = context.standing();
        // Kept, as each of the checks goes through all of them.
        Dataset<Row> inUse = Checks.inUse(checks.needed(judged).of(standing, ObservationTable.SERIES), context.asOf())
                .cache();
        Together.run(
                () -> lake.overwrite(
                        FlagTable.TABLE,
                        touched.isAll()
                                ? checks.run(inUse, standing)
                                : checks.run(lake.read(FlagTable.TABLE), judged, inUse, standing)),
                () -> lake.replace(
                        ReportingTable.TABLE, ReportingTable.SERIES, touched, reporting.run(inUse, touched)));
        inUse.unpersist();
        return Outcome.of("observations in use looked at");
    }
}
