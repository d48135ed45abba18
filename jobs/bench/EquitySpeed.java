import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.minsheng.conf.AsOf;
import org.minsheng.equity.EquityStage;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Touched;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;
import org.minsheng.stage.Change;
import org.minsheng.stage.Occasion;
import org.minsheng.stage.StageContext;

/** Times the measures of inequality against a bare program that reads the same Delta table once, aggregates and writes. */
public final class EquitySpeed {
    private static final int REGIONS = 2844;
    private static final int YEARS = 8;
    private static final int FIRST_YEAR = 2018;

    private final SparkSession spark;
    private final Path work;
    private final Configuration conf;
    private final Lake lake;

    private EquitySpeed(SparkSession spark, Path work, Configuration conf) {
        this.spark = spark;
        this.work = work;
        this.conf = conf;
        this.lake = new Lake(spark, conf.settings().lake());
    }

    /** Arguments: a folder with conf/ to work in, and how often each is timed. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        Configuration conf = Configuration.read(
                work.resolve("conf/minsheng.yaml"), Map.of("lake", work + "/lake", "landing", work + "/landing"));
        new EquitySpeed(Session.open(), work, conf).time(Integer.parseInt(args[1]));
        SparkSession.active().stop();
    }

    private void time(int times) {
        AsOf asOf = new AsOf(Instant.parse("2026-02-01T00:00:00Z"), conf.settings().timeZone());
        StageContext context = new StageContext(
                spark, lake, conf.settings(), conf.catalogue(), conf.regions(), conf.layouts(), asOf, "bench", "bench", () -> {});
        Occasion all = new Occasion(Change.NEVER, Touched::all, false);
        lake.overwrite(ProgressTable.TABLE, progress());
        System.out.printf(Locale.ROOT, "%,d rows of progress%n", lake.read(ProgressTable.TABLE).count());
        double[][] took = new double[2][times];
        for (int i = 0; i < times; i++) {
            took[0][i] = seconds(this::bare);
            took[1][i] = seconds(() -> new EquityStage().run(context, all));
            System.out.printf(Locale.ROOT, "bare %.1f s, equity %.1f s%n", took[0][i], took[1][i]);
        }
        System.out.printf(
                Locale.ROOT,
                "medians: bare %.1f s, equity %.1f s (%.2f times); rows of equity %,d%n",
                median(took[0]),
                median(took[1]),
                median(took[1]) / median(took[0]),
                lake.read(EquityTable.TABLE).count());
    }

    /** A row for each indicator of the generated catalogue, county and year; what is no part of the question is null, or the same. */
    private Dataset<Row> progress() {
        long indicators = conf.catalogue().indicators().count();
        Column county = pmod(col("id"), lit(REGIONS));
        Column year = pmod(col("id").divide(REGIONS).cast("long"), lit(YEARS)).plus(FIRST_YEAR);
        Column number = col("id").divide((long) REGIONS * YEARS).cast("long");
        Column value = round(
                year.minus(FIRST_YEAR).multiply(4).plus(60).plus(pmod(xxhash64(col("id")), lit(1000)).divide(100)), 2);
        Map<String, Column> columns = Map.of(
                ProgressTable.INDICATOR, concat(lit("1."), number.plus(1).cast("string")),
                ProgressTable.REF_AREA, format_string("%06d", county.plus(300000)),
                ProgressTable.TIME_PERIOD, year,
                ProgressTable.REGION_LEVEL, lit("county"),
                ProgressTable.OBS_VALUE, value,
                ProgressTable.TARGET_VALUE, lit(90.0),
                ProgressTable.NEEDED_CHANGE, when(value.lt(90), lit(90).minus(value)));
        return spark.range(indicators * REGIONS * YEARS)
                .select(Arrays.stream(ProgressTable.TABLE.schema().fields())
                        .map(field -> columns.getOrDefault(field.name(), filler(field))
                                .cast(field.dataType())
                                .as(field.name()))
                        .toArray(Column[]::new));
    }

    private static Column filler(StructField field) {
        return switch (field.nullable() ? "" : field.dataType().typeName()) {
            case "string" -> lit("value");
            case "boolean" -> lit(false);
            case "integer" -> lit(1);
            default -> lit(null);
        };
    }

    private void bare() {
        lake.read(ProgressTable.TABLE)
                .groupBy(ProgressTable.INDICATOR, ProgressTable.TIME_PERIOD)
                .agg(
                        avg(ProgressTable.OBS_VALUE).as("mean"),
                        stddev_pop(ProgressTable.OBS_VALUE).as("deviation"),
                        min(ProgressTable.OBS_VALUE).as("least"),
                        max(ProgressTable.OBS_VALUE).as("most"),
                        sum(ProgressTable.NEEDED_CHANGE).as("needed"))
                .write()
                .format("delta")
                .mode("overwrite")
                .save(work + "/bare");
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
