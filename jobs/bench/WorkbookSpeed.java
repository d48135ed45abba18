package org.minsheng.report;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.report.book.PlainWriter;
import org.minsheng.run.Configuration;
import org.minsheng.run.Session;

/**
 * Times the set of workbooks as the report stage writes it against loops on one thread that collect the same rows and
 * write the same workbooks one after the other, with plain POI and with our own writer; or, with "memory", writes one
 * workbook of 100,000 rows.
 */
public final class WorkbookSpeed {
    private static final int LONG_TABLE = 100_000;
    private static final int COLUMNS = 15;

    private WorkbookSpeed() {}

    /** Arguments: a configuration, a folder to work in, and how often each is timed; or "memory". */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("memory")) {
            double seconds = seconds(() -> BookWriter.write(longBook(), OutputStream.nullOutputStream()));
            System.out.printf(Locale.ROOT, "%,d rows in %.1f s, peak heap %d MB%n", LONG_TABLE, seconds, peakHeap());
            return;
        }
        Configuration conf = Configuration.read(Path.of(args[0]), Map.of());
        SparkSession spark = Session.open();
        Lake lake = new Lake(spark, conf.settings().lake());
        Report.Tables tables = new Report.Tables(
                lake.read(ProgressTable.TABLE),
                lake.read(ProjectionTable.TABLE),
                lake.read(ObservationTable.TABLE),
                lake.read(ObservationTable.TABLE),
                lake.read(org.minsheng.lake.WithdrawalTable.TABLE),
                lake.read(RejectTable.TABLE),
                lake.read(FlagTable.TABLE),
                lake.read(ReportingTable.TABLE),
                lake.read(SubmissionTable.TABLE));
        Report report = new Report(
                spark, conf.catalogue(), conf.regions(), conf.settings().language(), new org.minsheng.conf.AsOf(java.time.Instant.now(), conf.settings().timeZone()));
        int times = Integer.parseInt(args[2]);
        double[][] took = new double[3][times];
        int workbooks = 0;
        for (int i = 0; i < times; i++) {
            OutputFolder stage = folder(spark, args[1] + "/stage-" + i);
            OutputFolder plain = folder(spark, args[1] + "/plain-" + i);
            OutputFolder own = folder(spark, args[1] + "/own-" + i);
            List<Written> written = new ArrayList<>();
            took[0][i] = seconds(() -> written.addAll(report.run(tables, stage, "")));
            took[1][i] = seconds(() -> loop(report, tables, plain, true));
            took[2][i] = seconds(() -> loop(report, tables, own, false));
            workbooks = written.size();
            System.out.printf(
                    Locale.ROOT,
                    "%d workbooks: stage %.1f s (%.1f a second); loops on one thread: plain POI %.1f s, our writer %.1f s%n",
                    workbooks,
                    took[0][i],
                    workbooks / took[0][i],
                    took[1][i],
                    took[2][i]);
        }
        double stage = median(took[0]);
        System.out.printf(
                Locale.ROOT,
                "medians: stage %.1f s, %.2f times as fast as plain POI (%.1f s), %.2f times as our writer on one thread"
                        + " (%.1f s); peak heap %d MB%n",
                stage,
                median(took[1]) / stage,
                median(took[1]),
                median(took[2]) / stage,
                median(took[2]),
                peakHeap());
        spark.stop();
    }

    private static void loop(Report report, Report.Tables tables, OutputFolder folder, boolean plain) throws Exception {
        Map<Integer, List<Row>> rows = new TreeMap<>();
        FactRows all = report.facts(tables);
        for (Row row : report.routed(all).collectAsList()) {
            rows.computeIfAbsent(row.getAs(Routes.BOOK), b -> new ArrayList<>()).add(row);
        }
        Books books = report.books();
        WriteBook writer = new WriteBook(books, all.schemas(), folder, "", new HashMap<>());
        for (Map.Entry<Integer, List<Row>> book : rows.entrySet()) {
            int number = book.getKey();
            Facts facts = Facts.of(book.getValue().iterator(), all.schemas());
            if (plain) {
                PlainWriter.write(
                        books.of(books.scopes().get(number), facts), Path.of(folder.location(number + ".xlsx")));
            } else {
                writer.write(number, facts);
            }
        }
    }

    private static OutputFolder folder(SparkSession spark, String path) {
        return new OutputFolder(path, spark.sparkContext().hadoopConfiguration());
    }

    private static Book longBook() {
        List<Book.Column> columns = new ArrayList<>();
        for (int col = 0; col < COLUMNS; col++) {
            columns.add(new Book.Column("column " + col, 12));
        }
        List<List<Book.Value>> rows = new ArrayList<>();
        for (int row = 0; row < LONG_TABLE; row++) {
            List<Book.Value> values = new ArrayList<>();
            for (int col = 0; col < COLUMNS; col++) {
                values.add(col % 3 == 0 ? Book.text("text " + row) : Book.number(row + col / 10.0, 1));
            }
            rows.add(values);
        }
        Book.Sheet sheet = new Book.Sheet("long", "long", "", List.of(new Book.Table("long", columns, rows)), 1);
        return new Book("long", "long", "en", LocalDate.EPOCH, List.of(sheet));
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
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
