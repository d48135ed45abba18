package org.minsheng.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.minsheng.ingest.JudgedRows.Counts;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.parse.ParsedFile.Account;

/** The canonical files of a run, read in groups; those that cannot be read are told, and do not hold up the others. */
final class CanonicalFiles {
    private static final String CHANGED = "it changed or went while it was read; the next run reads it";

    private final SparkSession spark;
    private final String fingerprint;
    private final Fingerprints fingerprints;
    private final Canonical canonical;
    private final CanonicalCheck check;
    private final List<JudgedRows> judged = new ArrayList<>();
    private final List<Row> submissions = new ArrayList<>();
    private Came came = Came.NOTHING;
    private final List<Received> unread = new ArrayList<>();

    CanonicalFiles(SparkSession spark, IngestRules rules, Fingerprints fingerprints) {
        this.spark = spark;
        this.fingerprint = rules.fingerprint();
        this.fingerprints = fingerprints;
        this.canonical = new Canonical(spark);
        this.check = new CanonicalCheck(spark, rules);
    }

    /** Reads files that were found a moment ago; some of them may be gone. */
    void read(List<Received> files) {
        for (List<Received> group : groups(files)) {
            List<Received> rest = group;
            while (!rest.isEmpty()) {
                rest = remaining(rest);
            }
        }
    }

    /** Rows of the table submission. */
    Dataset<Row> submissions() {
        return spark.createDataFrame(submissions, SubmissionTable.TABLE.schema());
    }

    /** Rows of the table observation. */
    Dataset<Row> observations() {
        return judged.stream()
                .map(JudgedRows::observations)
                .reduce(spark.createDataFrame(List.of(), ObservationTable.TABLE.schema()), Dataset::union);
    }

    /** Rows of the table reject. */
    Dataset<Row> rejects() {
        return judged.stream()
                .map(JudgedRows::rejects)
                .reduce(spark.createDataFrame(List.of(), RejectTable.TABLE.schema()), Dataset::union);
    }

    /** What came of those that could be read. */
    Came came() {
        return came;
    }

    /** The files that could not be read, each with the reason. */
    List<Received> unread() {
        return unread;
    }

    /** What is kept until the tables are written. */
    Stream<Dataset<Row>> kept() {
        return judged.stream().map(JudgedRows::kept);
    }

    /** Texts of one encoding are read together; each Parquet file by itself, as its columns may be of other types. */
    private static List<List<Received>> groups(List<Received> files) {
        List<List<Received>> groups = new ArrayList<>();
        for (Received.Kind kind : Canonical.ENCODINGS.keySet()) {
            groups.add(files.stream().filter(r -> r.kind() == kind).toList());
        }
        files.stream().filter(CanonicalFiles::isParquet).forEach(r -> groups.add(List.of(r)));
        return groups;
    }

    private static boolean isParquet(Received received) {
        return received.kind() == Received.Kind.CANONICAL_PARQUET;
    }

    /** Reads files together; where some of them cannot be read, the others have to be read again, and are returned. */
    private List<Received> remaining(List<Received> group) {
        spark.sparkContext().setJobDescription("read " + group.size() + " canonical files");
        JudgedRows rows = null;
        List<Received> failed;
        try {
            rows = JudgedRows.of(check.checked(canonical.read(group)), canonical.submissions(group));
            Map<Integer, Counts> counts = rows.counts();
            failed = changed(group);
            if (failed.isEmpty()) {
                judged.add(rows);
                came = counts.values().stream().map(Counts::came).reduce(came, Came::and);
                for (int no = 0; no < group.size(); no++) {
                    submissions.add(submission(group.get(no), counts.getOrDefault(no, Counts.NONE)));
                }
                return List.of();
            }
        } catch (Exception e) {
            failed = e instanceof AnalysisException || e instanceof SparkException ? atFault(group) : List.of();
            if (failed.isEmpty()) {
                release(rows);
                throw e;
            }
        }
        release(rows);
        unread.addAll(failed);
        Set<String> named = failed.stream().map(r -> r.arrival().file()).collect(Collectors.toSet());
        return group.stream().filter(r -> !named.contains(r.arrival().file())).toList();
    }

    private static void release(JudgedRows rows) {
        if (rows != null) {
            rows.kept().unpersist();
        }
    }

    private Row submission(Received received, Counts counted) {
        return TableRows.submission(
                received,
                fingerprint,
                new Account(
                        isParquet(received) ? "parquet" : "csv",
                        SubmissionTable.LAYOUT_CANONICAL,
                        counted.observed() + counted.rejectedRows() + counted.ignored(),
                        0,
                        counted.ignored(),
                        counted.observed(),
                        counted.rejected(),
                        counted.rejectedRows(),
                        false));
    }

    /** Of files that could not be read those whose own fault it was; none where it was no file's. */
    private List<Received> atFault(List<Received> group) {
        return group.stream()
                .filter(r -> isParquet(r) || fingerprints.hasChanged(r))
                .map(r -> LandedFiles.unopened(
                        r.arrival(), isParquet(r) ? "no Parquet file with the columns " + Canonical.HEADER : CHANGED))
                .toList();
    }

    /** Those that are no longer what was found, though Spark could read them: what was read is not what was received. */
    private List<Received> changed(List<Received> group) {
        Map<String, String> now = fingerprints
                .of(group.stream().map(Received::arrival).toList())
                .stream()
                .collect(Collectors.toMap(r -> r.arrival().file(), Received::content));
        return group.stream()
                .filter(r -> !r.content().equals(now.get(r.arrival().file())))
                .map(r -> LandedFiles.unopened(r.arrival(), CHANGED))
                .toList();
    }
}
