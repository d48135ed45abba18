package org.minsheng.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.sql.Timestamp;
import java.time.Instant;
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

    public static final Table TABLE = new Table(
            "withdrawal",
            new StructType(new StructField[] {
                Columns.needed(SUBMISSION_ID, StringType, "submission that withdraws"),
                Columns.needed(RECEIVED_AT, TimestampType, "withdrawn from then on, UTC"),
                Columns.needed(FILE, StringType, "path below the landing folder"),
                Columns.needed(WITHDRAWN, StringType, "path or SHA-256 of what is withdrawn"),
                Columns.needed(REASON, StringType, "why; may be empty"),
            }),
            List.of(SUBMISSION_ID, WITHDRAWN));

    private WithdrawalTable() {}

    /**
     * The rows whose submission is not withdrawn at an instant. A path stands for all that was received under it until
     * then. A withdrawal may be withdrawn itself.
     *
     * @param rows rows with submission_id, file and received_at
     */
    public static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> withdrawals, Instant asOf) {
        Dataset<Row> known = withdrawals
                .filter(col(RECEIVED_AT).leq(lit(Timestamp.from(asOf))))
                .select(SUBMISSION_ID, RECEIVED_AT, FILE, WITHDRAWN);
        return remove(rows, remove(known, known));
    }

    private static Dataset<Row> remove(Dataset<Row> rows, Dataset<Row> withdrawals) {
        Dataset<Row> what = broadcast(
                withdrawals.select(col(WITHDRAWN).as("w"), col(RECEIVED_AT).as("withdrawn_at")));
        for (String by : List.of(SUBMISSION_ID, FILE)) {
            Column named = rows.col(by).equalTo(col("w"));
            rows = rows.join(what, named.and(rows.col(RECEIVED_AT).leq(col("withdrawn_at"))), "left_anti");
        }
        return rows;
    }
}
