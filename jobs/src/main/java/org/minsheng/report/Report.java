package org.minsheng.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.region.Regions;
import org.minsheng.storage.OutputFolder;

/** The stage that turns the lake's tables into workbooks: gathers the rows of each, and has tasks write them. */
public final class Report {
    /** So many that large workbooks do not come together, and that somebody who waits sees how far it is. */
    private static final int TASKS_A_CORE = 16;

    /** Where so many may be kept they are looked for first; with fewer that is a query more, which takes longer than what it saves. */
    private static final int MANY = 500;

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final AsOf asOf;
    private final Books books;
    private final int many;

    /** The stage; files received after {@code asOf} are not shown. */
    public Report(SparkSession spark, Catalogue catalogue, Regions regions, Language language, AsOf asOf) {
        this(spark, catalogue, regions, language, asOf, MANY);
    }

    /**
     * The same.
     *
     * @param many of so many subjects that may be kept the workbooks are looked for first
     */
    Report(SparkSession spark, Catalogue catalogue, Regions regions, Language language, AsOf asOf, int many) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        this.asOf = asOf;
        this.books = new Books(catalogue, regions, language, asOf);
        this.many = many;
    }

    /**
     * The tables that it reads.
     *
     * @param observation what counts and is not withdrawn
     * @param sent all that was ever sent
     */
    public record Tables(
            Dataset<Row> progress,
            Dataset<Row> projection,
            Dataset<Row> equity,
            Dataset<Row> convergence,
            Dataset<Row> contribution,
            Dataset<Row> score,
            Dataset<Row> observation,
            Dataset<Row> sent,
            Dataset<Row> withdrawal,
            Dataset<Row> reject,
            Dataset<Row> flag,
            Dataset<Row> reporting,
            Dataset<Row> submission) {
        /** Those of a lake, and of its observations those that count. */
        static Tables of(Lake lake, Dataset<Row> observation) {
            return new Tables(
                    lake.read(ProgressTable.TABLE),
                    lake.read(ProjectionTable.TABLE),
                    lake.read(EquityTable.TABLE),
                    lake.read(ConvergenceTable.TABLE),
                    lake.read(ContributionTable.TABLE),
                    lake.read(ScoreTable.TABLE),
                    observation,
                    lake.read(ObservationTable.TABLE),
                    lake.read(WithdrawalTable.TABLE),
                    lake.read(RejectTable.TABLE),
                    lake.read(FlagTable.TABLE),
                    lake.read(ReportingTable.TABLE),
                    lake.read(SubmissionTable.TABLE));
        }
    }

    /**
     * Writes the workbooks whose rows are others than last time into a folder.
     *
     * @param program fingerprint of program and configuration, with which all are written again
     * @return what is there now, the province's first
     */
    public List<Written> run(Tables tables, OutputFolder folder, String program) throws IOException {
        FactRows facts = facts(tables);
        spark.sparkContext().setJobDescription("compare workbooks");
        Broadcast<BookOrder> order =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(order(facts, folder, program));
        try {
            List<Written> kept = kept(facts, order);
            Set<Integer> left =
                    IntStream.range(0, books.scopes().size()).boxed().collect(Collectors.toCollection(HashSet::new));
            kept.forEach(workbook -> left.remove(workbook.subject()));
            spark.sparkContext().setJobDescription("write workbooks");
            return Stream.concat(kept.stream(), left.isEmpty() ? Stream.empty() : written(facts, left, order))
                    .sorted()
                    .toList();
        } finally {
            spark.sparkContext().setJobDescription(null);
            order.destroy();
        }
    }

    /** What tasks have to know. */
    BookOrder order(FactRows facts, OutputFolder folder, String program) throws IOException {
        return new BookOrder(
                books,
                facts.schemas(),
                shared(facts),
                folder,
                program + " " + books.basis(),
                new Manifest(folder).entries());
    }

    /**
     * The workbooks that are there as they would be written; none where that is not looked for. Rows are hashed where they are: of
     * thousands of workbooks a correction touches a few, and only of those the rows have to come together.
     */
    List<Written> kept(FactRows facts, Broadcast<BookOrder> order) {
        Set<Integer> candidates = order.value().mayBeKept();
        if (candidates.size() < many) {
            return List.of();
        }
        return routes(candidates)
                .route(hashed(facts.all()))
                .groupBy(Routes.BOOK)
                // In decimals, as a sum of 64 bits would overflow, and Spark takes that for a mistake.
                .agg(count(lit(1)), sum(col(Facts.HASH).cast(DataTypes.createDecimalType(20, 0))))
                // There are few rows, and each has two files read: in as many tasks as those that write.
                .repartitionById(tasks(), col(Routes.BOOK))
                .flatMap(
                        (FlatMapFunction<Row, Row>) counted -> kept(order.value(), counted),
                        Encoders.row(Written.SCHEMA))
                .collectAsList()
                .stream()
                .map(Written::of)
                .toList();
    }

    private int tasks() {
        return Math.min(
                books.scopes().size(), TASKS_A_CORE * spark.sparkContext().defaultParallelism());
    }

    /** Those of a subject, of whose rows the number and the sum of hashes are known. */
    private static Iterator<Row> kept(BookOrder order, Row counted) throws IOException {
        int subject = counted.getInt(0);
        // The last 64 bits, as whoever writes the workbook adds up.
        long hash = counted.getDecimal(2).toBigInteger().longValue();
        return order.kept(subject, order.fingerprint(subject, counted.getLong(1), hash)).stream()
                .map(Written::row)
                .iterator();
    }

    /** The workbooks of some subjects. */
    private Stream<Written> written(FactRows facts, Set<Integer> subjects, Broadcast<BookOrder> order) {
        return routed(facts, subjects)
                .repartitionById(tasks(), col(Routes.BOOK)) // what is left where the number is divided by that of tasks
                .sortWithinPartitions(Routes.BOOK)
                .transform(Report::hashed) // only now, as nothing makes hashes smaller on their way
                .mapPartitions(new WriteBook(order, tasks(), subjects), Encoders.row(Written.SCHEMA))
                .collectAsList()
                .stream()
                .map(Written::of);
    }

    FactRows facts(Tables tables) {
        return new FactRows(
                tables,
                asOf,
                Outlook.lastHorizon(catalogue, asOf),
                regions.today(Level.PROVINCE).get(0).code());
    }

    /** The rows that workbooks share. */
    SharedRows shared(FactRows facts) {
        return new SharedRows(Facts.of(facts.shared().collectAsList().iterator(), facts.schemas()), regions);
    }

    /** The rows with the number of the workbook, once for each of some subjects that shows them. */
    Dataset<Row> routed(FactRows facts, Collection<Integer> subjects) {
        return routes(subjects).route(facts.all());
    }

    private Routes routes(Collection<Integer> subjects) {
        return new Routes(spark, catalogue, regions, books.scopes(), subjects);
    }

    private static Dataset<Row> hashed(Dataset<Row> packed) {
        return packed.withColumn(Facts.HASH, Packed.hash(col(Facts.KIND), col(Facts.PACKED)));
    }

    /** The workbooks that it writes. */
    Books books() {
        return books;
    }
}
