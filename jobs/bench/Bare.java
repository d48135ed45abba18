import org.apache.spark.sql.SparkSession;

/** The least that any Spark program with a table does: starts a session, writes a small Delta table and reads it back. */
public final class Bare {
    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder()
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        spark.range(1000).write().format("delta").mode("overwrite").save(args[0]);
        System.out.println(spark.read().format("delta").load(args[0]).collectAsList().size() + " rows");
        spark.stop();
    }
}
