package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import org.minsheng.stage.Stage;

/** A night to which a correction has come, killed: the night after it leaves what one from nothing leaves, whatever was done already. */
class KilledNightTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");
    private static final String FIRST = "tap_people,TH101,2025,12000,A\npeople,TH202,2020,,O\n";
    private static final String SECOND = "good_samples,TH203,2025,10,A\n";
    private static final List<String> MADE_OF_OBSERVATIONS =
            List.of("flag", "reporting", "progress", "projection", "equity", "convergence", "contribution", "score");

    @TempDir
    static Path work;

    private static Path conf;

    /** What the night before the corrections left, and the tables and workbooks of a night from nothing after both. */
    @BeforeAll
    static void runOnce() throws IOException {
        conf = TestConf.thalassia(work);
        TestConf.copy(work.resolve("landing"), work.resolve("before/landing"));
        Runs.run(of("before"), AS_OF);
        TestConf.copy(work.resolve("landing"), work.resolve("nothing/landing"));
        correct("nothing", "2026-03-01", FIRST);
        correct("nothing", "2026-03-02", SECOND);
        Runs.run(of("nothing"), AS_OF);
        for (String table : MADE_OF_OBSERVATIONS) {
            assertThat(Runs.rows(work.resolve("nothing"), table))
                    .as(table)
                    .isNotEqualTo(Runs.rows(work.resolve("before"), table));
        }
    }

    private static void correct(String folder, String day, String rows) throws IOException {
        Path landing = Files.createDirectories(work.resolve(folder + "/landing/" + day));
        Files.writeString(
                landing.resolve("correction.csv"), "series,ref_area,time_period,obs_value,obs_status\n" + rows);
    }

    private static Configuration of(String folder) {
        return of(conf, folder);
    }

    private static Configuration of(Path conf, String folder) {
        return Configuration.read(
                conf,
                Map.of(
                        "landing", work.resolve(folder + "/landing").toString(),
                        "lake", work.resolve(folder + "/lake").toString(),
                        "workbooks", work.resolve(folder + "/workbooks").toString(),
                        "summaries", work.resolve(folder).toString()));
    }

    /** Its workbooks are in another folder than those of the night before, which concerns the workbooks alone. */
    @Test
    void undisturbedItComputesWhatTheCorrectionsTouch() throws IOException {
        TestConf.copy(work.resolve("before"), work.resolve("undisturbed"));
        correct("undisturbed", "2026-03-01", FIRST);
        correct("undisturbed", "2026-03-02", SECOND);
        RunResult night = Runs.run(of("undisturbed"), AS_OF);
        assertThat(night.stages().get("progress")).startsWith("2 indicators ");
        assertAsFromNothing("undisturbed");
    }

    /** Another correction has come since the kill, and touches other series than the first. */
    @ParameterizedTest
    @ValueSource(strings = {"progress", "equity"})
    void theNextNightLeavesWhatOneFromNothingLeaves(String stage) throws IOException {
        TestConf.copy(work.resolve("before"), work.resolve(stage));
        correct(stage, "2026-03-01", FIRST);
        assertThatThrownBy(() -> Runs.runKilledIn(stage, 0, of(stage), AS_OF)).isInstanceOf(Runs.Killed.class);
        assertThat(writtenOver(stage)).contains("ingest").doesNotContain(stage);
        correct(stage, "2026-03-02", SECOND);
        RunResult night = Runs.run(of(stage), AS_OF);
        assertThat(night.counts()).containsEntry("files_read", 1L);
        assertAsFromNothing(stage);
    }

    /** Whoever sees what a layout does to a file, kills the run and takes the layout back, has the file as it was. */
    @Test
    void aFileThatWasReadByRulesThatAreTakenBackIsReadByThoseOfBefore() throws IOException {
        TestConf.copy(work.resolve("landing"), work.resolve("again/landing"));
        Path other = TestConf.thalassia(work.resolve("other"));
        Files.delete(other.resolveSibling("layouts/water.yaml"));
        Runs.run(of("again"), AS_OF, "ingest");
        List<String> observations = Runs.rows(work.resolve("again"), "observation");
        List<String> submissions = Runs.rows(work.resolve("again"), "submission");
        assertThatThrownBy(() -> Runs.runKilledIn("ingest", 1, of(other, "again"), AS_OF, "ingest"))
                .isInstanceOf(Runs.Killed.class);
        assertThat(Runs.rows(work.resolve("again"), "observation")).isNotEqualTo(observations);
        Runs.run(of("again"), AS_OF, "ingest");
        assertThat(Runs.rows(work.resolve("again"), "observation")).isEqualTo(observations);
        assertThat(Runs.rows(work.resolve("again"), "submission")).isEqualTo(submissions);
    }

    /** The stages of which maintain says that their tables are not as they left them. */
    private static List<String> writtenOver(String folder) throws IOException {
        Configuration conf = of(folder);
        Ledger ledger = Runs.ledger(conf.settings(), conf);
        List<String> words = new ArrayList<>();
        for (Stage stage : ledger.stages()) {
            if (ledger.isWrittenOver(stage)) {
                words.add(stage.word());
            }
        }
        return words;
    }

    private static void assertAsFromNothing(String folder) throws IOException {
        for (String table : MADE_OF_OBSERVATIONS) {
            assertThat(Runs.rows(work.resolve(folder), table))
                    .as(table)
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
