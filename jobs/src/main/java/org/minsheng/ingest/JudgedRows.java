package org.minsheng.ingest;

import static org.apache.spark.sql.functions.broadcast;
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
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.minsheng.ingest.Canonical.SUBMISSION_NO;
import static org.minsheng.ingest.CanonicalCheck.CODE;
import static org.minsheng.ingest.CanonicalCheck.SILENT;
import static org.minsheng.ingest.CanonicalCheck.STATUS;
import static org.minsheng.ingest.CanonicalCheck.VALUE;
import static org.minsheng.ingest.CanonicalCheck.YEAR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
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
    private static final String REJECTED = "rejected";
    private static final String REJECTED_ROWS = "rejected_rows";
    private static final String BAD_REASON = "bad_reason";
    private static final String BAD_RAW = "bad_raw";
    private static final String FIRST = "first";
    private static final String LAST = "last";

    /** A fingerprint of what a row is of: rows of different ones may share it, rows of one always do. */
    private static final String KEY = "key";

    /** More keys than these are not sent about. */
    private static final int MOST_SEVERAL = 100_000;

    private static final String[] USING_KEY = {KEY};

    private static final Column GOOD_ROW = col(RejectTable.REASON).isNull().and(not(col(SILENT)));
    private static final Column BAD_ROW = col(RejectTable.REASON).isNotNull();
    private static final Column IGNORED_ROW = col(RejectTable.REASON).isNull().and(col(SILENT));
    private static final Column CONTENT = struct(VALUE, STATUS);
    private static final Column TEXT = col(ObservationTable.OBS_VALUE);
    private static final Column[] OF = {
        col(SUBMISSION_NO),
        col(ObservationTable.SERIES),
        col(ObservationTable.REF_AREA),
        col(ObservationTable.TIME_PERIOD)
    };

    private final Dataset<Row> checked;
    private final Dataset<Row> judged;
    private final Dataset<Row> submissions;

    private JudgedRows(Dataset<Row> checked, Dataset<Row> judged, Dataset<Row> submissions) {
        this.submissions = submissions;
        this.checked = checked;
        this.judged = judged;
    }

    /**
     * From rows that are checked. They may be of any size, and are read once for all tables, so they are kept on the disk. Nearly all
     * are the only ones of what they are of; as long as the others are few, they alone are brought together, as that sorts them.
     *
     * @param submissions what the tables say of each of their submissions, by its number
     */
    static JudgedRows of(Dataset<Row> checked, Dataset<Row> submissions) {
        Dataset<Row> rows = checked.select(
                        col(SUBMISSION_NO),
                        coalesce(col(ObservationTable.SERIES), lit("")).as(ObservationTable.SERIES),
                        coalesce(col(CODE), lit("")).as(ObservationTable.REF_AREA),
                        coalesce(col(YEAR).cast(StringType), col(ObservationTable.TIME_PERIOD), lit(""))
                                .as(ObservationTable.TIME_PERIOD),
                        col(SILENT),
                        TEXT,
                        col(VALUE),
                        col(STATUS),
                        col(RejectTable.REASON),
                        col(RejectTable.DETAIL))
                .withColumn(KEY, xxhash64(OF))
                .persist(StorageLevel.DISK_ONLY());
        try {
            return new JudgedRows(rows, judged(rows), submissions);
        } catch (Exception e) { // Spark throws checked ones that no signature names
            rows.unpersist();
            throw e;
        }
    }

    private static Dataset<Row> judged(Dataset<Row> rows) {
        List<Row> several = rows.groupBy(KEY)
                .count()
                .filter(col("count").gt(1))
                .select(KEY)
                .limit(MOST_SEVERAL + 1)
                .collectAsList();
        if (several.isEmpty()) {
            return single(rows);
        } else if (several.size() > MOST_SEVERAL) {
            return together(rows);
        }
        Dataset<Row> keys =
                broadcast(rows.sparkSession().createDataFrame(several, new StructType().add(KEY, LongType)));
        return single(rows.join(keys, USING_KEY, "left_anti")).union(together(rows.join(keys, USING_KEY, "left_semi")));
    }

    /** Each by itself. */
    private static Dataset<Row> single(Dataset<Row> rows) {
        return withKept(rows.select(columns(
                when(GOOD_ROW, 1L).otherwise(0L).as(GOOD),
                when(BAD_ROW, 1L).otherwise(0L).as(BAD),
                when(IGNORED_ROW, 1L).otherwise(0L).as(IGNORED),
                when(GOOD_ROW, CONTENT).as(FIRST),
                when(GOOD_ROW, CONTENT).as(LAST),
                col(RejectTable.REASON).as(BAD_REASON),
                col(RejectTable.DETAIL),
                when(GOOD_ROW, TEXT).as(RejectTable.RAW),
                when(BAD_ROW, TEXT).as(BAD_RAW))));
    }

    /** Those of the same series, region and period of a submission as one. */
    private static Dataset<Row> together(Dataset<Row> rows) {
        return withKept(rows.groupBy(OF)
                .agg(
                        count(when(GOOD_ROW, lit(1))).as(GOOD),
                        count(when(BAD_ROW, lit(1))).as(BAD),
                        count(when(IGNORED_ROW, lit(1))).as(IGNORED),
                        min(when(GOOD_ROW, CONTENT)).as(FIRST),
                        max(when(GOOD_ROW, CONTENT)).as(LAST),
                        min(col(RejectTable.REASON)).as(BAD_REASON),
                        min(col(RejectTable.DETAIL)).as(RejectTable.DETAIL),
                        min(when(GOOD_ROW, TEXT)).as(RejectTable.RAW),
                        min(when(BAD_ROW, TEXT)).as(BAD_RAW)));
    }

    private static Dataset<Row> withKept(Dataset<Row> rows) {
        return rows.withColumn(KEPT, col(GOOD).gt(0).and(col(FIRST).eqNullSafe(col(LAST))));
    }

    private static Column[] columns(Column... others) {
        return Stream.concat(Stream.of(OF), Stream.of(others)).toArray(Column[]::new);
    }

    /** The rows, which are kept until {@link Dataset#unpersist}. */
    Dataset<Row> kept() {
        return checked;
    }

    /** How many observations, rejects, rejected rows and ignored ones came of a submission, and the series of the observations. */
    record Counts(long observed, long rejected, long rejectedRows, long ignored, Set<String> series) {
        static final Counts NONE = new Counts(0, 0, 0, 0, Set.of());

        Came came() {
            return new Came(observed > 0, rejected > 0, false, series, 0);
        }
    }

    /** The counts of each submission that has rows, by its number. */
    Map<Integer, Counts> counts() {
        Map<Integer, Counts> counts = new HashMap<>();
        // By series first: sums are kept in place, a set of texts would have all rows sorted.
        judged.groupBy(SUBMISSION_NO, ObservationTable.SERIES)
                .agg(
                        count(when(col(KEPT), lit(1))).as(KEPT),
                        count(when(rejectedRows().gt(0), lit(1))).as(REJECTED),
                        sum(rejectedRows()).as(REJECTED_ROWS),
                        sum(IGNORED).as(IGNORED))
                .groupBy(SUBMISSION_NO)
                .agg(
                        sum(KEPT),
                        sum(REJECTED),
                        sum(REJECTED_ROWS),
                        sum(IGNORED),
                        collect_set(when(col(KEPT).gt(0), col(ObservationTable.SERIES))))
                .collectAsList()
                .forEach(row -> counts.put(
                        row.getInt(0),
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
                .join(broadcast(submissions), SUBMISSION_NO)
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
                .join(broadcast(submissions), SUBMISSION_NO)
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
