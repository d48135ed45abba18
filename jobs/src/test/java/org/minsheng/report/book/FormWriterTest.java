package org.minsheng.report.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.minsheng.report.book.Form.Allowed;
import org.minsheng.report.book.Form.Cell;
import org.minsheng.report.book.Form.Row;
import org.minsheng.report.book.Form.Rule;

/** What Excel is told of a form: what is locked, what may be typed, what is hidden, and what stays in sight. */
class FormWriterTest {
    private static final Form FORM = new Form(
            "县",
            List.of(12, 16, 16, 40, 0),
            List.of(
                    Row.hidden(List.of(new Cell.Plain("mark"))),
                    Row.of(List.of(new Cell.Wide(new Cell.Title("填报表"), 4))),
                    Row.of(List.of(
                            new Cell.Gap(),
                            new Cell.Wide(new Cell.Header("农村集中供水人口与农村供水保证人口合计 (人)"), 2),
                            new Cell.Label("文号:"),
                            new Cell.Line(null))),
                    Row.hidden(List.of(new Cell.Plain("id"))),
                    Row.of(List.of(
                            new Cell.Text("220122"),
                            new Cell.Known(1234.5, 1),
                            new Cell.AskedNumber(1),
                            new Cell.AskedText())),
                    Row.of(List.of(
                            new Cell.Text("220182"),
                            new Cell.KnownWord("已完成"),
                            new Cell.AskedNumber(0),
                            new Cell.AskedText())),
                    Row.of(List.of(
                            new Cell.Gap(),
                            new Cell.Worked("SUM(B5:B6)", 1234.5, 1),
                            new Cell.Worked("IF(COUNT(C5:C6)=0,\"\",SUM(C5:C6))", null, 1),
                            new Cell.WorkedText("'任务'!A1", "未填", true)))),
            List.of(
                    new Rule(2, new Allowed.Fitting("OR(C5=\"—\",N(C5)>0)"), "长".repeat(40), "错".repeat(300)),
                    new Rule(3, new Allowed.OneOf(List.of("已完成", "推进中")), "进展", "请选择")),
            List.of(new Form.Alert(2, "C5>B5", Book.Light.BAD)),
            1,
            4,
            2);

    private static final Form TASKS =
            new Form("任务", List.of(12), List.of(Row.of(List.of(new Cell.Text("未填")))), List.of(), List.of(), 0, 0, 0);

    private static XSSFWorkbook written() throws IOException {
        byte[] bytes = BookWriter.write(new Book("标题", "", "zh-CN", LocalDate.EPOCH, List.of(FORM, TASKS)));
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int col) {
        return sheet.getRow(row).getCell(col);
    }

    /** Of several forms, many times: POI's stream keeps sheets in an order that changes from one time to the next. */
    @Test
    void theSameFormsGiveTheSameBytes() throws IOException {
        List<Form> forms = Stream.of("省", "市", "县", "任务")
                .map(name -> new Form(
                        name,
                        List.of(12),
                        List.of(Row.of(List.of(new Cell.Text(name)))),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        0))
                .toList();
        Book book = new Book("标题", "", "zh-CN", LocalDate.EPOCH, forms);
        byte[] first = BookWriter.write(book);
        for (int i = 0; i < 20; i++) {
            assertThat(BookWriter.write(book)).isEqualTo(first);
        }
    }

    @Test
    void onlyWhatIsAskedCanBeTyped() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(workbook.isStructureLocked()).isTrue();
            for (int col : new int[] {0, 1}) {
                assertThat(cell(sheet, 4, col).getCellStyle().getLocked()).isTrue();
            }
            for (int col : new int[] {2, 3}) {
                assertThat(cell(sheet, 4, col).getCellStyle().getLocked()).isFalse();
                assertThat(cell(sheet, 4, col).getCellType()).isEqualTo(CellType.BLANK);
            }
        }
    }

    @Test
    void whatIsKnownStandsThereWithItsDecimals() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(cell(sheet, 4, 1).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(cell(sheet, 4, 1).getCellStyle().getDataFormatString()).isEqualTo("#,##0.0");
            assertThat(cell(sheet, 4, 2).getCellStyle().getDataFormatString()).isEqualTo("#,##0.0");
            assertThat(cell(sheet, 5, 1).getStringCellValue()).isEqualTo("已完成");
            assertThat(cell(sheet, 5, 2).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        }
    }

    @Test
    void rulesHoldInTheRowsToFill() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(sheet.getDataValidations())
                    .extracting(
                            one -> one.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .containsExactly("C5:C6", "D5:D6");
            DataValidation number = sheet.getDataValidations().get(0);
            assertThat(number.getValidationConstraint().getFormula1()).isEqualTo("OR(C5=\"—\",N(C5)>0)");
            assertThat(number.getErrorBoxTitle()).hasSize(32).endsWith("…"); // Excel calls longer ones broken
            assertThat(number.getErrorBoxText()).hasSize(225).endsWith("…");
            DataValidation word = sheet.getDataValidations().get(1);
            assertThat(word.getValidationConstraint().getExplicitListValues()).containsExactly("已完成", "推进中");
            assertThat(word.getShowErrorBox()).isTrue();
        }
    }

    @Test
    void cellsTakeTheirColoursByFormula() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            var formats = workbook.getSheet("县").getSheetConditionalFormatting();
            assertThat(formats.getNumConditionalFormattings()).isEqualTo(1);
            var one = formats.getConditionalFormattingAt(0);
            assertThat(one.getFormattingRanges()[0].formatAsString()).isEqualTo("C5:C6");
            assertThat(one.getRule(0).getFormula1()).isEqualTo("C5>B5");
            // Three bytes are not valid, and POI would write no more.
            assertThat(workbook.getStylesSource()
                            .getDxfAt(0)
                            .getFont()
                            .getColorArray(0)
                            .getRgb())
                    .containsExactly(0xFF, 0xFF, 0xFF, 0xFF);
        }
    }

    /** A program that shows a file without working it out shows what is true of the empty form. */
    @Test
    void formulasHaveTheirValues() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(cell(sheet, 6, 1).getCellFormula()).isEqualTo("SUM(B5:B6)");
            assertThat(cell(sheet, 6, 1).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(cell(sheet, 6, 2).getStringCellValue()).isEmpty();
            assertThat(cell(sheet, 6, 3).getCellFormula()).isEqualTo("'任务'!A1"); // of a sheet that comes later
            assertThat(cell(sheet, 6, 3).getStringCellValue()).isEqualTo("未填");
        }
    }

    @Test
    void whatIsForProgramsIsHiddenAndTheRestOfTheHeadIsOnEachPage() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(List.of(0, 1, 2, 3, 4))
                    .filteredOn(row -> sheet.getRow(row).getZeroHeight())
                    .containsExactly(0, 3);
            assertThat(sheet.isColumnHidden(4)).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("2:3");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
        }
    }

    /** A title of 16 points, and a header of 43 half characters in two columns that have room for 31. */
    @Test
    void rowsAreAsHighAsTheirTextsTake() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(sheet.getMergedRegions())
                    .extracting(one -> one.formatAsString())
                    .containsExactly("A2:D2", "B3:C3");
            assertThat(List.of(1, 2, 4))
                    .extracting(row -> sheet.getRow(row).getHeightInPoints())
                    .containsExactly(30f, 30f, 15f);
        }
    }

    @Test
    void aLineThatIsNotPrintedMayBeWrittenOn() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("县");
            assertThat(cell(sheet, 2, 3).getCellStyle().getLocked()).isTrue();
            assertThat(cell(sheet, 2, 4).getCellStyle().getLocked()).isFalse();
        }
    }
}
