import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.regr_slope;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.progress.Progress;
import org.minsheng.progress.Projections;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;

/**
 * Times progress against a bare program that reads the same Delta table, groups it by indicator and region, computes one
 * regression of each group and writes the results; and against a copy of the rows of progress, which no program that
 * writes as many can be faster than.
 */
public final class ProgressSpeed {
    private static final int REGIONS = 2844;
    private static final int YEARS = 8;
    private static final int FIRST_YEAR = 2018;

    private final SparkSession spark;
    private final Path work;
    private final Configuration conf;
    private final Lake lake;

    private ProgressSpeed(SparkSession spark, Path work, Configuration conf) {
        this.spark = spark;
        this.work = work;
        this.conf = conf;
        this.lake = new Lake(spark, conf.settings().lake());
    }

    /** Arguments: a folder with conf/ to work in, and how often each is timed. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        Configuration conf =
                Configuration.read(work.resolve("conf/minsheng.yaml"), Map.of("lake", work + "/lake", "landing", work + "/landing"));
        new ProgressSpeed(Session.open(), work, conf).time(Integer.parseInt(args[1]));
        SparkSession.active().stop();
    }

    private void time(int times) {
        AsOf asOf = new AsOf(Instant.parse("2026-02-01T00:00:00Z"), conf.settings().timeZone());
        lake.overwrite(ObservationTable.TABLE, observations());
        Dataset<Row> observations = lake.read(ObservationTable.TABLE);
        System.out.printf(Locale.ROOT, "%,d observations%n", observations.count());
        double[][] took = new double[4][times];
        for (int i = 0; i < times; i++) {
            took[0][i] = seconds(() -> bare(observations));
            took[1][i] = seconds(() -> lake.overwrite(
                    ProgressTable.TABLE,
                    new Progress(spark, conf.catalogue(), conf.regions(), conf.settings().divisions(), asOf)
                            .run(observations)));
            took[2][i] = seconds(() -> lake.overwrite(
                    ProjectionTable.TABLE,
                    new Projections(spark, conf.catalogue(), asOf)
                            .run(lake.read(ProgressTable.TABLE))));
            took[3][i] = seconds(() -> write(lake.read(ProgressTable.TABLE), "copy"));
            System.out.printf(
                    Locale.ROOT,
                    "bare %.1f s, progress %.1f s, projections %.1f s, a copy of the rows of progress %.1f s%n",
                    took[0][i],
                    took[1][i],
                    took[2][i],
                    took[3][i]);
        }
        double bare = median(took[0]);
        System.out.printf(
                Locale.ROOT,
                "medians: bare %.1f s, progress %.1f s (%.2f times), projections %.1f s (%.2f times), copy %.1f s%n",
                bare,
                median(took[1]),
                median(took[1]) / bare,
                median(took[2]),
                median(took[2]) / bare,
                median(took[3]));
        System.out.printf(
                Locale.ROOT,
                "rows written: bare %,d, progress %,d, projections %,d%n",
                spark.read().format("delta").load(work + "/bare").count(),
                lake.read(ProgressTable.TABLE).count(),
                lake.read(ProjectionTable.TABLE).count());
    }

    /** A value for each series of the generated catalogue, county and year, in one submission a county. */
    private Dataset<Row> observations() {
        int series = (int) conf.catalogue().series().values().stream()
                .filter(s -> s.id().startsWith("bench_"))
                .count();
        Column county = pmod(col("id"), lit(REGIONS));
        Column year = pmod(col("id").divide(REGIONS).cast("long"), lit(YEARS)).plus(FIRST_YEAR);
        Column number = col("id").divide((long) REGIONS * YEARS).cast("long");
        Map<String, Column> columns = Map.ofEntries(
                Map.entry(ObservationTable.SERIES, format_string("bench_%03d", number)),
                Map.entry(ObservationTable.REF_AREA, format_string("%06d", county.plus(300000))),
                Map.entry(ObservationTable.TIME_PERIOD, year.cast("int")),
                Map.entry(
                        ObservationTable.OBS_VALUE,
                        round(
                                year.minus(FIRST_YEAR)
                                        .multiply(4)
                                        .plus(40)
                                        .plus(pmod(xxhash64(col("id")), lit(1000)).divide(100)),
                                2)),
                Map.entry(ObservationTable.OBS_STATUS, lit(ObservationTable.STATUS_NORMAL)),
                Map.entry(ObservationTable.SUBMISSION_ID, concat(lit("submission-"), county)),
                Map.entry(ObservationTable.COUNTS, lit(true)),
                Map.entry(ObservationTable.RECEIVED_AT, lit(Timestamp.from(Instant.parse("2026-01-20T00:00:00Z")))),
                Map.entry(ObservationTable.FILE, concat(lit("2026-01-20/"), county, lit(".csv"))),
                Map.entry(ObservationTable.SHEET, lit("")),
                Map.entry(ObservationTable.CELL, concat(lit("E"), pmod(col("id"), lit(3520)))),
                Map.entry(ObservationTable.RAW, lit("1")),
                Map.entry(ObservationTable.COMMENT, lit(null).cast("string")));
        return spark.range((long) series * REGIONS * YEARS)
                .select(Arrays.stream(ObservationTable.TABLE.schema().fieldNames())
                        .map(name -> columns.get(name).as(name))
                        .toArray(Column[]::new));
    }

    private void bare(Dataset<Row> observations) {
        write(
                observations
                        .groupBy(ObservationTable.SERIES, ObservationTable.REF_AREA)
                        .agg(regr_slope(col(ObservationTable.OBS_VALUE), col(ObservationTable.TIME_PERIOD))
                                .as("slope")),
                "bare");
    }

    private void write(Dataset<Row> rows, String name) {
        rows.write().format("delta").mode("overwrite").save(work + "/" + name);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
