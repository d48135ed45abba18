package org.minsheng.ingest;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.minsheng.ingest.ParsedFile.Observed;
import org.minsheng.ingest.ParsedFile.Rejected;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;

/** The stage that reads the files not read yet, one task a file, on the executors. */
public final class Ingest {
    private static final String SUBMISSION = "submission";
    private static final String OBSERVATION = "observation";
    private static final String REJECT = "reject";
    private static final StructType PARSED = new StructType(new StructField[] {
        new StructField(SUBMISSION, SubmissionTable.TABLE.schema(), true, org.apache.spark.sql.types.Metadata.empty()),
        new StructField(
                OBSERVATION, ObservationTable.TABLE.schema(), true, org.apache.spark.sql.types.Metadata.empty()),
        new StructField(REJECT, RejectTable.TABLE.schema(), true, org.apache.spark.sql.types.Metadata.empty()),
    });

    private final SparkSession spark;
    private final IngestRules rules;
    private final Broadcast<SerializableConfiguration> hadoop;

    /** The stage with its rules. */
    public Ingest(SparkSession spark, IngestRules rules) {
        this.spark = spark;
        this.rules = rules;
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        this.hadoop =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new SerializableConfiguration(conf));
    }

    /** In the place of the rules' fingerprint: the file could not be opened, so that every run tries again. */
    private static final String NOT_OPENED = "not opened";

    /**
     * A file to be read, known by its content.
     *
     * @param id SHA-256 of the content; of the place where the file could not be opened
     * @param failure why it could not be opened, null where it could
     */
    record Submission(Landing.Arrival arrival, String id, String failure) implements Serializable {}

    /**
     * What the new files hold.
     *
     * @param found files in the landing folder
     * @param submissionIds the submissions read now; none where nothing is new
     * @param replacedIds those whose rows these rows stand in the place of
     * @param submissions rows for the table submission
     * @param observations rows for the table observation
     * @param rejects rows for the table reject
     * @param parsed what the three are parts of
     */
    public record Result(
            int found,
            List<String> submissionIds,
            List<String> replacedIds,
            Dataset<Row> submissions,
            Dataset<Row> observations,
            Dataset<Row> rejects,
            Dataset<Row> parsed) {
        /** Frees what was kept for the three tables. */
        public void release() {
            parsed.unpersist();
        }
    }

    /**
     * Reads each file that the table of submissions does not know as read by the rules of now.
     *
     * @param landing the landing folder
     * @param known the table of submissions
     * @throws IOException if the folder cannot be listed
     */
    public Result run(String landing, Dataset<Row> known) throws IOException {
        List<Landing.Arrival> arrivals =
                Landing.list(landing, spark.sparkContext().hadoopConfiguration());
        List<Row> knownRows = known.select(
                        SubmissionTable.SUBMISSION_ID,
                        SubmissionTable.FILE,
                        SubmissionTable.FILE_SIZE,
                        SubmissionTable.MODIFIED_AT,
                        SubmissionTable.RULES)
                .collectAsList();
        Set<String> seen = new HashSet<>();
        Set<String> readIds = new HashSet<>();
        for (Row row : knownRows) {
            if (row.getString(4).equals(rules.fingerprint())) {
                readIds.add(row.getString(0));
                seen.add(key(
                        row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant()));
            }
        }
        List<Landing.Arrival> unseen = arrivals.stream()
                .filter(a -> !seen.contains(key(a.file(), a.size(), a.modifiedAt())))
                .toList();
        List<Submission> fresh = identify(unseen).stream()
                .filter(submission -> !readIds.contains(submission.id()))
                .toList();
        // Each file is parsed once for the three tables that its cells go to.
        Dataset<Row> parsed = parse(fresh).cache();
        return new Result(
                arrivals.size(),
                fresh.stream().map(Submission::id).toList(),
                Stream.concat(
                                fresh.stream().map(Submission::id),
                                unseen.stream().map(Ingest::idOfPlace))
                        .distinct()
                        .toList(),
                part(parsed, SUBMISSION),
                part(parsed, OBSERVATION),
                part(parsed, REJECT),
                parsed);
    }

    private static String key(String file, long size, Instant modifiedAt) {
        return file + "|" + size + "|" + modifiedAt.toEpochMilli();
    }

    /** One submission for each content: of files that are the same, the one received first. */
    private List<Submission> identify(List<Landing.Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        spark.sparkContext().setJobDescription("fingerprint " + arrivals.size() + " files");
        Broadcast<SerializableConfiguration> conf = hadoop;
        List<Submission> all = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(arrivals, arrivals.size())
                .map(arrival -> identify(arrival, conf))
                .collect();
        Map<String, Submission> byId = new HashMap<>();
        all.stream()
                .sorted(Comparator.comparing((Submission s) -> s.arrival().receivedAt())
                        .thenComparing(s -> s.arrival().file()))
                .forEach(submission -> byId.putIfAbsent(submission.id(), submission));
        return byId.values().stream()
                .sorted(Comparator.comparing(s -> s.arrival().file()))
                .toList();
    }

    private static Submission identify(Landing.Arrival arrival, Broadcast<SerializableConfiguration> conf) {
        try {
            return new Submission(arrival, DigestUtils.sha256Hex(bytes(arrival, conf)), null);
        } catch (IOException e) {
            return new Submission(arrival, idOfPlace(arrival), String.valueOf(e.getMessage()));
        }
    }

    private static String idOfPlace(Landing.Arrival arrival) {
        return DigestUtils.sha256Hex(NOT_OPENED + " " + arrival.file());
    }

    private Dataset<Row> parse(List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return spark.createDataFrame(List.of(), PARSED);
        }
        spark.sparkContext().setJobDescription("parse " + submissions.size() + " files");
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(submissions, submissions.size())
                        .flatMap(new Parse(rules, hadoop)),
                PARSED);
    }

    private static Dataset<Row> part(Dataset<Row> parsed, String name) {
        return parsed.filter(col(name).isNotNull()).select(name + ".*");
    }

    private static byte[] bytes(Landing.Arrival arrival, Broadcast<SerializableConfiguration> conf) throws IOException {
        Path path = new Path(arrival.uri());
        try (InputStream in = path.getFileSystem(conf.value().value()).open(path)) {
            return in.readAllBytes();
        }
    }

    /** Reads one file on an executor, into rows of the three tables. */
    private static final class Parse implements FlatMapFunction<Submission, Row> {
        private final FileParser parser;
        private final String fingerprint;
        private final Broadcast<SerializableConfiguration> hadoop;

        Parse(IngestRules rules, Broadcast<SerializableConfiguration> hadoop) {
            this.parser = rules.parser();
            this.fingerprint = rules.fingerprint();
            this.hadoop = hadoop;
        }

        private ParsedFile parse(Submission submission) {
            if (submission.failure() != null) {
                return ParsedFile.rejected(Reason.UNREADABLE_FILE, submission.failure());
            }
            try {
                return parser.parse(bytes(submission.arrival(), hadoop));
            } catch (IOException e) {
                // It could be opened a moment ago: the run fails, and the next one finds out what the file is.
                throw new UncheckedIOException(
                        "cannot read " + submission.arrival().file(), e);
            }
        }

        @Override
        public Iterator<Row> call(Submission submission) {
            Landing.Arrival arrival = submission.arrival();
            Timestamp received = Timestamp.from(arrival.receivedAt());
            ParsedFile file = parse(submission);
            List<Row> rows = new ArrayList<>();
            rows.add(RowFactory.create(
                    RowFactory.create(
                            submission.id(),
                            arrival.file(),
                            arrival.size(),
                            Timestamp.from(arrival.modifiedAt()),
                            received,
                            arrival.notice(),
                            file.layout(),
                            submission.failure() == null ? fingerprint : NOT_OPENED,
                            file.cells(),
                            (long) file.observed().size(),
                            (long) file.rejected().size()),
                    null,
                    null));
            for (Observed o : file.observed()) {
                rows.add(RowFactory.create(
                        null,
                        RowFactory.create(
                                o.series(),
                                o.refArea(),
                                o.year(),
                                o.value() == null ? null : o.value().doubleValue(),
                                o.value() == null ? ObservationTable.STATUS_MISSING : ObservationTable.STATUS_NORMAL,
                                submission.id(),
                                received,
                                arrival.file(),
                                o.sheet(),
                                o.cell(),
                                o.raw(),
                                o.comment()),
                        null));
            }
            for (Rejected r : file.rejected()) {
                rows.add(RowFactory.create(
                        null,
                        null,
                        RowFactory.create(
                                submission.id(),
                                received,
                                arrival.file(),
                                r.sheet(),
                                r.cell(),
                                r.raw(),
                                r.cells(),
                                r.reason().code(),
                                r.detail())));
            }
            return rows.iterator();
        }
    }
}
