package org.minsheng.run;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.ConfException;

/** Builds the Spark session. The master and all sizes come from outside: spark-submit, or conf/spark/local.conf. */
public final class Session {
    /** Of a file of a table, some ten megabytes: where a few rows are replaced, all others of their files are written again. */
    private static final int FILE_ROWS = 250_000;

    /** What is joined with others by maintain, and what comes of it, in bytes: no more than such a file. */
    private static final long SMALL_FILE = 4L << 20;

    private static final long JOINED_FILE = 16L << 20;

    private Session() {}

    /** The session, with what the results, their files and their memory depend on: Delta, UTC, sizes of files, and how rows are kept between steps. */
    public static SparkSession open() {
        return SparkSession.builder()
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.files.maxRecordsPerFile", FILE_ROWS)
                .config("spark.databricks.delta.optimize.minFileSize", SMALL_FILE)
                .config("spark.databricks.delta.optimize.maxFileSize", JOINED_FILE)
                // Reading kept rows back holds a hundred batches at a time: of Spark's 10,000 rows each, a whole heap.
                .config("spark.sql.inMemoryColumnarStorage.batchSize", "1000")
                // To try each way of making a column small takes longer than all else that is done with rows that are
                // kept a moment.
                .config("spark.sql.inMemoryColumnarStorage.compressed", "false")
                .getOrCreate();
    }

    /** The settings of Hadoop that the session would have, without it: also those that spark-submit was given. */
    public static Configuration hadoop() {
        return SparkHadoopUtil.get().newConfiguration(new SparkConf());
    }

    /**
     * Whether there has to be a session even where there is nothing to do: a cluster that runs the driver itself takes a program
     * that starts none for one that failed (YARN).
     */
    public static boolean isWanted() {
        return "cluster".equals(new SparkConf().get("spark.submit.deployMode", "client"));
    }

    /**
     * Makes sure that Java can read the names of files: in a locale without UTF-8, as schedulers give it, it does not see files
     * with Chinese names, and a run would take the landing folder for empty.
     *
     * @throws ConfException if it cannot
     */
    public static void checkLocale() {
        checkLocale(System.getProperty("sun.jnu.encoding"));
    }

    static void checkLocale(String encoding) {
        if (!"UTF-8".equalsIgnoreCase(encoding)) {
            throw new ConfException(
                    "locale",
                    "names of files are read as " + encoding + ", so files with Chinese names would not be seen",
                    "Set LC_ALL=C.UTF-8");
        }
    }
}
