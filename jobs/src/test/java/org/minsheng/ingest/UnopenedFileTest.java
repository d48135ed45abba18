package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.run.Configuration;
import org.minsheng.run.RunResult;
import org.minsheng.run.Runs;
import org.minsheng.stage.Count;

/** A file or folder that cannot be opened is rejected with the reason, the others are read, and the next run tries again. */
class UnopenedFileTest {
    private static final SparkSession SPARK = TestSpark.session();

    /** The files of this machine, but those called "locked" cannot be opened while a lock lies beside them; folders neither. */
    public static final class Refusing extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("refusing:///");
        }

        @Override
        public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
            if (path.getName().startsWith("locked")
                    && exists(new org.apache.hadoop.fs.Path(path.getParent(), ".lock"))) {
                throw new AccessControlException("Permission denied: " + path.getName());
            }
            return super.listStatus(path);
        }

        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
            org.apache.hadoop.fs.Path lock = new org.apache.hadoop.fs.Path(path.getParent(), ".lock");
            if (path.getName().startsWith("locked") && exists(lock)) {
                throw new IOException("Permission denied: " + path.getName());
            }
            return super.open(path, buffer);
        }
    }

    @BeforeAll
    static void know() {
        SPARK.sparkContext().hadoopConfiguration().set("fs.refusing.impl", Refusing.class.getName());
    }

    private static RunResult ingest(Configuration conf) throws IOException {
        return Runs.run(conf, "ingest");
    }

    private static List<String> rejects(Path work) {
        return SPARK.read().format("delta").load(work.resolve("lake/reject").toString()).collectAsList().stream()
                .map(row -> row.getAs("file") + ": " + row.getAs("detail"))
                .toList();
    }

    /** Two files and a folder, over four nights. */
    @Test
    void whatCannotBeOpenedIsTriedAgainUntilItOpensOrIsGone(@TempDir Path work) throws IOException {
        Path landing = Files.createDirectories(work.resolve("落地 区"));
        Path locked = Files.createDirectory(landing.resolve("locked 水利局"));
        String table = ",,,,单位:人\n县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\n";
        Files.writeString(landing.resolve("good.csv"), table + "农安县,2025年,1200,900,75\n");
        Files.writeString(landing.resolve("locked.csv"), table + "榆树市,2025年,1000,900,90\n");
        Files.setLastModifiedTime(landing.resolve("locked.csv"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Files.writeString(locked.resolve("a.csv"), table + "德惠市,2025年,1000,900,90\n");
        Files.writeString(landing.resolve("locked and gone.csv"), table + "德惠市,2025年,1000,900,90\n");
        Files.writeString(landing.resolve(".lock"), "");
        Configuration conf = Configuration.read(
                TestConf.small(work),
                Map.of(
                        "landing",
                        "refusing://" + landing,
                        "lake",
                        work.resolve("lake").toString()));
        assertThat(ingest(conf).counts()).containsEntry(Count.FILES_READ, 4L);
        assertThat(rejects(work))
                .hasSize(3)
                .anyMatch(said -> said.startsWith("locked and gone.csv: ") && said.contains("Permission denied"))
                .anyMatch(said -> said.startsWith("locked.csv: ") && said.contains("Permission denied"))
                .contains("locked 水利局: the folder cannot be listed: Permission denied: locked 水利局");

        // A second night: the files are tried again, though nothing has changed; the folder was when it was looked
        // into.
        assertThat(ingest(conf).counts()).containsEntry(Count.FILES_READ, 2L);
        assertThat(rejects(work)).hasSize(3);

        Files.delete(landing.resolve(".lock"));
        Files.delete(landing.resolve(
                "locked and gone.csv")); // otherwise it would be told for ever, and no night would be quiet
        assertThat(ingest(conf).counts()).containsEntry(Count.FILES_READ, 2L);
        assertThat(rejects(work)).isEmpty();
        assertThat(SPARK.read()
                        .format("delta")
                        .load(work.resolve("lake/submission").toString())
                        .select(SubmissionTable.FILE)
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("good.csv", "locked.csv", "locked 水利局/a.csv");
        assertThat(ingest(conf).quiet()).isTrue();
    }

    @Test
    void aLandingFolderThatMayNotBeListedIsAMistakeInTheSettings(@TempDir Path work) throws IOException {
        Path locked = Files.createDirectory(work.resolve("locked"));
        Files.writeString(work.resolve(".lock"), "");
        assertThatThrownBy(() -> Landing.list(
                        "refusing://" + locked,
                        java.time.ZoneOffset.UTC,
                        SPARK.sparkContext().hadoopConfiguration()))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("the folder refusing://" + locked + " cannot be listed (Permission denied");
    }
}
