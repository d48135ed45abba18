package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.TestConf;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.LevelNames;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;
import org.minsheng.run.Configuration;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;

/** What is said of how far apart counties are: figures, words, absences, and the charts. */
class EqualitySheetTest extends WorkbookFixture {
    static final String SHEET = "均等化";

    /** 30.2 in a year, from 71.3 in 通榆 to 98.2 in 榆树, a row for each kind of weight. */
    static Fields equity(int year, String weightedBy, double cv) {
        return new Fields()
                .put(EquityTable.INDICATOR, WATER)
                .put(EquityTable.TIME_PERIOD, year)
                .put(EquityTable.REF_AREA, "220000")
                .put(EquityTable.PEER_GROUP, EquityTable.ALL)
                .put(EquityTable.WEIGHTED_BY, weightedBy)
                .put(EquityTable.REGIONS, 58)
                .put(EquityTable.REGIONS_EXPECTED, 60)
                .put(EquityTable.PROVISIONAL, false)
                .put(EquityTable.MINIMUM, 71.3)
                .put(EquityTable.MINIMUM_AREA, "220822")
                .put(EquityTable.MAXIMUM, 98.2)
                .put(EquityTable.MAXIMUM_AREA, "220182")
                .put(EquityTable.VALUE_RANGE, 26.9)
                .put(EquityTable.CV, cv)
                .put(EquityTable.GINI, 0.061)
                .put(EquityTable.THEIL_T, 0.008)
                .put(EquityTable.THEIL_T_BETWEEN, 0.002)
                .put(EquityTable.THEIL_T_WITHIN, 0.006)
                .put(EquityTable.WORST_FIFTH, 74.5)
                .put(EquityTable.BELOW_TARGET, 31.25);
    }

    /** Coefficients of 0.15 in 2018 and 0.08 in 2025, which is 0.01 less each year. */
    static Fields trend(String tendency) {
        return new Fields()
                .put(ConvergenceTable.INDICATOR, WATER)
                .put(ConvergenceTable.REF_AREA, "220000")
                .put(ConvergenceTable.PEER_GROUP, EquityTable.ALL)
                .put(ConvergenceTable.FIRST_PERIOD, 2018)
                .put(ConvergenceTable.LAST_PERIOD, 2025)
                .put(ConvergenceTable.PERIODS, 8)
                .put(ConvergenceTable.REGIONS, 55)
                .put(ConvergenceTable.DIFFERENCE_FIRST, 0.15)
                .put(ConvergenceTable.DIFFERENCE_LAST, 0.08)
                .put(ConvergenceTable.SIGMA, -0.01)
                .put(ConvergenceTable.SIGMA_LOWER_95, -0.0121)
                .put(ConvergenceTable.SIGMA_UPPER_95, -0.0079)
                .put(ConvergenceTable.TENDENCY, tendency);
    }

    private static Fields contribution(String county, double people, double amount, Double removes) {
        return new Fields()
                .put(ContributionTable.INDICATOR, WATER)
                .put(ContributionTable.TIME_PERIOD, 2025)
                .put(ContributionTable.REF_AREA, county)
                .put(ContributionTable.CUMULATIVE_PEOPLE, people)
                .put(ContributionTable.CUMULATIVE_AMOUNT, amount)
                .put(ContributionTable.CLOSING_REMOVES, removes);
    }

    private void years() {
        for (String weight : List.of(EquityTable.BY_BASE, EquityTable.BY_PEOPLE)) {
            fact(Kind.EQUITY, equity(2024, weight, 0.09));
            fact(Kind.EQUITY, equity(2025, weight, 0.081));
        }
    }

    private XSSFWorkbook office(Edition edition) throws IOException {
        return workbook(edition, Language.ZH, Scope.Kind.OFFICE, "省水利厅");
    }

    private static List<String> cells(Sheet sheet, String indicator, String... columns) {
        Row header = row(sheet, "编号");
        Row row = row(sheet, indicator);
        return Stream.of(columns)
                .map(column -> row.getCell(column(header, column)).toString())
                .toList();
    }

    @Test
    void aRowSaysWhoIsFirstAndLastHowFarApartAndWhenTheyAreEqual() throws IOException {
        years();
        fact(
                Kind.CONVERGENCE,
                trend(ConvergenceTable.CONVERGING)
                        .put(ConvergenceTable.REACHED_IN, 2028)
                        .put(ConvergenceTable.BETA_LOWER_95, -0.3)
                        .put(ConvergenceTable.BETA_UPPER_95, -0.1));
        fact(Kind.CONTRIBUTION, contribution("220822", 40, 30, 12.34));
        fact(Kind.CONTRIBUTION, contribution("220122", 60, 55, 3.0));
        fact(Kind.CONTRIBUTION, contribution("220182", 100, 100, null));
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            Sheet sheet = workbook.getSheet(SHEET);
            assertThat(cells(sheet, WATER, "年份", "有数县区数", "最低值", "最低县（市、区）", "最高值", "最高县（市、区）", "极差"))
                    .containsExactly("2025", "58/60", "71.3", "通榆县", "98.2", "榆树市", "26.9");
            // 0.002 of 0.008 are a fourth.
            assertThat(cells(sheet, WATER, "差异系数", "基尼系数（按人口）", "市（州）间占比（%，按人口）", "最差五分之一人口的均值", "未达标县区人口占比（%）"))
                    .containsExactly("0.081", "0.061", "25.0", "74.5", "31.25");
            assertThat(cells(sheet, WATER, "补齐后差距缩小最多的县（市、区）", "说明")).containsExactly("通榆县（12.3%）", "—");
            assertThat(cells(sheet, WATER, "差距变化", "起止年", "比较县区数", "同口径起年差异系数", "同口径末年差异系数", "差异系数年均变化"))
                    .containsExactly("差距在缩小", "2018—2025", "55.0", "0.15", "0.08", "-0.01");
            assertThat(cells(sheet, WATER, "年均变化95%区间", "何年降到（不高于）监测线", "低值县追赶"))
                    .containsExactly("-0.012～-0.008", "约2028年", "低值县增长较快");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .endsWith(CONF.catalogue().policy().equalisation().reading().zh());
            assertThat(cells(sheet, "30.1", "年份", "最低值", "差异系数", "差距变化", "说明"))
                    .containsExactly("…", "…", "—", "无法判断", "没有数值");
        }
    }

    /** With three that have the largest value and two that have the least, none is named as if it were alone. */
    @Test
    void countiesWithTheSameValueAreCounted() throws IOException {
        years();
        List.of("220182", "220122", "220183")
                .forEach(county -> progress(county, "county", 2025, 98.2, Status.MET.code()));
        List.of("220822", "220221").forEach(county -> progress(county, "county", 2025, 71.3, Status.MISSED.code()));
        progress("220281", "county", 2024, 98.2, Status.OVERDUE.code());
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            assertThat(cells(workbook.getSheet(SHEET), WATER, "最低县（市、区）", "最高县（市、区）"))
                    .containsExactly("永吉县、通榆县", "农安县、榆树市、德惠市");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "converging, 2024, , 差距在缩小, 2024年起不高于监测线",
        "converging, , beyond_goal, 差距在缩小, 按此速度到2035年达不到",
        "diverging, , not_closing, 差距在扩大, 差距在扩大，按此到2035年达不到",
        "unclear, , unclear, 看不出变化, 变化不明，无法推算",
        "equal, 2018, , 各县相同, 2018年起不高于监测线",
        "converging, , no_goal, 差距在缩小, 未定标准",
    })
    void theTendencyIsToldInPlainWords(String tendency, Integer year, String reason, String word, String reached)
            throws IOException {
        years();
        fact(
                Kind.CONVERGENCE,
                trend(tendency)
                        .put(ConvergenceTable.REACHED_IN, year)
                        .put(ConvergenceTable.REACHED_REASON, reason)
                        .put(ConvergenceTable.BETA_LOWER_95, -0.3)
                        .put(ConvergenceTable.BETA_UPPER_95, 0.1));
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            assertThat(cells(workbook.getSheet(SHEET), WATER, "差距变化", "何年降到（不高于）监测线", "低值县追赶"))
                    .containsExactly(word, reached, "看不出快慢");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "total, total, 总量指标，不比较",
        "negative_value, negative_value, 有负值，不比较",
        "single_region, too_few_regions, 只有一个县（市、区），不比较",
        "no_weight, too_few_years, 权数不详，不比较"
    })
    void whatIsNotComparedSaysWhy(String reason, String trendReason, String said) throws IOException {
        fact(
                Kind.EQUITY,
                equity(2025, EquityTable.BY_BASE, 0).put(EquityTable.CV, null).put(EquityTable.REASON, reason));
        fact(
                Kind.CONVERGENCE,
                new Fields()
                        .put(ConvergenceTable.INDICATOR, WATER)
                        .put(ConvergenceTable.PEER_GROUP, EquityTable.ALL)
                        .put(ConvergenceTable.PERIODS, 1)
                        .put(ConvergenceTable.REGIONS, 0)
                        .put(ConvergenceTable.TENDENCY, ConvergenceTable.UNKNOWN)
                        .put(ConvergenceTable.REACHED_REASON, trendReason)
                        .put(ConvergenceTable.REASON, trendReason));
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            Sheet sheet = workbook.getSheet(SHEET);
            assertThat(cells(sheet, WATER, "说明", "差异系数", "基尼系数（按人口）", "差距变化", "起止年", "差异系数年均变化", "低值县追赶"))
                    .containsExactly(said, "—", "—", "无法判断", "—", "—", "—");
            assertThat(workbook.getSheet("均等化图")).isNull();
        }
        try (XSSFWorkbook workbook = office(Edition.BRIEF)) {
            assertThat(workbook.getSheet(SHEET)).isNull();
        }
    }

    /** The last year of which nothing came does not hide the one before. */
    @Test
    void theYearIsTheLastWithAValue() throws IOException {
        fact(Kind.EQUITY, equity(2024, EquityTable.BY_BASE, 0.09));
        fact(Kind.EQUITY, equity(2025, EquityTable.BY_BASE, 0).put(EquityTable.REASON, EquityTable.NO_VALUE));
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            assertThat(cells(workbook.getSheet(SHEET), WATER, "年份", "差异系数", "基尼系数（按人口）"))
                    .containsExactly("2024", "0.09", "—");
        }
    }

    @Test
    void withoutARowTheCoverSaysThatThereIsNothingAndACountyHasNoSheet() throws IOException {
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            assertThat(workbook.getSheet(SHEET)).isNull();
            assertThat(text(workbook.getSheetAt(0))).contains("没有内容而未列出的表：均等化");
        }
        years();
        try (XSSFWorkbook workbook = county()) {
            assertThat(workbook.getSheet(SHEET)).isNull();
            assertThat(text(workbook.getSheetAt(0))).doesNotContain(SHEET);
        }
    }

    @Test
    void withoutAReadingOfThePolicyThatIsSaid(@TempDir Path work) throws IOException {
        Path policy = TestConf.copy(work).resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).split("\nequalisation:")[0]);
        TestConf.replace(policy.resolveSibling("regions.csv"), ",district,", ",,");
        Configuration conf = Configuration.read(policy.resolveSibling("minsheng.yaml"), Map.of());
        Scope province = Scope.all(conf.catalogue(), conf.regions(), Words.in(Language.ZH, LevelNames.usualOnes()))
                .get(0);
        BookData data = new BookData(conf.catalogue(), conf.regions(), DAY, province, new Facts(Map.of()));
        assertThat(new EqualityWords(new Shown(data, Words.in(Language.ZH, LevelNames.usualOnes()))).reading())
                .isEqualTo("政策和目录未给出均等化的数值标准。");
    }

    /** Groups of counties stand below all of them, with their names. */
    @Test
    void districtsAndCountiesAreAlsoHeldApart() throws IOException {
        years();
        fact(Kind.EQUITY, equity(2025, EquityTable.BY_BASE, 0.031).put(EquityTable.PEER_GROUP, "district"));
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            Sheet sheet = workbook.getSheet(SHEET);
            int all = row(sheet, WATER).getRowNum();
            int group = column(row(sheet, "编号"), "比较范围");
            int difference = column(row(sheet, "编号"), "差异系数");
            assertThat(sheet.getRow(all).getCell(group).toString()).isEqualTo("全部");
            assertThat(sheet.getRow(all + 1).getCell(group).toString()).isEqualTo("市辖区");
            assertThat(sheet.getRow(all + 1).getCell(difference).getNumericCellValue())
                    .isEqualTo(0.031);
        }
    }

    private static CTPlotArea plot(XSSFSheet sheet, int chart) {
        return charts(sheet).get(chart).getCTChart().getPlotArea();
    }

    private static List<XSSFChart> charts(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch().getCharts();
    }

    private static String title(XSSFSheet sheet, int chart) {
        return charts(sheet)
                .get(chart)
                .getTitle()
                .getBody()
                .getParagraphs()
                .get(0)
                .getText();
    }

    /** Half of the people: 40 of them have 30, and half of the next 20 have half of the next 25, so 42.5. */
    @Test
    void chartsDrawTheCurveTheYearsAndTheParts() throws IOException {
        years();
        fact(Kind.CONVERGENCE, trend(ConvergenceTable.CONVERGING));
        fact(Kind.CONTRIBUTION, contribution("220182", 100, 100, null));
        fact(Kind.CONTRIBUTION, contribution("220122", 60, 55, 3.0));
        fact(Kind.CONTRIBUTION, contribution("220822", 40, 30, 12.34));
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            XSSFSheet sheet = workbook.getSheet("均等化图");
            assertThat(charts(sheet)).hasSize(3);
            assertThat(title(sheet, 0)).isEqualTo("30.2 农村供水保证率：按人口加权，数值低的一半人口只占数值合计的42.5%");
            var curve = plot(sheet, 0).getScatterChartArray(0).getSerArray();
            assertThat(curve).hasSize(2); // and the line of equality
            assertThat(Stream.of(curve[0].getXVal().getNumRef().getNumCache().getPtArray())
                            .map(point -> point.getV()))
                    .containsExactly("0.0", "40.0", "60.0", "100.0");
            assertThat(curve[0].getYVal().getNumRef().getF()).isEqualTo("'均等化图数据'!$E$4:$E$7");
            assertThat(title(sheet, 1)).isEqualTo("30.2差距在缩小");
            var lines = plot(sheet, 1).getLineChartArray(0).getSerArray();
            assertThat(lines).hasSize(2); // and the goal
            assertThat(Stream.of(lines[0].getVal().getNumRef().getNumCache().getPtArray())
                            .map(point -> point.getV()))
                    .containsExactly("0.09", "0.081");
            assertThat(title(sheet, 2)).isEqualTo("1项指标中1项的差距主要在市（州）之内");
            assertThat(plot(sheet, 2).getBarChartArray(0).getOverlap().xgetVal().getStringValue())
                    .isEqualTo("100");
            XSSFSheet data = workbook.getSheet("均等化图数据");
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex(data))).isTrue();
            assertThat(data.getProtect()).isTrue();
            assertThat(data.getRow(4).getCell(2).toString()).isEqualTo("通榆县");
            assertThat(data.getRow(4).getCell(4).getNumericCellValue()).isEqualTo(30.0);
        }
    }

    /** The brief has the largest ten on one page, with two charts. */
    @Test
    void theBriefHasTheLargestDifferencesOnOnePage() throws IOException {
        List<String> ids = CONF.catalogue()
                .indicators()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .map(Indicator::id)
                .limit(12)
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            fact(Kind.EQUITY, equity(2025, EquityTable.BY_BASE, 0.01 * (i + 1)).put(EquityTable.INDICATOR, ids.get(i)));
        }
        try (XSSFWorkbook workbook = workbook(Edition.BRIEF, Language.ZH, Scope.Kind.PROVINCE, "220000")) {
            XSSFSheet sheet = workbook.getSheet(SHEET);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
            assertThat(sheet.getTables().get(0).getRowCount()).isEqualTo(11);
            assertThat(sheet.getRow(3).getCell(0).toString()).isEqualTo(ids.get(11));
            assertThat(sheet.getRow(0).getCell(0).toString()).isEqualTo("吉林省县际差距最大的10项指标（可比的共12项）");
        }
    }
}
