package org.minsheng.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;

/**
 * Holds what came of files against what was seen in them: no cell may be lost, and none counted twice.
 *
 * @param broken the submissions whose reading broke off, which are not held against anything
 * @param conflicts whether any file gives two values for one thing
 * @param came what came of the files
 */
record Reconciliation(Set<String> broken, boolean conflicts, Came came) {
    /**
     * What there is of a submission.
     *
     * @param observations without those that a conflict takes away
     * @param rejectedCells with these
     */
    private record Counts(long observations, long rejectedCells, long conflicts, Came came) {
        static final Counts NONE = new Counts(0, 0, 0, Came.NOTHING);
    }

    /**
     * Checks all files.
     *
     * @param parsed rows of {@link ParsedRow#SCHEMA}
     * @throws IllegalStateException if the cells of a file are not all accounted for
     */
    static Reconciliation of(Dataset<Row> parsed) {
        Map<String, Counts> counts = counts(parsed);
        Set<String> broken = new HashSet<>();
        long unopened = 0;
        List<Row> accounts = parsed.coalesce(Tasks.few(parsed.sparkSession()))
                .filter(ParsedRow.SUBMISSION.isPresent())
                .select(ParsedRow.SUBMISSION.row(), col(ParsedRow.BROKEN))
                .collectAsList();
        for (Row row : accounts) {
            Row account = row.getStruct(0);
            String submission = account.getAs(SubmissionTable.SUBMISSION_ID);
            if (SubmissionTable.RULES_NOT_OPENED.equals(account.getAs(SubmissionTable.RULES))) {
                unopened++;
            }
            if (row.<Boolean>getAs(ParsedRow.BROKEN)) {
                broken.add(submission);
            } else {
                Counts counted = counts.getOrDefault(submission, Counts.NONE);
                check(account, counted.observations(), counted.rejectedCells());
            }
        }
        return new Reconciliation(
                broken,
                counts.values().stream().anyMatch(counted -> counted.conflicts() > 0),
                counts.values().stream()
                        .map(Counts::came)
                        .reduce(new Came(false, false, false, Set.of(), unopened), Came::and));
    }

    private static Map<String, Counts> counts(Dataset<Row> parsed) {
        Column conflicts = count(ParsedRow.CONFLICT.row());
        Map<String, Counts> counts = new HashMap<>();
        // What a conflict takes away from the observations is a reject of one cell.
        parsed.groupBy(ParsedRow.submission())
                .agg(
                        count(ParsedRow.OBSERVATION.row()).minus(conflicts),
                        coalesce(sum(ParsedRow.REJECT.field(RejectTable.CELLS)), lit(0L))
                                .plus(conflicts),
                        conflicts,
                        count(ParsedRow.OBSERVATION.row()).gt(0),
                        count(ParsedRow.REJECT.row()).plus(conflicts).gt(0),
                        count(ParsedRow.WITHDRAWAL.row()).gt(0),
                        collect_set(ParsedRow.OBSERVATION.field(ObservationTable.SERIES)))
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), counts(row)));
        return counts;
    }

    private static Counts counts(Row row) {
        return new Counts(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                new Came(row.getBoolean(4), row.getBoolean(5), row.getBoolean(6), Set.copyOf(row.getList(7)), 0));
    }

    /**
     * Checks one file.
     *
     * @param submission its row of the table submission
     * @param observations its observations
     * @param rejectedCells the cells that its rejects stand for
     * @throws IllegalStateException if the cells seen are not observations, rejects, labels and ignored cells together
     */
    static void check(Row submission, long observations, long rejectedCells) {
        long seen = submission.<Long>getAs(SubmissionTable.CELLS);
        long labels = submission.<Long>getAs(SubmissionTable.LABEL_CELLS);
        long ignored = submission.<Long>getAs(SubmissionTable.IGNORED_CELLS);
        if (seen != observations + rejectedCells + labels + ignored) {
            throw new IllegalStateException(String.format(
                    "%s does not add up: %d cells seen, but %d observations, %d rejected, %d labels and %d ignored."
                            + " Nothing was written. This is a mistake of the program: report it with the file",
                    submission.getAs(SubmissionTable.FILE), seen, observations, rejectedCells, labels, ignored));
        }
    }
}
