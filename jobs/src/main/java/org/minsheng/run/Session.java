package org.minsheng.run;

import org.apache.spark.sql.SparkSession;

/** Builds the Spark session. The master and all sizes come from outside: spark-submit, or conf/spark/local.conf. */
public final class Session {
    private Session() {}

    /** The session, with what the results depend on: Delta, and UTC. */
    public static SparkSession open() {
        return SparkSession.builder()
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }
}
