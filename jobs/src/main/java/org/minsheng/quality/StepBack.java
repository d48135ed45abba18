package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.quality.Evidence.YEAR_BEFORE;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.lake.FlagTable;

/** What was there and is not any more, or a stage that was reached and is not: a road is seldom taken up again, a wrong word is soon written. */
final class StepBack implements Check {
    private static final Set<String> STEPS = Set.of(Unit.YES_NO, Unit.STAGE);

    private final Catalogue catalogue;

    StepBack(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        return Flags.of(
                evidence.besideTheYearBefore(steps()).filter(col(OBS_VALUE).lt(col(OTHER_VALUE))),
                FlagTable.STEP_BACK,
                col(OTHER_VALUE),
                col(YEAR_BEFORE).cast(StringType));
    }

    private List<String> steps() {
        return catalogue.series().values().stream()
                .filter(series -> STEPS.contains(series.unit().dimension()))
                .map(Series::id)
                .toList();
    }
}
