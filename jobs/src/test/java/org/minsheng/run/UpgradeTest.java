package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Table;

/** A lake that an older program wrote: what follows from other tables is made anew with the columns of today. */
class UpgradeTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

    @Test
    void tablesThatFollowFromOthersAreMadeAnew(@TempDir Path work) throws IOException {
        Configuration conf = Runs.thalassia(work);
        Files.writeString(
                Files.createDirectories(work.resolve("landing/2026-02-12")).resolve("lost.csv"), """
                series,ref_area,time_period,obs_value,obs_status
                supplied,TH101,2025,1000,A
                lost,TH101,2025,150,A
                """);
        Runs.run(conf, AS_OF, "ingest", "quality", "progress");
        List<Row> before = rows(work, ProgressTable.TABLE);
        assertThat(before).isNotEmpty();

        older(work, ProgressTable.TABLE, "gap");
        older(work, ReportingTable.TABLE, "state");
        Runs.run(conf, AS_OF, "ingest", "quality", "progress");

        assertThat(rows(work, ProgressTable.TABLE)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(Runs.table(work, ReportingTable.TABLE.name()).columns())
                .containsExactly(ReportingTable.TABLE.schema().fieldNames());
    }

    private static List<Row> rows(Path work, Table table) {
        return Runs.table(work, table.name()).collectAsList();
    }

    /** As it was before a column came. */
    private static void older(Path work, Table table, String column) {
        Runs.table(work, table.name())
                .localCheckpoint()
                .drop(column)
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(work.resolve("lake").resolve(table.name()).toString());
    }
}
