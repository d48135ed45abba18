package org.minsheng.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Table {@code run}: what ran when, on what, and how it ended. */
public final class RunTable {
    public static final String RUN_ID = "run_id";
    public static final String COMMAND = "command";
    public static final String STARTED_AT = "started_at";
    public static final String FINISHED_AT = "finished_at";
    public static final String AS_OF = "as_of";
    public static final String CONF = "conf";
    public static final String VERSION = "version";
    public static final String COUNTS = "counts";
    public static final String MILLIS = "millis";
    public static final String OUTCOME = "outcome";
    public static final String MESSAGE = "message";

    public static final String OUTCOME_DONE = "done";
    public static final String OUTCOME_FAILED = "failed";

    public static final Table TABLE = new Table(
            "run",
            new StructType(new StructField[] {
                Columns.needed(RUN_ID, StringType, "random UUID"),
                Columns.needed(COMMAND, StringType, "subcommand"),
                Columns.needed(STARTED_AT, TimestampType, "UTC"),
                Columns.needed(FINISHED_AT, TimestampType, "UTC"),
                Columns.optional(AS_OF, TimestampType, "instant asked for; null for all that was received"),
                Columns.needed(CONF, StringType, "SHA-256 over all files of conf/"),
                Columns.needed(VERSION, StringType, "version of the program, with a fingerprint of its build"),
                Columns.needed(
                        COUNTS,
                        DataTypes.createMapType(StringType, LongType, false),
                        "what came in and went out, by name"),
                Columns.needed(MILLIS, DataTypes.createMapType(StringType, LongType, false), "milliseconds by stage"),
                Columns.needed(OUTCOME, StringType, "done or failed"),
                Columns.optional(MESSAGE, StringType, "why it failed"),
            }),
            List.of(RUN_ID));

    private RunTable() {}
}
