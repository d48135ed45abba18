package org.minsheng.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.collections4.iterators.LazyIteratorChain;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.parse.ParsedFile.Account;

/** The stage that reads the files not read yet, on the executors. */
public final class Ingest {
    private static final int TASKS_A_CORE = 4;
    private static final long LARGEST_SHARED = 4_000_000;
    private static final String CHANGED = "it changed or went while it was read; the next run reads it";

    private final SparkSession spark;
    private final IngestRules rules;
    private final LandedFiles files;
    private final Canonical canonical;

    /** The stage with its rules. */
    public Ingest(SparkSession spark, IngestRules rules) {
        this.spark = spark;
        this.rules = rules;
        this.canonical = new Canonical(spark, rules.catalogue(), rules.regions(), rules.zone());
        this.files = new LandedFiles(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration())));
    }

    /**
     * What the new files hold.
     *
     * @param found files in the landing folder
     * @param submissionIds the submissions read now; none where nothing is new
     * @param replacedIds those whose rows these rows stand in the place of
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
            List<String> moved,
            Dataset<Row> submissions,
            Dataset<Row> observations,
            Dataset<Row> rejects,
            Dataset<Row> withdrawals,
            List<Dataset<Row>> kept) {
        private Result withMoved(List<String> files) {
            return new Result(
                    found, submissionIds, replacedIds, files, submissions, observations, rejects, withdrawals, kept);
        }

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
        Receipts receipts = new Receipts(
                known.select(
                                SubmissionTable.SUBMISSION_ID,
                                SubmissionTable.FILE,
                                SubmissionTable.FILE_SIZE,
                                SubmissionTable.MODIFIED_AT,
                                SubmissionTable.RECEIVED_AT,
                                SubmissionTable.RULES)
                        .collectAsList(),
                rules.fingerprint());
        List<Landing.Arrival> unseen =
                arrivals.stream().filter(arrival -> !receipts.isSeen(arrival)).toList();
        List<Received> fresh = identify(unseen).stream()
                .flatMap(found -> receipts.toRead(found).stream())
                .toList();
        List<String> ids = fresh.stream().map(Received::id).toList();
        List<String> unopened = receipts.unopened(arrivals);
        List<String> replaced = Stream.of(ids.stream(), unseen.stream().map(LandedFiles::idOfPlace), unopened.stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
        if (fresh.isEmpty()) {
            return nothing(arrivals.size(), unopened);
        }
        Set<String> present = arrivals.stream().map(Landing.Arrival::file).collect(Collectors.toSet());
        return read(arrivals.size(), fresh, ids, replaced, receipts.names())
                .withMoved(fresh.stream()
                        .filter(received ->
                                receipts.movedFrom(received, present).isPresent())
                        .map(received -> received.arrival().file())
                        .toList());
    }

    private Result nothing(int found, List<String> replaced) {
        return new Result(
                found,
                List.of(),
                replaced,
                List.of(),
                spark.createDataFrame(List.of(), SubmissionTable.TABLE.schema()),
                spark.createDataFrame(List.of(), ObservationTable.TABLE.schema()),
                spark.createDataFrame(List.of(), RejectTable.TABLE.schema()),
                spark.createDataFrame(List.of(), WithdrawalTable.TABLE.schema()),
                List.of());
    }

    /** What the files hold, by path. */
    private List<Received> identify(List<Landing.Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        spark.sparkContext().setJobDescription("fingerprint " + arrivals.size() + " files");
        LandedFiles reader = files;
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(arrivals, Math.min(arrivals.size(), few()))
                .map(reader::identify)
                .collect();
    }

    /** What files hold that were found a moment ago; some of them may be gone. */
    Result read(int found, List<Received> fresh, List<String> ids, List<String> replaced, Set<String> everReceived) {
        List<Dataset<Row>> kept = new ArrayList<>();
        List<Received> broken = new ArrayList<>();
        List<Row> submissions = new ArrayList<>();
        Dataset<Row> observations = spark.createDataFrame(List.of(), ObservationTable.TABLE.schema());
        Dataset<Row> rejects = spark.createDataFrame(List.of(), RejectTable.TABLE.schema());
        for (List<Received> group : canonicalGroups(fresh)) {
            Dataset<Row> judged = judged(group, submissions, broken);
            if (judged != null) {
                kept.add(judged);
                observations = observations.union(Canonical.observations(judged));
                rejects = rejects.union(Canonical.rejects(judged));
            }
        }
        List<Received> tables = Stream.concat(fresh.stream().filter(received -> !received.canonical()), broken.stream())
                .toList();
        // Each file is parsed once for the tables that its cells go to. It may be of any size, so it is kept on the
        // disk.
        Dataset<Row> parsed = parse(tables, everReceived).persist(StorageLevel.DISK_ONLY());
        kept.add(parsed);
        Reconciled reconciled = reconcile(parsed);
        Set<String> unread = reconciled.broken();
        // From here on rows are only passed on: a task each for a thousand small files would take longer than their
        // cells.
        parsed = parsed.coalesce(few());
        Dataset<Row> sound = parsed.filter(not(coalesce(
                                id(ReadFile.OBSERVATION), id(ReadFile.REJECT), id(ReadFile.CONFLICT), lit(""))
                        .isin(unread.toArray()))
                .or(col(ReadFile.REJECT + "." + RejectTable.CELL)
                        .equalTo("")
                        .and(col(ReadFile.REJECT + "." + RejectTable.SHEET).equalTo(""))));
        Dataset<Row> given = part(sound, ReadFile.OBSERVATION);
        Dataset<Row> refused = part(sound, ReadFile.REJECT);
        if (reconciled.conflicts()) {
            Dataset<Row> conflicts = part(sound, ReadFile.CONFLICT);
            refused = refused.union(Conflicts.rejects(given, conflicts));
            given = Conflicts.without(given, conflicts);
        }
        return new Result(
                found,
                ids,
                replaced,
                List.of(),
                part(parsed, ReadFile.SUBMISSION)
                        .union(spark.createDataFrame(submissions, SubmissionTable.TABLE.schema())),
                given.union(observations),
                refused.union(rejects),
                part(parsed, ReadFile.WITHDRAWAL),
                kept);
    }

    /** Tasks enough to keep every core at work. */
    private int few() {
        return TASKS_A_CORE * spark.sparkContext().defaultParallelism();
    }

    /** Texts of one encoding are read together; each Parquet file by itself, as its columns may be of other types. */
    private static List<List<Received>> canonicalGroups(List<Received> fresh) {
        List<List<Received>> groups = new ArrayList<>();
        for (Received.Kind kind : Canonical.ENCODINGS.keySet()) {
            List<Received> texts = fresh.stream().filter(r -> r.kind() == kind).toList();
            if (!texts.isEmpty()) {
                groups.add(texts);
            }
        }
        fresh.stream().filter(r -> r.kind() == Received.Kind.CANONICAL_PARQUET).forEach(r -> groups.add(List.of(r)));
        return groups;
    }

    /**
     * The judged rows of canonical files, whose accounts go to the submissions; null where none of them can be read. Those
     * that cannot go to the broken ones.
     */
    private Dataset<Row> judged(List<Received> group, List<Row> submissions, List<Received> broken) {
        spark.sparkContext().setJobDescription("read " + group.size() + " canonical files");
        boolean parquet = group.get(0).kind() == Received.Kind.CANONICAL_PARQUET;
        Dataset<Row> judged = null;
        try {
            // Read once for all tables. It may be of any size, so it is kept on the disk.
            judged =
                    canonical.judged(canonical.read(group, group.get(0).kind())).persist(StorageLevel.DISK_ONLY());
            Map<String, Row> accounts = new HashMap<>();
            Canonical.accounts(judged).collectAsList().forEach(row -> accounts.put(row.getString(0), row));
            List<Received> changed = changed(group);
            if (!changed.isEmpty()) {
                judged.unpersist();
                return without(changed, group, submissions, broken);
            }
            for (Received received : group) {
                Row row = accounts.getOrDefault(received.id(), RowFactory.create(received.id(), 0L, 0L, 0L, 0L));
                submissions.add(ReadFile.submissionRow(
                        received,
                        rules.fingerprint(),
                        new Account(
                                parquet ? "parquet" : "csv",
                                SubmissionTable.LAYOUT_CANONICAL,
                                row.getLong(1) + row.getLong(3) + row.getLong(4),
                                0,
                                row.getLong(4),
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                false)));
            }
            return judged;
        } catch (Exception e) {
            if (judged != null) {
                judged.unpersist();
            }
            List<Received> unread =
                    e instanceof AnalysisException || e instanceof SparkException ? unread(group, parquet) : List.of();
            if (unread.isEmpty()) {
                throw e;
            }
            return without(unread, group, submissions, broken);
        }
    }

    /** The judged rows of the others, where some could not be read. */
    private Dataset<Row> without(
            List<Received> unread, List<Received> group, List<Row> submissions, List<Received> broken) {
        broken.addAll(unread);
        Set<String> named = unread.stream().map(r -> r.arrival().file()).collect(Collectors.toSet());
        List<Received> rest =
                group.stream().filter(r -> !named.contains(r.arrival().file())).toList();
        return rest.isEmpty() ? null : judged(rest, submissions, broken);
    }

    /** Of canonical files that could not be read those whose own fault it was; none where it was no file's. */
    private List<Received> unread(List<Received> group, boolean parquet) {
        return group.stream()
                .filter(r -> parquet || hasChanged(r))
                .map(r -> LandedFiles.unopened(
                        r.arrival(), parquet ? "no Parquet file with the columns " + Canonical.HEADER : CHANGED))
                .toList();
    }

    private boolean hasChanged(Received received) {
        return !files.identify(received.arrival()).content().equals(received.content());
    }

    /** Those that are no longer what was found, though Spark could read them: what was read is not what was received. */
    private List<Received> changed(List<Received> group) {
        Map<String, String> now = identify(group.stream().map(Received::arrival).toList()).stream()
                .collect(Collectors.toMap(r -> r.arrival().file(), Received::content));
        return group.stream()
                .filter(r -> !r.content().equals(now.get(r.arrival().file())))
                .map(r -> LandedFiles.unopened(r.arrival(), CHANGED))
                .toList();
    }

    private Dataset<Row> parse(List<Received> received, Set<String> everReceived) {
        if (received.isEmpty()) {
            return spark.createDataFrame(List.of(), ReadFile.SCHEMA);
        }
        spark.sparkContext().setJobDescription("parse " + received.size() + " files");
        boolean withdrawals = received.stream().anyMatch(r -> r.kind() == Received.Kind.WITHDRAWAL);
        List<ArrayList<Received>> tasks = tasks(received);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        // Sent to each executor once: the rules take longer to send than a small file takes to read.
        Broadcast<ReadFile> read = context.broadcast(new ReadFile(rules, files, withdrawals ? everReceived : Set.of()));
        return spark.createDataFrame(
                context.parallelize(tasks, tasks.size()).flatMap(files -> oneByOne(files, read.value())),
                ReadFile.SCHEMA);
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

    /**
     * A task a file; but small files share one, as long as there is a task for each core, since a task takes longer to
     * begin than they take to read.
     */
    private List<ArrayList<Received>> tasks(List<Received> received) {
        long total = received.stream().mapToLong(r -> r.arrival().size()).sum();
        long most = Math.min(LARGEST_SHARED, total / few());
        List<ArrayList<Received>> tasks = new ArrayList<>();
        long size = 0;
        for (Received file : received) {
            if (tasks.isEmpty() || size + file.arrival().size() > most) {
                tasks.add(new ArrayList<>());
                size = 0;
            }
            tasks.get(tasks.size() - 1).add(file);
            size += file.arrival().size();
        }
        return tasks;
    }

    /**
     * What was found while files were held against what was seen in them.
     *
     * @param broken the submissions whose reading broke off
     * @param conflicts whether any file gives two values for one thing
     */
    private record Reconciled(Set<String> broken, boolean conflicts) {}

    /**
     * Holds what came of each file against what was seen in it.
     *
     * @return what was found on the way
     * @throws IllegalStateException if the cells of a file are not all accounted for
     */
    private Reconciled reconcile(Dataset<Row> parsed) {
        Map<String, Row> counts = new HashMap<>();
        // What a conflict takes away from the observations is a reject of one cell.
        parsed.groupBy(coalesce(id(ReadFile.OBSERVATION), id(ReadFile.REJECT), id(ReadFile.CONFLICT)))
                .agg(
                        count(col(ReadFile.OBSERVATION)).minus(count(col(ReadFile.CONFLICT))),
                        coalesce(sum(col(ReadFile.REJECT + "." + RejectTable.CELLS)), lit(0L))
                                .plus(count(col(ReadFile.CONFLICT))),
                        count(col(ReadFile.CONFLICT)))
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row));
        boolean conflicts = counts.values().stream().anyMatch(row -> row.getLong(3) > 0);
        Set<String> broken = new HashSet<>();
        List<Row> accounts = parsed.coalesce(few())
                .filter(col(ReadFile.SUBMISSION).isNotNull())
                .select(ReadFile.SUBMISSION, ReadFile.BROKEN)
                .collectAsList();
        for (Row row : accounts) {
            Row account = row.getStruct(0);
            String submission = account.getAs(SubmissionTable.SUBMISSION_ID);
            Row counted = counts.getOrDefault(submission, RowFactory.create(submission, 0L, 0L));
            if (row.getBoolean(1)) {
                broken.add(submission);
            } else {
                Reconciliation.check(account, counted.getLong(1), counted.getLong(2));
            }
        }
        return new Reconciled(broken, conflicts);
    }

    private static org.apache.spark.sql.Column id(String part) {
        return col(part + "." + SubmissionTable.SUBMISSION_ID);
    }

    private static Dataset<Row> part(Dataset<Row> parsed, String name) {
        return parsed.filter(col(name).isNotNull()).select(name + ".*");
    }
}
