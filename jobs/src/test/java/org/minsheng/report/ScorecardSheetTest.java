package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;
import org.minsheng.region.Region;
import org.minsheng.report.Facts.Kind;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;

/** Where regions stand, which of them can be told apart, and how that is drawn. */
class ScorecardSheetTest extends ScoreFixture {
    static final String SHEET = "记分卡";

    private void field(String region, int field, Double score) {
        fact(
                Kind.SCORE,
                new Fields()
                        .put(ScoreTable.REF_AREA, region)
                        .put(ScoreTable.TIME_PERIOD, 2025)
                        .put(ScoreTable.REGION_LEVEL, "county")
                        .put(ScoreTable.COMPONENT, ScoreTable.FIELD)
                        .put(ScoreTable.CODE, String.valueOf(field))
                        .put(ScoreTable.SCORE, score));
    }

    private XSSFWorkbook annex(Scope.Kind kind, String id) throws IOException {
        return workbook(Edition.ANNEX, Language.ZH, kind, id);
    }

    private static List<String> column(Sheet sheet, int rows, String name) {
        Row header = row(sheet, "代码");
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> sheet.getRow(header.getRowNum() + i)
                        .getCell(column(header, name))
                        .toString())
                .toList();
    }

    @Test
    void regionsStandInTheOrderOfTheirPlacesWithIntervals() throws IOException {
        fourCounties();
        score("220281", "county", null, null, null, null);
        score("220100", "prefecture", 86.0, 1, 1, 2);
        score("220200", "prefecture", 85.0, 2, 1, 2);
        field("220182", 1, 99.96);
        try (XSSFWorkbook workbook = annex(Scope.Kind.PROVINCE, "220000")) {
            Sheet sheet = workbook.getSheet(SHEET);
            assertThat(column(sheet, 7, "地区")).containsExactly("长春市", "吉林市", "榆树市", "农安县", "德惠市", "永吉县", "蛟河市");
            assertThat(column(sheet, 7, "综合得分")).containsExactly("86.0", "85.0", "95.0", "90.0", "88.0", "80.5", "…");
            assertThat(column(sheet, 7, "位次")).containsExactly("1/4", "2/4", "1/4", "2/4", "3/4", "4/4", "—");
            assertThat(column(sheet, 7, "位次90%区间")).containsExactly("1—2", "1—2", "1", "2—4", "2—3", "3—4", "—");
            assertThat(column(sheet, 7, "相邻并列的位次")).containsExactly("1—2", "1—2", "—", "2—4", "2—4", "2—4", "—");
            assertThat(column(sheet, 3, "市（州）")).containsExactly("—", "—", "长春市");
            assertThat(column(sheet, 3, "脱贫攻坚").get(0)).isEqualTo("…");
            assertThat(column(sheet, 3, "有分指标数")).contains("20/24");
            assertThat(sheet.getRow(1).getCell(0).toString())
                    .endsWith("市（州）2个，相邻位次1对中区间不重叠、能分出高下的0对；县（市、区）4个，相邻位次3对中区间不重叠、能分出高下的1对");
        }
    }

    /** Places are those in the province, of which the workbook shows two. */
    @Test
    void aPrefectureShowsItsOwnCountiesWithPlacesInTheProvince() throws IOException {
        fourCounties();
        facts.removeIf(fact -> fact.kind() == Kind.SCORE
                && List.of("220221").contains(fact.row().getString(0)));
        try (XSSFWorkbook workbook = annex(Scope.Kind.PREFECTURE, "220100")) {
            Sheet sheet = workbook.getSheet(SHEET);
            assertThat(column(sheet, 3, "位次")).containsExactly("1/4", "2/4", "3/4");
            assertThat(sheet.getRow(1).getCell(0).toString()).endsWith("县（市、区）3个，相邻位次2对中区间不重叠、能分出高下的1对");
        }
    }

    @Test
    void withoutIntervalsNothingIsSaidOfThem() throws IOException {
        score("220182", "county", 95.0, 1, null, null);
        score("220122", "county", 95.0, 1, null, null);
        try (XSSFWorkbook workbook = annex(Scope.Kind.PREFECTURE, "220100")) {
            Sheet sheet = workbook.getSheet(SHEET);
            assertThat(column(sheet, 2, "位次90%区间")).containsExactly("—", "—");
            assertThat(column(sheet, 2, "相邻并列的位次")).containsExactly("—", "—");
            assertThat(sheet.getRow(1).getCell(0).toString()).endsWith("县（市、区）2个，未测算位次的区间，相近的不宜比较");
            assertThat(workbook.getSheet("均等化图")).isNull();
        }
    }

    @Test
    void anOfficeHasNoneAndWithoutARowTheCoverSaysSo() throws IOException {
        try (XSSFWorkbook workbook = annex(Scope.Kind.PREFECTURE, "220100")) {
            assertThat(workbook.getSheet(SHEET)).isNull();
            assertThat(text(workbook.getSheetAt(0))).contains("没有内容而未列出的表：均等化；记分卡；");
        }
        try (XSSFWorkbook workbook = annex(Scope.Kind.OFFICE, "省水利厅")) {
            assertThat(text(workbook.getSheetAt(0))).doesNotContain(SHEET);
        }
    }

    /** The fourth cannot be told from the first, but the third between them can: only the second is beside it. */
    @Test
    void onlyPlacesWithoutABreakAreNear() {
        Places places = new Places(Stream.of(place(1, 1, 4), place(2, 1, 2), place(3, 5, 6), place(4, 3, 4)));
        assertThat(places.near(place(1, 1, 4))).containsExactly(1, 2);
        assertThat(places.countNear(place(1, 1, 4))).isEqualTo(2);
        assertThat(places.neighboursApart()).isEqualTo(2); // 2 and 3, 3 and 4
    }

    /** Two share the second place, of which one can be told from the fourth; there is no third. */
    @Test
    void aSharedPlaceIsNearIfAllWhoShareItAre() {
        List<org.apache.spark.sql.Row> rows = List.of(place(1, 1, 4), place(2, 1, 4), place(2, 1, 3), place(4, 3, 4));
        assertThat(new Places(rows.stream()).near(place(4, 3, 4))).containsExactly(1, 4);
        assertThat(new Places(rows.stream()).near(place(4, 4, 4))).containsExactly(4, 4);
        assertThat(new Places(rows.stream()).countNear(place(4, 4, 4))).isEqualTo(2);
    }

    private org.apache.spark.sql.Row place(int rank, int low, int high) {
        return new Fields()
                .put(ScoreTable.RANK, rank)
                .put(ScoreTable.RANK_LOW, low)
                .put(ScoreTable.RANK_HIGH, high)
                .put(ScoreTable.SCORE, 100.0 - rank)
                .in(schemas.get(Kind.PLACE));
    }

    /** Dots at the places, and bars from the middle of each interval to its ends, which are cells. */
    @Test
    void placesAreDrawnAsDotsWithBars() throws IOException {
        fourCounties();
        try (XSSFWorkbook workbook = annex(Scope.Kind.PROVINCE, "220000")) {
            XSSFSheet sheet = workbook.getSheet("均等化图");
            XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
            assertThat(chart.getTitle().getBody().getParagraphs().get(0).getText())
                    .isEqualTo("县（市、区）4个，相邻位次3对中区间不重叠、能分出高下的1对");
            var lines = chart.getCTChart().getPlotArea().getLineChartArray(0);
            CTErrBars bars = lines.getSerArray(0).getErrBars();
            // 220122, from 2 to 4, has its middle at 3.
            assertThat(lines.getSerArray(0)
                            .getVal()
                            .getNumRef()
                            .getNumCache()
                            .getPtArray(1)
                            .getV())
                    .isEqualTo("3.0");
            assertThat(bars.getMinus().getNumRef().getF()).isEqualTo("'均等化图数据'!$F$4:$F$7");
            assertThat(bars.getMinus().getNumRef().getNumCache().getPtArray(1).getV())
                    .isEqualTo("1.0");
            assertThat(bars.getPlus().getNumRef().getNumCache().getPtArray(1).getV())
                    .isEqualTo("1.0");
            assertThat(lines.getSerArray(1)
                            .getVal()
                            .getNumRef()
                            .getNumCache()
                            .getPtArray(1)
                            .getV())
                    .isEqualTo("2.0");
            XSSFSheet data = workbook.getSheet("均等化图数据");
            assertThat(data.getRow(4).getCell(2).toString()).isEqualTo("农安县");
            assertThat(data.getRow(4).getCell(5).getNumericCellValue()).isEqualTo(1.0);
        }
    }

    /** Sixty names do not stand beside each other: thirty take the width of the page, and both charts are on one. */
    @Test
    void manyPlacesTakeChartsOverTheWholeWidth() throws IOException {
        List<Region> counties = CONF.regions().today(Level.COUNTY);
        for (int i = 0; i < counties.size(); i++) {
            score(counties.get(i).code(), "county", 95.0 - i, i + 1, Math.max(1, i - 3), Math.min(60, i + 5));
        }
        score("220100", "prefecture", 86.0, 1, 1, 2);
        score("220200", "prefecture", 85.0, 2, 1, 2);
        try (XSSFWorkbook workbook = annex(Scope.Kind.PROVINCE, "220000")) {
            XSSFSheet sheet = workbook.getSheet("均等化图");
            List<XSSFClientAnchor> anchors = sheet.getDrawingPatriarch().getShapes().stream()
                    .map(shape -> (XSSFClientAnchor) shape.getAnchor())
                    .toList();
            assertThat(anchors).extracting(XSSFClientAnchor::getCol2).containsExactly((short) 5, (short) 10, (short)
                    10);
            assertThat(anchors.get(1).getRow1()).isEqualTo(anchors.get(0).getRow2() + 1);
            assertThat(sheet.getRowBreaks()).containsExactly(anchors.get(2).getRow1() - 2);
            assertThat(sheet.getDrawingPatriarch()
                            .getCharts()
                            .get(2)
                            .getTitle()
                            .getBody()
                            .getParagraphs()
                            .get(1)
                            .getText())
                    .isEqualTo("县（市、区）综合得分第31—60位：位次（点）及其90%区间（竖线）");
        }
    }
}
