package org.minsheng.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
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
    void theSettingsOfAFile() {
        Path home = TestConf.JILIN.getParent();
        assertThat(read(home.resolve("conf/minsheng.yaml"), Map.of()))
                .isEqualTo(new Settings(
                        home + "/sample-data/landing",
                        home + "/var/lake",
                        home + "/var/workbooks",
                        home + "/var/log",
                        null,
                        ZoneId.of("Asia/Shanghai"),
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
                time-zone: Asia/Shanghai
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
                        Instant.parse("2025-06-30T15:59:59.999999Z"),
                        ZoneId.of("Asia/Shanghai"),
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
                time-zone: Asia/Shangai
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
                        "conf/minsheng.yaml:4:12: 'Asia/Shangai' is not a time zone. Did you mean 'Asia/Shanghai'?",
                        "conf/minsheng.yaml:5:8: 'yesterday' is not an instant. Write now, a day like 2026-01-31 or an"
                                + " instant like 2026-01-31T12:00:00Z",
                        "conf/minsheng.yaml:7:11: 'cn' is not one of zh, en, both. Did you mean 'en'?");
    }

    @Test
    void aPasswordInALocationIsRefusedAndNotTold(@TempDir Path work) throws IOException {
        assertThat(SettingsReader.read(
                        TestConf.JILIN.resolve("minsheng.yaml"),
                        Map.of("lake", "s3a://key:hunter2@bucket/lake"),
                        problems))
                .isEmpty();
        assertThat(problems.all().toString())
                .contains("must not hold a password")
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsBelowVarIsWhereTheLauncherHasIt() {
        Path home = Path.of("/opt/民生 系统");
        assertThat(SettingsReader.folder(home, "var/lake", null)).isEqualTo("/opt/民生 系统/var/lake");
        assertThat(SettingsReader.folder(home, "var/lake", "/srv/数据 100%")).isEqualTo("/srv/数据 100%/lake");
        assertThat(SettingsReader.folder(home, "var", "/srv/m")).isEqualTo("/srv/m");
        assertThat(SettingsReader.folder(home, "various", "/srv/m")).isEqualTo("/opt/民生 系统/various");
        assertThat(SettingsReader.folder(home, "/data/var/lake", "/srv/m")).isEqualTo("/data/var/lake");
    }
}
