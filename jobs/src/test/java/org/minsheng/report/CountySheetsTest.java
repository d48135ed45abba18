package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.LevelNames;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;
import org.minsheng.report.Facts.Kind;

/** Counties and prefectures beside each other: which is the worst, where the map finds them, and what fits on paper. */
class CountySheetsTest extends WorkbookFixture {
    private static final String COUNTIES = "县（市、区）对照表";

    /** Digits of Calibri 11 in points as LibreOffice draws them, which draws them wider than Excel does. */
    private static final double DIGIT = 5.6;
    /** An upright A4 page less margins of 0.4 inches. */
    private static final double PAGE = 595 - 2 * 0.4 * 72;

    private XSSFWorkbook province(Edition edition) throws IOException {
        return workbook(edition, Language.ZH, Scope.Kind.PROVINCE, "220000");
    }

    /** Of an office with three targets. */
    private XSSFWorkbook office(Edition edition) throws IOException {
        return workbook(edition, Language.ZH, Scope.Kind.OFFICE, "省水利厅");
    }

    /** What stands in some columns of the first rows below a table's header. */
    private static List<String> rows(Sheet sheet, int rows, String... columns) {
        Row header = row(sheet, "代码");
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> sheet.getRow(header.getRowNum() + i))
                .map(row -> String.join(
                        " ",
                        Stream.of(columns)
                                .map(column ->
                                        row.getCell(column(header, column)).toString())
                                .toList()))
                .toList();
    }

    private void row(String indicator, String region, String level, int year, double value, Status status) {
        Fields row = progress(region, level, year, value, status.code()).put(ProgressTable.INDICATOR, indicator);
        facts.remove(facts.size() - 1);
        fact(Kind.PROGRESS, row);
    }

    /** Of two of the office's three targets: met and met, missed and missed, lost and lost, missed and met; of the last one is overdue. */
    private void fiveCounties() {
        row("30.2", "220000", "province", 2025, 85, Status.MISSED);
        row("30.1", "220122", "county", 2025, 91, Status.MET);
        row("30.2", "220122", "county", 2025, 91, Status.MET);
        row("30.1", "220182", "county", 2025, 80, Status.MISSED);
        row("30.2", "220182", "county", 2025, 80, Status.MISSED);
        row("30.1", "220183", "county", 2025, 70, Status.LOST);
        row("30.2", "220183", "county", 2025, 70, Status.LOST);
        row("30.1", "220221", "county", 2025, 80, Status.MISSED);
        row("30.2", "220221", "county", 2025, 92, Status.MET);
        row("30.1", "220281", "county", 2025, 92, Status.MET);
        row("30.2", "220281", "county", 2024, 80, Status.OVERDUE);
    }

    @Test
    void theWorstCountyStandsFirstAndPlacesAreShared() throws IOException {
        fiveCounties();
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            assertThat(rows(workbook.getSheet(COUNTIES), 5, "代码", "市（州）", "未达标目标数", "已达标目标数", "位次"))
                    .containsExactly(
                            "220182 长春市 2.0 0.0 并列3",
                            "220183 长春市 2.0 0.0 并列3",
                            "220221 吉林市 1.0 1.0 2",
                            "220122 长春市 0.0 2.0 1",
                            "220102 长春市 0.0 0.0 …");
            // One of three is not enough to be compared by.
            assertThat(rows(workbook.getSheet(COUNTIES), 60, "代码", "逾期未报目标数", "位次"))
                    .contains("220281 1.0 …");
        }
    }

    @Test
    void prefecturesAreComparedByTheirOwnFiguresAndByTheirCounties() throws IOException {
        fiveCounties();
        row("30.1", "220100", "prefecture", 2025, 91, Status.MET);
        row("30.2", "220100", "prefecture", 2025, 85, Status.MISSED);
        row("30.1", "220200", "prefecture", 2025, 92, Status.MET);
        row("30.2", "220200", "prefecture", 2025, 92, Status.MET);
        try (XSSFWorkbook workbook = office(Edition.ANNEX)) {
            Sheet league = workbook.getSheet("市（州）对照表");
            assertThat(rows(league, 3, "代码", "县（市、区）数", "目标数", "已达标目标数", "位次", "未达标目标数"))
                    .containsExactly(
                            "220100 11.0 3.0 1.0 2 1.0", "220200 9.0 3.0 2.0 1 0.0", "220300 5.0 3.0 0.0 … 0.0");
            assertThat(rows(league, 3, "所辖县（市、区）未达标数", "达标最少的县（市、区）"))
                    .containsExactly("4.0 榆树市、德惠市（0/3）", "1.0 永吉县（1/3）", "0.0 —");
        }
        try (XSSFWorkbook workbook = workbook(Language.ZH, Scope.Kind.PREFECTURE, "220100")) {
            assertThat(workbook.getSheet("市（州）对照表")).isNull();
        }
    }

    @Test
    void whereThereAreFewTargetsTheirFiguresStandBesideTheSigns() throws IOException {
        fiveCounties();
        try (XSSFWorkbook workbook = office(Edition.BRIEF)) {
            assertThat(rows(workbook.getSheet(COUNTIES), 4, "代码", "30.2 农村供水保证率（%）"))
                    .containsExactly("220182 未 80.0", "220183 落 70.0", "220221 达 92.0", "220122 达 91.0");
            assertThat(tiles(workbook.getSheet("地图"))).contains("榆树市\n未 80.0", "农安县\n达 91.0");
        }
    }

    private static List<String> tiles(Sheet map) {
        List<String> tiles = new ArrayList<>();
        for (Row row : map) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    tiles.add(cell.getStringCellValue());
                }
            }
        }
        return tiles;
    }

    /** As a reader does with the buttons of the table's filter. */
    private static void reverseRows(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        Row header = row(sheet, "代码");
        int last = header.getRowNum() + CONF.regions().today(Level.COUNTY).size();
        for (int at = header.getRowNum() + 1; at <= last; at++) {
            List<String> cells = new ArrayList<>();
            sheet.getRow(at).forEach(cell -> cells.add(cell.toString()));
            rows.add(cells);
        }
        Collections.reverse(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.getRow(header.getRowNum() + 1 + i);
            for (int col = 0; col < rows.get(i).size(); col++) {
                type(row, col, rows.get(i).get(col));
            }
        }
    }

    /** POI does not change a text that stands in its cell, and not in the table of all texts. */
    private static void type(Row row, int col, String text) {
        row.removeCell(row.getCell(col));
        row.createCell(col).setCellValue(text);
    }

    @Test
    void theMapStaysRightWhenTheTableIsSorted() throws IOException {
        fiveCounties();
        try (XSSFWorkbook workbook = province(Edition.BRIEF)) {
            List<String> before = tiles(workbook.getSheet("地图"));
            assertThat(before).hasSize(60).contains("榆树市\n未", "农安县\n达", "蛟河市\n逾");
            List<String> codes = new ArrayList<>(rows(workbook.getSheet(COUNTIES), 60, "代码"));
            reverseRows(workbook.getSheet(COUNTIES));
            Collections.reverse(codes);
            assertThat(rows(workbook.getSheet(COUNTIES), 60, "代码")).isEqualTo(codes);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(tiles(workbook.getSheet("地图"))).isEqualTo(before);
        }
    }

    @Test
    void theMapFollowsTheChoice() throws IOException {
        fiveCounties();
        try (XSSFWorkbook workbook = province(Edition.BRIEF)) {
            Row choice = workbook.getSheet("地图").getRow(2);
            assertThat(choice.getCell(2).getStringCellValue()).isEqualTo("30.2 农村供水保证率");
            type(choice, 2, "10.3 城镇零就业家庭就业援助率");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertThat(tiles(workbook.getSheet("地图"))).contains("榆树市\n…", "农安县\n…");
        }
    }

    /** Each page takes its columns, beside those that name the rows, and its type of 10 points stays above 7. */
    @ParameterizedTest
    @CsvSource({"PROVINCE, 220000", "PREFECTURE, 220100", "OFFICE, 省体育局"})
    void pagesAreWideEnoughAndTheirTypeLargeEnough(Scope.Kind kind, String id) throws IOException {
        for (Language language : Language.values()) {
            try (XSSFWorkbook workbook = workbook(language, kind, id)) {
                Sheet sheet = workbook.getSheet(
                        Words.in(language, LevelNames.usualOnes()).get("heat.name"));
                double scale = sheet.getPrintSetup().getScale() / 100.0;
                assertThat(sheet.getFitToPage()).isFalse(); // with it Excel does not look at breaks
                assertThat(scale * 10).isGreaterThanOrEqualTo(7);
                int[] breaks = sheet.getColumnBreaks();
                int start = 2;
                for (int end : IntStream.concat(Arrays.stream(breaks), IntStream.of(lastColumn(sheet)))
                        .toArray()) {
                    double digits = IntStream.concat(IntStream.of(0, 1), IntStream.rangeClosed(start, end))
                            .mapToDouble(col -> sheet.getColumnWidth(col) / 256.0)
                            .sum();
                    assertThat(digits * DIGIT * scale)
                            .as(kind + " to column " + end)
                            .isLessThanOrEqualTo(PAGE);
                    start = end + 1;
                }
                assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:B");
            }
        }
    }

    private static int lastColumn(Sheet sheet) {
        return sheet.getRow(2).getLastCellNum() - 1;
    }
}
