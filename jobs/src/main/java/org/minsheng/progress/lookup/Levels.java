package org.minsheng.progress.lookup;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.progress.lookup.Codes.REPORTER_NO;
import static org.minsheng.progress.lookup.Indicators.REPORTER_LEVEL;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Level;
import org.minsheng.lake.Lookup;
import org.minsheng.region.Region;

/** One row per region of today and level of reporting at or below it: whether it reports at that level itself. */
public final class Levels {
    /** Whether the region reports at the level itself; else those in it do. */
    public static final String IS_REPORTER_LEVEL = "is_reporter_level";

    private Levels() {}

    private record Entry(Region region, Level level) {}

    static Dataset<Row> of(SparkSession spark, Geography geography) {
        return new Lookup<Entry>()
                .column(REPORTER_NO, IntegerType, entry -> geography.number(entry.region()))
                .column(REPORTER_LEVEL, StringType, entry -> entry.level().word())
                .column(
                        IS_REPORTER_LEVEL,
                        BooleanType,
                        entry -> entry.region().level().reportsAs(entry.level()))
                .of(
                        spark,
                        geography
                                .today()
                                .flatMap(region -> Geography.levels(region).map(level -> new Entry(region, level))));
    }
}
