import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.Level;
import org.minsheng.ingest.Ingest;
import org.minsheng.ingest.IngestRules;
import org.minsheng.ingest.Landing;
import org.minsheng.parse.Parsing;
import org.minsheng.parse.file.Rows;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.parse.file.TableFile;
import org.minsheng.parse.file.TableFiles;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.region.Region;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;

/**
 * Times ingest against a bare program that reads the same bytes with the same parser and keeps nothing: one file and a
 * thousand, in each format. Every number of every file is an observation.
 */
public final class IngestSpeed {
    private static final int COLUMNS = 20;
    private static final int TIMES = 3;

    private final SparkSession spark;
    private final Path work;
    private final Configuration conf;
    private final List<Series> series;
    private final List<Region> counties;
    private final int years;

    private IngestSpeed(SparkSession spark, Path work, Configuration conf, int years) {
        this.spark = spark;
        this.work = work;
        this.conf = conf;
        this.years = years;
        this.series = conf.catalogue().series().values().stream()
                .filter(s -> s.level() == Level.COUNTY && s.unit().words().isEmpty())
                .limit(COLUMNS)
                .toList();
        this.counties = conf.regions().today(Level.COUNTY);
    }

    /**
     * Arguments: a folder with conf/ to work in, and how many years the tables have; "make FORMAT FILE" after them only
     * writes one file.
     */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        Configuration conf = Configuration.read(
                work.resolve("conf/minsheng.yaml"),
                Map.of("landing", work + "/landing", "lake", work + "/lake", "workbooks", work + "/books"));
        if (args.length > 2) {
            new IngestSpeed(null, work, conf, Integer.parseInt(args[1])).make(args[3], Path.of(args[4]), 0, 1);
            return;
        }
        SparkSession spark = Session.open();
        IngestSpeed speed = new IngestSpeed(spark, work, conf, Integer.parseInt(args[1]));
        System.out.println("MB/s of the bare program, and of ingest: files to observations in memory (parse), the same as"
                + " reconciled rows of Spark (rows), and with the tables written (tables); and their shares of bare");
        System.out.printf(
                "%-16s %7s %9s %10s %7s %7s %7s %7s %7s %7s %7s%n",
                "", "MB", "cells", "cells/s", "bare", "parse", "rows", "tables", "parse", "rows", "tables");
        for (String format : List.of("xlsx", "xls", "csv", "canonical")) {
            speed.measure(format, 1);
            speed.measure(format, 1000);
        }
        spark.stop();
    }

    private void measure(String format, int files) throws Exception {
        Path landing = work.resolve("landing");
        delete(landing);
        Path folder = Files.createDirectories(landing.resolve("2026-01-10"));
        for (int file = 0; file < files; file++) {
            String extension = format.equals("canonical") ? "csv" : format;
            make(format, folder.resolve(file + "." + extension), file, files);
        }
        List<Path> paths;
        try (Stream<Path> all = Files.list(folder)) {
            paths = all.sorted().toList();
        }
        double megabytes = 0;
        for (Path path : paths) {
            megabytes += Files.size(path) / 1e6;
        }
        List<Double> bare = new ArrayList<>();
        List<Double> parse = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        long[] cells = new long[1];
        for (int i = 0; i < TIMES; i++) {
            bare.add(seconds(() -> bare(format, folder, paths)));
            parse.add(format.equals("canonical") ? bare.get(i) : seconds(() -> paths.parallelStream().mapToLong(this::parse).sum()));
            read.add(seconds(() -> cells[0] = ingest(false)));
            all.add(seconds(() -> ingest(true)));
        }
        double b = median(bare);
        double p = median(parse);
        double r = median(read);
        double a = median(all);
        System.out.printf(
                Locale.ROOT,
                "%-16s %7.1f %9d %10.0f %7.1f %7.1f %7.1f %7.1f %7.2f %7.2f %7.2f%n",
                files + " " + format, megabytes, cells[0], cells[0] / p,
                megabytes / b, megabytes / p, megabytes / r, megabytes / a, b / p, b / r, b / a);
    }

    /** The bare program: on as many threads as ingest has. */
    private Long bare(String format, Path folder, List<Path> paths) {
        if (format.equals("canonical")) {
            spark.read().option("header", true).csv(folder.toString()).write().format("noop").mode("overwrite").save();
            return 0L;
        }
        return paths.parallelStream().mapToLong(IngestSpeed::count).sum();
    }

    private static long count(Path path) {
        long cells = 0;
        try (TableFile file = TableFiles.open(path)) {
            for (var sheet : file.sheets()) {
                try (Rows rows = sheet.rows()) {
                    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                        cells += row.filled();
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return cells;
    }

    private IngestRules rules() {
        return IngestRules.of(conf.catalogue(), conf.regions(), conf.layouts(), conf.settings().timeZone());
    }

    /** Each cell to an observation or a reject, on as many threads as ingest has. */
    private long parse(Path path) {
        long observations = 0;
        try (Parsing parsing = rules().parser().parse(path, 2026)) {
            while (parsing.hasNext()) {
                parsing.next();
                observations++;
            }
        }
        return observations;
    }

    /** The stage; with its tables written, or read only. */
    private long ingest(boolean write) throws IOException {
        delete(work.resolve("lake"));
        Lake lake = new Lake(spark, work.resolve("lake").toString());
        Ingest.Result result = new Ingest(spark, rules()).run(Landing.list(work.resolve("landing").toString(), conf.settings().timeZone(), spark.sparkContext().hadoopConfiguration()), lake.read(SubmissionTable.TABLE));
        if (write) {
            lake.append(ObservationTable.TABLE, result.observations(), java.util.UUID.randomUUID().toString(), "");
            lake.append(RejectTable.TABLE, result.rejects(), java.util.UUID.randomUUID().toString(), "");
            lake.append(SubmissionTable.TABLE, result.submissions(), java.util.UUID.randomUUID().toString(), "");
        }
        long cells = result.submissions().agg(org.apache.spark.sql.functions.sum(SubmissionTable.OBSERVATIONS)).first().getLong(0);
        result.release();
        return cells;
    }

    private static double seconds(Callable<?> work) throws Exception {
        System.gc();
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** The part of the table that a file of so many has. */
    private void make(String format, Path file, int part, int parts) throws IOException {
        int rows = counties.size() * years;
        int from = (int) ((long) rows * part / parts);
        int to = (int) ((long) rows * (part + 1) / parts);
        Random random = new Random(part);
        switch (format) {
            case "xlsx", "xls" -> workbook(format, file, from, to, random);
            case "csv" -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    out.write("县(市、区),年份");
                    for (Series s : series) {
                        out.write("," + s.id());
                    }
                    out.write("\n");
                    for (int row = from; row < to; row++) {
                        out.write(county(row).code() + "," + year(row));
                        for (Series s : series) {
                            out.write("," + number(random));
                        }
                        out.write("\n");
                    }
                }
            }
            default -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    out.write("series,ref_area,time_period,obs_value,obs_status\n");
                    for (int row = from; row < to; row++) {
                        for (Series s : series) {
                            out.write(s.id() + "," + county(row).code() + "," + year(row) + "," + number(random) + ",A\n");
                        }
                    }
                }
            }
        }
    }

    private Region county(int row) {
        return counties.get(row / years);
    }

    private int year(int row) {
        return 2025 - row % years;
    }

    private static int number(Random random) {
        return random.nextInt(5000);
    }

    private void workbook(String format, Path file, int from, int to, Random random) throws IOException {
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new SXSSFWorkbook(100);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Sheet sheet = null;
            int at = 0;
            for (int row = from; row < to; row++) {
                if (sheet == null || at > 65_000 && format.equals("xls")) {
                    sheet = workbook.createSheet();
                    Row header = sheet.createRow(0);
                    header.createCell(0).setCellValue("县(市、区)");
                    header.createCell(1).setCellValue("年份");
                    for (int i = 0; i < series.size(); i++) {
                        header.createCell(2 + i).setCellValue(series.get(i).id());
                    }
                    at = 1;
                }
                Row cells = sheet.createRow(at++);
                cells.createCell(0).setCellValue(county(row).code());
                cells.createCell(1).setCellValue(year(row));
                for (int i = 0; i < series.size(); i++) {
                    cells.createCell(2 + i).setCellValue(number(random));
                }
            }
            workbook.write(out);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
