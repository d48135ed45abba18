package org.minsheng.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** How work on files is cut into tasks of Spark's. */
final class Tasks {
    private static final int PER_CORE = 4;
    private static final long LARGEST_SHARED = 4_000_000;

    private Tasks() {}

    /** Tasks enough to keep every core at work. */
    static int few(SparkSession spark) {
        return PER_CORE * spark.sparkContext().defaultParallelism();
    }

    /**
     * One task per file; but small files share one, as long as there is a task for each core, since a task takes longer to
     * begin than they take to read.
     */
    static List<ArrayList<Received>> of(List<Received> files, SparkSession spark) {
        long total = files.stream().mapToLong(r -> r.arrival().size()).sum();
        long most = Math.min(LARGEST_SHARED, total / few(spark));
        List<ArrayList<Received>> tasks = new ArrayList<>();
        long size = 0;
        for (Received file : files) {
            if (tasks.isEmpty() || size + file.arrival().size() > most) {
                tasks.add(new ArrayList<>());
                size = 0;
            }
            tasks.get(tasks.size() - 1).add(file);
            size += file.arrival().size();
        }
        return tasks;
    }
}
