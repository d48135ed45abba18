package org.minsheng.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;

class SettingsReaderTest {
    private final Problems problems = new Problems();

    private Settings read(Path file, Map<String, String> overrides) {
        return SettingsReader.read(file, overrides, problems).orElseThrow();
    }

    @Test
    void shippedSettings() {
        Path home = TestConf.HOME;
        assertThat(read(home.resolve("conf/minsheng.yaml"), Map.of()))
                .isEqualTo(new Settings(
                        home + "/sample-data/landing",
                        home + "/var/lake",
                        home + "/var/workbooks",
                        home + "/var/log",
                        null,
                        Divisions.TODAY,
                        Language.ZH));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void everyKeyIsReadAndTheCommandLineGoesFirst(@TempDir Path work) throws IOException {
        Path file = Files.createDirectories(work.resolve("conf")).resolve("minsheng.yaml");
        Files.writeString(file, """
                landing: hdfs://name/landing
                lake: /abs/lake
                workbooks: out
                summaries: said
                as-of: 2025-06-30
                divisions: then
                language: both
                """);
        assertThat(read(file, Map.of("workbooks", "s3a://bucket/books")))
                .isEqualTo(new Settings(
                        "hdfs://name/landing",
                        "/abs/lake",
                        "s3a://bucket/books",
                        work + "/said",
                        Instant.parse("2025-06-30T23:59:59.999999Z"),
                        Divisions.THEN,
                        Language.BOTH));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void allMistakesAtOnce(@TempDir Path work) throws IOException {
        Path file = Files.createDirectories(work.resolve("conf")).resolve("minsheng.yaml");
        Files.writeString(file, """
                landing: x
                lake: y
                summaries: z
                as-of: yesterday
                divisions: today
                language: cn
                """);
        assertThat(SettingsReader.read(file, Map.of("lnaguage", "en"), problems))
                .isEmpty();
        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        "--set:1:1: the key 'lnaguage' is not known here. Did you mean 'language'?",
                        "conf/minsheng.yaml:1:1: the key 'workbooks' is missing",
                        "conf/minsheng.yaml:4:8: 'yesterday' is not an instant. Write now, a day like 2026-01-31 or an"
                                + " instant like 2026-01-31T12:00:00Z",
                        "conf/minsheng.yaml:6:11: 'cn' is not one of zh, en, both. Did you mean 'en'?");
    }

    @Test
    void aPasswordInALocationIsRefusedAndNotTold(@TempDir Path work) throws IOException {
        assertThat(SettingsReader.read(
                        TestConf.HOME.resolve("conf/minsheng.yaml"),
                        Map.of("lake", "s3a://key:hunter2@bucket/lake"),
                        problems))
                .isEmpty();
        assertThat(problems.all().toString())
                .contains("must not hold a password")
                .doesNotContain("hunter2");
    }
}
