package org.minsheng;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a whole test run. It interprets its queries, as compiling each took a quarter of the time; that
 * compiled ones give the same is seen where the nightly itself runs.
 */
public final class TestSpark {
    private TestSpark() {}

    /** The session; the first test that asks starts it. */
    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.ui.retainedExecutions", "10")
                .config("spark.driver.host", "localhost")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.databricks.delta.writeChecksumFile.enabled", "false")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }
}
