package org.minsheng.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.lake.FlagTable.OBS_VALUE;
import static org.minsheng.lake.FlagTable.OTHER_VALUE;
import static org.minsheng.lake.FlagTable.REF_AREA;
import static org.minsheng.lake.FlagTable.SERIES;
import static org.minsheng.lake.FlagTable.TIME_PERIOD;
import static org.minsheng.quality.Evidence.SOURCE;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.PartOfWhole;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lookup;

/**
 * Parts above their whole: the numerator of a share above what makes its largest possible value.
 */
final class AboveWhole implements Check {
    private static final String PART = "part";
    private static final String WHOLE = "whole";
    private static final String TIMES = "times";
    private static final String IS_PART = "is_part";
    /** Doubles are not exact: a part that is the whole may look larger by this share. */
    private static final double ROUNDING = 1e-9;

    private final SparkSession spark;
    private final Catalogue catalogue;

    AboveWhole(SparkSession spark, Catalogue catalogue) {
        this.spark = spark;
        this.catalogue = catalogue;
    }

    @Override
    public Dataset<Row> flags(Evidence evidence) {
        // Part and whole meet in one row, without a join of all values with all values.
        Dataset<Row> met = evidence.values()
                .join(broadcast(members()), SERIES)
                .groupBy(col(PART), col(WHOLE), col(TIMES), col(REF_AREA), col(TIME_PERIOD))
                .agg(
                        max(when(col(IS_PART), col(SOURCE))).as(SOURCE),
                        max(when(not(col(IS_PART)), col(OBS_VALUE))).as(OTHER_VALUE))
                .withColumnRenamed(PART, SERIES);
        Column largest = col(OTHER_VALUE).multiply(col(TIMES));
        return Flags.of(
                met.filter(Evidence.value().gt(largest.multiply(1 + ROUNDING))),
                FlagTable.ABOVE_WHOLE,
                largest,
                col(WHOLE));
    }

    private record Member(String series, PartOfWhole pair, boolean isPart) {}

    /** Two rows per pair: one of the part, and one of the whole. */
    private Dataset<Row> members() {
        return new Lookup<Member>()
                .column(SERIES, StringType, Member::series)
                .column(PART, StringType, member -> member.pair().part())
                .column(WHOLE, StringType, member -> member.pair().whole())
                .column(TIMES, DoubleType, member -> member.pair().times())
                .column(IS_PART, BooleanType, Member::isPart)
                .of(
                        spark,
                        PartOfWhole.of(catalogue).stream()
                                .flatMap(pair -> Stream.of(
                                        new Member(pair.part(), pair, true), new Member(pair.whole(), pair, false))));
    }
}
