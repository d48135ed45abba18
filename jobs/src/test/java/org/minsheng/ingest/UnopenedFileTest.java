package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.run.Configuration;
import org.minsheng.run.RunResult;
import org.minsheng.run.Runs;
import org.minsheng.run.Stage;

/** A file that cannot be opened is rejected with the reason, the others are read, and the next run tries again. */
class UnopenedFileTest {
    private static final SparkSession SPARK = TestSpark.session();

    /** The files of this machine, but those called "locked" cannot be opened while a lock lies beside them. */
    public static final class Refusing extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("refusing:///");
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
        return Runs.run(conf, Stage.INGEST);
    }

    @Test
    void isTriedAgainUntilItOpens(@TempDir Path work) throws IOException {
        Path landing = Files.createDirectories(work.resolve("landing"));
        String table = "县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\n";
        String corner = ",,,,单位:人\n";
        Files.writeString(landing.resolve("good.csv"), corner + table + "农安县,2025年,1200,900,75\n");
        Files.writeString(landing.resolve("locked.csv"), corner + table + "榆树市,2025年,1000,900,90\n");
        Files.setLastModifiedTime(landing.resolve("locked.csv"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Files.writeString(landing.resolve(".lock"), "");
        Configuration conf = Configuration.read(
                TestConf.small(work),
                Map.of(
                        "landing",
                        "refusing://" + landing,
                        "lake",
                        work.resolve("lake").toString()));

        assertThat(ingest(conf).rejectsByReason()).isEqualTo(Map.of("unreadable_file", 1L));
        var rejects =
                SPARK.read().format("delta").load(work.resolve("lake/reject").toString());
        assertThat(rejects.first().<String>getAs("file")).isEqualTo("locked.csv");
        assertThat(rejects.first().<String>getAs("detail")).contains("Permission denied");

        Files.delete(landing.resolve(".lock"));
        assertThat(ingest(conf).rejectsByReason()).isEmpty();
        assertThat(SPARK.read()
                        .format("delta")
                        .load(work.resolve("lake/submission").toString())
                        .select(SubmissionTable.FILE)
                        .orderBy(SubmissionTable.FILE)
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("good.csv", "locked.csv");
    }
}
