package org.minsheng.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Level;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.parse.Reason;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Says of each row of texts what value it gives, or why it gives none. */
final class CanonicalCheck {
    /** The value, null where there is none. */
    static final String VALUE = "value";
    /** The value's status, a code of CL_OBS_STATUS. */
    static final String STATUS = "status";
    /** The year as a number, null where the text is none. */
    static final String YEAR = "year";
    /** The code of the region that was valid in the year; the text where there is no such. */
    static final String CODE = "code";
    /** Whether the row has neither value nor status, and so says nothing. */
    static final String SILENT = "silent";

    /** Spark, as Java, would take 402000d, Infinity and NaN for numbers too. */
    private static final String NUMBER = "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$";

    /** Programs that hold years as numbers write 2024.0. */
    private static final String YEARS = "^[0-9]{4}([.]0*)?$";

    /** What is no year from the first to the last of these is a mistake. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    /** How many whole pieces the unit stands for, null where it measures no such. */
    private static final String PIECES = "pieces";

    private static final String ALWAYS_CAPPED = "always_capped";
    private static final String SERIES_LEVEL = "series_level";
    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final String RANGE = "range";
    private static final String ANY_CODE = "any_code";
    private static final String LEVEL = "level";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final ZoneId zone;
    private final Dataset<Row> series;
    private final Dataset<Row> codes;

    CanonicalCheck(SparkSession spark, IngestRules rules) {
        this.zone = rules.zone();
        this.series = series(spark, rules.catalogue());
        this.codes = codes(spark, rules.regions());
    }

    /**
     * The rows with the columns {@link #VALUE}, {@link #STATUS}, {@link #YEAR}, {@link #CODE} and {@link #SILENT}, and with the
     * reason and detail of the table reject; a row without a reason is sound.
     */
    Dataset<Row> checked(Dataset<Row> rows) {
        Column given = coalesce(col(ObservationTable.OBS_VALUE), lit("")).notEqual("");
        Column said = coalesce(col(ObservationTable.OBS_STATUS), lit(""));
        Column stated = when(
                col(ObservationTable.TIME_PERIOD).rlike(YEARS),
                substring(col(ObservationTable.TIME_PERIOD), 1, 4).try_cast(IntegerType));
        return rows.withColumn(YEAR, when(stated.between(FIRST_YEAR, LAST_YEAR), stated))
                .join(broadcast(series), new String[] {ObservationTable.SERIES}, "left")
                .join(
                        broadcast(codes),
                        col(ObservationTable.REF_AREA)
                                .equalTo(col(ANY_CODE))
                                .and(col(YEAR).between(col(FROM), col(TO))),
                        "left")
                .withColumn(CODE, coalesce(col(CODE), col(ObservationTable.REF_AREA)))
                .withColumn(SILENT, not(given).and(said.equalTo("")))
                .withColumn(VALUE, when(given, value()))
                .withColumn(
                        STATUS,
                        when(said.notEqual(""), said)
                                .otherwise(when(given, lit(ObservationTable.STATUS_NORMAL))
                                        .otherwise(lit(ObservationTable.STATUS_MISSING))))
                .withColumn(RejectTable.REASON, reason(given, said))
                .withColumn(RejectTable.DETAIL, detail());
    }

    private static Column number() {
        return when(
                col(ObservationTable.OBS_VALUE).rlike(NUMBER),
                col(ObservationTable.OBS_VALUE).try_cast(DoubleType));
    }

    private static Column pieces() {
        return number().multiply(col(PIECES));
    }

    /** As of a double's arithmetic: whole, or so near to it that only its tail differs. */
    private static Column isWhole() {
        Column nearest = rint(pieces());
        return abs(pieces().minus(nearest)).leq(greatest(lit(1), abs(nearest)).multiply(lit(Series.NEARLY_WHOLE)));
    }

    private static Column value() {
        return when(col(PIECES).isNotNull().and(isWhole()), rint(pieces()).divide(col(PIECES)))
                .otherwise(number());
    }

    private Column reason(Column given, Column said) {
        Column statusFits = when(
                        given,
                        said.isin(ObservationTable.STATUSES_WITH_VALUE.toArray())
                                .or(said.equalTo("")))
                .otherwise(said.isin(ObservationTable.STATUSES_WITHOUT_VALUE.toArray())
                        .or(said.equalTo("")));
        Column capped = col(ALWAYS_CAPPED).or(col(LEVEL).equalTo(col(SERIES_LEVEL)));
        return when(col(SERIES_LEVEL).isNull(), code(Reason.UNKNOWN_SERIES))
                .when(col(YEAR).isNull(), code(Reason.UNKNOWN_PERIOD))
                .when(col(YEAR).gt(lastYear()), code(Reason.FUTURE_PERIOD))
                .when(col(LEVEL).isNull(), code(Reason.UNKNOWN_REGION))
                .when(given.and(col(VALUE).isNull().or(isInfinite(col(VALUE)))), code(Reason.NOT_A_NUMBER))
                .when(not(statusFits), code(Reason.UNKNOWN_STATUS))
                .when(col(VALUE).lt(col(LEAST)).or(capped.and(col(VALUE).gt(col(MOST)))), code(Reason.IMPOSSIBLE_VALUE))
                .when(col(PIECES).isNotNull().and(not(isWhole())), code(Reason.NOT_WHOLE));
    }

    /** What would be right, in few words; empty where the reason says it. */
    private Column detail() {
        return when(col(RejectTable.REASON).equalTo(Reason.IMPOSSIBLE_VALUE.code()), col(RANGE))
                .when(
                        col(RejectTable.REASON).equalTo(Reason.FUTURE_PERIOD.code()),
                        lastYear().cast(StringType))
                .otherwise(lit(""));
    }

    /** The year of receipt. */
    private Column lastYear() {
        return year(from_utc_timestamp(col(ObservationTable.RECEIVED_AT), zone.getId()));
    }

    private static Column isInfinite(Column number) {
        return abs(number).equalTo(lit(Double.POSITIVE_INFINITY));
    }

    private static Column code(Reason reason) {
        return lit(reason.code());
    }

    private static Dataset<Row> series(SparkSession spark, Catalogue catalogue) {
        return new Lookup<Series>()
                .column(ObservationTable.SERIES, StringType, Series::id)
                .column(SERIES_LEVEL, StringType, series -> series.level().word())
                .column(LEAST, DoubleType, series -> number(series.least()))
                .column(MOST, DoubleType, series -> number(series.most()))
                .column(
                        ALWAYS_CAPPED,
                        BooleanType,
                        series -> series.unit().dimension().equals(Unit.RATIO))
                .column(
                        PIECES,
                        DoubleType,
                        series -> series.whole() ? number(series.unit().factor()) : null)
                .column(RANGE, StringType, Series::range)
                .of(spark, catalogue.series().values().stream());
    }

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    /** That a code goes on as another. */
    private record Succession(Region region, Region other) {}

    /** One row per code and span of years: the code that was valid then, and the level at which it reports. */
    private static Dataset<Row> codes(SparkSession spark, Regions regions) {
        return new Lookup<Succession>()
                .column(ANY_CODE, StringType, one -> one.region().code())
                .column(CODE, StringType, one -> one.other().code())
                .column(LEVEL, StringType, one -> reportsAs(one.other().level()).word())
                .column(
                        FROM,
                        IntegerType,
                        one -> Objects.requireNonNullElse(one.other().validFrom(), FIRST_YEAR))
                .column(
                        TO,
                        IntegerType,
                        one -> Objects.requireNonNullElse(one.other().validTo(), LAST_YEAR))
                .of(
                        spark,
                        regions.all().stream()
                                .flatMap(region -> regions.succession(region).stream()
                                        .map(other -> new Succession(region, other))));
    }

    private static Level reportsAs(Level level) {
        return level.reportsAs(Level.COUNTY) ? Level.COUNTY : level;
    }
}
