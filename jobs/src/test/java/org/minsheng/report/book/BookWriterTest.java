package org.minsheng.report.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Light;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

class BookWriterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private static final List<Column> COLUMNS =
            List.of(new Column("名称", 20), new Column("数值", 10, Look.BAR), new Column("状态", 10));
    private static final Book BOOK = book(List.of(
            new Book.Table(
                    "figures",
                    COLUMNS,
                    List.of(
                            List.of(Book.text("=1+1"), Book.number(2.25, 2), new Value.Status("已达标", Light.GOOD)),
                            List.of(Book.text("农安县"), Book.number(null, 2), new Value.Status("无数据", Light.NONE)))),
            Book.notes(List.of("注"))));

    private static Book book(List<Book.Block> blocks) {
        return new Book("标题", "主题", "zh-CN", DAY, List.of(new Sheet("一", "标题", "说明", blocks, 1)));
    }

    private static XSSFWorkbook written(Book book) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(BookWriter.write(book)));
    }

    @Test
    void theSameBookGivesTheSameBytes() throws Exception {
        byte[] first = BookWriter.write(BOOK);
        Thread.sleep(2100); // longer than the two seconds that the clock of an archive can tell apart
        assertThat(BookWriter.write(BOOK)).isEqualTo(first);
    }

    @Test
    void sheetsHaveWhatOfficialsNeed() throws IOException {
        try (XSSFWorkbook workbook = written(BOOK)) {
            XSSFSheet sheet = workbook.getSheet("一");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("标题");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("数值");
            assertThat(sheet.getRow(3).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(3).getCell(0).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(2.25);
            assertThat(sheet.getRow(3).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.00");
            assertThat(sheet.getRow(4).getCell(1).getStringCellValue()).isEqualTo("…");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getTables()).hasSize(1);
            assertThat(sheet.getTables().get(0).getArea().formatAsString()).isEqualTo("A3:C5");
            assertThat(sheet.getTables().get(0).getCTTable().getAutoFilter().getRef())
                    .isEqualTo("A3:C5");
            assertThat(sheet.getIgnoredErrors().get(IgnoredErrorType.NUMBER_STORED_AS_TEXT))
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactly("A4:C5");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:3");
            assertThat(workbook.getPrintArea(0)).isEqualTo("一!$A$1:$C$7");
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("标题");
            assertThat(workbook.getProperties().getCoreProperties().getSubject())
                    .isEqualTo("主题");
        }
    }

    /** Of the day of what is in it, and not of the clock. */
    @Test
    void aBookSaysWhenItWasMade() throws IOException {
        try (XSSFWorkbook workbook = written(BOOK)) {
            var properties = workbook.getProperties().getCoreProperties();
            assertThat(properties.getCreated()).isEqualTo("2026-03-05T00:00:00Z");
            assertThat(properties.getModified()).isEqualTo("2026-03-05T00:00:00Z");
        }
    }

    /** To the right of the columns that are printed, A to C. */
    @Test
    void aSheetHasAWayBackAndAColourAndNoGrid() throws IOException {
        Sheet cover = new Sheet("封面", "标题", "说明", List.of(Book.notes(List.of("注"))), 0);
        Sheet figures = new Sheet(
                "二",
                "标题",
                "说明",
                new Value.Link("返回目录", "封面"),
                Book.Purpose.FIGURES,
                List.of(new Book.Table("figures", COLUMNS, List.of())),
                1,
                false,
                false);
        try (XSSFWorkbook workbook = written(new Book("标题", "", "zh-CN", DAY, List.of(cover, figures)))) {
            XSSFSheet sheet = workbook.getSheet("二");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("返回目录");
            assertThat(sheet.getRow(1).getCell(3).getHyperlink().getAddress()).isEqualTo("'封面'!A1");
            assertThat(workbook.getPrintArea(1)).endsWith("$A$1:$C$4");
            assertThat(workbook.getSheet("封面").getHyperlinkList()).isEmpty();
            assertThat(sheet.getTabColor()).isNotEqualTo(workbook.getSheet("封面").getTabColor());
            assertThat(sheet.isDisplayGridlines()).isFalse();
        }
    }

    /** In the table, which is sorted as a whole, and beside the page. */
    @Test
    void aColumnForTheScreenIsNotPrinted() throws IOException {
        List<Column> columns = List.of(COLUMNS.get(0), COLUMNS.get(1), new Column("命令", 30, Look.ON_SCREEN));
        Book.Table table = new Book.Table(
                "figures", columns, List.of(List.of(Book.text("农安县"), Book.number(2.0, 0), Book.text("explain"))));
        try (XSSFWorkbook workbook = written(book(List.of(table)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getTables().get(0).getArea().formatAsString()).isEqualTo("A3:C4");
            assertThat(workbook.getPrintArea(0)).endsWith("$A$1:$B$4");
            assertThat(sheet.getColumnWidth(2)).isEqualTo(31 * 256);
            assertThat(sheet.isColumnHidden(2)).isFalse();
        }
    }

    /** Cells are 20, 10 and 10 wide: 21 of the widest characters do not fit. */
    @Test
    void onlyATextOfSeveralLinesJoinsCells() throws IOException {
        Book.Lines notes = Book.notes(List.of("一行".repeat(10), "两行".repeat(11)));
        Book.Table table = new Book.Table("figures", COLUMNS, List.of());
        try (XSSFWorkbook workbook = written(book(List.of(table, notes)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactly("A7:C7");
            assertThat(sheet.getRow(5).getCell(0).getCellStyle().getWrapText()).isFalse();
            assertThat(sheet.getRow(6).getCell(0).getCellStyle().getWrapText()).isTrue();
        }
    }

    /** Spreadsheet programs call a file broken whose header cells are not the names of its table's columns. */
    @Test
    void headersAreTheNamesOfTheTablesColumns() throws IOException {
        try (XSSFWorkbook workbook = written(BOOK)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            var columns = sheet.getTables().get(0).getCTTable().getTableColumns();
            for (int col = 0; col < COLUMNS.size(); col++) {
                assertThat(columns.getTableColumnArray(col).getName())
                        .isEqualTo(sheet.getRow(2).getCell(col).getStringCellValue());
            }
        }
    }

    @Test
    void twoColumnsOfOneNameAreAMistake() {
        Book.Table twice = new Book.Table("twice", List.of(new Column("a", 5), new Column("a", 5)), List.of());
        assertThatThrownBy(() -> BookWriter.write(book(List.of(twice))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column 2")
                .hasMessageContaining("unique");
    }

    @Test
    void aTableOfNothingHasARowThatSaysSo() throws IOException {
        try (XSSFWorkbook workbook = written(book(List.of(new Book.Table("none", COLUMNS, List.of()))))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getTables().get(0).getArea().formatAsString()).isEqualTo("A3:C4");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("—");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "<b>&amp;\"'", "a\u0001b", "😀"})
    void textStaysText(String text) throws IOException {
        Book.Table table = new Book.Table("texts", List.of(new Column("a", 9)), List.of(List.of(Book.text(text))));
        try (XSSFWorkbook workbook = written(book(List.of(table)))) {
            var cell = workbook.getSheetAt(0).getRow(3).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            // A character that XML has not is shown as a question mark.
            assertThat(cell.getStringCellValue()).isEqualTo(text.replace('\u0001', '?'));
        }
    }

    @Test
    void noTextIsAMarkAndNoBlankCell() {
        assertThat(Book.text("")).isEqualTo(Book.text(null)).isEqualTo(Book.text("—"));
    }

    @Test
    void aTextLongerThanACellHoldsIsCutWithAMark() throws IOException {
        Book.Table table =
                new Book.Table("texts", List.of(new Column("a", 9)), List.of(List.of(Book.text("长".repeat(40_000)))));
        try (XSSFWorkbook workbook = written(book(List.of(table)))) {
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("…");
        }
    }

    /** With ten columns and a small heap, ten thousand rows would not fit as objects of POI's. */
    @Test
    void aLongTableIsWrittenWhole() throws IOException {
        List<List<Value>> rows = IntStream.range(0, 10_000)
                .mapToObj(i -> List.<Value>of(Book.text("row " + i), Book.number((double) i, 0), Book.mark("x")))
                .toList();
        try (XSSFWorkbook workbook = written(book(List.of(new Book.Table("long", COLUMNS, rows))))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getTables().get(0).getArea().formatAsString()).isEqualTo("A3:C10003");
            assertThat(sheet.getRow(10_002).getCell(1).getNumericCellValue()).isEqualTo(9_999);
        }
    }

    private static Book.Line2D line(String column, Book.Stroke stroke, Double... values) {
        return new Book.Line2D("线", java.util.Arrays.asList(values), "'一'!$" + column + "$4:$" + column + "$5", stroke);
    }

    @Test
    void aChartHasItsLinesItsCachedFiguresAndAnAlternativeText() throws Exception {
        Book.Chart chart = new Book.Chart(
                "结论",
                "统计量",
                "一条线",
                List.of("2018", "2019"),
                "'一'!$A$4:$A$5",
                List.of(line("B", Book.Stroke.ACTUAL, 1.5, null), line("C", Book.Stroke.TARGET, 2.0, 2.0)),
                new Book.Band(line("D", Book.Stroke.BAND, 1.5, 1.4), line("E", Book.Stroke.BAND, 0.0, 0.2)),
                1,
                null);
        try (XSSFWorkbook workbook = written(book(List.of(new Book.Charts(List.of(chart)))))) {
            var drawing = workbook.getSheetAt(0).getDrawingPatriarch();
            assertThat(drawing.getCharts()).hasSize(1);
            String xml = drawing.getCharts().get(0).getCTChart().toString();
            assertThat(xml).contains("'一'!$B$4:$B$5").contains("<c:v>1.5</c:v>").doesNotContain("NaN");
            assertThat(xml).contains("结论", "统计量", "<c:grouping val=\"stacked\"/>");
            // The line that holds the band up has no entry in the legend.
            assertThat(drawing.getCharts()
                            .get(0)
                            .getCTChart()
                            .getLegend()
                            .getLegendEntryArray(0)
                            .getDelete()
                            .getVal())
                    .isTrue();
            assertThat(drawing.getCTDrawing().toString()).contains("descr=\"一条线\"");
            assertThat(workbook.getPackage().getParts())
                    .noneMatch(part -> part.getPartName().getName().contains("embed"));
        }
    }

    @Test
    void aTileShowsItsRegionAndFollowsTheChoice() throws IOException {
        Book.Tiles tiles = new Book.Tiles(
                "选择",
                "1.1",
                new Book.Lookup("'一'!$C$3:$D$3", "'一'!$A$4:$A$9", "'一'!$C$4:$D$9"),
                List.of(new Book.Tile(1, 2, "220122", "农\"安", "达 95.0")),
                Map.of(Light.GOOD, List.of("达")));
        try (XSSFWorkbook workbook = written(book(List.of(tiles)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            var cell = sheet.getRow(4).getCell(1);
            assertThat(cell.getStringCellValue()).isEqualTo("农\"安\n达 95.0");
            assertThat(cell.getCellFormula())
                    .isEqualTo("\"农\"\"安\"&CHAR(10)&INDEX('一'!$C$4:$D$9,MATCH(\"220122\",'一'!$A$4:$A$9,0),"
                            + "MATCH($C$3,'一'!$C$3:$D$3,0))");
            // A colour of three bytes is none for the file format.
            assertThat(workbook.getStylesSource().getCTStylesheet().getDxfs().toString())
                    .doesNotContainPattern("rgb=\"[0-9A-F]{6}\"");
            assertThat(sheet.getDataValidations()).hasSize(1);
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(1);
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var zh = java.util.ResourceBundle.getBundle("org.minsheng.report.texts", java.util.Locale.CHINESE);
        var en = java.util.ResourceBundle.getBundle("org.minsheng.report.texts", java.util.Locale.ENGLISH);
        assertThat(en.keySet()).isEqualTo(zh.keySet());
    }

    /** The order that the schema of the file format asks for; a validator refuses any other. */
    @Test
    void aFontsNameStandsBehindItsSize() throws IOException {
        try (XSSFWorkbook workbook = written(BOOK)) {
            for (int i = 1; i < workbook.getNumberOfFonts(); i++) {
                String xml = workbook.getFontAt(i).getCTFont().toString();
                assertThat(xml.indexOf("name ")).isGreaterThan(xml.indexOf("sz "));
            }
        }
    }
}
