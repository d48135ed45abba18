package org.minsheng.ingest;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Finds out on the executors what files hold. */
final class Fingerprints {
    private final SparkSession spark;
    private final LandedFiles files;

    Fingerprints(SparkSession spark, LandedFiles files) {
        this.spark = spark;
        this.files = files;
    }

    /** The files with the SHA-256 of what they hold, in their order; behind a .zip the files in it. */
    List<Received> of(List<Landing.Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        spark.sparkContext().setJobDescription("fingerprint " + arrivals.size() + " files");
        LandedFiles reader = files;
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(arrivals, Math.min(arrivals.size(), Tasks.few(spark)))
                .flatMap(arrival -> reader.identifyAll(arrival).iterator())
                .collect();
    }

    /** Whether a file no longer holds what it was received with. */
    boolean hasChanged(Received received) {
        return !files.identify(received.arrival()).content().equals(received.content());
    }
}
