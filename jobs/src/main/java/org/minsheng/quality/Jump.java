package org.minsheng.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.quality.Evidence.YEAR_BEFORE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.lake.FlagTable;

/** Values many times, or a small part of, that of the year before; from zero or to zero there is no measure. */
final class Jump implements Check {
    private final Catalogue catalogue;

    Jump(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        double jump = catalogue.policy().jump();
        Column up = col(OBS_VALUE).gt(col(OTHER_VALUE).multiply(jump));
        Column down = col(OBS_VALUE).multiply(jump).lt(col(OTHER_VALUE));
        return Flags.of(
                evidence.besideTheYearBefore(quantities())
                        .filter(col(YEAR_BEFORE)
                                .equalTo(col(TIME_PERIOD).minus(1))
                                .and(col(OBS_VALUE).gt(0))
                                .and(col(OTHER_VALUE).gt(0))
                                .and(up.or(down))),
                FlagTable.JUMP,
                col(OTHER_VALUE),
                col(YEAR_BEFORE).cast(StringType));
    }

    /** The series whose values are numbers, and no words for something. */
    private List<String> quantities() {
        return catalogue.series().values().stream()
                .filter(series -> series.unit().words().isEmpty())
                .map(Series::id)
                .toList();
    }
}
