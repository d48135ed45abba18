package org.minsheng.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.ingest.CanonicalCheck.CODE;
import static org.minsheng.ingest.CanonicalCheck.SILENT;
import static org.minsheng.ingest.CanonicalCheck.STATUS;
import static org.minsheng.ingest.CanonicalCheck.VALUE;
import static org.minsheng.ingest.CanonicalCheck.YEAR;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.parse.Reason;

/**
 * What becomes of rows of canonical files: for each submission, series, region and period how many were good and bad, and the value
 * if there is one. Rows that say the same twice are one good row and a duplicate; where they differ, none is taken. A row with
 * neither value nor status says nothing, and is ignored. A row is a cell; in the place of a cell's place stand the row's series,
 * region and period, by which it is found in the file.
 */
final class JudgedRows {
    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String IGNORED = "ignored";
    private static final String KEPT = "kept";
    private static final String BAD_REASON = "bad_reason";
    private static final String BAD_RAW = "bad_raw";
    private static final String FIRST = "first";
    private static final String LAST = "last";

    private final Dataset<Row> judged;

    private JudgedRows(Dataset<Row> judged) {
        this.judged = judged;
    }

    /** From rows that are checked. They may be of any size, and are read once for all tables, so they are kept on the disk. */
    static JudgedRows of(Dataset<Row> checked) {
        Column sound = col(RejectTable.REASON).isNull();
        Column good = sound.and(not(col(SILENT)));
        Column content = struct(VALUE, STATUS);
        return new JudgedRows(checked.groupBy(
                        col(ObservationTable.SUBMISSION_ID),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        coalesce(col(ObservationTable.SERIES), lit("")).as(ObservationTable.SERIES),
                        coalesce(col(CODE), lit("")).as(ObservationTable.REF_AREA),
                        coalesce(col(YEAR).cast(StringType), col(ObservationTable.TIME_PERIOD), lit(""))
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
                .withColumn(KEPT, col(GOOD).gt(0).and(col(FIRST).eqNullSafe(col(LAST))))
                .persist(StorageLevel.DISK_ONLY()));
    }

    /** The rows, which are kept until {@link Dataset#unpersist}. */
    Dataset<Row> kept() {
        return judged;
    }

    /** How many observations, rejects, rejected rows and ignored ones came of a submission, and the series of the observations. */
    record Counts(long observed, long rejected, long rejectedRows, long ignored, Set<String> series) {
        static final Counts NONE = new Counts(0, 0, 0, 0, Set.of());

        Came came() {
            return new Came(observed > 0, rejected > 0, false, series, 0);
        }
    }

    /** The counts of each submission that has rows, by its id. */
    Map<String, Counts> counts() {
        Map<String, Counts> counts = new HashMap<>();
        judged.groupBy(ObservationTable.SUBMISSION_ID)
                .agg(
                        count(when(col(KEPT), lit(1))),
                        count(when(rejectedRows().gt(0), lit(1))),
                        sum(rejectedRows()),
                        sum(IGNORED),
                        collect_set(when(col(KEPT), col(ObservationTable.SERIES))))
                .collectAsList()
                .forEach(row -> counts.put(
                        row.getString(0),
                        new Counts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                Set.copyOf(row.getList(5)))));
        return counts;
    }

    /** Rows of the table observation. */
    Dataset<Row> observations() {
        return judged.filter(KEPT)
                .select(
                        col(ObservationTable.SERIES),
                        col(ObservationTable.REF_AREA),
                        col(ObservationTable.TIME_PERIOD).cast(IntegerType).as(ObservationTable.TIME_PERIOD),
                        col(FIRST).getField(VALUE).as(ObservationTable.OBS_VALUE),
                        col(FIRST).getField(STATUS).as(ObservationTable.OBS_STATUS),
                        col(ObservationTable.SUBMISSION_ID),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        lit("").as(ObservationTable.SHEET),
                        place().as(ObservationTable.CELL),
                        coalesce(col(RejectTable.RAW), lit("")).as(ObservationTable.RAW),
                        lit(null).cast(StringType).as(ObservationTable.COMMENT),
                        lit(true).as(ObservationTable.COUNTS));
    }

    /** Rows of the table reject. */
    Dataset<Row> rejects() {
        return judged.filter(rejectedRows().gt(0))
                .select(
                        col(ObservationTable.SUBMISSION_ID),
                        col(ObservationTable.RECEIVED_AT),
                        col(ObservationTable.FILE),
                        lit("").as(RejectTable.SHEET),
                        substring(place(), 1, TableRows.LONGEST).as(RejectTable.CELL),
                        substring(coalesce(col(BAD_RAW), col(RejectTable.RAW)), 1, TableRows.LONGEST)
                                .as(RejectTable.RAW),
                        rejectedRows().as(RejectTable.CELLS),
                        coalesce(
                                        col(BAD_REASON),
                                        when(col(KEPT), lit(Reason.DUPLICATE.code()))
                                                .otherwise(lit(Reason.CONFLICTING_VALUES.code())))
                                .as(RejectTable.REASON),
                        coalesce(
                                        when(col(BAD_REASON).isNull().and(not(col(KEPT))), both()),
                                        col(RejectTable.DETAIL),
                                        lit(""))
                                .as(RejectTable.DETAIL),
                        // As sent, a row's own words need not be those of the catalogue.
                        lit(null).cast(StringType).as(RejectTable.SERIES),
                        lit(null).cast(StringType).as(RejectTable.REF_AREA));
    }

    /** The place of a row: series, region and period. */
    private static Column place() {
        return concat_ws(
                ",", col(ObservationTable.SERIES), col(ObservationTable.REF_AREA), col(ObservationTable.TIME_PERIOD));
    }

    private static Column rejectedRows() {
        return col(BAD).plus(col(GOOD)).minus(when(col(KEPT), 1).otherwise(0));
    }

    /** The smallest and the largest of the values that contradict each other. */
    private static Column both() {
        return concat_ws(
                " / ",
                col(FIRST).getField(VALUE).cast(StringType),
                col(LAST).getField(VALUE).cast(StringType));
    }
}
