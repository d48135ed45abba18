package org.minsheng.dimension;

import java.util.List;
import org.minsheng.lake.Table;
import org.minsheng.lake.Together;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.Outcome;
import org.minsheng.stage.Stage;
import org.minsheng.stage.StageContext;

/** The stage that writes what the codes of the other tables stand for, as the configuration says; it rests on nothing else. */
public final class DimensionStage implements Stage {
    /** Its word. */
    public static final String WORD = "dimension";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Table> reads() {
        return List.of();
    }

    @Override
    public List<Table> writes() {
        return Dimensions.TABLES;
    }

    @Override
    public Outcome run(StageContext context, Occasion occasion) {
        Dimensions dimensions = new Dimensions(context.spark(), context.catalogue(), context.regions());
        Together.run(Dimensions.TABLES.stream()
                .map(table -> (Runnable) () -> context.lake().overwrite(table, dimensions.rows(table)))
                .toArray(Runnable[]::new));
        return Outcome.of("names of regions, series, indicators and units");
    }
}
