package org.minsheng.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.WithdrawalTable;

/** The stages of a run, in their order. */
public enum Stage {
    INGEST(
            ObservationTable.TABLE,
            RejectTable.TABLE,
            WithdrawalTable.TABLE,
            SubmissionTable.TABLE,
            FlagTable.TABLE,
            ReportingTable.TABLE),
    PROGRESS(ProgressTable.TABLE, ProjectionTable.TABLE),
    REPORT();

    private final List<Table> written;

    Stage(Table... written) {
        this.written = List.of(written);
    }

    /** The tables that it and the stages before it write. */
    List<Table> tables() {
        return Arrays.stream(values())
                .filter(stage -> stage.ordinal() <= ordinal())
                .flatMap(stage -> stage.written.stream())
                .toList();
    }

    /** The word used on the command line and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
