package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.Lake;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.stage.Change;

/** What still holds after a run, and what a killed run has left. */
class LedgerTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final String TABLE = ",,,,单位:人\n县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\n";

    @TempDir
    static Path work;

    private static Configuration conf;

    @BeforeAll
    static void runOnce() throws IOException {
        Path landing = Files.createDirectories(work.resolve("landing"));
        Files.writeString(landing.resolve("a.csv"), TABLE + "农安县,2025年,1200,900,75\n");
        conf = Configuration.read(
                TestConf.small(work),
                Map.of(
                        "landing", landing.toString(),
                        "lake", work.resolve("lake").toString(),
                        "workbooks", work.resolve("workbooks").toString()));
        Runs.run(conf, "ingest");
    }

    private static Ledger open(String fingerprint, Instant now) throws IOException {
        return Ledger.open(
                conf.settings(), fingerprint, now, SPARK.sparkContext().hadoopConfiguration());
    }

    private static Optional<Change> reason(Ledger ledger, String word) throws IOException {
        return ledger.reason(ledger.stages(word).get(0));
    }

    @Test
    void aClockThatGoesBackDoesNotMakeARunForget() throws IOException {
        Ledger before = open(conf.fingerprint(), Instant.now().minus(30, ChronoUnit.DAYS));
        assertThat(before.asOf().instant()).isAfter(Instant.now().minus(1, ChronoUnit.HOURS));
        assertThat(before.nothingNew(before.stages("ingest"))).isTrue();
    }

    @Test
    void whatAStageWasDoneForIsTold() throws IOException {
        assertThat(reason(open(conf.fingerprint(), Instant.now()), "ingest")).isEmpty();
        assertThat(reason(open("another", Instant.now()), "ingest")).contains(Change.CONFIGURATION);
        assertThat(reason(open(conf.fingerprint(), Instant.now()), "progress")).contains(Change.NEVER);
        assertThat(reason(open(conf.fingerprint(), Instant.parse("2099-01-01T00:00:00Z")), "ingest"))
                .contains(Change.TIME);
        FileTime then = Files.getLastModifiedTime(work.resolve("landing/a.csv"));
        Files.setLastModifiedTime(work.resolve("landing/a.csv"), FileTime.fromMillis(then.toMillis() + 1000));
        assertThat(reason(open(conf.fingerprint(), Instant.now()), "ingest")).contains(Change.FILES);
        Files.setLastModifiedTime(work.resolve("landing/a.csv"), then);
    }

    /** A run was killed after it wrote cells, and before their seal; the file has been taken away since. */
    @Test
    void cellsOfAFileThatIsGoneAreTakenAway(@TempDir Path folder) throws IOException {
        Path landing = Files.createDirectories(folder.resolve("landing"));
        Files.writeString(landing.resolve("a.csv"), TABLE + "农安县,2025年,1200,900,75\n");
        Path gone = Files.writeString(landing.resolve("b.csv"), TABLE + "榆树市,2025年,1000,不明,\n");
        Configuration here = Configuration.read(
                TestConf.small(folder),
                Map.of(
                        "landing",
                        landing.toString(),
                        "lake",
                        folder.resolve("lake").toString()));
        Runs.run(here, "ingest");
        io.delta.tables.DeltaTable.forPath(
                        SPARK, folder.resolve("lake/submission").toString())
                .delete("file = 'b.csv'");
        Files.delete(gone);
        Runs.run(here, "ingest");
        Lake lake = new Lake(SPARK, folder.resolve("lake").toString());
        assertThat(lake.unsealed(ObservationTable.TABLE)).isEmpty();
        assertThat(lake.unsealed(RejectTable.TABLE)).isEmpty();
        assertThat(lake.read(SubmissionTable.TABLE).count()).isEqualTo(1);
        assertThat(lake.read(ObservationTable.TABLE).count()).isEqualTo(3); // the three cells of 农安县
    }

    @Test
    void aLocaleInWhichChineseNamesAreNotSeenIsRefused() {
        Session.checkLocale("UTF-8");
        assertThatThrownBy(() -> Session.checkLocale("ANSI_X3.4-1968"))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }
}
