package org.minsheng.run;

import org.apache.spark.sql.SparkSession;

/** Builds the Spark session. The master and all sizes come from outside: spark-submit, or conf/spark/local.conf. */
public final class Session {
    private Session() {}

    /** The session, with what the results and their memory depend on: Delta, UTC, and how rows are kept between steps. */
    public static SparkSession open() {
        return SparkSession.builder()
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                // Reading kept rows back holds a hundred batches at a time: of Spark's 10,000 rows each, a whole heap.
                .config("spark.sql.inMemoryColumnarStorage.batchSize", "1000")
                .getOrCreate();
    }
}
