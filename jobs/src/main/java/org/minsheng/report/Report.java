package org.minsheng.report;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final Regions regions;
    private final AsOf asOf;
    private final Books books;

    /** The stage; files received after {@code asOf} are not shown. */
    public Report(SparkSession spark, Catalogue catalogue, Regions regions, Language language, AsOf asOf) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.regions = regions;
        this.asOf = asOf;
        this.books = new Books(catalogue, regions, language, asOf);
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
        int tasks = Math.min(
                books.scopes().size(), TASKS_A_CORE * spark.sparkContext().defaultParallelism());
        spark.sparkContext().setJobDescription("write workbooks");
        Broadcast<BookOrder> order = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new BookOrder(
                        books,
                        facts.schemas(),
                        shared(facts),
                        folder,
                        program + " " + books.basis(),
                        new Manifest(folder).entries()));
        try {
            return routed(facts)
                    .repartitionById(
                            tasks, col(Routes.BOOK)) // what is left where the number is divided by that of tasks
                    .sortWithinPartitions(Routes.BOOK)
                    .withColumn(Facts.HASH, Packed.hash(col(Facts.KIND), col(Facts.PACKED)))
                    .mapPartitions(new WriteBook(order, tasks), Encoders.row(Written.SCHEMA))
                    .collectAsList()
                    .stream()
                    .map(Written::of)
                    .sorted()
                    .toList();
        } finally {
            spark.sparkContext().setJobDescription(null);
            order.destroy();
        }
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

    /** The rows with the number of the workbook, once for each that shows them. */
    Dataset<Row> routed(FactRows facts) {
        return new Routes(spark, catalogue, regions, books.scopes()).route(facts.all());
    }

    /** The workbooks that it writes. */
    Books books() {
        return books;
    }
}
