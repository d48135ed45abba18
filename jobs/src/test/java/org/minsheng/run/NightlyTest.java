package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.OnJilin;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.Table;

/** The whole run on the sample data, from the cell as sent to the cell of the workbook. */
@OnJilin
class NightlyTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    @TempDir
    static Path work;

    private static RunResult first;

    private static RunResult nightly(Path folder, Instant asOf) throws IOException {
        return Runs.run(TestConf.shipped(folder), asOf);
    }

    @BeforeAll
    static void runOnce() throws IOException {
        first = nightly(work, AS_OF);
    }

    private static Workbook workbook(Path folder) throws IOException {
        return WorkbookFactory.create(
                folder.resolve("workbooks/1-全省/吉林省-民生实事目标进展-数据附件.xlsx").toFile(), null, true);
    }

    /** The only row of a sheet that has the texts in the columns, by the headers of all. */
    private static Map<String, Object> row(Sheet sheet, String... headersAndTexts) {
        List<Map<String, Object>> rows = Books.rows(sheet).stream()
                .filter(row -> {
                    boolean all = true;
                    for (int i = 0; i < headersAndTexts.length; i += 2) {
                        all &= headersAndTexts[i + 1].equals(row.get(headersAndTexts[i]));
                    }
                    return all;
                })
                .toList();
        assertThat(rows).as(Arrays.toString(headersAndTexts)).hasSize(1);
        return rows.get(0);
    }

    private static Map<String, Object> row(Path folder, String sheet, String... headersAndTexts) throws IOException {
        try (Workbook workbook = workbook(folder)) {
            return row(workbook.getSheet(sheet), headersAndTexts);
        }
    }

    private static Map<String, Object> figure(Path folder, String indicator, String region) throws IOException {
        return row(folder, "明细", "编号", indicator, "代码", region);
    }

    /**
     * Figures read from the files as sent with LibreOffice, ratios worked out by hand: 双阳区 has 29.02 of 29.42 km² within
     * 500 m (sheet 2025年, C9 and D9): 29.02 / 29.42 = 98.6403806%.
     */
    @Test
    void busStopsOf双阳区FromCellToCell() throws IOException {
        var cell = Runs.table(work, "observation")
                .filter("series = 'stop_500m_area' AND ref_area = '220112' AND time_period = 2025")
                .first();
        assertThat(cell.<String>getAs("file")).startsWith("2026-01-15/省交通运输厅");
        assertThat(cell.<String>getAs("sheet") + cell.<String>getAs("cell")).isEqualTo("2025年D9");
        assertThat(cell.<String>getAs("raw")).isEqualTo("29.02");
        Map<String, Object> shown = figure(work, "32.1", "220112");
        assertThat((Double) shown.get("数值")).isCloseTo(98.6403806, within(1e-6));
        assertThat((Double) shown.get("差距")).isCloseTo(-1.3596194, within(1e-6));
        assertThat(shown.get("状态")).isEqualTo("未达标");
    }

    /** 东辽县 (C526 to E526): 13.5037 of 15.4478 万人 have a reliable supply, 87.4150364%; 12.8569 are connected, 83.2280324%. */
    @Test
    void ruralWaterOf东辽县FromCellToCell() throws IOException {
        var cell = Runs.table(work, "observation")
                .filter("series = 'rural_reliable_water' AND ref_area = '220422' AND time_period = 2025")
                .first();
        assertThat(cell.<String>getAs("cell")).isEqualTo("E526");
        assertThat(cell.<Double>getAs("obs_value")).isEqualTo(135037.0);
        Map<String, Object> reliable = figure(work, "30.2", "220422");
        assertThat((Double) reliable.get("数值")).isCloseTo(87.4150364, within(1e-6));
        assertThat(reliable.get("状态")).isEqualTo("未达标");
        Map<String, Object> connected = figure(work, "30.1", "220422");
        assertThat((Double) connected.get("数值")).isCloseTo(83.2280324, within(1e-6));
        assertThat(connected.get("状态")).isEqualTo("已达标");
    }

    /** 梨树县 (J47 and J48): 1323950 m² for 516000 people, 2.5657946 m² each: short of 2.6. */
    @Test
    void sportsGroundsOf梨树县FromCellToCell() throws IOException {
        var cells = Runs.table(work, "observation")
                .filter(
                        "ref_area = '220322' AND time_period = 2025 AND series IN ('sports_area', 'resident_population')")
                .orderBy("cell");
        assertThat(cells.collectAsList())
                .extracting(r -> r.<String>getAs("cell") + " " + r.<String>getAs("raw"))
                .containsExactly("J47 1323950", "J48 516000");
        Map<String, Object> shown = figure(work, "35.2", "220322");
        assertThat((Double) shown.get("数值")).isCloseTo(2.5657946, within(1e-6));
        assertThat(shown.get("状态")).isEqualTo("未达标");
    }

    /** The file's own row 合计 sums the same counties: 695.21 / 769.3689 = 90.3610738%; 辽源 33.7278 / 38.1142 = 88.4914284%. */
    @Test
    void theRollUpIsTheSumThatTheSenderGives() throws IOException {
        Map<String, Object> province = row(work, "目标一览", "编号", "30.2");
        assertThat((Double) province.get("数值")).isCloseTo(90.3610738, within(1e-6));
        assertThat(province.get("状态")).isEqualTo("已达标（初步）"); // two counties have not sent 2025
        var prefecture = Runs.table(work, "progress")
                .filter("indicator = '30.2' AND ref_area = '220400' AND time_period = 2025")
                .first();
        assertThat(prefecture.<Double>getAs("obs_value")).isCloseTo(88.4914284, within(1e-6));
        assertThat(prefecture.<String>getAs("status")).isEqualTo("missed");
    }

    /**
     * 蛟河市: 1918 of 3397 at first (see IncrementalTest); 2878 since the correction of 2026-03-05, 84.7218%. What came by
     * mistake on 2026-03-09 is withdrawn by 撤回.csv of 2026-03-12: all three stay in the table.
     */
    @Test
    void theCorrectionOf蛟河市Counts() throws IOException {
        Map<String, Object> now = figure(work, "19.2", "220281");
        assertThat((Double) now.get("数值")).isCloseTo(84.721813, within(1e-5));
        assertThat(now.get("状态")).isEqualTo("已达标");
        assertThat(Runs.table(work, "observation")
                        .filter("series = 'rehab_served' AND ref_area = '220281' AND time_period = 2025")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void everyMistakeInTheSampleIsRejectedWithItsPlace() throws IOException {
        assertThat(Runs.table(work, "reject")
                        .filter("file RLIKE '500米|农村供水情况|基本康复|体育场地'")
                        .orderBy("received_at", "file", "sheet", "cell")
                        .collectAsList())
                .extracting(r -> r.<String>getAs("sheet") + " " + r.<String>getAs("cell") + " " + r.<String>getAs("raw")
                        + " " + r.<String>getAs("reason"))
                .containsExactly(
                        "2024年 E57 104.2 impossible_value",
                        "2025年 B11 农安现 unknown_region",
                        "2025年 D53 约12 not_a_number",
                        "农村供水 D399 待核实 not_a_number",
                        " A483 净月大学城 unknown_region",
                        " D234 暂缺 not_a_number",
                        "体育场地 G79 #待补 not_a_number",
                        " A484 净月大学城 unknown_region");
        assertThat(row(work, "未采用数据", "文件", "2026-01-22/省水利厅_农村供水情况_2018-2025.xls")
                        .get("单元格"))
                .isEqualTo("D399");
        assertThat(first.rejectsByReason())
                .containsOnlyKeys("not_a_number", "unknown_region", "impossible_value")
                .containsEntry("unknown_region", 3L)
                .containsEntry("impossible_value", 1L);
    }

    @Test
    void cellsOfEachSubmissionAreReconciled() {
        var counted = Runs.table(work, "submission")
                .join(
                        Runs.table(work, "reject").groupBy("submission_id").sum("cells"),
                        new String[] {"submission_id"},
                        "left_outer")
                .join(
                        Runs.table(work, "observation").groupBy("submission_id").count(),
                        new String[] {"submission_id"},
                        "left_outer");
        assertThat(counted.filter("cells <> observations + rejected_cells + label_cells + ignored_cells"
                                + " OR rejected_cells <> coalesce(`sum(cells)`, 0)"
                                + " OR observations <> coalesce(`count`, 0)")
                        .count())
                .isZero();
    }

    @Test
    void theKeysOfTheTablesAreUnique() {
        for (Table table : List.of(
                SubmissionTable.TABLE,
                ObservationTable.TABLE,
                RejectTable.TABLE,
                ProgressTable.TABLE,
                ProjectionTable.TABLE,
                EquityTable.TABLE,
                ConvergenceTable.TABLE,
                ContributionTable.TABLE,
                RunTable.TABLE)) {
            Dataset<org.apache.spark.sql.Row> rows = Runs.table(work, table.name());
            assertThat(rows.dropDuplicates(table.key().toArray(new String[0])).count())
                    .as(table.name())
                    .isEqualTo(rows.count())
                    .isPositive();
            assertThat(rows.columns()).as(table.name()).isEqualTo(table.schema().fieldNames());
        }
    }

    @Test
    void aSecondRunChangesNoRowAndNoByte() throws IOException {
        Map<String, List<String>> rows = contents();
        byte[] workbook = Files.readAllBytes(Path.of(first.workbooks().get(0)));
        Object modified = Files.getLastModifiedTime(Path.of(first.workbooks().get(0)));
        RunResult second = nightly(work, AS_OF);
        assertThat(second.counts()).containsEntry("files_found", 39L).containsEntry("files_read", 0L);
        assertThat(contents()).isEqualTo(rows);
        assertThat(Runs.history(work).count()).isEqualTo(1);
        assertThat(Runs.table(work, "run").count()).isEqualTo(1); // a quiet night writes no table at all
        assertThat(second.quiet()).isTrue();
        assertThat(second.workbooks()).isEqualTo(first.workbooks());
        assertThat(Files.readAllBytes(Path.of(first.workbooks().get(0)))).isEqualTo(workbook);
        assertThat((Object) Files.getLastModifiedTime(Path.of(first.workbooks().get(0))))
                .isEqualTo(modified);
    }

    private static Map<String, List<String>> contents() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String name : List.of("submission", "observation", "reject", "progress", "projection")) {
            rows.put(name, Runs.rows(work, name));
        }
        return rows;
    }

    @Test
    void theRunIsInTheLedger() {
        var run = Runs.table(work, "run").orderBy("started_at").first();
        assertThat(run.<String>getAs("command")).isEqualTo("nightly");
        assertThat(run.<String>getAs("outcome")).isEqualTo("done");
        assertThat(run.<String>getAs("conf")).hasSize(64);
        assertThat(run.getJavaMap(run.fieldIndex("millis")).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("dimension", "ingest", "quality", "progress", "equity", "report");
    }

    /**
     * 榆树市, 省民政厅_社会救助标准: standards of 2025 in row 9, urban dibao of 2024 630 (sheet 2024年, B11), minimum wage of
     * 2024 1540, as published: 866 / 630 = 1.3746032, 155 / 1540 = 10.0649351%, 317 / 1540 = 20.5844156%.
     */
    @Test
    void assistanceStandardsOf榆树市OverLastYears() throws IOException {
        assertThat((Double) figure(work, "17.1", "220182").get("数值")).isCloseTo(1.3746032, within(1e-6));
        assertThat((Double) figure(work, "17.3", "220182").get("数值")).isCloseTo(10.0649351, within(1e-6));
        assertThat((Double) figure(work, "17.4", "220182").get("数值")).isCloseTo(20.5844156, within(1e-6));
        Map<String, Object> province = row(work, "目标一览", "编号", "17.1");
        assertThat(province.get("单位")).isEqualTo("达标县占比（%）");
    }

    @Test
    void theTargetsAreListedByThe39Measures() throws IOException {
        try (Workbook workbook = workbook(work)) {
            java.util.Set<String> measures = new java.util.LinkedHashSet<>();
            for (Row row : workbook.getSheet("目标一览")) {
                if (row.getRowNum() > 2 && row.getCell(2) != null) {
                    measures.add(row.getCell(2).getStringCellValue().replaceFirst("\\..*", ""));
                }
            }
            assertThat(measures)
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 39)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    /** The province sends 0.98 of its counties' sums: beyond the tolerance, so the difference is told. */
    @Test
    void aReportedFigureThatDiffersFromTheSumIsKeptAndTold() {
        var province = Runs.table(work, "progress")
                .filter("indicator = '37.1' AND ref_area = '220000' AND time_period = 2024")
                .first();
        double rolled = province.getAs("obs_value");
        double reported = province.getAs("reported_value");
        assertThat(reported / rolled).isCloseTo(0.98, within(0.01));
        assertThat(province.<Boolean>getAs("reported_differs")).isTrue();
    }

    @Test
    void theEvidenceOfAMilestoneIsShown() throws IOException {
        assertThat((String) figure(work, "1.m1", "220000").get("说明")).matches("\\(样例\\).*; 20\\d\\d-12-20");
    }

    @Test
    void theSyntheticNoticeStandsOnEverySheet() throws IOException {
        try (Workbook workbook = workbook(work)) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("合成样例数据");
            }
            assertThat(Arrays.asList(workbook.getNumberOfSheets())).containsExactly(20);
        }
    }

    /**
     * Each figure of the province's workbook, and of one for each other kind of reader, is that of the Delta tables; of all
     * workbooks with {@code -Dsweep=all}.
     */
    @Test
    void noFigureOfAWorkbookDiffersFromTheTables() throws IOException {
        Map<String, org.apache.spark.sql.Row> progress = byKey("progress");
        Map<String, org.apache.spark.sql.Row> projection = byKey("projection");
        Map<String, org.apache.spark.sql.Row> equity =
                byKey(Runs.table(work, "equity").filter("peer_group = 'all' AND weighted_by = 'base'"));
        boolean all = "all".equals(System.getProperty("sweep"));
        OnePageCheck onePage = new OnePageCheck(progress.values(), TestConf.shipped(work));
        int figures = 0;
        int onPages = 0;
        for (String file : first.workbooks()) {
            if (!all && !file.matches(".*/(1-全省|222400|220281|省水利厅).*")) {
                continue;
            }
            Matcher code = Pattern.compile("/(\\d{6})-").matcher(file);
            String focus = code.find() ? code.group(1) : "220000";
            if (file.endsWith("简报.xlsx")) {
                onPages += checked(onePage, file, focus);
            }
            try (Workbook workbook = WorkbookFactory.create(Path.of(file).toFile(), null, true)) {
                figures += compared(Books.rows(workbook.getSheet("目标一览")), focus, progress, FIGURES);
                figures += comparedYears(Books.rows(workbook.getSheet("目标一览")), focus, progress);
                figures += compared(Books.rows(workbook.getSheet("未达标目标")), focus, progress, FIGURES);
                figures += compared(Books.rows(workbook.getSheet("明细")), null, progress, FIGURES);
                figures += compared(Books.rows(workbook.getSheet("督办清单")), null, progress, FIGURES);
                figures += compared(Books.rows(workbook.getSheet("缺口构成")), null, progress, FIGURES);
                figures += compared(Books.rows(workbook.getSheet("测算")), focus, progress, FIGURES);
                figures += comparedCounties(Books.rows(workbook.getSheet("均等化")), focus, equity);
                List<Map<String, Object>> trends = Books.rows(workbook.getSheet("趋势数据"));
                figures += compared(trends, focus, progress, Map.of("数值", "obs_value"));
                figures += compared(trends, focus, projection, PROJECTED);
            }
        }
        assertThat(figures).isGreaterThan(40_000);
        assertThat(onPages).isGreaterThan(4 * 20);
    }

    /** The same targets in the same order, with the figures of the page and of the table; and as many met. */
    @Test
    void theSummaryTellsWhatThePageTells() throws IOException {
        Map<String, org.apache.spark.sql.Row> progress = byKey("progress");
        try (Workbook brief =
                WorkbookFactory.create(Path.of(first.workbooks().get(0)).toFile(), null, true)) {
            Sheet page = brief.getSheetAt(0);
            assertThat(page.getSheetName()).isEqualTo("一页通");
            List<String> named = new java.util.ArrayList<>();
            for (int row = 5; row < 13; row++) {
                String name = page.getRow(row).getCell(32).getStringCellValue();
                var one = first.urgent().get(row - 5);
                named.add(name);
                String whole = one.indicator() + " " + one.title().zh();
                assertThat(whole).startsWith(name.replace("…", "")); // there is little room on the page
                var of = progress.get(one.indicator() + " 220000 " + one.timePeriod());
                assertThat(one.obsValue()).isEqualTo(of.<Double>getAs("obs_value"));
                assertThat(one.status()).isEqualTo(of.<String>getAs("status"));
                assertThat(one.told().zh()).startsWith(whole + "：" + one.timePeriod() + "年");
            }
            assertThat(named).hasSameSizeAs(first.urgent());
            long met = first.standings().stream()
                    .filter(standing -> standing.provinceStatus().equals("met"))
                    .count();
            assertThat(page.getRow(2).getCell(0).getStringCellValue())
                    .startsWith(first.standings().size() + "项目标达标" + met + "项");
        }
        assertThat(first.rejectedFiles().get(0).file()).startsWith("2026-03-05/");
        assertThat(first.since()).isNull();
    }

    /** The annex beside a brief lists what the brief is about. */
    private static int checked(OnePageCheck onePage, String brief, String focus) throws IOException {
        Path annex = Path.of(brief.replace("简报.xlsx", "数据附件.xlsx"));
        try (Workbook page = WorkbookFactory.create(Path.of(brief).toFile(), null, true);
                Workbook all = WorkbookFactory.create(annex.toFile(), null, true)) {
            List<String> ids = Books.rows(all.getSheet("目标一览")).stream()
                    .map(row -> (String) row.get("编号"))
                    .toList();
            return onePage.check(page.getSheet("一页通"), ids, focus);
        }
    }

    /** What counties lack is more than what the province does, by what others have to spare, and half of that is within them. */
    @Test
    void theGapOfTheProvinceIsWithinItsCounties() throws IOException {
        Map<String, Double> whole = new TreeMap<>();
        Map<String, Double> counties = new TreeMap<>();
        try (Workbook workbook = workbook(work)) {
            for (Map<String, Object> row : Books.rows(workbook.getSheet("缺口构成"))) {
                boolean isWhole = row.get("代码").equals("220000");
                (isWhole ? whole : counties).merge((String) row.get("编号"), (Double) row.get("还差"), Double::sum);
                boolean isOpen = isWhole && (Double) row.get("还差") > 0;
                assertThat(row.get("几个即补齐一半") instanceof Double).isEqualTo(isOpen);
            }
        }
        assertThat(whole).hasSizeGreaterThan(20);
        whole.forEach((indicator, lacking) ->
                assertThat(counties.get(indicator)).as(indicator).isGreaterThanOrEqualTo(lacking));
    }

    /** The values of years, from which small lines are drawn. */
    private static int comparedYears(
            List<Map<String, Object>> shown, String focus, Map<String, org.apache.spark.sql.Row> table) {
        int figures = 0;
        for (Map<String, Object> row : shown) {
            for (Map.Entry<String, Object> year : row.entrySet()) {
                if (year.getKey().matches("\\d{4}") && year.getValue() instanceof Double figure) {
                    String key = row.get("编号") + " " + focus + " " + year.getKey();
                    assertThat(figure).as(key).isEqualTo(table.get(key).<Double>getAs("obs_value"));
                    figures++;
                }
            }
        }
        return figures;
    }

    private static final Map<String, String> FIGURES = Map.of(
            "数值", "obs_value",
            "差距", "gap",
            "达成率（%）", "attainment",
            "较上年", "change",
            "进度比R", "pace_ratio",
            "基期值", "base_value",
            "分子", "numerator",
            "分母", "denominator",
            "人口覆盖（%）", "people_covered");
    private static final Map<String, String> PROJECTED = Map.of(
            "预测值", "obs_value",
            "80%下限", "lower_80",
            "80%上限", "upper_80",
            "95%下限", "lower_95",
            "95%上限", "upper_95");

    private static final Map<String, String> APART =
            Map.of("最低值", "minimum", "最高值", "maximum", "极差", "value_range", "差异系数", "cv");

    /** Counties beside each other: all of them, not the groups below them. */
    private static int comparedCounties(
            List<Map<String, Object>> shown, String focus, Map<String, org.apache.spark.sql.Row> table) {
        List<Map<String, Object>> all = shown.stream()
                .filter(row -> row.getOrDefault("比较范围", "全部").equals("全部"))
                .toList();
        return compared(all, focus, table, APART);
    }

    private static Map<String, org.apache.spark.sql.Row> byKey(String table) {
        return byKey(Runs.table(work, table));
    }

    private static Map<String, org.apache.spark.sql.Row> byKey(Dataset<org.apache.spark.sql.Row> table) {
        Map<String, org.apache.spark.sql.Row> rows = new TreeMap<>();
        table.collectAsList()
                .forEach(row -> rows.put(
                        row.getAs("indicator") + " " + row.getAs("ref_area") + " " + row.getAs("time_period"), row));
        return rows;
    }

    /** Holds the figures of rows against those of a table; a mark in the place of a figure means that there is none. */
    private static int compared(
            List<Map<String, Object>> shown,
            String focus,
            Map<String, org.apache.spark.sql.Row> table,
            Map<String, String> columns) {
        int figures = 0;
        for (Map<String, Object> row : shown) {
            String key = row.get("编号") + " " + (focus == null ? row.get("代码") : focus) + " " + row.get("年份");
            org.apache.spark.sql.Row of = table.get(key);
            for (Map.Entry<String, String> column : columns.entrySet()) {
                Object figure = row.get(column.getKey());
                Double expected = of == null ? null : of.getAs(column.getValue());
                if (figure instanceof Double) {
                    assertThat(figure).as(key + " " + column.getKey()).isEqualTo(expected);
                    figures++;
                } else if (figure != null && List.of("—", "…", "").contains(figure)) {
                    assertThat(expected).as(key + " " + column.getKey()).isNull();
                }
            }
        }
        return figures;
    }
}
