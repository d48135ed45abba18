package org.minsheng.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code withdrawal}: submissions that whoever sent them takes back, from an instant on. */
public final class WithdrawalTable {
    public static final String SUBMISSION_ID = SubmissionTable.SUBMISSION_ID;
    public static final String RECEIVED_AT = SubmissionTable.RECEIVED_AT;
    public static final String FILE = SubmissionTable.FILE;
    public static final String WITHDRAWN = "withdrawn";
    public static final String REASON = RejectTable.REASON;

    /** Beside a row that is withdrawn: since when. */
    public static final String WITHDRAWN_AT = "withdrawn_at";
    /** Beside a row that is withdrawn: the path of the list that says so. */
    public static final String WITHDRAWN_BY = "withdrawn_by";
    /** Beside a row that is withdrawn: why; may be empty. */
    public static final String WITHDRAWN_WHY = "withdrawn_why";

    private static final String NAMED = "named";
    private static final String BEFORE = "before";

    public static final Table TABLE = new Table(
            "withdrawal",
            new StructType(new StructField[] {
                Columns.needed(SUBMISSION_ID, StringType, "submission that withdraws"),
                Columns.needed(RECEIVED_AT, TimestampType, "withdrawn from then on, UTC"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(WITHDRAWN, StringType, "path, SHA-256 or submission_id of what is withdrawn"),
                Columns.needed(REASON, StringType, "why; may be empty"),
            }),
            List.of(SUBMISSION_ID, WITHDRAWN));

    private WithdrawalTable() {}

    /**
     * The rows whose submission is not withdrawn at an instant. A path or a SHA-256 stands for all that was received
     * under it until then. A withdrawal may be withdrawn itself.
     *
     * @param rows rows with submission_id, file and received_at
     */
    public static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> withdrawals, Instant asOf, ZoneId zone) {
        for (Column named : names(rows)) {
            rows = rows.join(standing(withdrawals, asOf, zone), covers(rows, named), "left_anti");
        }
        return rows;
    }

    /**
     * The rows whose submission is withdrawn at an instant, each with the withdrawal that took it: {@code withdrawn_at},
     * {@code withdrawn_by} (its path) and {@code withdrawn_why}. A row that several withdrawals name comes with each.
     *
     * @param rows rows with submission_id, file and received_at
     */
    public static Dataset<Row> withdrawn(Dataset<Row> rows, Dataset<Row> withdrawals, Instant asOf, ZoneId zone) {
        Dataset<Row> standing = standing(withdrawals, asOf, zone);
        return names(rows).stream()
                .map(named -> rows.join(standing, covers(rows, named)).drop(NAMED, BEFORE))
                .reduce(Dataset::union)
                .orElseThrow()
                .distinct();
    }

    /** The withdrawals that are not withdrawn themselves. */
    private static Dataset<Row> standing(Dataset<Row> withdrawals, Instant asOf, ZoneId zone) {
        Dataset<Row> known = withdrawals.filter(col(RECEIVED_AT).leq(lit(Timestamp.from(asOf))));
        Dataset<Row> rows = known;
        for (Column named : names(known)) {
            rows = rows.join(named(known, zone), covers(rows, named), "left_anti");
        }
        return named(rows, zone);
    }

    /** What each withdraws: all that was received under the name until its local day ends, as days are told, and no hours. */
    private static Dataset<Row> named(Dataset<Row> withdrawals, ZoneId zone) {
        Column next = date_add(to_date(from_utc_timestamp(col(RECEIVED_AT), zone.getId())), 1);
        return broadcast(withdrawals.select(
                col(WITHDRAWN).as(NAMED),
                to_utc_timestamp(next.cast(TimestampType), zone.getId()).as(BEFORE),
                col(RECEIVED_AT).as(WITHDRAWN_AT),
                col(FILE).as(WITHDRAWN_BY),
                col(REASON).as(WITHDRAWN_WHY)));
    }

    /** What a withdrawal may call the submission of a row. */
    private static List<Column> names(Dataset<Row> rows) {
        Column id = rows.col(SUBMISSION_ID);
        return List.of(id, substring(id, 1, SubmissionTable.CONTENT_LENGTH), rows.col(FILE));
    }

    private static Column covers(Dataset<Row> rows, Column named) {
        return named.equalTo(col(NAMED)).and(rows.col(RECEIVED_AT).lt(col(BEFORE)));
    }
}
