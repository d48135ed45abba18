package org.minsheng.lake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * ask again, by a job of its own. For a run, whose session is that of its threads; rows keep the files of when they were asked for.
 */
final class LiveFiles {
    private final SparkSession spark;
    private final Map<String, Listed> listed = new ConcurrentHashMap<>();

    /** The files of a snapshot, of which Delta has one for each version that it has seen. */
    private record Listed(Snapshot snapshot, Seq<AddFile> files) {}

    LiveFiles(SparkSession spark) {
        this.spark = spark;
    }

    /** The rows of the table in a folder, as its last commit left it. */
    Dataset<Row> rows(String path) {
        DeltaLog log = DeltaLog.forTable(spark, path);
        Snapshot now = log.update(false, Option.empty(), Option.empty());
        Listed files = listed.compute(
                path,
                (key, before) ->
                        before != null && before.snapshot() == now ? before : new Listed(now, now.getAllFiles(false)));
        return log.createDataFrame(now, files.files(), false, Option.empty());
    }
}
