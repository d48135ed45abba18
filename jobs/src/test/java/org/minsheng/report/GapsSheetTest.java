package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Language;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;

/** Which counties make up a gap: how much each lacks, worked out by hand, as a spreadsheet shows it. */
class GapsSheetTest extends WorkbookFixture {
    private static final DataFormatter SEEN = new DataFormatter();

    /** A row of an indicator's sums, in per cent. */
    private void sums(String indicator, String region, String level, int year, double numerator, double denominator) {
        double value = 100 * numerator / denominator;
        int target = indicator.equals(WATER) ? 90 : 100;
        Fields row = progress(region, level, year, value, value >= target ? "met" : "missed")
                .put(ProgressTable.NEEDED_CHANGE, value >= target ? null : (Double) (target - value))
                .put(ProgressTable.INDICATOR, indicator)
                .put(ProgressTable.NUMERATOR, numerator)
                .put(ProgressTable.DENOMINATOR, denominator);
        again(row);
    }

    /** The last row of the facts, with what was changed in it since. */
    private void again(Fields row) {
        facts.remove(facts.size() - 1);
        fact(Kind.PROGRESS, row);
    }

    /** The rows of the table: region, what it lacks of what, shares, and how few close half. */
    private List<String> gaps(Scope.Kind kind, String id) throws IOException {
        List<String> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = workbook(Language.ZH, kind, id)) {
            XSSFSheet sheet = workbook.getSheet("缺口构成");
            Row header = row(sheet, "编号");
            for (int at = header.getRowNum() + 1; at <= sheet.getTables().get(0).getEndRowIndex(); at++) {
                List<String> cells = new ArrayList<>();
                for (String column : List.of("地区", "还差", "还差的单位", "占各县之和（%）", "累计占比（%）", "几个即补齐一半")) {
                    cells.add(SEEN.formatCellValue(sheet.getRow(at).getCell(column(header, column))));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    /**
     * 3739 of 4501 have reliable water; 90% are 4050.9, so 311.9 are lacking, and 312 it takes. 农安县 lacks 1800 - 1500, 双阳区
     * 900.9 - 800, the zone 450 - 449; 榆树市 has more than it takes, and 德惠市 has no figure of the year. 300 of the sum of 402
     * are 74.6%, and more than half of 312.
     */
    @Test
    void countiesAndZonesAreInOrderOfWhatTheyLack() throws IOException {
        sums(WATER, "220100", "prefecture", 2025, 3739, 4501);
        sums(WATER, "220112", "county", 2025, 800, 1001);
        sums(WATER, "220122", "county", 2025, 1500, 2000);
        sums(WATER, "220182", "county", 2025, 990, 1000);
        sums(WATER, "220183", "county", 2024, 10, 1000);
        sums(WATER, "220171", "zone", 2025, 449, 500);
        assertThat(gaps(Scope.Kind.PREFECTURE, "220100"))
                .containsExactly(
                        "长春市 312 人 — — 1",
                        "农安县 300 人 74.6 74.6 —",
                        "双阳区 101 人 25.1 99.8 —",
                        "长春经济技术开发区 1 人 0.2 100.0 —");
    }

    /** 2850 of 3000 are 95%, while 880 of 1000 are 20 short of 90%. */
    @Test
    void whereTheRegionMeetsTheTargetItsCountiesAreToldAllTheSame() throws IOException {
        sums(WATER, "220100", "prefecture", 2025, 2850, 3000);
        sums(WATER, "220122", "county", 2025, 880, 1000);
        sums(WATER, "220182", "county", 2025, 1970, 2000);
        assertThat(gaps(Scope.Kind.PREFECTURE, "220100")).containsExactly("长春市 0 人 — — —", "农安县 20 人 100.0 100.0 —");
    }

    /** Three counties lack 100 each of 300, and half is 150, which takes two. */
    @Test
    void halfIsClosedByTheFewestThatAreEnough() throws IOException {
        sums(WATER, "220100", "prefecture", 2025, 2400, 3000);
        for (String county : List.of("220112", "220122", "220182")) {
            sums(WATER, county, "county", 2025, 800, 1000);
        }
        assertThat(gaps(Scope.Kind.PREFECTURE, "220100"))
                .startsWith("长春市 300 人 — — 2")
                .endsWith("榆树市 100 人 33.3 100.0 —");
    }

    /** 29.02 of 29.42 km² are 0.4 short of all. */
    @Test
    void whatIsMeasuredIsNotRoundedToWholes() throws IOException {
        for (String[] one : new String[][] {{"220100", "prefecture"}, {"220112", "county"}}) {
            sums("32.1", one[0], one[1], 2025, 29.02, 29.42);
        }
        assertThat(gaps(Scope.Kind.PREFECTURE, "220100").get(1)).startsWith("双阳区 0.40 平方公里");
    }

    /** Two of four counties do not have it: each is one of two. */
    @Test
    void whatIsAskedOfEachCountyIsCountedInCounties() throws IOException {
        Fields whole = progress("220000", "province", 2025, 50.0, Status.MISSED.code())
                .put(ProgressTable.INDICATOR, "17.1")
                .put(ProgressTable.VALUE_IS, "share_of_counties")
                .put(ProgressTable.NUMERATOR, 2.0)
                .put(ProgressTable.DENOMINATOR, 4.0)
                .put(ProgressTable.TARGET_VALUE, 100.0)
                .put(ProgressTable.NEEDED_CHANGE, 50.0);
        again(whole);
        String[][] counties = {{"220122", "1.4"}, {"220182", "1.3"}, {"220183", "1.29"}, {"220112", "1.1"}};
        for (String[] county : counties) {
            double value = Double.parseDouble(county[1]);
            again(progress(county[0], "county", 2025, value, value >= 1.3 ? "met" : "missed")
                    .put(ProgressTable.INDICATOR, "17.1"));
        }
        assertThat(gaps(Scope.Kind.PROVINCE, "220000"))
                .containsExactly("吉林省 2 个县区 — — 1", "双阳区 1 个县区 50.0 50.0 —", "德惠市 1 个县区 50.0 100.0 —");
    }

    /** Nobody may be poor: each is one too many, wherever that is. */
    @Test
    void whatOughtNotToBeAddsUp() throws IOException {
        String[][] regions = {{"220000", "province", "3"}, {"220112", "county", "1"}, {"220122", "county", "2"}};
        for (String[] region : regions) {
            double value = Double.parseDouble(region[2]);
            again(progress(region[0], region[1], 2025, value, "missed")
                    .put(ProgressTable.INDICATOR, "21.1")
                    .put(ProgressTable.NUMERATOR, value)
                    .put(ProgressTable.TARGET_VALUE, 0.0)
                    .put(ProgressTable.NEEDED_CHANGE, -value));
        }
        assertThat(gaps(Scope.Kind.PROVINCE, "220000"))
                .containsExactly("吉林省 3 人 — — 1", "农安县 2 人 66.7 66.7 —", "双阳区 1 人 33.3 100.0 —");
    }

    /** What a region reports itself has no sums, and a county none below it. */
    @Test
    void whatDoesNotAddUpIsLeftOut() throws IOException {
        progress("220100", "prefecture", 2025, 80.0, Status.MISSED.code());
        progress("220122", "county", 2025, 80.0, Status.MISSED.code());
        for (String id : List.of("220100", "220122")) {
            Scope.Kind kind = id.equals("220100") ? Scope.Kind.PREFECTURE : Scope.Kind.COUNTY;
            try (XSSFWorkbook workbook = workbook(Language.ZH, kind, id)) {
                assertThat((Sheet) workbook.getSheet("缺口构成")).isNull();
            }
        }
    }
}
