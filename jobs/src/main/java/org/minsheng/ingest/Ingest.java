package org.minsheng.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.iterators.LazyIteratorChain;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;

/** The stage that reads the files not read yet, on the executors. */
public final class Ingest {
    private final SparkSession spark;
    private final IngestRules rules;
    private final LandedFiles files;
    private final Fingerprints fingerprints;

    /** The stage with its rules. */
    public Ingest(SparkSession spark, IngestRules rules) {
        this.spark = spark;
        this.rules = rules;
        this.files = new LandedFiles(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration())));
        this.fingerprints = new Fingerprints(spark, files);
    }

    /**
     * What the new files hold.
     *
     * @param found files in the landing folder
     * @param submissionIds the submissions read now; none where nothing is new
     * @param replacedIds those whose rows these rows stand in the place of; none where the lake has rows of none of them
     * @param readAgain whether rows of the cells of any of those may go
     * @param came what came of the files
     * @param unopened submissions that cannot be opened, these and those in the lake
     * @param moved files that seem to have been moved since they were received, which makes them receipts of another day
     * @param submissions rows for the table submission
     * @param observations rows for the table observation
     * @param rejects rows for the table reject
     * @param withdrawals rows for the table withdrawal
     * @param kept what these are parts of
     */
    public record Result(
            int found,
            List<String> submissionIds,
            List<String> replacedIds,
            boolean readAgain,
            Came came,
            long unopened,
            List<String> moved,
            Dataset<Row> submissions,
            Dataset<Row> observations,
            Dataset<Row> rejects,
            Dataset<Row> withdrawals,
            List<Dataset<Row>> kept) {
        /** Frees what was kept for the tables. */
        public void release() {
            kept.forEach(Dataset::unpersist);
        }
    }

    /**
     * Reads each file that the table of submissions does not know as read by the rules of now.
     *
     * @param landing the landing folder
     * @param known the table of submissions
     * @throws IllegalStateException if the cells of a file are not all accounted for
     */
    public Result run(Landing landing, Dataset<Row> known) {
        List<Landing.Arrival> arrivals = landing.arrivals();
        Receipts receipts = receipts(known);
        List<Landing.Arrival> unseen =
                arrivals.stream().filter(arrival -> !receipts.isSeen(arrival)).toList();
        List<Received> fresh = fingerprints.of(unseen).stream()
                .flatMap(found -> receipts.toRead(found).stream())
                .toList();
        Set<String> replaced = Stream.of(
                        fresh.stream().map(Received::id),
                        unseen.stream().map(LandedFiles::idOfPlace),
                        receipts.unopened(arrivals).stream())
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean readAgain = fresh.stream().map(Received::id).anyMatch(receipts::hasOpened);
        long unopened = receipts.unopenedBut(replaced);
        if (replaced.stream().noneMatch(receipts::has)) {
            replaced.clear();
        }
        return fresh.isEmpty()
                ? nothing(arrivals.size(), replaced, unopened)
                : read(
                        new Unread(
                                arrivals.size(),
                                fresh,
                                replaced,
                                readAgain,
                                unopened,
                                moved(fresh, arrivals, receipts)),
                        receipts.names());
    }

    private Receipts receipts(Dataset<Row> known) {
        return new Receipts(
                known.select(
                                SubmissionTable.SUBMISSION_ID,
                                SubmissionTable.FILE,
                                SubmissionTable.FILE_SIZE,
                                SubmissionTable.MODIFIED_AT,
                                SubmissionTable.RECEIVED_AT,
                                SubmissionTable.RULES)
                        .collectAsList(),
                rules.fingerprint());
    }

    private static List<String> moved(List<Received> fresh, List<Landing.Arrival> arrivals, Receipts receipts) {
        Set<String> present = arrivals.stream().map(Landing.Arrival::file).collect(Collectors.toSet());
        return fresh.stream()
                .filter(received -> receipts.movedFrom(received, present).isPresent())
                .map(received -> received.arrival().file())
                .toList();
    }

    private Result nothing(int found, Set<String> replaced, long unopened) {
        return new Result(
                found,
                List.of(),
                List.copyOf(replaced),
                false,
                Came.NOTHING,
                unopened,
                List.of(),
                spark.createDataFrame(List.of(), SubmissionTable.TABLE.schema()),
                spark.createDataFrame(List.of(), ObservationTable.TABLE.schema()),
                spark.createDataFrame(List.of(), RejectTable.TABLE.schema()),
                spark.createDataFrame(List.of(), WithdrawalTable.TABLE.schema()),
                List.of());
    }

    /**
     * The files that are to be read.
     *
     * @param found as in {@link Result}, as are the others
     */
    record Unread(
            int found,
            List<Received> fresh,
            Set<String> replaced,
            boolean readAgain,
            long unopened,
            List<String> moved) {}

    /** What files hold that were found a moment ago; some of them may be gone. */
    Result read(Unread unread, Map<String, Set<String>> everReceived) {
        List<Received> fresh = unread.fresh();
        CanonicalFiles canonical = new CanonicalFiles(spark, rules, fingerprints);
        canonical.read(fresh.stream().filter(Received::canonical).toList());
        List<Received> tables = Stream.concat(
                        fresh.stream().filter(received -> !received.canonical()), canonical.unread().stream())
                .toList();
        ParsedFiles parsed = ParsedFiles.of(parse(tables, everReceived));
        Came came = parsed.came().and(canonical.came());
        return new Result(
                unread.found(),
                fresh.stream().map(Received::id).toList(),
                List.copyOf(unread.replaced()),
                unread.readAgain(),
                came,
                unread.unopened() + came.unopened(),
                unread.moved(),
                parsed.submissions().union(canonical.submissions()),
                parsed.observations().union(canonical.observations()),
                parsed.rejects().union(canonical.rejects()),
                parsed.withdrawals(),
                Stream.concat(canonical.kept(), parsed.kept()).toList());
    }

    private Dataset<Row> parse(List<Received> received, Map<String, Set<String>> everReceived) {
        if (received.isEmpty()) {
            return spark.createDataFrame(List.of(), ParsedRow.SCHEMA);
        }
        spark.sparkContext().setJobDescription("parse " + received.size() + " files");
        boolean withdrawals = received.stream().anyMatch(r -> r.kind() == Received.Kind.WITHDRAWAL);
        List<ArrayList<Received>> tasks = Tasks.of(received, spark);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        // Sent to each executor once: the rules take longer to send than a small file takes to read.
        Broadcast<ReadFile> read = context.broadcast(new ReadFile(rules, files, withdrawals ? everReceived : Map.of()));
        return spark.createDataFrame(
                context.parallelize(tasks, tasks.size()).flatMap(files -> oneByOne(files, read.value())),
                ParsedRow.SCHEMA);
    }

    /** Not a stream's flatMap, whose iterator holds all rows of a file. */
    private static Iterator<Row> oneByOne(List<Received> files, ReadFile read) {
        return new LazyIteratorChain<>() {
            @Override
            protected Iterator<Row> nextIterator(int count) {
                return count > files.size() ? null : read.call(files.get(count - 1));
            }
        };
    }
}
