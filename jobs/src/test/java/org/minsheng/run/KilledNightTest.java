package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.TestConf;

/**
 * A night to which a correction has come, killed where a stage begins: the night after it leaves what one from nothing leaves,
 * though a part of what the correction touched was done, and the night after it finds no new file.
 */
class KilledNightTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

    @TempDir
    static Path work;

    private static Path conf;

    /** The tables and workbooks of a night from nothing, and what the night before the correction left. */
    @BeforeAll
    static void runOnce() throws IOException {
        conf = TestConf.thalassia(work);
        Runs.run(of("before"), AS_OF);
        Path correction =
                Files.createDirectories(work.resolve("landing/2026-03-01")).resolve("correction.csv");
        Files.writeString(
                correction,
                "series,ref_area,time_period,obs_value,obs_status\n"
                        + "tap_people,TH101,2025,12000,A\n"
                        + "people,TH202,2020,,O\n");
        Runs.run(of("nothing"), AS_OF);
    }

    private static Configuration of(String folder) {
        return Configuration.read(
                conf,
                Map.of(
                        "lake", work.resolve(folder + "/lake").toString(),
                        "workbooks", work.resolve(folder + "/workbooks").toString(),
                        "summaries", work.resolve(folder).toString()));
    }

    /** Its workbooks are in another folder than those of the night before, which concerns the workbooks alone. */
    @Test
    void undisturbedItComputesWhatTheCorrectionTouches() throws IOException {
        TestConf.copy(work.resolve("before"), work.resolve("undisturbed"));
        RunResult night = Runs.run(of("undisturbed"), AS_OF);
        assertThat(night.stages().get("progress")).startsWith("1 indicators ");
        assertAsFromNothing("undisturbed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress", "equity"})
    void theNextNightLeavesWhatOneFromNothingLeaves(String stage) throws IOException {
        TestConf.copy(work.resolve("before"), work.resolve(stage));
        assertThatThrownBy(() -> Runs.runKilledAt(stage, of(stage), AS_OF)).isInstanceOf(Runs.Killed.class);
        RunResult night = Runs.run(of(stage), AS_OF);
        assertThat(night.counts()).containsEntry("files_read", 0L);
        assertAsFromNothing(stage);
    }

    private static void assertAsFromNothing(String folder) throws IOException {
        for (String table : List.of("flag", "reporting", "progress", "projection", "equity", "contribution", "score")) {
            assertThat(Runs.rows(work.resolve(folder), table))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(Runs.rows(work.resolve("nothing"), table));
        }
        assertThat(workbooks(folder)).isNotEmpty().isEqualTo(workbooks("nothing"));
    }

    /** Their bytes, by their paths. */
    private static Map<String, String> workbooks(String folder) throws IOException {
        Path workbooks = work.resolve(folder + "/workbooks");
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(workbooks)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
                digests.put(workbooks.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return digests;
    }
}
