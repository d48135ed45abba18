package org.minsheng.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.Manifest;
import org.minsheng.stage.Stage;

/** What must be true of a lake and its workbooks whenever no run is at work. */
final class Invariants {
    private final Lake lake;
    private final Ledger ledger;
    private final Manifest manifest;

    Invariants(Lake lake, Ledger ledger, Manifest manifest) {
        this.lake = lake;
        this.ledger = ledger;
        this.manifest = manifest;
    }

    /** Those that are broken, each with what to do. */
    List<String> broken() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Table table : Lake.TABLES) {
            tell(
                    broken,
                    lake.read(table)
                            .groupBy(table.key().stream().map(name -> col(name)).toArray(Column[]::new))
                            .count()
                            .filter(col("count").gt(1))
                            .count(),
                    "keys of the table " + table.name()
                            + " are there twice: it was written by somebody else. Restore an earlier version (RESTORE), or"
                            + " move the lake away and run again");
        }
        tell(
                broken,
                unreconciled().count(),
                "submissions whose cells are not all accounted for: another program has changed rows. Delete these"
                        + " submissions from the table submission, and the next run reads their files again");
        for (Table table : List.of(ObservationTable.TABLE, RejectTable.TABLE, WithdrawalTable.TABLE)) {
            tell(
                    broken,
                    lake.unsealed(table).size(),
                    "submissions that the table " + table.name()
                            + " has rows of, and the table submission does not know: a run was killed. The next nightly run"
                            + " puts it right");
        }
        for (Stage stage : ledger.stages()) {
            if (ledger.isWrittenOver(stage)) {
                broken.add("tables of the stage " + stage.word()
                        + " are not as the last finished run left them: a run was killed, or somebody else wrote to them."
                        + " The next nightly run puts it right");
            }
        }
        tell(
                broken,
                manifest.differing().size(),
                "workbooks are not those that the manifest names: somebody has changed them, or a run was killed. The"
                        + " next nightly run writes them again");
        return broken;
    }

    /** Submissions whose row does not add up, or does not agree with the rows of their cells. */
    private Dataset<Row> unreconciled() {
        Column none = lit(0L);
        String id = SubmissionTable.SUBMISSION_ID;
        Dataset<Row> observed =
                lake.read(ObservationTable.TABLE).groupBy(id).agg(count(lit(1)).as("observed"));
        Dataset<Row> rejected = lake.read(RejectTable.TABLE)
                .groupBy(id)
                .agg(count(lit(1)).as("rejected"), sum(RejectTable.CELLS).as("rejected_sum"));
        return lake.read(SubmissionTable.TABLE)
                .join(observed, new String[] {id}, "left_outer")
                .join(rejected, new String[] {id}, "left_outer")
                .filter(col(SubmissionTable.CELLS)
                        .notEqual(col(SubmissionTable.OBSERVATIONS)
                                .plus(col(SubmissionTable.REJECTED_CELLS))
                                .plus(col(SubmissionTable.LABEL_CELLS))
                                .plus(col(SubmissionTable.IGNORED_CELLS)))
                        .or(col(SubmissionTable.OBSERVATIONS).notEqual(coalesce(col("observed"), none)))
                        .or(col(SubmissionTable.REJECTS).notEqual(coalesce(col("rejected"), none)))
                        .or(col(SubmissionTable.REJECTED_CELLS).notEqual(coalesce(col("rejected_sum"), none))));
    }

    private static void tell(List<String> broken, long count, String what) {
        if (count > 0) {
            broken.add(count + " " + what);
        }
    }
}
