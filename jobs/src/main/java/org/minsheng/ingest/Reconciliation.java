package org.minsheng.ingest;

import org.apache.spark.sql.Row;
import org.minsheng.lake.SubmissionTable;

/** Holds what came of a file against what was seen in it: no cell may be lost, and none counted twice. */
final class Reconciliation {
    private Reconciliation() {}

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
