import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tells what is in lakes and folders of workbooks, a line for each table (rows, digest of them in any order) and each
 * workbook (SHA-256), into a file for each pair, so that two can be compared. The table of runs is left out: each run has
 * its own. Arguments: lake, workbooks, file, and so on.
 */
public final class Digest {
    private static final String[] TABLES = {
        "submission", "observation", "reject", "withdrawal", "flag", "reporting", "progress", "projection",
        "equity", "convergence", "contribution", "score", "region", "series", "indicator", "unit"
    };

    public static void main(String[] args) throws Exception {
        SparkSession spark = SparkSession.builder()
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        for (int i = 0; i < args.length; i += 3) {
            try (PrintStream out = new PrintStream(args[i + 2], StandardCharsets.UTF_8)) {
                for (String table : TABLES) {
                    Row row = spark.read()
                            .format("delta")
                            .load(args[i] + "/" + table)
                            .agg(
                                    count(lit(1)),
                                    sum(xxhash64(to_json(struct(col("*")))).cast("decimal(20,0)")))
                            .first();
                    out.println(table + " " + row.get(0) + " rows " + row.get(1));
                }
                Path books = new Path(args[i + 1]);
                FileSystem files = books.getFileSystem(spark.sparkContext().hadoopConfiguration());
                String root = files.makeQualified(books).toUri().getPath() + "/";
                TreeMap<String, String> hashes = new TreeMap<>();
                RemoteIterator<LocatedFileStatus> all = files.listFiles(books, true);
                while (all.hasNext()) {
                    Path file = all.next().getPath();
                    if (!file.getName().equals("manifest.json")) {
                        try (InputStream in = files.open(file)) {
                            hashes.put(file.toUri().getPath().substring(root.length()), DigestUtils.sha256Hex(in));
                        }
                    }
                }
                hashes.forEach((file, hash) -> out.println(file + " " + hash));
            }
            System.out.println(Files.readAllLines(java.nio.file.Path.of(args[i + 2])).size() + " lines: " + args[i + 2]);
        }
        spark.stop();
    }
}
