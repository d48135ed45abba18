package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Language;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;

/** What the page for five minutes says of few, odd and extreme rows; of whole nights, {@code NightlyTest} reads it back. */
class OnePageTest extends WorkbookFixture {

    private String page(Scope.Kind kind, String id) throws IOException {
        try (XSSFWorkbook workbook = workbook(Edition.BRIEF, Language.ZH, kind, id)) {
            XSSFSheet page = workbook.getSheetAt(0);
            assertThat(page.getSheetName()).isEqualTo("一页通");
            assertThat(page.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
            return text(page);
        }
    }

    private String ofCounty() throws IOException {
        return page(Scope.Kind.COUNTY, "220122");
    }

    private Fields county(int year, double value, Status status) {
        return progress("220122", "county", year, value, status.code()).put(ProgressTable.LATEST, year == 2025);
    }

    /** Puts years of the county in the place of those that were there. */
    private void years(Fields... rows) {
        facts.clear();
        for (Fields row : rows) {
            fact(Kind.PROGRESS, row);
        }
    }

    @Test
    void withoutAnyDataItSaysSo() throws IOException {
        assertThat(ofCounty())
                .contains("30项目标均无可用数据", "2  没有已知的未达标目标", "3  没有可比的同级数据", "低30项")
                .doesNotContain("4  补齐要多大力度");
    }

    /** A year without a value, or with a sum of too few people, may have met it: nobody knows. */
    @Test
    void newlyMetIsWhatTheYearBeforeIsKnownToHaveMissed() throws IOException {
        Fields met = county(2025, 95, Status.MET).put(ProgressTable.MET_IN, 2025);
        years(met, county(2024, 80, Status.SLOW));
        assertThat(ofCounty()).contains("▲ 2025年新达标1项：30.2");
        years(met, county(2024, 80, Status.LOW_COVERAGE));
        assertThat(ofCounty()).contains("▲ 2025年新达标0项\n");
        years(met, county(2024, 80, Status.NO_DATA).put(ProgressTable.OBS_VALUE, null), county(2023, 80, Status.SLOW));
        assertThat(ofCounty()).contains("▲ 2025年新达标0项\n");
        years(met, county(2023, 80, Status.SLOW));
        assertThat(ofCounty()).contains("▲ 2025年新达标0项\n");
        years(county(2025, 80, Status.LOST), county(2023, 95, Status.MET));
        assertThat(ofCounty()).contains("▼ 2025年由达标转为未达标0项\n");
    }

    @Test
    void whereAllIsMetThereAreNoEmptyHeadings() throws IOException {
        progress("220122", "county", 2025, 95.0, Status.MET.code());
        assertThat(ofCounty())
                .contains("30项目标达标1项（3%），无法评定29项", "2  没有已知的未达标目标")
                .doesNotContain("4  补齐要多大力度", "会商", "最紧迫的是");
    }

    /** 10 points are short; 2 a year since 2022 would take five years. */
    @ParameterizedTest
    @CsvSource({
        "74, +2.0点, 5.0倍力度, ↗好转",
        "71, +3.0点, 3.4倍力度, ↗好转",
        "50, +10.0点, 现速即可, ↗好转",
        "78.5, +0.5点, 十倍以上, ↗好转",
        "86, -2.0点, 需扭转, ↘变差",
        "80, 0, 需扭转, →持平"
    })
    void whatItTakesIsHeldAgainstTheLastThreeYears(double before, String pace, String effort, String trend)
            throws IOException {
        years(county(2022, before, Status.BEHIND), county(2025, 80, Status.MISSED));
        String page = ofCounty();
        assertThat(page).contains("-11%" + trend + "\n" + effort, "最紧迫的是农村供水保证率");
        if (effort.endsWith("力度") || effort.equals("现速即可")) {
            assertThat(page).contains("差10.0点", "近年" + pace);
        }
        assertThat(page.contains("提醒：30.2 农村供水保证率近年变差或没有进展")).isEqualTo(effort.equals("需扭转"));
        assertThat(page.contains("会商：30.2 农村供水保证率按近年速度2026年底补不齐"))
                .isEqualTo(effort.endsWith("倍力度") || effort.startsWith("十倍"));
    }

    /** The sum of 2022 was of other regions, so a part of its change may be theirs. */
    @Test
    void aPaceBetweenSumsOfOtherRegionsIsRough() throws IOException {
        years(county(2022, 71, Status.BEHIND).put(ProgressTable.REGIONS_REPORTING, 2), county(2025, 80, Status.MISSED));
        assertThat(ofCounty()).contains("近年约+3.0点");
    }

    @ParameterizedTest
    @CsvSource({"missed, 尚未建成, 宜先核实", "lost, 宜先核实, 尚未建成"})
    void aFacilityIsThereOrNot(String status, String said, String notSaid) throws IOException {
        years(county(2025, 0, Status.of(status))
                .put(ProgressTable.INDICATOR, "35.3")
                .put(ProgressTable.TARGET_VALUE, 100.0)
                .put(ProgressTable.NEEDED_CHANGE, 100.0));
        assertThat(ofCounty()).contains(said).doesNotContain(notSaid);
    }

    /** Of two counties one had a fitness centre, and the other never had one: the province is to check the first. */
    @Test
    void whatCountiesHaveNoLongerIsToBeCheckedInTheProvinceToo() throws IOException {
        years(centre("220183", Status.LOST), centre("220122", Status.MISSED));
        assertThat(page(Scope.Kind.PROVINCE, "220000")).contains("核实：35.3", "有县区由达标转为不达标（逐项计1个）");
    }

    private Fields centre(String county, Status status) {
        return progress(county, "county", 2025, 0.0, status.code())
                .put(ProgressTable.INDICATOR, "35.3")
                .put(ProgressTable.TARGET_VALUE, 100.0)
                .put(ProgressTable.NEEDED_CHANGE, 100.0);
    }

    /** The sum meets the target of 90, and what the province says itself does not: then nobody knows. */
    @ParameterizedTest
    @CsvSource({"91.2, 89.5, true", "88.0, 90.0, true", "91.2, 94.5, false", "90.0, 94.5, false", "88.0, 85.5, false"})
    void whereTheOwnFigureIsOnTheOtherSideOfTheTargetThatIsSaid(double sum, double own, boolean isSaid)
            throws IOException {
        years(progress("220000", "province", 2025, sum, sum < 90 ? "missed" : "met")
                .put(ProgressTable.REPORTED_VALUE, own)
                .put(ProgressTable.REPORTED_DIFFERS, true));
        String page = page(Scope.Kind.PROVINCE, "220000");
        assertThat(page).contains("自报数与汇总不符");
        assertThat(page.contains("30.2 农村供水保证率（自报" + own + "%，达标与否与汇总相反）")).isEqualTo(isSaid);
    }

    /** A sum of a few counties is no verdict, and of a sum that cannot be there is nothing to compare. */
    @Test
    void whereTheSumTellsNothingNothingIsSaidOfTheOtherSide() throws IOException {
        Fields few = progress("220000", "province", 2025, 91.2, Status.LOW_COVERAGE.code())
                .put(ProgressTable.REPORTED_VALUE, 89.5)
                .put(ProgressTable.REPORTED_DIFFERS, true);
        Fields none = progress("220000", "province", 2025, null, Status.NO_DATA.code())
                .put(ProgressTable.REPORTED_VALUE, 89.5)
                .put(ProgressTable.REPORTED_DIFFERS, true)
                .put(ProgressTable.INDICATOR, "30.1");
        years(few, none);
        assertThat(page(Scope.Kind.PROVINCE, "220000"))
                .contains("核实：30.1", "自报数与汇总不符")
                .doesNotContain("达标与否与汇总相反");
    }

    /** Further off, but nearer each year: what moves away counts twice. */
    @Test
    void whatMovesAwayComesFirst() throws IOException {
        Fields nearer = county(2025, 72, Status.MISSED);
        Fields nearerBefore = county(2022, 60, Status.BEHIND);
        Fields away = county(2025, 80, Status.MISSED).put(ProgressTable.INDICATOR, "32.1");
        Fields awayBefore = county(2022, 82, Status.BEHIND).put(ProgressTable.INDICATOR, "32.1");
        years(nearer, nearerBefore, away, awayBefore);
        String page = ofCounty();
        assertThat(page.indexOf("32.1 ")).isPositive().isLessThan(page.indexOf("30.2 "));
    }

    @Test
    void aMilestoneThatIsNotDoneIsNamedWithoutADistance() throws IOException {
        Indicator milestone = CONF.catalogue()
                .indicators()
                .filter(one -> one.targets().get(0).kind() instanceof TargetKind.Milestone)
                .findFirst()
                .orElseThrow();
        Fields row = progress("220000", "province", 2025, 1.0, Status.MISSED.code())
                .put(ProgressTable.INDICATOR, milestone.id())
                .put(ProgressTable.TARGET_VALUE, 2.0)
                .put(ProgressTable.GAP, null)
                .put(ProgressTable.NEEDED_CHANGE, null);
        years(row);
        assertThat(page(Scope.Kind.OFFICE, milestone.lead()))
                .contains("未达标1项", milestone.id() + " ", "推进中")
                .contains("无法按速度测算1项", "推进：" + milestone.id())
                .doesNotContain("没有已知的未达标目标");
    }

    /** What is owed comes from the table of reports, by the office of each series; a mark on the workbook's own figures. */
    @Test
    void whoOwesWhatIsAskedFor() throws IOException {
        progress("220000", "province", 2025, 80.0, Status.MISSED.code());
        schemas.put(
                Kind.OWED,
                new StructType()
                        .add(ReportingTable.OFFICE, "string")
                        .add(ReportingTable.SERIES, "string")
                        .add(ProgressTable.REF_AREA, "string"));
        for (String region : List.of("220182", "220183", "220122", "220221")) {
            fact(
                    Kind.OWED,
                    new Fields()
                            .put(ReportingTable.OFFICE, "省民政厅")
                            .put(ReportingTable.SERIES, "rural_population")
                            .put(ProgressTable.REF_AREA, region));
        }
        assertThat(page(Scope.Kind.OFFICE, "省水利厅")).contains("催报（2025年县级数据）：省民政厅缺农安县、榆树市、德惠市等4个。");
        assertThat(ofCounty()).contains("补报（2025年数据）：农村人口（报省民政厅）");
    }
}
