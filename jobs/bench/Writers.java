package org.minsheng.report;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.BookWriter;
import org.minsheng.run.Configuration;

/**
 * Times the writing of workbooks alone: from what each says to its bytes, in as many tasks at a time as the report has. Of each kind
 * at most so many are written, and stand for the others of it.
 */
public final class Writers {
    private static final int MOST_OF_A_KIND = 250;

    private final SparkSession spark;
    private final Report report;
    private final FactRows facts;

    /** Those of a night. */
    public Writers(SparkSession spark, Configuration conf, Lake lake, AsOf asOf) {
        this.spark = spark;
        this.report = new Report(
                spark, conf.catalogue(), conf.regions(), conf.settings().language(), asOf);
        this.facts = report.facts(Report.Tables.of(
                lake,
                ObservationTable.counting(WithdrawalTable.without(
                        lake.read(ObservationTable.TABLE),
                        lake.read(WithdrawalTable.TABLE),
                        asOf.instant(),
                        asOf.zone()))));
    }

    /** The seconds of all workbooks, if they were shared out evenly between the cores. */
    public double seconds() {
        List<Scope> scopes = report.books().scopes();
        Map<Scope.Kind, List<Integer>> byKind = IntStream.range(0, scopes.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        number -> scopes.get(number).kind(),
                        () -> new EnumMap<>(Scope.Kind.class),
                        Collectors.toList()));
        List<Integer> some = new ArrayList<>();
        byKind.values().forEach(numbers -> some.addAll(some(numbers)));
        Map<Integer, Long> nanos = report
                .routed(facts)
                .filter(col(Routes.BOOK).isInCollection(some))
                .repartitionById(scopes.size(), col(Routes.BOOK))
                .mapPartitions(
                        new Timed(report.books(), facts.schemas(), report.shared(facts), some),
                        Encoders.row(StructType.fromDDL("book int, nanos long")))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getInt(0), row -> row.getLong(1)));
        double all = 0;
        for (List<Integer> numbers : byKind.values()) {
            List<Integer> written = some(numbers);
            all += written.stream().mapToLong(nanos::get).sum() / 1e9 * numbers.size() / written.size();
        }
        return all / spark.sparkContext().defaultParallelism();
    }

    /** All, or so many with the same distance between them. */
    private static List<Integer> some(List<Integer> numbers) {
        int step = (numbers.size() + MOST_OF_A_KIND - 1) / MOST_OF_A_KIND;
        return IntStream.range(0, numbers.size())
                .filter(i -> i % step == 0)
                .mapToObj(numbers::get)
                .toList();
    }

    /** What a task does: writes the workbooks of a subject, and tells how long the writing took. */
    private record Timed(Books books, EnumMap<Facts.Kind, StructType> schemas, SharedRows shared, List<Integer> wanted)
            implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) throws IOException {
            int number = TaskContext.getPartitionId();
            if (!wanted.contains(number)) {
                return List.<Row>of().iterator();
            }
            Scope scope = books.scopes().get(number);
            Map<Edition, Book> said =
                    books.of(scope, Facts.of(rows, schemas).and(shared.of(scope)));
            long start = System.nanoTime();
            for (Book book : said.values()) {
                BookWriter.write(book);
            }
            return List.of(RowFactory.create(number, System.nanoTime() - start)).iterator();
        }
    }
}
