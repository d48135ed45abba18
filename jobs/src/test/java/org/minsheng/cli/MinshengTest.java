package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.OnJilin;
import org.minsheng.TestConf;

/** What a user gets to see without Spark: help, mistakes and exit codes. */
class MinshengTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Minsheng.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void helpNamesEveryCommandAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "nightly",
                        "ingest",
                        "progress",
                        "report",
                        "sample",
                        "check",
                        "catalogue",
                        "explain",
                        "sql",
                        "export",
                        "equity",
                        "退出码");
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("用法：minsheng");
    }

    @Test
    void aWordThatIsNoCommand() {
        assertThat(run("nigthly")).isEqualTo(2);
        assertThat(err.toString()).contains("不认识的词").contains("相近的有：nightly").doesNotContain("用法：minsheng");
    }

    @Test
    void everyMistakeOfTheConfigurationWithFileAndLine(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("minsheng.yaml"), "language: zh", "language: fr");
        TestConf.replace(conf.resolve("units.yaml"), "factor: 10000, en: ha", "factor: １万, en: ha");
        TestConf.replace(
                conf.resolve("layouts/rural-water.yaml"), "series: rural_population", "series: rural_populaton");
        assertThat(run("nightly", "--conf", conf.resolve("minsheng.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("错误：conf/minsheng.yaml:31:11：“fr”不在可选的 zh, en, both 之中")
                .contains("错误：conf/units.yaml:9:41：这里应是数字，不是“１万”")
                .contains("错误：conf/layouts/rural-water.yaml:10:34：目录里没有数据项“rural_populaton”。您要的是不是“rural_population”？")
                .contains("共 3 处错误")
                .doesNotContain("Exception");
    }

    @Test
    void aMissingConfigurationFile(@TempDir Path work) {
        assertThat(run("nightly", "--conf", work.resolve("minsheng.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("文件不存在。请新建，或指定别的文件").doesNotContain("Exception");
    }

    /** Told to people on the screen, and to machines in the summary; nothing is read or written. */
    @Test
    void whoHoldsTheLock(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        Path lock = Files.createDirectories(work.resolve("lake")).resolve("_lock");
        String host = InetAddress.getLocalHost().getHostName();
        Files.writeString(lock, host + " " + ProcessHandle.current().pid() + " " + Instant.now() + " maintain");
        assertThat(run(
                        "nightly",
                        "--conf",
                        conf,
                        "--set",
                        "lake=" + work.resolve("lake"),
                        "--set",
                        "summaries=" + work))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "maintain（" + host + " 上的进程 " + ProcessHandle.current().pid() + "），自 ")
                .doesNotContain("Exception");
        assertThat(work.resolve("nightly.json"))
                .content()
                .contains("\"outcome\" : \"locked\"", "\"exit_code\" : 3", "maintain (process ");
        assertThat(lock).exists();
    }

    @Test
    void aMistakeIsToldWhereItWasTyped(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        assertThat(run("progress", "--conf", conf, "--as-of", "2025-13-01")).isEqualTo(2);
        assertThat(run("progress", "--conf", conf, "--set", "langauge=zh")).isEqualTo(2);
        assertThat(run("check", "--conf", conf, "--set", "language=en", "--set", "landing=src"))
                .isEqualTo(2); // here, but not beside conf/
        assertThat(err.toString())
                .contains("错误：--as-of：“2025-13-01”不是时点")
                .contains("错误：--set langauge：这里没有键“langauge”。您要的是不是“language”？")
                .contains("error: --set landing: a relative location lies below the project: " + work.resolve("src")
                        + " does not exist. For the one in this folder write "
                        + Path.of("src").toAbsolutePath());
    }

    @Test
    void whatNoTargetHasIsNoListOfNothing(@TempDir Path work) throws IOException {
        assertThat(run("catalogue", "--conf", TestConf.small(work).toString(), "--field", "99", "--kind", "levle"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--field：目录里没有 field 为“99”的目标")
                .contains("--kind：目录里没有 kind 为“levle”的目标。您要的是不是“level”？");
    }

    @Test
    @OnJilin
    void sampleWritesItsFiles(@TempDir Path work) {
        assertThat(run(
                        "sample",
                        "--conf",
                        TestConf.HOME.resolve("conf/minsheng.yaml").toString(),
                        "--out",
                        work.toString(),
                        "--seed",
                        "7"))
                .isZero();
        assertThat(Files.exists(work.resolve("_NOTICE.txt"))).isTrue();
        assertThat(out.toString()).contains("省水利厅");
    }

    @Test
    @OnJilin
    void sampleLeavesAFolderWithOtherFilesAlone(@TempDir Path work) throws IOException {
        String conf = TestConf.HOME.resolve("conf/minsheng.yaml").toString();
        Path landing = Files.createDirectories(work.resolve("落地 区"));
        assertThat(run("sample", "--conf", conf, "--out", landing.toString())).isZero();
        assertThat(run("sample", "--conf", conf, "--out", landing.toString())).isZero();
        Path theirs = Files.createDirectories(work.resolve("真的/水利局")).resolve("x.xls");
        Files.writeString(theirs, "x");
        assertThat(run("sample", "--conf", conf, "--set", "landing=" + work.resolve("真的")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("真的 里有样例以外的文件，如 水利局/x.xls。请用 --out 指定空文件夹");
        try (var files = Files.list(work.resolve("真的"))) {
            assertThat(files).containsExactly(theirs.getParent());
        }
        assertThat(run("sample", "--conf", conf, "--set", "landing=hdfs://name/landing"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("hdfs://name/landing 不是本机的文件夹");
    }

    /** All at once, and before Spark is started. */
    @Test
    void explainNamesWhatMayHaveBeenMeant(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        String lake = "lake=" + work.resolve("lake");
        assertThat(run("explain", "19.22", "农安镇", "25", "--conf", conf, "--set", lake))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("错误：INDICATOR：“19.22”不是指标。您要的是不是“19.2”？")
                .contains("错误：REGION：“农安镇”不是地区。您要的是不是 农安县？")
                .contains("错误：PERIOD：“25”不是年份。写法如：2025")
                .doesNotContain("Exception");
        assertThat(run("explain", "19.2", "农安县", "2025", "--conf", conf, "--set", lake))
                .isEqualTo(2);
        assertThat(err.toString()).contains("错误：lake：", "里还没有数", "请先运行 ./minsheng nightly");
        assertThat(run("explain", "19.2", "农安县")).isEqualTo(2);
        assertThat(err.toString()).contains("缺少参数：'PERIOD'");
    }

    /** Before Spark is started. */
    @Test
    void templateDoesNotWriteOverWhatWasTyped(@TempDir Path work) throws IOException {
        Path typed = Files.writeString(work.resolve("省水利厅_2025.xlsx"), "half a day");
        assertThat(run(
                        "template",
                        "--conf",
                        TestConf.small(work).toString(),
                        "--year",
                        "2025",
                        "--office",
                        "省水利厅",
                        "--out",
                        typed.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("省水利厅_2025.xlsx 已经存在").contains("--force");
        assertThat(typed).hasContent("half a day");
    }

    @Test
    void aPreviewIsNotWrittenOverItsTableOrAnythingElse(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        Path table = Files.writeString(work.resolve("t.csv"), "地区,农村人口\n农安县,1\n");
        Path link = Files.createLink(work.resolve("link.csv"), table);
        Path there = Files.writeString(work.resolve("there.xlsx"), "half a day");
        for (Path out : List.of(table, link, work.resolve("./t.csv"))) {
            assertThat(run("ingest", "--conf", conf, "--preview", table.toString(), "--force", "--out", out.toString()))
                    .isEqualTo(2);
        }
        assertThat(err.toString()).contains("t.csv 正是要读的文件", "link.csv 正是要读的文件");
        assertThat(run("ingest", "--conf", conf, "--preview", table.toString(), "--out", there.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there.xlsx 已经存在").contains("--force");
        assertThat(run("ingest", "--conf", conf, "--preview", table.toString(), "--force", "--out", work.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(work + " 是文件夹");
        assertThat(table).hasContent("地区,农村人口\n农安县,1\n");
        assertThat(there).hasContent("half a day");
        assertThat(run("ingest", "--conf", conf, "--preview", table.toString(), "--force", "--out", there.toString()))
                .isZero();
        assertThat(Files.size(there)).isGreaterThan(1_000);
        for (int i = 0; i < 2; i++) {
            assertThat(run("ingest", "--conf", conf, "--preview", table.toString()))
                    .isZero();
        }
        assertThat(work.resolve("t.csv.preview.xlsx")).exists();
    }
}
