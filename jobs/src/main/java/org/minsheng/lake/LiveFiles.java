package org.minsheng.lake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * The files that tables consist of, asked of Delta once for each version of a table: else each place where a query reads it would
 * ask again, by a job of its own.
 */
final class LiveFiles {
    private final SparkSession spark;
    private final Map<String, Listed> listed = new ConcurrentHashMap<>();

    /** Files as of a version. */
    private record Listed(DeltaLog log, long version, Seq<AddFile> files) {
        boolean isOf(Snapshot snapshot) {
            return log == snapshot.deltaLog() && version == snapshot.version();
        }
    }

    LiveFiles(SparkSession spark) {
        this.spark = spark;
    }

    /** The rows of the table in a folder, as its last commit left it. */
    Dataset<Row> rows(String path) {
        DeltaLog log = DeltaLog.forTable(spark, path);
        Snapshot now = log.update(false, Option.empty(), Option.empty());
        Listed files = listed.compute(
                path,
                (key, before) -> before != null && before.isOf(now)
                        ? before
                        : new Listed(log, now.version(), now.getAllFiles(false)));
        return inThisSession(() -> log.createDataFrame(now, files.files(), false, Option.empty()));
    }

    /** Delta makes rows in the session of the thread, which need not be the one that asks. */
    private Dataset<Row> inThisSession(Supplier<Dataset<Row>> rows) {
        Option<SparkSession> before = SparkSession.getActiveSession();
        SparkSession.setActiveSession(spark);
        try {
            return rows.get();
        } finally {
            if (before.isDefined()) {
                SparkSession.setActiveSession(before.get());
            } else {
                SparkSession.clearActiveSession();
            }
        }
    }
}
