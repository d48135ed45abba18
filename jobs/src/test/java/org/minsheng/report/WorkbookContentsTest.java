package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.RejectTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Status;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.report.Facts.Kind;
import scala.jdk.javaapi.CollectionConverters;

/** What workbooks say of data that are thin, strange or not there; none of it needs Spark. */
class WorkbookContentsTest extends WorkbookFixture {
    private static final String ABC = "abcd".repeat(16);

    /** What spreadsheet programs ask of each file, whatever is in it. */
    private static void assertComplete(XSSFWorkbook workbook) {
        for (Sheet sheet : workbook) {
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                    .as(sheet.getSheetName())
                    .isNotBlank();
            for (var table : ((XSSFSheet) sheet).getTables()) {
                Row header = sheet.getRow(table.getStartRowIndex());
                for (int col = table.getStartColIndex(); col <= table.getEndColIndex(); col++) {
                    assertThat(header.getCell(col).getStringCellValue())
                            .isEqualTo(table.getCTTable()
                                    .getTableColumns()
                                    .getTableColumnArray(col)
                                    .getName());
                }
            }
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.ERROR);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scope.Kind.class)
    void withoutAnyDataEachWorkbookIsCompleteAndSaysSo(Scope.Kind kind) throws IOException {
        String id = Map.of(
                        Scope.Kind.PROVINCE, "220000",
                        Scope.Kind.PREFECTURE, "222400",
                        Scope.Kind.COUNTY, "220122",
                        Scope.Kind.OFFICE, "省水利厅")
                .get(kind);
        for (Language language : Language.values()) {
            try (XSSFWorkbook workbook = workbook(language, kind, id)) {
                assertComplete(workbook);
                assertThat(text(workbook.getSheetAt(0)))
                        .contains(
                                language == Language.EN ? "nothing is in them: " : "没有内容而未列出的表：",
                                language == Language.EN ? "Follow-up" : "督办清单");
                String targets = text(workbook.getSheetAt(2));
                assertThat(targets).contains(WATER).contains("…");
                assertThat(targets).contains(language == Language.EN ? "No data" : "无数据");
            }
        }
    }

    @Test
    void aTargetWithOnePointHasNoTrendAndASentenceThatSaysSo() throws IOException {
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        try (XSSFWorkbook workbook = county()) {
            assertComplete(workbook);
            assertThat(text(workbook.getSheet("总览")))
                    .contains("30.2 农村供水保证率：2025年80.0%，目标≥90%（2025年）。数据不足，无法预测。期限已过，差10.0个百分点；2026年底补齐需+10.0个百分点。");
            assertThat(text(workbook.getSheet("趋势数据"))).contains("2025").contains("80.0");
        }
    }

    /** 80% in 2025, 90% a year later takes 10 points. The trend's year and chance are those of the table. */
    @Test
    void aSentenceFollowsFromTheFiguresByRule() throws IOException {
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        fact(Kind.PROJECTION, projection(2026, 81.0, 0.1, 2031));
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("总览")))
                    .contains("按2018年以来年均变化，预计2031年达标。期限已过，差10.0个百分点；2026年底补齐需+10.0个百分点。");
        }
        try (XSSFWorkbook workbook = workbook(Language.EN, Scope.Kind.COUNTY, "220122")) {
            assertThat(text(workbook.getSheet("Overview"))).contains("2031").contains("takes +10.0 percentage points");
        }
    }

    /** What the projection says, or why it says nothing, word for word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026 | 0.123 | | | | 按2018年以来年均变化，2026年达标的可能性约12%。期限已过，差10.0个百分点；",
                "2026 | 0.004 | | | 2025 | 按2018年以来年均变化，2026年达标的可能性不足1%。2025年数值偏离历年趋势，宜核对。",
                "2026 | 0.9 | 2028 | | | 按2018年以来年均变化，预计2028年达标。",
                "2025 | 0.9 | 2025 | | | 数据不足，无法预测。",
                "2026 | | | constant | | 数值多年未变。",
                "2026 | | | too_few_points | | 数据不足，无法预测。",
            })
    void whatIsSaidOfTheYearsToCome(
            int year, Double chance, Integer reached, String reason, Integer outlier, String said) throws IOException {
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        fact(
                Kind.PROJECTION,
                projection(year, chance == null ? null : (Double) 95.0, chance, reached)
                        .put(ProjectionTable.OUTLIER_PERIOD, outlier)
                        .put(ProjectionTable.REASON, reason));
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("总览"))).contains(said);
        }
    }

    /** A county has a fitness centre or not: it does not take ten points a year. */
    @Test
    void aFacilityThatIsNotThereIsNotThereYet() throws IOException {
        Fields row = progress("220122", "county", 2025, 0.0, Status.MISSED.code())
                .put(ProgressTable.INDICATOR, "35.3")
                .put(ProgressTable.TARGET_VALUE, 100.0)
                .put(ProgressTable.NEEDED_CHANGE, 100.0);
        facts.clear();
        fact(Kind.PROGRESS, row);
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("总览"))).contains("尚未建成（达标）。").doesNotContain("个百分点");
        }
    }

    @Test
    void hundredsOfRejectsAreAllThereAndTextsFromOutsideStayTexts() throws IOException {
        for (int i = 0; i < 300; i++) {
            fact(
                    Kind.REJECT,
                    new Fields()
                            .put(RejectTable.SUBMISSION_ID, "id")
                            .put(RejectTable.RECEIVED_AT, day("2026-01-20"))
                            .put(RejectTable.FILE, "@cmd.csv")
                            .put(RejectTable.SHEET, "-1+2")
                            .put(RejectTable.CELL, "C" + (i + 10))
                            .put(RejectTable.RAW, i % 2 == 0 ? "=HYPERLINK(\"x\")" : "长".repeat(500))
                            .put(RejectTable.CELLS, 1L)
                            .put(RejectTable.REASON, "not_a_number")
                            .put(RejectTable.DETAIL, "+1"));
        }
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            assertComplete(workbook);
            XSSFSheet sheet = workbook.getSheet("未采用数据");
            assertThat(sheet.getTables().get(0).getRowCount()).isEqualTo(301);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            assertThat(text(sheet)).contains("=HYPERLINK(\"x\")", "@cmd.csv", "-1+2", "C10", "C309");
        }
    }

    @Test
    void namesOfFilesAndSheetsAreUniqueAndFit() throws IOException {
        List<Scope> scopes = Scope.all(CONF.catalogue(), CONF.regions(), Words.in(Language.ZH, LevelNames.usualOnes()));
        assertThat(scopes).flatMap(scope -> scope.files().values()).doesNotHaveDuplicates();
        assertThat(scopes.stream().filter(s -> s.kind() == Scope.Kind.PREFECTURE))
                .hasSize(9);
        assertThat(scopes.stream().filter(s -> s.kind() == Scope.Kind.COUNTY)).hasSize(60);
        for (Language language : Language.values()) {
            try (XSSFWorkbook workbook = workbook(language, Scope.Kind.PROVINCE, "220000")) {
                for (Sheet sheet : workbook) {
                    assertThat(sheet.getSheetName().length()).isLessThanOrEqualTo(31);
                }
            }
        }
    }

    /** A file, the same bytes again under another name, and a list that withdraws the second. */
    @Test
    void aCopyAndAWithdrawalAreToldAtTheFileAndAmongTheChanges() throws IOException {
        schemas.put(Kind.SUBMISSION, SubmissionTable.TABLE.schema());
        StructType withdrawn = new StructType()
                .add(SubmissionTable.SUBMISSION_ID, "string")
                .add(SubmissionTable.FILE, "string")
                .add(WithdrawalTable.WITHDRAWN_AT, "timestamp")
                .add(WithdrawalTable.WITHDRAWN_BY, "string")
                .add(WithdrawalTable.WITHDRAWN_WHY, "string")
                .add(Facts.VALUES, "long");
        schemas.put(Kind.WITHDRAWN, withdrawn);
        submission(ABC + "-1", "2026-01-20/水利.xlsx", "2026-01-20");
        submission(ABC + "-2", "2026-02-03/再报.xlsx", "2026-02-03");
        submission("def".repeat(22).substring(2) + "-3", "2026-03-05/撤回.csv", "2026-03-05");
        fact(
                Kind.WITHDRAWN,
                new Fields()
                        .put(SubmissionTable.SUBMISSION_ID, ABC + "-2")
                        .put(SubmissionTable.FILE, "2026-02-03/再报.xlsx")
                        .put(WithdrawalTable.WITHDRAWN_AT, day("2026-03-05"))
                        .put(WithdrawalTable.WITHDRAWN_BY, "2026-03-05/撤回.csv")
                        .put(WithdrawalTable.WITHDRAWN_WHY, "误报")
                        .put(Facts.VALUES, 57L));
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            assertComplete(workbook);
            Map<String, String> remarks = new HashMap<>();
            for (Row row : workbook.getSheet("报送文件")) {
                if (row.getCell(7) != null) {
                    remarks.put(
                            row.getCell(0).toString(), row.getCell(2) + " " + row.getCell(7) + " " + row.getCell(8));
                }
            }
            assertThat(remarks)
                    .containsEntry("2026-01-20/水利.xlsx", "已接收 — " + ABC)
                    .containsEntry(
                            "2026-02-03/再报.xlsx",
                            "已撤回 与 2026-01-20/水利.xlsx 内容相同；2026-03-05 撤回（2026-03-05/撤回.csv）误报 " + ABC);
            assertThat(text(workbook.getSheet("变更记录")))
                    .contains("2026-03-05\n撤回\n撤回文件，涉及 57 个数值；理由：误报\n", "2026-02-03/再报.xlsx", "撤回清单 2026-03-05/撤回.csv");
        }
    }

    /**
     * Two counties are missing on the last day that anything came, 2026-03-05, 64 days after it was due; 公主岭市, which had
     * another code until 2019, is named as it is today. What came early of 2026 is not due.
     */
    @Test
    void whoHasNotReportedIsNamed() throws IOException {
        schemas.put(Kind.REPORTING, ReportingTable.TABLE.schema());
        schemas.put(
                Kind.RECEIVED,
                new StructType().add(ObservationTable.SERIES, "string").add(ObservationTable.RECEIVED_AT, "timestamp"));
        fact(
                Kind.RECEIVED,
                new Fields()
                        .put(ObservationTable.SERIES, "rural_population")
                        .put(ObservationTable.RECEIVED_AT, day("2026-03-05")));
        reporting("rural_population", 2025, ReportingTable.PARTIAL, null, "220122", "220381");
        reporting("rural_central_water", 2025, ReportingTable.NOTHING, null, "220122", "220182", "220183");
        reporting("rural_reliable_water", 2025, ReportingTable.COMPLETE, 10);
        reporting("rural_reliable_water", 2026, ReportingTable.COMPLETE, 0);
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.OFFICE, "省水利厅")) {
            Sheet sheet = workbook.getSheet("报送情况");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("数据年度截至2025年12月31日  最后接收 2026-03-05");
            Map<String, String> said = new HashMap<>();
            Row header = row(sheet, "指标");
            for (Row row : sheet) {
                if (row.getRowNum() > header.getRowNum() && row.getCell(2) != null) {
                    said.put(
                            row.getCell(column(header, "指标")) + " " + row.getCell(column(header, "年份")),
                            row.getCell(column(header, "未报地区")) + " "
                                    + row.getCell(column(header, "逾期天数（截至2026-03-05）")));
                }
            }
            assertThat(said)
                    .containsOnly(
                            Map.entry("农村人口 2025", "农安县、公主岭市 64.0"),
                            Map.entry("农村集中供水人口 2025", "全部3个地区 64.0"),
                            Map.entry("农村供水保证人口 2025", "— 10.0"));
        }
    }

    /** A milestone was reached in 2024, and stays: nobody asks for 2025, and it is not late. */
    @Test
    void whatIsDoneIsNotSaidToBeLate() throws IOException {
        schemas.put(Kind.REPORTING, ReportingTable.TABLE.schema());
        Fields done = progress("220000", "province", 2024, 2.0, Status.MET.code())
                .put(ProgressTable.INDICATOR, "1.m1")
                .put(ProgressTable.TARGET_VALUE, 2.0);
        facts.clear();
        fact(Kind.PROGRESS, done);
        reporting("milestone_1", 2025, ReportingTable.NOTHING, null, "220000");
        reporting("rural_population", 2025, ReportingTable.NOTHING, null, "220122");
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet sheet = workbook.getSheet("报送情况");
            Row header = row(sheet, "指标");
            Map<String, String> states = new HashMap<>();
            for (int i = 1; i <= 2; i++) {
                Row row = sheet.getRow(header.getRowNum() + i);
                states.put(
                        row.getCell(column(header, "报送状态")).getStringCellValue(),
                        row.getCell(header.getLastCellNum() - 1).toString());
            }
            assertThat(states).isEqualTo(Map.of("已完成，不再催报", "—", "未报", "…"));
        }
    }

    private void reporting(String series, int year, String state, Integer daysLate, String... missing) {
        fact(
                Kind.REPORTING,
                new Fields()
                        .put(ReportingTable.OFFICE, "省水利厅")
                        .put(ReportingTable.SERIES, series)
                        .put(ReportingTable.TIME_PERIOD, year)
                        .put(ReportingTable.DUE_ON, java.time.LocalDate.parse(year + "-12-31"))
                        .put(ReportingTable.REGIONS_OWED, 60)
                        .put(ReportingTable.REGIONS_REPORTED, 60 - missing.length)
                        .put(ReportingTable.MISSING, CollectionConverters.asScala(List.of(missing)))
                        .put(ReportingTable.DAYS_LATE, daysLate)
                        .put(ReportingTable.STATE, state));
    }

    private void submission(String id, String file, String day) {
        fact(
                Kind.SUBMISSION,
                new Fields()
                        .put(SubmissionTable.SUBMISSION_ID, id)
                        .put(SubmissionTable.FILE, file)
                        .put(SubmissionTable.RECEIVED_AT, day(day))
                        .put(SubmissionTable.LAYOUT, "rural-water")
                        .put(SubmissionTable.CELLS, 60L)
                        .put(SubmissionTable.OBSERVATIONS, 57L)
                        .put(SubmissionTable.REJECTS, 0L));
    }

    /** 2026 is not over on 2026-06-30: 99% stands in a column of its own, and changes neither value nor status. */
    @Test
    void theRunningYearStandsBesideTheLastThatIsOver() throws IOException {
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("目标一览"))).doesNotContain("本年");
        }
        Fields running = progress("220122", "county", 2026, 99.0, Status.ON_TRACK.code())
                .put(ProgressTable.PROVISIONAL, true)
                .put(ProgressTable.LATEST, false);
        facts.remove(facts.size() - 1);
        fact(Kind.PROGRESS, running);
        try (XSSFWorkbook workbook = county()) {
            Sheet targets = workbook.getSheet("目标一览");
            Row header = row(targets, "编号");
            Row water = row(targets, WATER);
            assertThat(water.getCell(column(header, "数值")).getNumericCellValue())
                    .isEqualTo(80.0);
            assertThat(water.getCell(column(header, "状态")).getStringCellValue()).isEqualTo("未达标");
            assertThat(water.getCell(column(header, "本年（未结束）")).getNumericCellValue())
                    .isEqualTo(99.0);
            assertThat(text(workbook.getSheet("趋势数据"))).doesNotContain("99.0");
        }
    }

    /** 10.1% of two of 69 units is no figure of the province, and says so. */
    @Test
    void aSumOfTheRunningYearSaysHowManyAreInIt() throws IOException {
        progress("220000", "province", 2025, 80.0, Status.MISSED.code());
        Fields running = progress("220000", "province", 2026, 10.1, Status.LOW_COVERAGE.code())
                .put(ProgressTable.REGIONS_REPORTING, 2)
                .put(ProgressTable.REGIONS_EXPECTED, 69)
                .put(ProgressTable.LATEST, false);
        facts.remove(facts.size() - 1);
        fact(Kind.PROGRESS, running);
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet targets = workbook.getSheet("目标一览");
            assertThat(row(targets, WATER)
                            .getCell(column(row(targets, "编号"), "本年（未结束）"))
                            .toString())
                    .isEqualTo("10.1（已报2/69）");
        }
    }

    /** The cell for the answer is empty, and stays open where a sheet is protected; the brief names the list where there is one. */
    @Test
    void whatIsToBeFollowedUpHasACellForTheAnswer() throws IOException {
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        try (XSSFWorkbook workbook = county()) {
            Sheet sheet = workbook.getSheet("督办清单");
            Row header = row(sheet, "编号");
            Row water = row(sheet, WATER);
            assertThat(water.getCell(column(header, "牵头单位")).getStringCellValue())
                    .isEqualTo("省水利厅");
            assertThat(water.getCell(column(header, "补齐年")).getStringCellValue())
                    .isEqualTo("2026");
            Cell answer = water.getCell(column(header, "反馈"));
            assertThat(answer.getCellType()).isEqualTo(CellType.BLANK);
            assertThat(answer.getCellStyle().getLocked()).isFalse();
        }
        String named = "近期要办的事（逐项清单见数据附件“督办清单”）";
        try (XSSFWorkbook brief = workbook(Edition.BRIEF, Language.ZH, Scope.Kind.COUNTY, "220122")) {
            assertThat(text(brief.getSheetAt(0))).contains(named);
        }
        facts.clear();
        try (XSSFWorkbook brief = workbook(Edition.BRIEF, Language.ZH, Scope.Kind.COUNTY, "220122")) {
            assertThat(text(brief.getSheetAt(0))).contains("近期要办的事").doesNotContain(named);
        }
    }

    @Test
    void aCountysWorkbookNamesNoOtherCounty() throws IOException {
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        try (XSSFWorkbook workbook = county()) {
            for (Sheet sheet : workbook) {
                assertThat(text(sheet)).as(sheet.getSheetName()).doesNotContain("榆树市", "德惠市", "蛟河市");
            }
        }
    }
}
