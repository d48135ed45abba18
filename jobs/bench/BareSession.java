import org.apache.spark.sql.SparkSession;

/** Starts a session with Delta and ends it: the least that anything on Spark takes. */
public final class BareSession {
    public static void main(String[] args) {
        SparkSession.builder()
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate()
                .stop();
    }
}
