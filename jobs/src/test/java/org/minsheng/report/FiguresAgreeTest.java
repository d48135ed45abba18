package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.conf.Language;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;

/** That what is shown never contradicts the status: figures as a spreadsheet shows them, and the sentences beside them. */
class FiguresAgreeTest extends WorkbookFixture {
    private static final DataFormatter SEEN = new DataFormatter();

    private static String seen(Sheet sheet, String indicator, String column) {
        return SEEN.formatCellValue(row(sheet, indicator).getCell(column(row(sheet, "编号"), column)));
    }

    /** The last row of the facts, of another indicator. */
    private Fields of(String indicator, Fields row) {
        facts.remove(facts.size() - 1);
        row.put(ProgressTable.INDICATOR, indicator);
        return row;
    }

    /** In the column of the value, against 90. */
    @ParameterizedTest
    @CsvSource({
        "89.96, missed, 89.96, -0.04",
        "89.94, missed, 89.9, -0.1",
        "89.9999996, missed, 89.9999996, -0.0000004",
        "90, met, 90.0, 0.0",
        "90.04, met, 90.04, 0.04",
        "90.4, met, 90.4, 0.4",
        "0.04, missed, 0.04, -90.0",
        "0, missed, 0.0, -90.0"
    })
    void aValueIsNotShownAsTheTargetThatItIsNot(double value, String status, String shown, String gap)
            throws IOException {
        progress("220122", "county", 2025, value, status);
        try (XSSFWorkbook workbook = county()) {
            Sheet targets = workbook.getSheet("目标一览");
            assertThat(seen(targets, WATER, "数值")).isEqualTo(shown);
            assertThat(seen(targets, WATER, "差距")).isEqualTo(gap);
            if (status.equals("missed")) {
                assertThat(text(workbook.getSheet("总览"))).contains("2025年" + shown + "%，目标≥90%");
            }
        }
    }

    /** Of 2025 it is all for one year; of 2023 a third of 10 a year until 2026, of which 3.33 would not do. */
    @ParameterizedTest
    @CsvSource({"89.96, 2025, 需+0.04", "0.1, 2025, 需+89.9", "80, 2023, 需每年+3.34"})
    void whatItTakesIsNeverNothingAndAlwaysEnough(double value, int year, String pace) throws IOException {
        progress("220122", "county", year, value, Status.MISSED.code());
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("总览"))).contains("2026年底补齐" + pace + "个百分点。");
            Sheet followUp = workbook.getSheet("督办清单");
            assertThat(SEEN.formatCellValue(row(followUp, WATER).getCell(column(row(followUp, "编号"), "年均需增（降）"))))
                    .isEqualTo(pace.substring(pace.indexOf('+') + 1));
        }
    }

    /** R = 0.9496 is slow, which 0.95 is not; nor is -0.001 behind. */
    @ParameterizedTest
    @CsvSource({"0.9496, slow, 0.9496", "0.95, on_track, 0.95", "-0.001, reversing, -0.001", "0.734, slow, 0.73"})
    void aRatioIsToldFromTheThresholds(double ratio, String status, String shown) throws IOException {
        Fields row = progress("220122", "county", 2025, 80.0, status).put(ProgressTable.PACE_RATIO, ratio);
        facts.clear();
        fact(Kind.PROGRESS, row);
        try (XSSFWorkbook workbook = county()) {
            assertThat(seen(workbook.getSheet("明细"), WATER, "进度比R")).isEqualTo(shown);
        }
    }

    @Test
    void aToleranceStandsInTheTarget() throws IOException {
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet targets = workbook.getSheet("目标一览");
            assertThat(seen(targets, "28.2", "目标")).isEqualTo("7%±1");
            assertThat(seen(targets, "28.3", "目标")).isEqualTo("3%±0.5");
            assertThat(seen(targets, "15.1", "目标")).isEqualTo("约75%（≥73%）");
            assertThat(seen(targets, "9.2", "目标")).isEqualTo("约1万人（≥9,500人）");
            assertThat(seen(targets, "30.2", "目标")).isEqualTo("≥90%");
        }
    }

    /** About 75, at least 73: from 60 it takes 13 points. */
    @Test
    void whatItTakesIsMeasuredToTheBound() throws IOException {
        Fields row = progress("220122", "county", 2025, 60.0, Status.MISSED.code())
                .put(ProgressTable.TARGET_VALUE, 75.0)
                .put(ProgressTable.GAP, -15.0)
                .put(ProgressTable.NEEDED_CHANGE, 13.0);
        fact(Kind.PROGRESS, of("15.1", row));
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("总览"))).contains("目标约75%（≥73%）（2025年）", "差13.0个百分点；2026年底补齐需+13.0个百分点");
        }
    }

    /** What each year is judged by is asked of this one, not of 2035: 12 of 30 takes 18 more. */
    @Test
    void aYearlyTargetIsAskedOfThisYear() throws IOException {
        Fields row = progress("220000", "province", 2025, 12.0, Status.MISSED.code())
                .put(ProgressTable.TARGET_VALUE, 30.0)
                .put(ProgressTable.NEEDED_CHANGE, 18.0);
        fact(Kind.PROGRESS, of("9.1", row));
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            assertThat(text(workbook.getSheet("总览"))).contains("差18个；2026年底补齐需+18个。");
        }
    }

    /**
     * Of 2025 two counties meet it, one does not, and the zone neither; a fourth has a figure of 2023 only. Two of four are
     * 50%, and the other 57 counties sent nothing.
     */
    @Test
    void theCountsOfCountiesAreTheSameEverywhere() throws IOException {
        Fields province = progress("220000", "province", 2025, 50.0, Status.MISSED.code())
                .put(ProgressTable.VALUE_IS, "share_of_counties")
                .put(ProgressTable.SOURCE, ProgressTable.ROLLED_UP)
                .put(ProgressTable.NUMERATOR, 2.0)
                .put(ProgressTable.DENOMINATOR, 4.0)
                .put(ProgressTable.REGIONS_REPORTING, 4)
                .put(ProgressTable.REGIONS_EXPECTED, 61)
                .put(ProgressTable.TARGET_VALUE, 100.0)
                .put(ProgressTable.NEEDED_CHANGE, 50.0);
        fact(Kind.PROGRESS, of("17.1", province));
        String[][] units = {
            {"220122", "county", "2025", "1.4", "met"},
            {"220182", "county", "2025", "1.3", "met"},
            {"220183", "county", "2025", "1.2999", "missed"},
            {"220171", "zone", "2025", "1.1", "missed"},
            {"220221", "county", "2023", "1.1", "overdue"}
        };
        for (String[] unit : units) {
            fact(
                    Kind.PROGRESS,
                    of(
                            "17.1",
                            progress(unit[0], unit[1], Integer.parseInt(unit[2]), Double.valueOf(unit[3]), unit[4])
                                    .put(ProgressTable.TARGET_VALUE, 1.3)));
        }
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet targets = workbook.getSheet("目标一览");
            assertThat(seen(targets, "17.1", "数值")).isEqualTo("50.0");
            assertThat(seen(targets, "17.1", "目标")).isEqualTo("各县均≥1.3倍");
            assertThat(seen(targets, "17.1", "达标县区数")).isEqualTo("2");
            assertThat(seen(targets, "17.1", "未达标县区数")).isEqualTo("2");
            assertThat(seen(targets, "17.1", "未报县区数")).isEqualTo("57");
            assertThat(text(workbook.getSheet("总览"))).contains("达标县区占比50.0%（已报4个，达标2个）", "2个县区未达标。");
            Sheet details = workbook.getSheet("明细");
            Row sum = row(details, "17.1");
            assertThat(sum.getCell(column(row(details, "编号"), "说明")).getStringCellValue())
                    .startsWith("缺57个单位：南关区、宽城区")
                    .endsWith("等");
            assertThat(sum.getCell(column(row(details, "编号"), "追溯命令")).getStringCellValue())
                    .isEqualTo("./minsheng explain 17.1 220000 2025");
            assertThat(text(details)).contains("1.2999"); // and not 1.30, which meets it
        }
    }

    /** What each year is judged by was met in 2024, and nobody knows of 2025: no trend is told of what it need not reach. */
    @Test
    void anOverdueFigureThatMeetsTheTargetIsNotExpectedToMeetIt() throws IOException {
        Fields row = progress("220000", "province", 2024, 10888.0, Status.OVERDUE.code());
        fact(Kind.PROGRESS, of("9.2", row));
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            assertThat(text(workbook.getSheet("总览")))
                    .contains("2024年10,888人，目标约1万人（≥9,500人）（2025年）。期限已过，尚未报送2025年数值。\n");
        }
    }

    /** The projection said 2025, which is over and was not reported: what was likely then is expected of the year after. */
    @Test
    void noYearThatIsOverIsExpected() throws IOException {
        progress("220122", "county", 2024, 89.0, Status.OVERDUE.code());
        for (int year : new int[] {2025, 2026, 2027}) {
            fact(Kind.PROJECTION, projection(year, 91.0 + year - 2025, 0.9, 2025));
        }
        try (XSSFWorkbook workbook = county()) {
            assertThat(seen(workbook.getSheet("目标一览"), WATER, "预计达标年（按基期以来趋势）")).isEqualTo("2026");
            assertThat(text(workbook.getSheet("总览"))).contains("预计2026年达标。").doesNotContain("预计2025年");
        }
    }

    /** The province says 79%, its counties make 80.6%. */
    @Test
    void aFigureOfItsOwnThatIsNotTheSumStandsBesideIt() throws IOException {
        Fields row = progress("220000", "province", 2025, 80.6, Status.MISSED.code())
                .put(ProgressTable.REPORTED_DIFFERS, true)
                .put(ProgressTable.REPORTED_VALUE, 79.0);
        facts.clear();
        fact(Kind.PROGRESS, row);
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            assertThat(seen(workbook.getSheet("目标一览"), WATER, "自报数值")).isEqualTo("79.0（超出容差）");
            assertThat(text(workbook.getSheet("总览"))).contains("本级自报79.0%，与汇总不符。");
        }
    }

    /** There in 2024, and not reported of 2025: nobody may say that it is not there. */
    @Test
    void aFacilityThatWasThereIsNotSaidToBeMissing() throws IOException {
        Fields row = progress("220122", "county", 2024, 100.0, Status.OVERDUE.code());
        fact(Kind.PROGRESS, of("35.3", row));
        try (XSSFWorkbook workbook = county()) {
            assertThat(text(workbook.getSheet("总览")))
                    .contains("期限已过，尚未报送2025年数值。")
                    .doesNotContain("尚未建成");
        }
    }

    /** Nobody has reported 2025: of 2024 the sum and the counts are told, one county that met it and one that did not. */
    @Test
    void theCountsOfAnOlderYearAreThoseOfItsFigures() throws IOException {
        progress("220000", "province", 2024, 85.0, Status.OVERDUE.code());
        progress("220122", "county", 2024, 91.0, Status.OVERDUE.code());
        progress("220182", "county", 2024, 80.0, Status.OVERDUE.code());
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            Sheet targets = workbook.getSheet("目标一览");
            assertThat(seen(targets, WATER, "达标县区数")).isEqualTo("1");
            assertThat(seen(targets, WATER, "未达标县区数")).isEqualTo("1");
            assertThat(seen(targets, WATER, "未报县区数")).isEqualTo("58");
            assertThat(text(workbook.getSheet("总览"))).contains("尚未报送2025年数值。1个县区未达标。");
        }
    }

    @Test
    void whatWasMetLateSaysSo() throws IOException {
        Fields row = progress("220122", "county", 2025, 95.0, Status.MET.code())
                .put(ProgressTable.DEADLINE, 2020)
                .put(ProgressTable.MET_IN, 2024);
        facts.clear();
        fact(Kind.PROGRESS, row);
        try (XSSFWorkbook workbook = county()) {
            assertThat(seen(workbook.getSheet("目标一览"), WATER, "状态")).isEqualTo("已达标（晚于期限）");
        }
    }

    @Test
    void anOverdueTargetSaysWhatWasNotSent() throws IOException {
        progress("220122", "county", 2023, 84.0, Status.OVERDUE.code());
        try (XSSFWorkbook workbook = county()) {
            assertThat(seen(workbook.getSheet("目标一览"), WATER, "状态")).isEqualTo("逾期未报");
            assertThat(text(workbook.getSheet("总览"))).contains("30.2 农村供水保证率：2023年84.0%，目标≥90%（2025年）。尚未报送2025年数值。");
        }
    }
}
