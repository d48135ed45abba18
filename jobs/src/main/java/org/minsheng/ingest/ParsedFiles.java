package org.minsheng.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.minsheng.lake.RejectTable;

/** What came of the files that were parsed, as rows of each table. */
final class ParsedFiles {
    private final Dataset<Row> parsed;
    private final Dataset<Row> passedOn;
    private final Reconciliation reconciliation;

    private ParsedFiles(Dataset<Row> parsed, Reconciliation reconciliation) {
        this.parsed = parsed;
        // Rows are only passed on: a task each for a thousand small files would take longer than their cells.
        this.passedOn = parsed.coalesce(Tasks.few(parsed.sparkSession()));
        this.reconciliation = reconciliation;
    }

    /**
     * Parses the files, and holds what came of each against what was seen in it.
     *
     * @param parsed rows of {@link ParsedRow#SCHEMA}
     * @throws IllegalStateException if the cells of a file are not all accounted for
     */
    static ParsedFiles of(Dataset<Row> parsed) {
        // Each file is parsed once for the tables that its cells go to. It may be of any size, so it is kept on the
        // disk.
        Dataset<Row> kept = parsed.persist(StorageLevel.DISK_ONLY());
        return new ParsedFiles(kept, Reconciliation.of(kept));
    }

    Dataset<Row> submissions() {
        return ParsedRow.SUBMISSION.of(passedOn);
    }

    Dataset<Row> withdrawals() {
        return ParsedRow.WITHDRAWAL.of(passedOn);
    }

    Dataset<Row> observations() {
        Dataset<Row> given = ParsedRow.OBSERVATION.of(sound());
        return reconciliation.conflicts() ? Conflicts.without(given, conflicts()) : given;
    }

    Dataset<Row> rejects() {
        Dataset<Row> rejects = ParsedRow.REJECT.of(sound());
        return reconciliation.conflicts()
                ? rejects.union(Conflicts.rejects(ParsedRow.OBSERVATION.of(sound()), conflicts()))
                : rejects;
    }

    private Dataset<Row> conflicts() {
        return ParsedRow.CONFLICT.of(sound());
    }

    /** All but what came of a file before its reading broke off; that it did is told by a reject of the file as a whole. */
    private Dataset<Row> sound() {
        Column isOfBroken = coalesce(ParsedRow.submission(), lit(""))
                .isin(reconciliation.broken().toArray());
        Column isOfWholeFile = ParsedRow.REJECT
                .field(RejectTable.CELL)
                .equalTo("")
                .and(ParsedRow.REJECT.field(RejectTable.SHEET).equalTo(""));
        return passedOn.filter(not(isOfBroken).or(isOfWholeFile));
    }

    /** What came of them. */
    Came came() {
        return reconciliation.came();
    }

    /** What is kept until the tables are written. */
    Stream<Dataset<Row>> kept() {
        return Stream.of(parsed);
    }
}
