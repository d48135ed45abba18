package org.minsheng.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code observation}: one value of a series for a region and year, as one submission gave it. */
public final class ObservationTable {
    public static final String SERIES = "series";
    public static final String REF_AREA = "ref_area";
    public static final String TIME_PERIOD = "time_period";
    public static final String OBS_VALUE = "obs_value";
    public static final String OBS_STATUS = "obs_status";
    public static final String SUBMISSION_ID = SubmissionTable.SUBMISSION_ID;
    public static final String RECEIVED_AT = SubmissionTable.RECEIVED_AT;
    public static final String FILE = SubmissionTable.FILE;
    public static final String SHEET = "sheet";
    public static final String CELL = "cell";
    public static final String RAW = "raw";
    public static final String COMMENT = "comment";
    public static final String COUNTS = "counts";

    /** SDMX CL_OBS_STATUS: a normal value. */
    public static final String STATUS_NORMAL = "A";
    /** SDMX CL_OBS_STATUS: the value is missing, and nothing says why. */
    public static final String STATUS_MISSING = "O";
    /** SDMX CL_OBS_STATUS: missing; the thing exists, but its value was not collected. */
    public static final String STATUS_NOT_COLLECTED = "L";
    /** SDMX CL_OBS_STATUS: missing; there is no such thing. */
    public static final String STATUS_CANNOT_EXIST = "M";

    public static final Table TABLE = new Table(
            "observation",
            new StructType(new StructField[] {
                Columns.needed(SERIES, StringType, "series of the catalogue"),
                Columns.needed(REF_AREA, StringType, "code in force in the period, as in regions.csv"),
                Columns.needed(TIME_PERIOD, IntegerType, "year"),
                Columns.optional(
                        OBS_VALUE, DoubleType, "in the series' unit; null where a mark says that it is missing"),
                Columns.needed(
                        OBS_STATUS,
                        StringType,
                        "SDMX CL_OBS_STATUS: A normal; a mark for missing: O, L not collected, M cannot exist"),
                Columns.needed(SUBMISSION_ID, StringType, "submission it came with"),
                Columns.needed(RECEIVED_AT, TimestampType, "known from then on, UTC"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(SHEET, StringType, "sheet; empty for a text file"),
                Columns.needed(CELL, StringType, "cell, such as C12"),
                Columns.optional(RAW, StringType, "the cell as it was sent"),
                Columns.optional(
                        COMMENT, StringType, "what its row says beside it, such as the evidence of a milestone"),
                Columns.needed(
                        COUNTS, BooleanType, "false where it comes from no provider of its series: kept, and not used"),
            }),
            List.of(SERIES, REF_AREA, TIME_PERIOD, SUBMISSION_ID));

    /** The codes of CL_OBS_STATUS of values that are there. */
    public static final List<String> STATUSES_WITH_VALUE =
            List.of("A", "B", "D", "E", "F", "G", "I", "J", "K", "N", "P", "S", "T", "U", "V");

    /** And of values that are not. */
    public static final List<String> STATUSES_WITHOUT_VALUE = List.of("H", "L", "M", "O", "Q");

    private ObservationTable() {}

    /** Those that come from a provider of their series; the others are kept beside them. */
    public static Dataset<Row> counting(Dataset<Row> observations) {
        return observations.filter(COUNTS);
    }

    /**
     * The observations current at an instant: for each series, region and period the one of the latest submission known
     * then. Of submissions received at the same instant the later file name goes before; one file has one receipt an instant.
     *
     * @param observations rows of this table
     * @return series, region, period, value and status, one row each
     */
    public static Dataset<Row> current(Dataset<Row> observations, Instant asOf) {
        return current(observations, asOf, OBS_VALUE, OBS_STATUS);
    }

    /** The same, with other columns of each observation. */
    public static Dataset<Row> current(Dataset<Row> observations, Instant asOf, String... columns) {
        return current(observations, asOf, new String[] {SERIES, REF_AREA, TIME_PERIOD}, columns);
    }

    /**
     * The same, of rows to which others have been joined.
     *
     * @param key columns that tell what an observation is of
     * @param columns further ones to keep
     */
    public static Dataset<Row> current(Dataset<Row> observations, Instant asOf, String[] key, String... columns) {
        String latest = "latest";
        Column[] wanted = columns(columns);
        return observations
                .filter(col(RECEIVED_AT).leq(lit(Timestamp.from(asOf))))
                .groupBy(columns(key))
                .agg(max_by(struct(wanted), struct(RECEIVED_AT, FILE)).as(latest))
                .select(concat(columns(key), col(latest + ".*")));
    }

    private static Column[] columns(String[] names) {
        return Arrays.stream(names).map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    }

    private static Column[] concat(Column[] columns, Column last) {
        return Stream.concat(Arrays.stream(columns), Stream.of(last)).toArray(Column[]::new);
    }
}
