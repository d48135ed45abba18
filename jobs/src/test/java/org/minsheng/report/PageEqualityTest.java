package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.conf.Language;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.report.Facts.Kind;

/** What the page for five minutes says of counties beside each other, word for word. */
class PageEqualityTest extends ScoreFixture {

    private String page(Language language, Scope.Kind kind, String id) throws IOException {
        try (XSSFWorkbook workbook = workbook(Edition.BRIEF, language, kind, id)) {
            return text(workbook.getSheetAt(0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "converging | 2028 | | 2018年以来差距在缩小（各年可比的55个县，差异系数0.15→0.08），按此速度约2028年降到监测线。可比的1项中，差距在缩小1项。",
                "converging | 2024 | | 2018年以来差距在缩小（各年可比的55个县，差异系数0.15→0.08），2024年起不高于监测线。可比的1项中，差距在缩小1项。",
                "converging | | beyond_goal | 2018年以来差距在缩小（各年可比的55个县，差异系数0.15→0.08），按此速度到2035年仍高于监测线。可比的1项中，差距在缩小1项。",
                "diverging | | not_closing | 2018年以来差距在扩大（各年可比的55个县，差异系数0.15→0.08）。可比的1项中，差距在扩大1项（差异最大的：30.2）。",
                "unclear | | unclear | 2018年以来差距看不出变化（各年可比的55个县，差异系数0.15→0.08）。可比的1项中，看不出变化1项。",
                "equal | | | 历年各县相同。可比的1项中，各县相同1项。",
                "unknown | | too_few_years | 变化无法判断（不足三年）。可比的1项中，无法判断1项。",
            })
    void theLargestDifferenceIsToldWithItsTendency(String tendency, Integer year, String reason, String said)
            throws IOException {
        fact(Kind.EQUITY, EqualitySheetTest.equity(2025, EquityTable.BY_BASE, 0.081));
        fact(
                Kind.CONVERGENCE,
                EqualitySheetTest.trend(tendency)
                        .put(ConvergenceTable.REACHED_IN, year)
                        .put(ConvergenceTable.REACHED_REASON, reason)
                        .put(ConvergenceTable.REASON, reason));
        assertThat(page(Language.ZH, Scope.Kind.OFFICE, "省水利厅"))
                .contains("县际差距：30.2 农村供水保证率：最高98.2%（榆树市），最低71.3%（通榆县），相差26.9个百分点；" + said);
    }

    /** All counties with a value: the trend over eight years is not that of the last three. */
    @Test
    void aTrendThatHasTurnedIsToldWithItsTurn() throws IOException {
        fact(Kind.EQUITY, EqualitySheetTest.equity(2018, EquityTable.BY_BASE, 0.09));
        fact(Kind.EQUITY, EqualitySheetTest.equity(2022, EquityTable.BY_BASE, 0.32));
        fact(Kind.EQUITY, EqualitySheetTest.equity(2025, EquityTable.BY_BASE, 0.28));
        fact(Kind.CONVERGENCE, EqualitySheetTest.trend(ConvergenceTable.DIVERGING));
        assertThat(page(Language.ZH, Scope.Kind.OFFICE, "省水利厅"))
                .contains("2018年以来差距在扩大（差异系数0.09→0.28），其中2022年最高（0.32），此后回落。");
    }

    /** 0.1049 and 0.1051 are not both 0.11, and 0.1004 is not the goal of 0.10. */
    @Test
    void coefficientsAreToldFromEachOtherAndFromTheGoal() throws IOException {
        fact(Kind.EQUITY, EqualitySheetTest.equity(2025, EquityTable.BY_BASE, 0.1004));
        fact(
                Kind.CONVERGENCE,
                EqualitySheetTest.trend(ConvergenceTable.UNCLEAR)
                        .put(ConvergenceTable.DIFFERENCE_FIRST, 0.1051)
                        .put(ConvergenceTable.DIFFERENCE_LAST, 0.1049));
        assertThat(page(Language.ZH, Scope.Kind.OFFICE, "省水利厅")).contains("（各年可比的55个县，差异系数0.1051→0.1049）");
    }

    @Test
    void aCountySeesItsPlaceHowSureThatIsAndHowFarItIsFromTheBest() throws IOException {
        fourCounties();
        assertThat(page(Language.ZH, Scope.Kind.COUNTY, "220122"))
                .contains("记分卡：2025年20/24项目标达成程度综合得分90.0分，在4个县（市、区）中约第2—4位（90%区间），与其中2个区间重叠，视为并列；距最高分5.0分。")
                .doesNotContain("榆树");
        assertThat(page(Language.ZH, Scope.Kind.COUNTY, "220182"))
                .contains("记分卡：2025年20/24项目标达成程度综合得分95.0分，在4个县（市、区）中约第1位（90%区间），与其他的区间均不重叠。");
        assertThat(page(Language.EN, Scope.Kind.COUNTY, "220122"))
                .contains(
                        "Scorecard: 2025, score for how far targets are met (20/24 indicators): 90.0, about place 2-4 of 4 counties (90% interval), "
                                + "its interval meets those of 2 of them, which count as level; 5.0 below the best score.");
    }

    @Test
    void aCountyWithoutAScoreIsToldWhyAndWithoutARowNothingIsSaid() throws IOException {
        assertThat(page(Language.ZH, Scope.Kind.COUNTY, "220281")).doesNotContain("记分卡", "县际差距");
        score("220281", "county", null, null, null, null);
        assertThat(page(Language.ZH, Scope.Kind.COUNTY, "220281")).contains("记分卡：综合得分：有数的部分按权数不足规定比例（20/24项有分），不评分。");
    }
}
