package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.minsheng.report.Book.Column;
import org.minsheng.report.Book.Light;
import org.minsheng.report.Book.Sheet;
import org.minsheng.report.Book.Value;

class BookWriterTest {
    private static final Book BOOK = new Book(
            "标题",
            List.of(new Sheet(
                    "一",
                    "标题",
                    "说明",
                    List.of(new Column("名称", 20), new Column("数值", 10), new Column("状态", 10)),
                    1,
                    List.of(
                            List.of(Book.text("=1+1"), Book.number(2.25, 2), new Value.Status("已达标", Light.GREEN)),
                            List.of(Book.text("农安县"), Book.number(null, 2), new Value.Status("无数据", Light.GREY))),
                    List.of("注"))));

    @Test
    void theSameBookGivesTheSameBytes() throws InterruptedException {
        byte[] first = BookWriter.write(BOOK);
        Thread.sleep(2100); // longer than the two seconds that the clock of an archive can tell apart
        assertThat(BookWriter.write(BOOK)).isEqualTo(first);
    }

    @Test
    void sheetsHaveWhatOfficialsNeed() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(BookWriter.write(BOOK)))) {
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
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:C5");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
            assertThat(workbook.getPrintArea(0)).isEqualTo("一!$A$1:$C$6");
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("标题");
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
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(BookWriter.write(BOOK)))) {
            for (int i = 1; i < workbook.getNumberOfFonts(); i++) {
                String xml = workbook.getFontAt(i).getCTFont().toString();
                assertThat(xml.indexOf("name ")).isGreaterThan(xml.indexOf("sz "));
            }
        }
    }
}
