package org.minsheng.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Level;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.parse.Reason;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Reads files in the form of the table observation, at any size and with Spark's own readers. A row is a cell; in the
 * place of a cell's place stand the row's series, region and period, by which it is found in the file.
 */
final class Canonical {
    static final String HEADER = "series,ref_area,time_period,obs_value,obs_status";

    /** Texts by how they are written. What the columns can hold is ASCII, and so the same in UTF-8 and GB18030. */
    static final Map<Received.Kind, String> ENCODINGS = Map.of(
            Received.Kind.CANONICAL_CSV, "UTF-8",
            Received.Kind.CANONICAL_UTF16LE, "UTF-16LE",
            Received.Kind.CANONICAL_UTF16BE, "UTF-16BE");

    private static final String SPACE = " \t\r\n\u00A0\u3000\uFEFF";
    /** Spark, as Java, would take 402000d, Infinity and NaN for numbers too. */
    private static final String NUMBER = "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$";

    /** Programs that hold years as numbers write 2024.0. */
    private static final String YEARS = "^[0-9]{4}([.]0*)?$";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final String VALUE = "value";
    private static final String YEAR = "year";
    private static final String CODE = "code";
    private static final String STATUS = "status";
    private static final String LEVEL = "level";
    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String SILENT = "silent";
    private static final String IGNORED = "ignored";
    private static final String KEPT = "kept";
    private static final String BAD_REASON = "bad_reason";
    private static final String BAD_RAW = "bad_raw";
    private static final String FIRST = "first";
    private static final String LAST = "last";

    /** CL_OBS_STATUS: of values that are there, and of values that are not. */
    private static final Object[] WITH_VALUE = {
        "A", "B", "D", "E", "F", "G", "I", "J", "K", "N", "P", "S", "T", "U", "V"
    };

    private static final Object[] WITHOUT_VALUE = {"H", "L", "M", "O", "Q"};

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final ZoneId zone;

    Canonical(SparkSession spark, Catalogue catalogue, Regions regions, ZoneId zone) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        this.zone = zone;
    }

    /** The rows of files of one kind as texts, with the submission that each is of. */
    Dataset<Row> read(List<Received> files, Received.Kind kind) {
        String[] paths = files.stream().map(f -> literal(f.arrival().uri())).toArray(String[]::new);
        StructType schema = new StructType();
        for (String column : COLUMNS) {
            schema = schema.add(column, DataTypes.StringType);
        }
        Dataset<Row> rows = kind == Received.Kind.CANONICAL_PARQUET
                ? spark.read().parquet(paths)
                : texts(kind).option("header", true).schema(schema).csv(paths);
        List<Column> texts = new ArrayList<>();
        COLUMNS.forEach(column -> texts.add(
                trim(col(column).cast(DataTypes.StringType), lit(SPACE)).as(column)));
        texts.add(col("_metadata.file_path").as("path"));
        return rows.select(texts.toArray(Column[]::new)).join(broadcast(submissions(files)), "path");
    }

    /** Lines of UTF-16 are found by their end in that encoding; a carriage return before it is space. */
    private DataFrameReader texts(Received.Kind kind) {
        String encoding = ENCODINGS.get(kind);
        return encoding.equals("UTF-8")
                ? spark.read()
                : spark.read().option("encoding", encoding).option("lineSep", "\n");
    }

    /** Spark takes a path for a pattern: a file that is called *.csv would be all files of its folder. */
    private static String literal(String path) {
        return path.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }

    private Dataset<Row> submissions(List<Received> files) {
        List<Row> rows = files.stream()
                .map(f -> RowFactory.create(
                        new Path(f.arrival().uri()).toUri().toString(),
                        f.id(),
                        Timestamp.from(f.arrival().receivedAt()),
                        f.arrival().file()))
                .toList();
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("path", DataTypes.StringType)
                        .add(ObservationTable.SUBMISSION_ID, DataTypes.StringType)
                        .add(ObservationTable.RECEIVED_AT, DataTypes.TimestampType)
                        .add(ObservationTable.FILE, DataTypes.StringType));
    }

    /**
     * What becomes of rows: for each submission, series, region and period how many were good and bad, and the value if
     * there is one. Rows that say the same twice are one good row and a duplicate; where they differ, none is taken. A row
     * with neither value nor status says nothing, and is ignored.
     */
    Dataset<Row> judged(Dataset<Row> rows) {
        Column sound = col(RejectTable.REASON).isNull();
        Column good = sound.and(not(col(SILENT)));
        Column content = struct(VALUE, STATUS);
        return rows.transform(this::checked)
                .groupBy(
                        col(ObservationTable.SUBMISSION_ID),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        coalesce(col(ObservationTable.SERIES), lit("")).as(ObservationTable.SERIES),
                        coalesce(col(CODE), lit("")).as(ObservationTable.REF_AREA),
                        coalesce(col(YEAR).cast(DataTypes.StringType), col(ObservationTable.TIME_PERIOD), lit(""))
                                .as(ObservationTable.TIME_PERIOD))
                .agg(
                        count(when(good, lit(1))).as(GOOD),
                        count(when(not(sound), lit(1))).as(BAD),
                        count(when(sound.and(col(SILENT)), lit(1))).as(IGNORED),
                        min(when(good, content)).as(FIRST),
                        max(when(good, content)).as(LAST),
                        min(col(RejectTable.REASON)).as(BAD_REASON),
                        min(col(RejectTable.DETAIL)).as(RejectTable.DETAIL),
                        min(when(good, col(ObservationTable.OBS_VALUE))).as(RejectTable.RAW),
                        min(when(not(sound), col(ObservationTable.OBS_VALUE))).as(BAD_RAW))
                .withColumn(KEPT, col(GOOD).gt(0).and(col(FIRST).eqNullSafe(col(LAST))));
    }

    private Dataset<Row> checked(Dataset<Row> rows) {
        Column number = when(
                col(ObservationTable.OBS_VALUE).rlike(NUMBER),
                col(ObservationTable.OBS_VALUE).try_cast(DataTypes.DoubleType));
        // As of a double's arithmetic: whole, or so near to it that only its tail differs.
        Column pieces = number.multiply(col(PIECES));
        Column nearest = rint(pieces);
        Column near =
                abs(pieces.minus(nearest)).leq(greatest(lit(1), abs(nearest)).multiply(lit(Series.NEARLY_WHOLE)));
        Column value = when(col(PIECES).isNotNull().and(near), nearest.divide(col(PIECES)))
                .otherwise(number);
        Column given = coalesce(col(ObservationTable.OBS_VALUE), lit("")).notEqual("");
        Column said = coalesce(col(ObservationTable.OBS_STATUS), lit(""));
        Column stated = when(
                col(ObservationTable.TIME_PERIOD).rlike(YEARS),
                substring(col(ObservationTable.TIME_PERIOD), 1, 4).try_cast(DataTypes.IntegerType));
        Column lastYear = year(from_utc_timestamp(col(ObservationTable.RECEIVED_AT), zone.getId()));
        Column capped = col(ALWAYS_CAPPED).or(col(LEVEL).equalTo(col(SERIES_LEVEL)));
        Column statusFits = when(given, said.isin(WITH_VALUE).or(said.equalTo("")))
                .otherwise(said.isin(WITHOUT_VALUE).or(said.equalTo("")));
        return rows.withColumn(YEAR, when(stated.between(1900, 2099), stated))
                .join(broadcast(series()), new String[] {ObservationTable.SERIES}, "left")
                .join(
                        broadcast(codes()),
                        col(ObservationTable.REF_AREA)
                                .equalTo(col(ANY_CODE))
                                .and(col(YEAR).between(col(FROM), col(TO))),
                        "left")
                .withColumn(CODE, coalesce(col(CODE), col(ObservationTable.REF_AREA)))
                .withColumn(SILENT, not(given).and(said.equalTo("")))
                .withColumn(VALUE, when(given, value))
                .withColumn(
                        STATUS,
                        when(said.notEqual(""), said)
                                .otherwise(when(given, lit(ObservationTable.STATUS_NORMAL))
                                        .otherwise(lit(ObservationTable.STATUS_MISSING))))
                .withColumn(
                        RejectTable.REASON,
                        when(col(SERIES_LEVEL).isNull(), code(Reason.UNKNOWN_SERIES))
                                .when(col(YEAR).isNull(), code(Reason.UNKNOWN_PERIOD))
                                .when(col(YEAR).gt(lastYear), code(Reason.FUTURE_PERIOD))
                                .when(col(LEVEL).isNull(), code(Reason.UNKNOWN_REGION))
                                .when(
                                        given.and(col(VALUE).isNull().or(isInfinite(col(VALUE)))),
                                        code(Reason.NOT_A_NUMBER))
                                .when(not(statusFits), code(Reason.UNKNOWN_STATUS))
                                .when(
                                        col(VALUE)
                                                .lt(col(LEAST))
                                                .or(capped.and(col(VALUE).gt(col(MOST)))),
                                        code(Reason.IMPOSSIBLE_VALUE))
                                .when(col(PIECES).isNotNull().and(not(near)), code(Reason.NOT_WHOLE)))
                .withColumn(
                        RejectTable.DETAIL,
                        when(col(RejectTable.REASON).equalTo(Reason.IMPOSSIBLE_VALUE.code()), col(RANGE))
                                .when(
                                        col(RejectTable.REASON).equalTo(Reason.FUTURE_PERIOD.code()),
                                        lastYear.cast(DataTypes.StringType))
                                .otherwise(lit("")));
    }

    private static Column isInfinite(Column number) {
        return abs(number).equalTo(lit(Double.POSITIVE_INFINITY));
    }

    /** How many whole pieces the unit stands for, null where it measures no such. */
    private static final String PIECES = "pieces";

    private static final String ALWAYS_CAPPED = "always_capped";
    private static final String SERIES_LEVEL = "series_level";
    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final String RANGE = "range";
    private static final String ANY_CODE = "any_code";
    private static final String FROM = "from";
    private static final String TO = "to";

    private static Column code(Reason reason) {
        return lit(reason.code());
    }

    private Dataset<Row> series() {
        List<Row> rows = new ArrayList<>();
        for (Series series : catalogue.series().values()) {
            rows.add(RowFactory.create(
                    series.id(),
                    series.level().word(),
                    series.least() == null ? null : series.least().doubleValue(),
                    series.most() == null ? null : series.most().doubleValue(),
                    series.unit().dimension().equals(Unit.RATIO),
                    series.whole() ? series.unit().factor().doubleValue() : null,
                    series.range()));
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add(ObservationTable.SERIES, DataTypes.StringType)
                        .add(SERIES_LEVEL, DataTypes.StringType)
                        .add(LEAST, DataTypes.DoubleType)
                        .add(MOST, DataTypes.DoubleType)
                        .add(ALWAYS_CAPPED, DataTypes.BooleanType)
                        .add(PIECES, DataTypes.DoubleType)
                        .add(RANGE, DataTypes.StringType));
    }

    /** One row per code and span of years: the code that was valid then, and the level at which it reports. */
    private Dataset<Row> codes() {
        List<Row> rows = new ArrayList<>();
        for (Region region : regions.all()) {
            for (Region other : regions.succession(region)) {
                Level level = other.level().reportsAs(Level.COUNTY) ? Level.COUNTY : other.level();
                rows.add(RowFactory.create(
                        region.code(),
                        other.code(),
                        level.word(),
                        other.validFrom() == null ? 1900 : other.validFrom(),
                        other.validTo() == null ? 2099 : other.validTo()));
            }
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add(ANY_CODE, DataTypes.StringType)
                        .add(CODE, DataTypes.StringType)
                        .add(LEVEL, DataTypes.StringType)
                        .add(FROM, DataTypes.IntegerType)
                        .add(TO, DataTypes.IntegerType));
    }

    /** The place of a row: series, region and period. */
    private static Column place() {
        return concat_ws(
                ",", col(ObservationTable.SERIES), col(ObservationTable.REF_AREA), col(ObservationTable.TIME_PERIOD));
    }

    /** Rows of the table observation. */
    static Dataset<Row> observations(Dataset<Row> judged) {
        return judged.filter(KEPT)
                .select(
                        col(ObservationTable.SERIES),
                        col(ObservationTable.REF_AREA),
                        col(ObservationTable.TIME_PERIOD)
                                .cast(DataTypes.IntegerType)
                                .as(ObservationTable.TIME_PERIOD),
                        col(FIRST).getField(VALUE).as(ObservationTable.OBS_VALUE),
                        col(FIRST).getField(STATUS).as(ObservationTable.OBS_STATUS),
                        col(ObservationTable.SUBMISSION_ID),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        lit("").as(ObservationTable.SHEET),
                        place().as(ObservationTable.CELL),
                        coalesce(col(RejectTable.RAW), lit("")).as(ObservationTable.RAW),
                        lit(null).cast(DataTypes.StringType).as(ObservationTable.COMMENT),
                        lit(true).as(ObservationTable.COUNTS));
    }

    private static Column rejectedRows() {
        return col(BAD).plus(col(GOOD)).minus(when(col(KEPT), 1).otherwise(0));
    }

    /** Rows of the table reject. */
    static Dataset<Row> rejects(Dataset<Row> judged) {
        return judged.filter(rejectedRows().gt(0))
                .select(
                        col(ObservationTable.SUBMISSION_ID),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        lit("").as(RejectTable.SHEET),
                        substring(place(), 1, 500).as(RejectTable.CELL),
                        substring(coalesce(col(BAD_RAW), col(RejectTable.RAW)), 1, 500)
                                .as(RejectTable.RAW),
                        rejectedRows().as(RejectTable.CELLS),
                        coalesce(
                                        col(BAD_REASON),
                                        when(col(KEPT), code(Reason.DUPLICATE))
                                                .otherwise(code(Reason.CONFLICTING_VALUES)))
                                .as(RejectTable.REASON),
                        coalesce(
                                        when(col(BAD_REASON).isNull().and(not(col(KEPT))), both()),
                                        col(RejectTable.DETAIL),
                                        lit(""))
                                .as(RejectTable.DETAIL),
                        // As sent, a row's own words need not be those of the catalogue.
                        lit(null).cast(DataTypes.StringType).as(RejectTable.SERIES),
                        lit(null).cast(DataTypes.StringType).as(RejectTable.REF_AREA));
    }

    /** The smallest and the largest of the values that contradict each other. */
    private static Column both() {
        return concat_ws(
                " / ",
                col(FIRST).getField(VALUE).cast(DataTypes.StringType),
                col(LAST).getField(VALUE).cast(DataTypes.StringType));
    }

    /** For each submission: observations, rejects, rejected rows and ignored ones. */
    static Dataset<Row> accounts(Dataset<Row> judged) {
        return judged.groupBy(ObservationTable.SUBMISSION_ID)
                .agg(
                        count(when(col(KEPT), lit(1))),
                        count(when(rejectedRows().gt(0), lit(1))),
                        sum(rejectedRows()),
                        sum(IGNORED));
    }

    /** Whether a Parquet file has the columns. */
    static boolean hasColumns(Dataset<Row> rows) {
        return Arrays.asList(rows.columns()).containsAll(COLUMNS);
    }
}
