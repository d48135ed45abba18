import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RegionTable;
import org.minsheng.report.Writers;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;

/**
 * Does what no program on Spark can do without in the place of a stage, and prints how many seconds it took once the session was
 * open. Arguments: a configuration, the lake of a night, a folder to work in, the instant of the night, and what to do: session,
 * table, ingest, progress, equity, report, or export (for DuckDB).
 */
public final class Beside {
    private final SparkSession spark;
    private final Configuration conf;
    private final Lake lake;
    private final String work;
    private final AsOf asOf;

    private Beside(SparkSession spark, String[] args) {
        this.spark = spark;
        this.conf = Configuration.read(Path.of(args[0]), Map.of("lake", args[1]));
        this.lake = new Lake(spark, args[1]);
        this.work = args[2];
        this.asOf = new AsOf(Instant.parse(args[3]), conf.settings().timeZone());
    }

    public static void main(String[] args) throws Exception {
        SparkSession spark = Session.open();
        for (String part : List.of(args).subList(4, args.length)) {
            double seconds = part.equals("session")
                    ? 0
                    : part.equals("table") ? table(spark, args[2]) : new Beside(spark, args).time(part);
            System.out.printf(Locale.ROOT, "%s seconds %.3f%n", part, seconds);
        }
        spark.stop();
    }

    /** A small table, written and read back: the least that any program with one does. */
    private static double table(SparkSession spark, String work) {
        return seconds(() -> {
            write(spark.range(1000).toDF(), work + "/table");
            spark.read().format("delta").load(work + "/table").collectAsList();
        });
    }

    private double time(String part) {
        return switch (part) {
            case "ingest" -> ingest();
            case "progress" ->
                seconds(() -> {
                    write(lake.read(ProgressTable.TABLE), work + "/progress");
                    write(lake.read(ProjectionTable.TABLE), work + "/projection");
                });
            case "equity" -> seconds(this::aggregate);
            case "report" -> new Writers(spark, conf, lake, asOf).seconds();
            case "export" -> seconds(this::export);
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** Only the writing of the rows: they are in memory before. */
    private double ingest() {
        Dataset<Row> rows = lake.read(ObservationTable.TABLE).persist(StorageLevel.MEMORY_AND_DISK());
        rows.count();
        return seconds(() -> write(rows, work + "/observation"));
    }

    private void aggregate() {
        write(
                lake.read(ProgressTable.TABLE)
                        .groupBy(ProgressTable.INDICATOR, ProgressTable.REGION_LEVEL, ProgressTable.TIME_PERIOD)
                        .agg(
                                avg(ProgressTable.OBS_VALUE).as("mean"),
                                stddev_pop(ProgressTable.OBS_VALUE).as("deviation"),
                                min(ProgressTable.OBS_VALUE).as("least"),
                                max(ProgressTable.OBS_VALUE).as("most"),
                                sum(ProgressTable.NEEDED_CHANGE).as("needed")),
                work + "/equity");
    }

    /** What DuckDB needs to work out values: the observations, the regions, and formulas and targets as tables. */
    private void export() {
        parquet(
                ObservationTable.counting(lake.read(ObservationTable.TABLE))
                        .filter(col(ObservationTable.OBS_VALUE).isNotNull()),
                ObservationTable.TABLE.name());
        parquet(lake.read(RegionTable.TABLE), RegionTable.TABLE.name());
        List<Row> terms = new ArrayList<>();
        List<Row> targets = new ArrayList<>();
        Catalogue catalogue = conf.catalogue();
        for (Indicator indicator : catalogue.indicators().toList()) {
            add(terms, indicator, indicator.formula().numerator(), true);
            add(terms, indicator, indicator.formula().denominator(), false);
            Target target = indicator.target(asOf.day()).orElse(null);
            targets.add(RowFactory.create(
                    indicator.id(),
                    indicator.formula().ratio(),
                    indicator.formula().scale().doubleValue(),
                    target == null || target.kind().value() == null
                            ? null
                            : target.kind().value().doubleValue(),
                    catalogue.policy().baseYear()));
        }
        parquet(
                spark.createDataFrame(
                        terms, StructType.fromDDL("indicator string, above boolean, series string, lag int, sign int")),
                "term");
        parquet(
                spark.createDataFrame(
                        targets,
                        StructType.fromDDL("indicator string, ratio boolean, scale double, target double, base int")),
                "target");
    }

    private static void add(List<Row> rows, Indicator indicator, List<Term> terms, boolean above) {
        terms.forEach(
                term -> rows.add(RowFactory.create(indicator.id(), above, term.series(), term.lag(), term.sign())));
    }

    private void parquet(Dataset<Row> rows, String name) {
        rows.write().mode("overwrite").parquet(work + "/parquet/" + name);
    }

    private static void write(Dataset<Row> rows, String path) {
        rows.write().format("delta").mode("overwrite").save(path);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
