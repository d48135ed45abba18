package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;
import org.minsheng.report.book.Book;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAreaSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;

/** What charts say and draw: the finding, the projection from the last value on, its band, and the axis; and where pages end. */
class TrendsSheetTest extends WorkbookFixture {
    /** A flat A4 page less margins of 0.5 and 0.6 inches. */
    private static final double PAGE_HEIGHT = 595 - 1.1 * 72;

    private static final double PAGE_WIDTH = 842 - 0.8 * 72;
    private static final double DIGIT = 5.6;

    private XSSFWorkbook brief() throws IOException {
        return workbook(Edition.BRIEF, Language.ZH, Scope.Kind.COUNTY, "220122");
    }

    private static List<XSSFChart> charts(XSSFWorkbook workbook) {
        return workbook.getSheet("趋势").getDrawingPatriarch().getCharts();
    }

    private static CTPlotArea plot(XSSFChart chart) {
        return chart.getCTChart().getPlotArea();
    }

    private static List<String> values(CTNumVal[] points) {
        return List.of(points).stream()
                .map(point -> point.getIdx() + "=" + point.getV())
                .toList();
    }

    /** 88 in 2024, 89.5 in 2025, and 91 projected for 2026, between 90 and 92. */
    private void aProjectedCounty() {
        progress("220122", "county", 2024, 88.0, Status.SLOW.code());
        progress("220122", "county", 2025, 89.5, Status.MISSED.code()).put(ProgressTable.PEERS, 60);
        fact(
                Kind.PROJECTION,
                projection(2026, 91.0, 0.9, 2026)
                        .put(ProjectionTable.LOWER_80, 90.0)
                        .put(ProjectionTable.UPPER_80, 92.0));
    }

    @ParameterizedTest
    @CsvSource({
        "89.5, missed, 0.5, 30.2 农村供水保证率：2025年89.5%，差0.5个百分点，未达标",
        "89.96, missed, 0.04, 30.2 农村供水保证率：2025年89.96%，差0.04个百分点，未达标",
        "93, missed, -1, 30.2 农村供水保证率：2025年93.0%，超1.0个百分点，未达标",
        "95, met, , 30.2 农村供水保证率：2025年95.0%，已达标",
        "80, overdue, 10, 30.2 农村供水保证率：2025年80.0%，逾期未报",
    })
    void theTitleIsTheFinding(double value, String status, Double needed, String title) throws IOException {
        Fields row = progress("220122", "county", 2025, value, status).put(ProgressTable.NEEDED_CHANGE, needed);
        facts.clear();
        fact(Kind.PROGRESS, row);
        try (XSSFWorkbook workbook = brief()) {
            var paragraphs = charts(workbook).get(0).getTitle().getBody().getParagraphs();
            assertThat(paragraphs.get(0).getText()).isEqualTo(title);
            assertThat(paragraphs.get(1).getText()).isEqualTo("单位：%；农安县，2025—2025年报送数据");
        }
    }

    @Test
    void theProjectionAndItsBandStartFromTheLastValue() throws IOException {
        aProjectedCounty();
        try (XSSFWorkbook workbook = brief()) {
            CTPlotArea plot = plot(charts(workbook).get(0));
            var lines = plot.getLineChartArray(0);
            assertThat(lines.sizeOfSerArray()).isEqualTo(3); // actual, target, projection
            assertThat(values(lines.getSerArray(2)
                            .getVal()
                            .getNumRef()
                            .getNumCache()
                            .getPtArray()))
                    .containsExactly("1=89.5", "2=91.0");
            CTAreaSer[] band = plot.getAreaChartArray(0).getSerArray();
            assertThat(values(band[0].getVal().getNumRef().getNumCache().getPtArray()))
                    .containsExactly("1=89.5", "2=90.0");
            assertThat(values(band[1].getVal().getNumRef().getNumCache().getPtArray()))
                    .containsExactly("1=0.0", "2=2.0");
            // Due in 2025, the second of three years.
            assertThat(lines.getSerArray(1).getDPtArray(0).getIdx().getVal()).isEqualTo(1);
        }
    }

    /** Of 88 to 90, the target, a fourth is 0.5; of 90 to 99.5 it is 2.4, so 5, and 99.5 with its margin would go to 105. */
    @ParameterizedTest
    @CsvSource({"88, 89.5, 87.5, 90.5", "95, 99.5, 85.0, 100.0", "0.5, 20, 0.0, 100.0"})
    void theAxisOfSharesStaysWithinThem(double first, double last, double least, double most) throws IOException {
        progress("220122", "county", 2024, first, Status.SLOW.code());
        progress("220122", "county", 2025, last, Status.MISSED.code());
        try (XSSFWorkbook workbook = brief()) {
            var scaling = plot(charts(workbook).get(0)).getValAxArray(0).getScaling();
            assertThat(scaling.getMin().getVal()).isEqualTo(least);
            assertThat(scaling.getMax().getVal()).isEqualTo(most);
        }
    }

    @Test
    void theMedianOfPeersIsALineAndNoLegendHasMoreThanFiveEntries() throws IOException {
        schemas.put(
                Kind.MEDIAN,
                new StructType()
                        .add(ProgressTable.INDICATOR, DataTypes.StringType)
                        .add(ProgressTable.REGION_LEVEL, DataTypes.StringType)
                        .add(ProgressTable.TIME_PERIOD, DataTypes.IntegerType)
                        .add(Facts.MEDIAN_VALUE, DataTypes.DoubleType));
        aProjectedCounty();
        facts.remove(1);
        Fields row =
                progress("220122", "county", 2025, 89.5, Status.MISSED.code()).put(ProgressTable.PEERS, 60);
        facts.remove(facts.size() - 1);
        fact(Kind.PROGRESS, row);
        fact(
                Kind.MEDIAN,
                new Fields()
                        .put(ProgressTable.INDICATOR, WATER)
                        .put(ProgressTable.REGION_LEVEL, "county")
                        .put(ProgressTable.TIME_PERIOD, 2025)
                        .put(Facts.MEDIAN_VALUE, 93.25));
        try (XSSFWorkbook workbook = brief()) {
            XSSFChart chart = charts(workbook).get(0);
            var lines = plot(chart).getLineChartArray(0);
            assertThat(values(lines.getSerArray(3)
                            .getVal()
                            .getNumRef()
                            .getNumCache()
                            .getPtArray()))
                    .containsExactly("1=93.25");
            int entries =
                    lines.sizeOfSerArray() + plot(chart).getAreaChartArray(0).sizeOfSerArray();
            assertThat(entries - chart.getCTChart().getLegend().sizeOfLegendEntryArray())
                    .isEqualTo(5);
        }
    }

    /** Rows of data that charts take by their places cannot be sorted; small lines take those of their own row. */
    @Test
    void nothingThatIsDrawnDependsOnAnOrderThatAReaderCanChange() throws IOException {
        aProjectedCounty();
        try (XSSFWorkbook workbook = brief()) {
            XSSFSheet data = workbook.getSheet("趋势数据");
            assertThat(data.getProtect()).isTrue();
            assertThat(data.getTables().get(0).getCTTable().isSetAutoFilter()).isFalse();
        }
        try (XSSFWorkbook workbook = county()) {
            XSSFSheet targets = workbook.getSheet("目标一览");
            Row water = row(targets, WATER);
            int last = water.getLastCellNum() - 1;
            assertThat(List.of(
                            water.getCell(last - 1).getNumericCellValue(),
                            water.getCell(last).getNumericCellValue()))
                    .containsExactly(88.0, 89.5);
            assertThat(List.of(
                            targets.getRow(2).getCell(last - 1).toString(),
                            targets.getRow(2).getCell(last).toString()))
                    .containsExactly("2024", "2025");
            String cells = Book.cells("目标一览", water.getRowNum(), water.getRowNum(), last - 1, last);
            assertThat(targets.getCTWorksheet().getExtLst().toString()).contains(cells);
            assertThat(targets.isColumnHidden(last)).isTrue();
        }
    }

    /** Each chart lies between two ends of pages, and what lies between two is no higher than a page, and no wider. */
    @Test
    void noChartGoesOverTheEndOfAPage() throws IOException {
        List<String> ids = CONF.catalogue()
                .indicators()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .map(Indicator::id)
                .limit(8)
                .toList();
        for (String id : ids) {
            Fields row = progress("222400", "prefecture", 2025, 80.0, Status.MISSED.code())
                    .put(ProgressTable.INDICATOR, id);
            facts.remove(facts.size() - 1);
            fact(Kind.PROGRESS, row);
        }
        try (XSSFWorkbook workbook = workbook(Edition.BRIEF, Language.ZH, Scope.Kind.PREFECTURE, "222400")) {
            XSSFSheet sheet = workbook.getSheet("趋势");
            assertThat(sheet.getFitToPage()).isFalse(); // with it Excel does not look at breaks
            double scale = sheet.getPrintSetup().getScale() / 100.0;
            assertThat(scale * 9).isGreaterThanOrEqualTo(7);
            double width = IntStream.range(0, 10)
                    .mapToDouble(col -> sheet.getColumnWidth(col) / 256.0 * DIGIT)
                    .sum();
            assertThat(width * scale).isLessThanOrEqualTo(PAGE_WIDTH);
            XSSFDrawing drawing = sheet.getDrawingPatriarch();
            assertThat(drawing.getShapes()).hasSize(8);
            assertThat(sheet.getRowBreaks()).hasSize(1);
            int end = sheet.getRowBreaks()[0];
            drawing.getShapes().forEach(shape -> {
                XSSFClientAnchor anchor = (XSSFClientAnchor) shape.getAnchor();
                assertThat(anchor.getRow2() <= end + 1 || anchor.getRow1() > end)
                        .isTrue();
            });
            assertThat(height(sheet, 0, end) * scale).isLessThanOrEqualTo(PAGE_HEIGHT);
            // The title is on each page.
            assertThat((height(sheet, 0, 1) + height(sheet, end + 1, sheet.getLastRowNum())) * scale)
                    .isLessThanOrEqualTo(PAGE_HEIGHT);
        }
    }

    private static double height(Sheet sheet, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(at -> sheet.getRow(at) == null
                        ? sheet.getDefaultRowHeightInPoints()
                        : sheet.getRow(at).getHeightInPoints())
                .sum();
    }
}
