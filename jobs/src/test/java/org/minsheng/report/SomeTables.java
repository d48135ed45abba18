package org.minsheng.report;

import static org.minsheng.TestSpark.session;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;
import org.minsheng.lake.WithdrawalTable;

/** The tables that workbooks are made of, of which most are empty. */
final class SomeTables {
    private SomeTables() {}

    static Report.Tables of(Dataset<Row> progress, Dataset<Row> projection) {
        return new Report.Tables(
                progress,
                projection,
                none(EquityTable.TABLE),
                none(ConvergenceTable.TABLE),
                none(ContributionTable.TABLE),
                none(ScoreTable.TABLE),
                none(ObservationTable.TABLE),
                none(ObservationTable.TABLE),
                none(WithdrawalTable.TABLE),
                none(RejectTable.TABLE),
                none(FlagTable.TABLE),
                none(ReportingTable.TABLE),
                none(SubmissionTable.TABLE));
    }

    static Dataset<Row> none(Table table) {
        return session().createDataFrame(List.of(), table.schema());
    }
}
