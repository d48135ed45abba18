package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.Settings;
import org.minsheng.report.MostUrgent;
import org.minsheng.run.RunResult;
import org.minsheng.run.RunResult.RejectedFile;
import org.minsheng.run.RunResult.Since;
import org.minsheng.run.RunResult.Standing;
import org.minsheng.run.RunResult.Turned;

/** What stands on the page at the end of a run, in which order and in which words. */
class SummaryTest {
    private static final Label WATER = new Label("自来水", "Tap water");
    private static final MostUrgent URGENT = new MostUrgent(
            "30.1",
            WATER,
            "220000",
            "missed",
            new Label("未达标", "Missed"),
            2025,
            80.0,
            95.0,
            15.0,
            2025,
            "省水利厅",
            new Label("30.1 自来水：差15", "30.1 Tap water: 15 short"));

    private static RunResult result(Since since, String told) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("files_found", 39L);
        counts.put("files_read", 1L);
        counts.put("submissions", 39L);
        counts.put("cells", 65822L);
        counts.put("observations", 48111L);
        counts.put("rejects", 3L);
        counts.put("workbooks", 2L);
        counts.put("workbooks_changed", 1L);
        return new RunResult(
                "id",
                Instant.parse("2026-01-31T14:05:59Z"),
                Map.of("report", told),
                counts,
                Map.of("report", 61_400L),
                Map.of("not_a_number", 3L),
                List.of(new RejectedFile("2026-01-20/水利\u001b厅.xls", 3, List.of("not_a_number"))),
                List.of(
                        new Standing("30.1", WATER, "missed", Map.of("met", 40L, "missed", 20L)),
                        new Standing("30.2", WATER, "met", Map.of("met", 60L)),
                        new Standing("30.3", WATER, "no_data", Map.of())),
                List.of(URGENT),
                since,
                List.of("/books/1-全省/简报.xlsx", "/books/1-全省/数据附件.xlsx"),
                List.of("样例"),
                Map.of());
    }

    private static List<String> printed(Language language, RunResult result) {
        return printed(language, "", result);
    }

    private static List<String> printed(Language language, String options, RunResult result) {
        StringWriter text = new StringWriter();
        Settings settings = new Settings(
                "landing", "lake", "books", "var", null, ZoneId.of("Asia/Shanghai"), Divisions.TODAY, language);
        new Summary(settings, LevelNames.usualOnes(), options, new PrintWriter(text)).print(result);
        return text.toString().lines().toList();
    }

    @Test
    void inChinese() {
        Since since = new Since("before", Map.of("rejects", -2L), List.of(new Turned("30.2", WATER, "slow", "met")));
        assertThat(printed(Language.ZH, result(since, "1 changed")))
                .containsExactly(
                        "",
                        "样例",
                        "收到的数据",
                        "  文件：共 39 个，本次读取 1 个",
                        "  单元格：65,822 个，采用数值 48,111 个；未采用记录 3 条；其余为表头、名称、说明等",
                        "    3 条：不是数字",
                        "  未采用数据所在的文件，最近收到的在前（逐格列在数据附件的“未采用数据”表）：",
                        "    2026-01-20/水利 厅.xls：3 条（不是数字）",
                        "与上次运行相比",
                        "  未采用记录 -2 条",
                        "  30.2 自来水：进度偏慢 → 已达标",
                        "  更新工作簿 1 个",
                        "目标进展（全省）：已达标 1、未达标 1、无数据 1",
                        "最紧迫的 1 项（与“一页通”同序）：",
                        "  1. [未达标] 30.1 自来水：差15（县：未达标 20）",
                        "数据不足、无法评定的 1 项：30.3",
                        "用时：写工作簿（report） 1 分 1 秒",
                        "下一步",
                        "  1. 看“一页通”，即这个工作簿的第一张表：/books/1-全省/简报.xlsx",
                        "     各地区、各单位的工作簿共 2 个，在 /books",
                        "  2. 处理未采用数据：按“未采用数据”表退回报送单位更正，新的表式写进 conf/layouts：/books/1-全省/数据附件.xlsx",
                        "  3. 想知道一个数从何而来：./minsheng explain 30.1 220000 2025");
    }

    /** A run that writes no workbooks names the one that does, over the same lake. */
    @Test
    void whatToRunNextIsOfTheSameSettings() {
        RunResult all = result(null, "");
        RunResult ingested = new RunResult(
                all.runId(),
                all.endedAt(),
                Map.of(),
                all.counts(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                Map.of());
        assertThat(printed(Language.EN, " --conf other/minsheng.yaml", ingested))
                .endsWith(
                        "What to do next",
                        "  1. To compute and write the workbooks: ./minsheng nightly --conf other/minsheng.yaml");
    }

    @Test
    void inEnglishNoChineseButNames() {
        List<String> lines = printed(Language.EN, result(null, "1 changed"));
        assertThat(lines)
                .contains(
                        "What came",
                        "  This is the first run that was completed",
                        "Targets of the province: Met 1, Missed 1, No data 1",
                        "The 1 most urgent (in the order of the sheet \"One page\"):",
                        "  1. [Missed] 30.1 Tap water: 15 short (counties: Missed 20)");
        assertThat(lines)
                .filteredOn(line -> line.matches(".*\\p{IsHan}.*"))
                .allMatch(line -> line.contains("/") || line.equals("样例"));
    }

    /** With both, workbooks are in both, and the terminal speaks the first; a sheet's name is as it stands there. */
    @Test
    void ofBothLanguagesTheFirst() {
        assertThat(printed(Language.BOTH, result(null, "1 changed")))
                .contains("收到的数据", "  未采用数据所在的文件，最近收到的在前（逐格列在数据附件的“未采用数据 Not used”表）：")
                .doesNotContain("What came");
    }

    /** A run before has read files, and then failed: what it read is neither read again nor new to nobody. */
    @Test
    void filesThatARunBeforeHasReadWhichFailed() {
        assertThat(printed(Language.ZH, result(null, "1 changed")))
                .contains("  文件：共 39 个，本次读取 1 个", "  另有 38 个由此前未完成的运行读取", "  这是第一次完成的运行");
        Since since = new Since("before", Map.of("submissions", 3L), List.of());
        assertThat(printed(Language.EN, result(since, "1 changed")))
                .contains("  Files: 39 found, 1 read now", "  2 more had been read by a run that was not completed");
        for (Map<String, Long> counts : List.of(Map.of("submissions", 1L), Map.<String, Long>of())) {
            assertThat(printed(Language.EN, result(new Since("before", counts, List.of()), "1 changed")))
                    .noneMatch(line -> line.contains("not completed"));
        }
    }

    @Test
    void aQuietNightSaysSoAndComparesNothing() {
        assertThat(printed(Language.ZH, result(null, "nothing is new")))
                .contains("没有新的内容：未写任何表和工作簿，以下为 2026-01-31 22:05 那次运行的结果。")
                .doesNotContain("与上次运行相比");
    }
}
