package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minsheng.catalogue.TemplateForm;
import org.minsheng.conf.Language;
import org.minsheng.parse.TestLayouts;

/** What a template says while it is filled in: how much is, what fits together, and what does not. */
class TemplateTest {
    /** Of the year before: of 农安县 all, of 德惠市 one. */
    private static final Map<Template.Key, Double> PREVIOUS = Map.of(
            new Template.Key("rural_population", "220122"), 1000.0,
            new Template.Key("rural_central_water", "220122"), 900.0,
            new Template.Key("rural_population", "220183"), 500.0);

    private static XSSFWorkbook template(String office, Language language) throws IOException {
        byte[] bytes =
                new Template(TestLayouts.CATALOGUE, TestLayouts.REGIONS, language, office, 2025, PREVIOUS).write();
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static int column(XSSFSheet sheet, String id) {
        return Stream.iterate(0, col -> col + 1)
                .filter(col -> sheet.getRow(TemplateForm.IDS_ROW)
                        .getCell(col)
                        .getStringCellValue()
                        .equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static XSSFRow row(XSSFSheet sheet, String first) {
        return Stream.iterate(TemplateForm.FIRST_ROW, row -> row + 1)
                .map(sheet::getRow)
                .filter(row -> row.getCell(0).getStringCellValue().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private static void put(XSSFSheet sheet, String region, String series, Object value) {
        XSSFCell cell = row(sheet, region).getCell(column(sheet, series));
        if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private static String check(XSSFSheet sheet, String region) {
        return row(sheet, region).getCell(column(sheet, TemplateForm.CHECK)).getStringCellValue();
    }

    /** The relations below the table, with their results. */
    private static List<String> results(XSSFSheet sheet) {
        XSSFRow end = row(sheet, TemplateForm.END);
        return Stream.iterate(end.getRowNum() + 1, row -> row <= sheet.getLastRowNum(), row -> row + 1)
                .map(sheet::getRow)
                .filter(row -> row.getCell(0) != null
                        && row.getCell(0).getStringCellValue().startsWith("("))
                .map(row -> {
                    int col = 1;
                    while (row.getCell(col).getCellType() != CellType.FORMULA) {
                        col++;
                    }
                    return row.getCell(0).getStringCellValue() + " | "
                            + row.getCell(col).getStringCellValue();
                })
                .toList();
    }

    private static List<String> head(XSSFSheet sheet) {
        return Stream.of(2, 3, 4, 5)
                .map(row -> sheet.getRow(row).getCell(0).getStringCellValue())
                .toList();
    }

    @Test
    void anEmptyOneSaysSoWithoutBeingWorkedOut() throws IOException {
        try (XSSFWorkbook workbook = template("省水利厅", Language.ZH)) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            assertThat(head(sheet)).containsExactly("填报单位：省水利厅", "报告期：2025年", "完整性：已填 0 / 应填 360", "审核：尚未填报");
            assertThat(results(sheet)).hasSize(5).allMatch(result -> result.endsWith(" | 尚无可比数据"));
            int end = row(sheet, TemplateForm.END).getRowNum();
            assertThat(sheet.getRow(end).getZeroHeight()).isTrue();
            XSSFRow sums = sheet.getRow(end + 1);
            assertThat(sums.getCell(1).getStringCellValue()).isEqualTo("合计");
            int population = column(sheet, "rural_population");
            assertThat(sums.getCell(population - 1).getNumericCellValue()).isEqualTo(1500); // 1000 + 500
            assertThat(sums.getCell(population).getStringCellValue()).isEmpty();
            List<String> cached = formulas(workbook);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(formulas(workbook)).isEqualTo(cached);
        }
    }

    /** What the configuration has is printed and locked; what it has not is a line to write on. */
    @Test
    void theAuthoritysOwnLinesStandAtTheUpperRight() throws IOException {
        try (XSSFWorkbook workbook = template("省水利厅", Language.ZH)) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            int col = column(sheet, TemplateForm.CHECK);
            assertThat(Stream.of(2, 3, 4, 5)
                            .map(sheet::getRow)
                            .map(row -> row.getCell(col - 1).getStringCellValue()
                                    + row.getCell(col).getStringCellValue()
                                    + (row.getCell(col).getCellStyle().getLocked() ? "" : " to write on")))
                    .containsExactly("表号：民生年报1表", "制定机关：省民生办", "文号： to write on", "有效期至：2026-12-31");
        }
    }

    private static List<String> formulas(XSSFWorkbook workbook) {
        return Stream.iterate(0, i -> i < workbook.getNumberOfSheets(), i -> i + 1)
                .map(workbook::getSheetAt)
                .flatMap(sheet -> Stream.iterate(0, i -> i <= sheet.getLastRowNum(), i -> i + 1)
                        .map(sheet::getRow)
                        .flatMap(row -> Stream.iterate(0, i -> i < row.getLastCellNum(), i -> i + 1)
                                .map(row::getCell)))
                .filter(cell -> cell != null && cell.getCellType() == CellType.FORMULA)
                .map(cell -> cell.getAddress() + " "
                        + (cell.getCachedFormulaResultType() == CellType.NUMERIC
                                ? cell.getNumericCellValue()
                                : cell.getStringCellValue()))
                .toList();
    }

    /** 农安县: all fits. 德惠市: a part above its whole, nearly four times the year before. 榆树市: half filled. 九台区: no number. */
    @Test
    void eachRowAndRelationTellsWhatIsWrong() throws IOException {
        try (XSSFWorkbook workbook = template("省水利厅", Language.ZH)) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            List<String> series = List.of(
                    "rural_population",
                    "rural_central_water",
                    "rural_reliable_water",
                    "water_sample_done",
                    "water_sample_all");
            List<Object> nongan = List.of(1000, 900, "—", 5, 6);
            for (int i = 0; i < series.size(); i++) {
                put(sheet, "220122", series.get(i), nongan.get(i));
            }
            put(sheet, "220183", "rural_population", 1900);
            put(sheet, "220183", "rural_central_water", 1901);
            put(sheet, "220182", "rural_population", 700);
            put(sheet, "220113", "rural_population", "很多");
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);

            assertThat(check(sheet, "220122")).isEqualTo("通过");
            assertThat(check(sheet, "220183")).isEqualTo("见审核关系 (1)(5)");
            assertThat(check(sheet, "220182")).isEqualTo("未填全");
            assertThat(check(sheet, "220113")).isEqualTo("见审核关系 (4)");
            assertThat(check(sheet, "220102")).isEmpty();
            assertThat(results(sheet))
                    .containsExactly(
                            "(1) 农村集中供水人口 ≤ 农村人口 | 1 行有误，如：德惠市",
                            "(2) 农村供水保证人口 ≤ 农村人口 | 尚无可比数据",
                            "(3) 农村供水水质合格样品数 ≤ 农村供水水质检测样品数 | 通过",
                            "(4) 各项在允许范围内（见“填报说明”），没有数据的为“—”或“…” | 1 行有误，如：九台区",
                            "(5) 各项不高于2024年的 3 倍，不低于其 1/3；超出的请核实，并在“备注”栏说明 | 1 行须核实，如：德惠市");
            assertThat(head(sheet)).contains("完整性：已填 9 / 应填 360", "审核：2 行须更正或核实");
            int sums = row(sheet, TemplateForm.END).getRowNum() + 1;
            assertThat(sheet.getRow(sums)
                            .getCell(column(sheet, "rural_population"))
                            .getNumericCellValue())
                    .isEqualTo(3600); // 1000 + 1900 + 700
            XSSFRow first = workbook.getSheetAt(0).getRow(10);
            assertThat(first.getCell(2).getNumericCellValue()).isEqualTo(9);
            assertThat(first.getCell(3).getStringCellValue()).isEqualTo("2 行须更正或核实");
        }
    }

    /** The code by which a task is known stands in a column that nobody sees. */
    @Test
    void aTaskThatIsDoneNeedsEvidence() throws IOException {
        try (XSSFWorkbook workbook = template("省教育厅", Language.ZH)) {
            XSSFSheet sheet = workbook.getSheet("定性任务");
            assertThat(sheet.isColumnHidden(0)).isTrue();
            put(sheet, "milestone_1", TemplateForm.VALUE, "已完成");
            put(sheet, "milestone_3", TemplateForm.VALUE, "推进中");
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(check(sheet, "milestone_1")).isEqualTo("见审核关系 (2)");
            assertThat(check(sheet, "milestone_3")).isEqualTo("通过");
            put(sheet, "milestone_1", TemplateForm.EVIDENCE, "吉教规〔2020〕3号");
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(head(sheet)).contains("审核：已填部分通过，尚缺 1 项");
        }
    }

    /** Communities and people are; 低保标准 and the like, so much a month, are not. */
    @Test
    void onlyWhatAddsUpIsAddedUp() throws IOException {
        try (XSSFWorkbook workbook = template("省民政厅", Language.ZH)) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            XSSFRow sums = sheet.getRow(row(sheet, TemplateForm.END).getRowNum() + 1);
            XSSFRow ids = sheet.getRow(TemplateForm.IDS_ROW);
            assertThat(Stream.iterate(0, col -> col < sums.getLastCellNum(), col -> col + 1)
                            .filter(col -> sums.getCell(col).getCellType() == CellType.FORMULA)
                            .map(col -> ids.getCell(col).getStringCellValue())
                            .filter(id -> !id.equals(TemplateForm.PREVIOUS)))
                    .containsExactly(
                            "urban_community_done",
                            "urban_community_all",
                            "township_care_done",
                            "townships",
                            "village_care_done",
                            "villages",
                            "carer_done",
                            "carer_all");
            assertThat(column(sheet, "dibao_urban")).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSameBytesInEachLanguage(Language language) throws IOException {
        Template template = new Template(TestLayouts.CATALOGUE, TestLayouts.REGIONS, language, "省民政厅", 2025, PREVIOUS);
        assertThat(template.write()).isEqualTo(template.write());
    }
}
