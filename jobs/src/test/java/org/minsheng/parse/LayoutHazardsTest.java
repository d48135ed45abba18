package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Rejected;

/** One test for each thing that tables as sent do; docs/layouts.md lists them. */
class LayoutHazardsTest {
    private static final String WATER = """
            layout: water
            title: {zh: 供水, en: Water}
            header: {rows: 1}
            region: {column: 地区}
            period: {from: column, column: 年份}
            columns:
              - {header: [农村人口], series: rural_population, unit: 人}
              - {header: [供水保证人口], series: rural_reliable_water, unit: 人}
            """;

    private static Parsed parse(String layout, String text) {
        return parse(layout, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Parsed parse(String layout, byte[] bytes) {
        Parsed file = Parsed.of(TestLayouts.of(layout).parser(), bytes);
        file.assertReconciled();
        return file;
    }

    /** Series, region, year and value of each observation, and where it stands. */
    private static List<String> observed(Parsed file) {
        return file.observed().stream().map(LayoutHazardsTest::shown).toList();
    }

    private static String shown(Observed o) {
        String value =
                o.value() == null ? o.status() : o.value().stripTrailingZeros().toPlainString();
        return o.cell() + " " + o.series() + " " + o.refArea() + " " + o.year() + " " + value;
    }

    private static List<String> rejected(Parsed file) {
        return file.rejected().stream()
                .map(r -> r.cell() + " " + r.reason() + " " + r.cells() + " " + r.detail())
                .toList();
    }

    /** A workbook of one sheet; numbers, dates and texts as they are given, null for blank. */
    private static byte[] workbook(Workbook workbook, String name, Object[][] rows, int[]... merges)
            throws IOException {
        try (workbook) {
            fill(workbook.createSheet(name), rows);
            for (int[] m : merges) {
                workbook.getSheetAt(0).addMergedRegion(new CellRangeAddress(m[0], m[1], m[2], m[3]));
            }
            return bytes(workbook);
        }
    }

    private static void fill(Sheet sheet, Object[][] rows) {
        for (int r = 0; r < rows.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                if (rows[r][c] instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else if (rows[r][c] != null) {
                    row.createCell(c).setCellValue(rows[r][c].toString());
                }
            }
        }
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ','",
        "UTF-8, '\t'",
        "UTF-8, ;",
        "GB18030, ','",
        "UTF-16LE, '\t'",
        "UTF-16BE, '\t'",
        "UTF-16, '\t'"
    })
    void textsInAnyUsualEncodingWithAnyUsualSeparator(String charset, String separator) {
        String text = "地区,年份,农村人口,供水保证人口\n农安县,2025,100,90\n德惠市,2025,200,180\n".replace(",", separator);
        List<String> expected = List.of(
                "C2 rural_population 220122 2025 100",
                "D2 rural_reliable_water 220122 2025 90",
                "C3 rural_population 220183 2025 200",
                "D3 rural_reliable_water 220183 2025 180");
        assertThat(observed(parse(WATER, text.getBytes(Charset.forName(charset)))))
                .isEqualTo(expected);
        if (charset.startsWith("UTF")) {
            assertThat(observed(parse(WATER, ("\uFEFF" + text).getBytes(Charset.forName(charset)))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aTemplateLikeTextInSoManyRowsIsNotHeldInMemoryAndTheLastRowsAreRead() {
        StringBuilder text = new StringBuilder("地区,年份,农村人口,供水保证人口\n");
        for (int year = 1900; year < 2100; year++) {
            text.append("农安县,").append(year).append(",1,1\n德惠市,").append(year).append(",2,1\n");
        }
        Parsed file = parse(WATER, text.toString());
        assertThat(file.observed()).hasSize(800);
        assertThat(observed(file)).last().isEqualTo("D401 rural_reliable_water 220183 2099 1");
    }

    @Test
    void sheetsByNumber() throws IOException {
        Object[][] table = {{"地区", "年份", "农村人口", "供水保证人口"}, {"农安县", 2025, 100, 90}};
        try (Workbook workbook = new XSSFWorkbook()) {
            fill(workbook.createSheet("旧"), new Object[][] {{"地区", "年份", "农村人口", "供水保证人口"}, {"农安县", 2025, 1, 1}});
            fill(workbook.createSheet("新"), table);
            Parsed file = parse(WATER + "sheets: 2\n", bytes(workbook));
            assertThat(observed(file)).first().isEqualTo("C2 rural_population 220122 2025 100");
            assertThat(rejected(file)).containsExactly(" UNKNOWN_SHEET 8 2");
        }
    }

    @Test
    void yearAndUnitInTheTitle() {
        Parsed file = parse("""
                layout: titled
                title: {zh: 供水, en: Water}
                corner: '.*\\(单位[:：](?<unit>.+)\\)'
                header: {rows: 1}
                region: {column: 地区}
                period: {from: title, pattern: '.*?(?<year>\\d{4})年.*'}
                columns:
                  - {header: 农村人口, series: rural_population, unit: corner}
                """, "吉林省2024年供水情况(单位:万人),\n地区,农村人口\n农安县,12.5\n");
        assertThat(observed(file)).containsExactly("B3 rural_population 220122 2024 125000");
    }

    @Test
    void unitAndYearInTheHeaderOfEachColumn() {
        Parsed file = parse("""
                layout: headers
                title: {zh: 供水, en: Water}
                header: {rows: 1}
                region: {column: 地区}
                period: {from: header}
                columns:
                  - {like: '(?<year>\\d{4})年农村人口\\((?<unit>.+)\\)', series: rural_population, unit: header}
                """, "地区,2025年农村人口(万人),2024年农村人口（人）,2023年农村人口(车皮)\n农安县,1.5,14000,7\n");
        assertThat(observed(file))
                .containsExactly("B2 rural_population 220122 2025 15000", "C2 rural_population 220122 2024 14000");
        assertThat(rejected(file)).containsExactly("D1 UNKNOWN_UNIT 1 人");
    }

    /** It is an office that reads what its table lacks, and no pattern. */
    @Test
    void whatIsMissingIsNamedAsAnOfficeWouldWriteIt() throws IOException {
        Parsed file = parse("""
                layout: headers
                title: {zh: 供水, en: Water}
                header: {rows: 1}
                region: {column: 地区}
                period: {from: title, pattern: '.*(?<year>\\d{4})年度.*'}
                columns:
                  - {header: [农村人口], series: rural_population, unit: 人}
                  - {like: '^(供水保证|保证供水)人[口数].*$', series: rural_reliable_water, unit: 人}
                """, "地区,农村人口\n农安县,1\n");
        assertThat(file.rejected())
                .extracting(Rejected::reason, Rejected::detail)
                .containsExactly(tuple(Reason.UNKNOWN_LAYOUT, "headers - YYYY年度, 供水保证人口"));
    }

    @Test
    void aHeaderInTwoLanguagesOverThreeRowsWithMergedCells() throws IOException {
        Parsed file = parse(
                """
                layout: bilingual
                title: {zh: 供水, en: Water}
                header: {rows: 3}
                region: {column: [地区, Region]}
                period: {fixed: 2025}
                columns:
                  - {header: [供水 Water, 农村人口, Rural population], series: rural_population, unit: 人}
                  - {header: [供水 Water, 供水保证人口, Reliable], series: rural_reliable_water, unit: 人}
                """,
                workbook(
                        new XSSFWorkbook(),
                        "Sheet1",
                        new Object[][] {
                            {"地区", "供水\nWater", null},
                            {null, "农村人口", "供水保证人口"},
                            {"Region", "Rural population", "Reliable"},
                            {"农安县", 100, 90}
                        },
                        new int[] {0, 1, 0, 0},
                        new int[] {0, 0, 1, 2}));
        assertThat(observed(file))
                .containsExactly("B4 rural_population 220122 2025 100", "C4 rural_reliable_water 220122 2025 90");
    }

    @Test
    void thePrefectureInAMergedColumnBeside() throws IOException {
        Parsed file = parse(
                WATER.replace("{column: 地区}", "{column: 地区, within: {column: 市州}}"),
                workbook(
                        new XSSFWorkbook(),
                        "Sheet1",
                        new Object[][] {
                            {"市州", "地区", "年份", "农村人口", "供水保证人口"},
                            {"四平市", "铁西区", 2025, 100, 90},
                            {null, "铁东区", 2025, 200, 180},
                            {"沈阳市", "铁西区", 2025, 300, 270},
                            {"通化市", "通化", 2025, 400, 360},
                            {"长春市", "铁西区", 2025, 500, 450}
                        },
                        new int[] {1, 2, 0, 0}));
        assertThat(observed(file))
                .containsExactly(
                        "D2 rural_population 220302 2025 100",
                        "E2 rural_reliable_water 220302 2025 90",
                        "D3 rural_population 220303 2025 200",
                        "E3 rural_reliable_water 220303 2025 180",
                        "D5 rural_population 220500 2025 400",
                        "E5 rural_reliable_water 220500 2025 360");
        assertThat(rejected(file)).containsExactly("A4 UNKNOWN_REGION 2 ", "B6 UNKNOWN_REGION 2 长春市: 铁西区");
    }

    @Test
    void groupRowsIndentationSubtotalsAndDistricts() {
        Parsed file = parse(
                WATER.replace(
                        "{column: 地区}",
                        "{column: 地区, within: rows, totals: {全省: \"220000\", 小计: within, 市区: districts}}"),
                """
                地区,年份,农村人口,供水保证人口
                全省,2025,1000,900
                长春市,,,
                　　市区,2025,30,20
                　　朝 阳 区,2025,10,9
                　　农安县,2025,100,90
                　　小计,2025,140,119
                四平市,2025,50,45
                　　铁西区,2025,20,18
                """);
        assertThat(observed(file))
                .containsExactly(
                        "C2 rural_population 220000 2025 1000",
                        "D2 rural_reliable_water 220000 2025 900",
                        "C4 rural_population 220101 2025 30",
                        "D4 rural_reliable_water 220101 2025 20",
                        "C5 rural_population 220104 2025 10",
                        "D5 rural_reliable_water 220104 2025 9",
                        "C6 rural_population 220122 2025 100",
                        "D6 rural_reliable_water 220122 2025 90",
                        "C7 rural_population 220100 2025 140",
                        "D7 rural_reliable_water 220100 2025 119",
                        "C8 rural_population 220300 2025 50",
                        "D8 rural_reliable_water 220300 2025 45",
                        "C9 rural_population 220302 2025 20",
                        "D9 rural_reliable_water 220302 2025 18");
        assertThat(file.rejected()).isEmpty();
    }

    @Test
    void aGroupRowWithoutFiguresIsAHeadingAndNotMissing() {
        Parsed file = parse(
                WATER.replace("{column: 地区}", "{column: 地区, within: rows}")
                        .replace("{from: column, column: 年份}", "{fixed: 2025}"),
                "地区,农村人口,供水保证人口\n长春市,,\n农安县,100,\n吉林市,,\n永吉县,—,…\n");
        assertThat(observed(file))
                .containsExactly(
                        "B3 rural_population 220122 2025 100",
                        "B5 rural_population 220221 2025 O",
                        "C5 rural_reliable_water 220221 2025 L");
        assertThat(file.rejected()).isEmpty();
    }

    @Test
    void rowsOfAnotherProvinceOnThePage() {
        Parsed file = parse(WATER, """
                地区,年份,农村人口,供水保证人口
                铁西区,2025,20,18
                沈阳市,2025,1,1
                铁西区,2025,300,270
                铁东区,2025,2,1
                农安县,2025,100,90
                铁东区,2025,30,27
                """);
        assertThat(observed(file))
                .containsExactly(
                        "C2 rural_population 220302 2025 20",
                        "D2 rural_reliable_water 220302 2025 18",
                        "C6 rural_population 220122 2025 100",
                        "D6 rural_reliable_water 220122 2025 90",
                        "C7 rural_population 220303 2025 30",
                        "D7 rural_reliable_water 220303 2025 27");
        assertThat(file.rejected())
                .extracting(Rejected::cell, Rejected::reason, Rejected::cells)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A3", Reason.UNKNOWN_REGION, 2L),
                        org.assertj.core.groups.Tuple.tuple("A4", Reason.AMBIGUOUS_REGION, 2L),
                        org.assertj.core.groups.Tuple.tuple("A5", Reason.AMBIGUOUS_REGION, 2L));
        assertThat(rejected(file).get(1)).contains("沈阳市 A3");
    }

    @Test
    void anotherProvincesGroupDoesNotLendItsDistrictsToTheGroupBefore() {
        Parsed file = parse(
                WATER.replace("{column: 地区}", "{column: 地区, within: rows}"),
                "地区,年份,农村人口,供水保证人口\n四平市,2025,50,45\n铁西区,2025,20,18\n鞍山市,2025,9,9\n铁西区,2024,7,7\n铁东区,2025,8,8\n");
        assertThat(observed(file)).hasSize(4).noneMatch(o -> o.contains("220303") || o.contains("2024"));
        assertThat(file.rejected())
                .extracting(Rejected::reason)
                .containsExactly(Reason.UNKNOWN_REGION, Reason.AMBIGUOUS_REGION, Reason.AMBIGUOUS_REGION);
    }

    /** The first row of 四平市 is rejected for its year: the division that it names is that of the rows below it all the same. */
    @Test
    void aRowThatIsRejectedStillNamesTheDivisionOfThoseBelowIt() {
        Parsed file =
                parse(WATER.replace("{column: 地区}", "{column: 地区, within: {column: 市州}, totals: {小计: within}}"), """
                市州,地区,年份,农村人口,供水保证人口
                长春市,农安县,2025,100,90
                四平市,铁西区,待定,20,18
                ,铁东区,2025,30,27
                ,小计,2025,50,45
                """);
        assertThat(observed(file))
                .containsExactly(
                        "D2 rural_population 220122 2025 100",
                        "E2 rural_reliable_water 220122 2025 90",
                        "D4 rural_population 220303 2025 30",
                        "E4 rural_reliable_water 220303 2025 27",
                        "D5 rural_population 220300 2025 50",
                        "E5 rural_reliable_water 220300 2025 45");
        assertThat(rejected(file)).containsExactly("C3 UNKNOWN_PERIOD 2 ");
    }

    /** Likewise where it is a row of its own, above those of its counties. */
    @Test
    void aGroupRowThatIsRejectedStillNamesTheDivisionOfThoseBelowIt() {
        Parsed file = parse(WATER.replace("{column: 地区}", "{column: 地区, within: rows, totals: {小计: within}}"), """
                地区,年份,农村人口,供水保证人口
                长春市,2025,100,90
                四平市,待定,50,45
                小计,2025,50,45
                """);
        assertThat(observed(file))
                .containsExactly(
                        "C2 rural_population 220100 2025 100",
                        "D2 rural_reliable_water 220100 2025 90",
                        "C4 rural_population 220300 2025 50",
                        "D4 rural_reliable_water 220300 2025 45");
        assertThat(rejected(file)).containsExactly("B3 UNKNOWN_PERIOD 2 ");
    }

    /** Who deletes a county by striking its row through does not delete its prefecture. */
    @Test
    void aRowThatIsStruckThroughStillNamesTheDivisionOfThoseBelowIt() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            fill(sheet, new Object[][] {
                {"市州", "地区", "年份", "农村人口", "供水保证人口"},
                {"长春市", "农安县", 2025, 100, 90},
                {"四平市", "铁西区", 2025, 20, 18},
                {null, "铁东区", 2025, 30, 27}
            });
            Font line = workbook.createFont();
            line.setStrikeout(true);
            CellStyle struck = workbook.createCellStyle();
            struck.setFont(line);
            sheet.getRow(2).forEach(cell -> cell.setCellStyle(struck));
            Parsed file = parse(WATER.replace("{column: 地区}", "{column: 地区, within: {column: 市州}}"), bytes(workbook));
            assertThat(observed(file))
                    .containsExactly(
                            "D2 rural_population 220122 2025 100",
                            "E2 rural_reliable_water 220122 2025 90",
                            "D4 rural_population 220303 2025 30",
                            "E4 rural_reliable_water 220303 2025 27");
            assertThat(rejected(file)).containsExactly("B3 STRUCK_THROUGH 2 ");
        }
    }

    @Test
    void blocksSideBySideEachWithItsHeaderAtAnotherHeight() throws IOException {
        Object[][] rows = new Object[8][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new Object[9];
        }
        String[] titles = {"农村人口", "供水保证人口", "集中供水人口"};
        for (int block = 0; block < 3; block++) {
            int top = block + 1;
            int left = 3 * block;
            rows[top - 1][left] = titles[block];
            rows[top][left] = "地区";
            rows[top][left + 1] = "2024年";
            rows[top][left + 2] = "2025年";
            rows[top + 1][left] = "农  安  县";
            rows[top + 1][left + 1] = 10 * block + 14;
            rows[top + 1][left + 2] = 10 * block + 15;
            rows[top + 2][left] = "德惠市";
            rows[top + 2][left + 1] = " 1" + block + " ";
            rows[top + 2][left + 2] = "…";
        }
        Parsed file = parse("""
                layout: blocks
                title: {zh: 供水, en: Water}
                header: {rows: 1, repeats: true}
                region: {column: 地区}
                period: {from: header, pattern: '(?<year>\\d{4})年'}
                series:
                  from: title
                  values:
                    农村人口: {series: rural_population, unit: 人}
                    供水保证人口: {series: rural_reliable_water, unit: 人}
                    集中供水人口: {series: rural_central_water, unit: 人}
                """, workbook(new XSSFWorkbook(), "Sheet1", rows));
        assertThat(observed(file))
                .containsExactlyInAnyOrder(
                        "B3 rural_population 220122 2024 14",
                        "C3 rural_population 220122 2025 15",
                        "B4 rural_population 220183 2024 10",
                        "C4 rural_population 220183 2025 L",
                        "E4 rural_reliable_water 220122 2024 24",
                        "F4 rural_reliable_water 220122 2025 25",
                        "E5 rural_reliable_water 220183 2024 11",
                        "F5 rural_reliable_water 220183 2025 L",
                        "H5 rural_central_water 220122 2024 34",
                        "I5 rural_central_water 220122 2025 35",
                        "H6 rural_central_water 220183 2024 12",
                        "I6 rural_central_water 220183 2025 L");
        assertThat(file.rejected()).isEmpty();
    }

    @Test
    void aTableThatHasTheHeadersOfBlocksButNotTheirTitlesIsNoneOfThem() {
        Parsed file = Parsed.of(
                TestLayouts.jilin().parser(),
                "地区,指标,2024年,2025年\n梨树县,体育场地面积(平方米),1111467,1142232\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.layout()).isEqualTo("sports-grounds");
    }

    @Test
    void blocksSideBySideThatGoOnWithTheSameColumns() {
        Parsed file = parse(
                WATER.replace("{rows: 1}", "{rows: 1, repeats: true}"),
                "地区,年份,农村人口,供水保证人口,地区,年份,农村人口,供水保证人口\n农安县,2025,100,90,德惠市,2025,200,180\n榆树市,2025,300,270,,,,\n");
        assertThat(observed(file))
                .containsExactlyInAnyOrder(
                        "C2 rural_population 220122 2025 100",
                        "D2 rural_reliable_water 220122 2025 90",
                        "G2 rural_population 220183 2025 200",
                        "H2 rural_reliable_water 220183 2025 180",
                        "C3 rural_population 220182 2025 300",
                        "D3 rural_reliable_water 220182 2025 270");
        assertThat(file.rejected()).isEmpty();
    }

    @Test
    void aTransposedTable() {
        Parsed file =
                parse(WATER + "transposed: true\n", "供水情况,,\n地区,农安县,德惠市\n年份,2025,2025\n农村人口,100,200\n供水保证人口,90,约180\n");
        assertThat(observed(file))
                .containsExactly(
                        "B4 rural_population 220122 2025 100",
                        "B5 rural_reliable_water 220122 2025 90",
                        "C4 rural_population 220183 2025 200");
        assertThat(rejected(file)).containsExactly("C5 NOT_A_NUMBER 1 ");
    }

    @Test
    void anIndicatorColumnWithAColumnOfValues() {
        Parsed file = parse("""
                layout: tidy
                title: {zh: 供水, en: Water}
                header: {rows: 1}
                region: {column: 地区, name: '\\d*[.、]?(?<name>.+)'}
                period: {from: column, column: 年份}
                series:
                  column: 指标
                  value: 数值
                  values:
                    农村人口: {series: rural_population, unit: 万人}
                """, "地区,年份,指标,数值\n1.农安县,2025,农村人口,1.2\n2、德惠市,2025,农村户数,5\n");
        assertThat(observed(file)).containsExactly("D2 rural_population 220122 2025 12000");
        assertThat(rejected(file)).containsExactly("C3 UNKNOWN_SERIES 1 农村人口");
    }

    /** Its rows say no year, and nothing of the other block is lost. */
    @Test
    void ofBlocksSideBySideOneThatLacksTheYearIsRejected() {
        Parsed file = parse(WATER.replace("rows: 1", "rows: 1, repeats: true"), """
                地区,年份,农村人口,供水保证人口,地区,农村人口
                农安县,2025,100,90,德惠市,300
                榆树市,2025,200,180,公主岭市,400
                """);
        assertThat(observed(file)).hasSize(4);
        assertThat(rejected(file)).containsExactly("E2 UNKNOWN_PERIOD 1 ", "E3 UNKNOWN_PERIOD 1 ");
    }

    @Test
    void aNameSplitOverTwoRows() {
        Parsed file = parse(WATER, """
                地区,年份,农村人口,供水保证人口
                前郭尔罗斯,,,
                蒙古族自治县,2025,100,90
                长白朝鲜族,2025,200,180
                自治县,,,
                农安现,2025,1,1
                德惠市,2025,300,270
                """);
        assertThat(observed(file))
                .containsExactly(
                        "C3 rural_population 220721 2025 100",
                        "D3 rural_reliable_water 220721 2025 90",
                        "C4 rural_population 220623 2025 200",
                        "D4 rural_reliable_water 220623 2025 180",
                        "C7 rural_population 220183 2025 300",
                        "D7 rural_reliable_water 220183 2025 270");
    }

    @Test
    void aHeaderThatComesAgainOnTheNextPageAndFootnotes() {
        Parsed file = parse(
                WATER + "ignore: {rows: [注.*, 资料来源.*]}\n",
                "地区,年份,农村人口,供水保证人口\n农安县,2025,100,90\n\n地区,年份,农村人口,供水保证人口\n德惠市,2025,200,180\n注:1.年末数。,,,\n资料来源:省水利厅,,,\n");
        assertThat(file.observed()).hasSize(4);
        assertThat(file.rejected()).isEmpty();
        assertThat(file.account().ignored()).isEqualTo(2);
        assertThat(file.account().labels()).isEqualTo(4 + 4 + 2 * 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hiddenRowsColumnsAndSheets(boolean xlsx) throws IOException {
        byte[] bytes;
        try (Workbook workbook = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("数据");
            fill(sheet, new Object[][] {
                {"地区", "年份", "农村人口", "供水保证人口", "备份"},
                {"农安县", 2025, 100, 90, 1},
                {"德惠市", 2025, 200, 180, 2}
            });
            sheet.getRow(2).setZeroHeight(true);
            sheet.setColumnHidden(4, true);
            fill(workbook.createSheet("旧数"), new Object[][] {{"地区", "年份", "农村人口", "供水保证人口"}, {"榆树市", 2025, 7, 7}});
            workbook.setSheetHidden(1, true);
            bytes = bytes(workbook);
        }
        Parsed ignoring = parse(WATER + "hidden: ignore\n", bytes);
        assertThat(observed(ignoring))
                .containsExactly("C2 rural_population 220122 2025 100", "D2 rural_reliable_water 220122 2025 90");
        assertThat(ignoring.rejected()).isEmpty();
        Parsed reading = parse(WATER, bytes);
        assertThat(reading.observed()).hasSize(6);
        assertThat(rejected(reading)).containsExactly("E1 UNKNOWN_COLUMN 2 water");
    }

    @Test
    void dozensOfEmptyMergedRowsBelowTheTable() throws IOException {
        int[][] merges = new int[60][];
        for (int i = 0; i < merges.length; i++) {
            merges[i] = new int[] {10 + i, 10 + i, 0, 3};
        }
        Parsed file = parse(
                WATER,
                workbook(
                        new XSSFWorkbook(),
                        "Sheet1",
                        new Object[][] {{"地区", "年份", "农村人口", "供水保证人口"}, {"农安县", 2025, 100, 90}},
                        merges));
        assertThat(file.observed()).hasSize(2);
        assertThat(file.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void formulasErrorsDatesAndPercentFormats(boolean xlsx) throws IOException {
        byte[] bytes;
        try (Workbook workbook = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("数据");
            fill(sheet, new Object[][] {{"地区", "年份", "服务率"}});
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-m-d"));
            String[] names = {"农安县", "德惠市", "榆树市", "永吉县", "蛟河市"};
            for (int i = 0; i < names.length; i++) {
                Row row = sheet.createRow(i + 1);
                row.createCell(0).setCellValue(names[i]);
                Cell year = row.createCell(1);
                year.setCellValue(LocalDate.of(2025, 12, 31));
                year.setCellStyle(date);
            }
            sheet.getRow(1).createCell(2).setCellFormula("90+5.2");
            sheet.getRow(2).createCell(2).setCellFormula("1/0");
            Cell shown = sheet.getRow(3).createCell(2);
            shown.setCellValue(0.952);
            shown.setCellStyle(percent);
            sheet.getRow(4).createCell(2).setCellValue(0.952);
            Cell wrong = sheet.getRow(5).createCell(2);
            wrong.setCellValue(95.2);
            wrong.setCellStyle(date);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            bytes = bytes(workbook);
        }
        Parsed file = parse("""
                layout: rates
                title: {zh: 服务, en: Service}
                header: {rows: 1}
                region: {column: 地区}
                period: {from: column, column: 年份}
                columns:
                  - {header: 服务率, series: rehab_rate_reported, unit: "%"}
                """, bytes);
        assertThat(observed(file))
                .containsExactly(
                        "C2 rehab_rate_reported 220122 2025 95.2",
                        "C4 rehab_rate_reported 220182 2025 95.2",
                        "C5 rehab_rate_reported 220221 2025 0.952");
        assertThat(rejected(file)).containsExactly("C3 ERROR_CELL 1 ", "C6 NUMBER_AS_DATE 1 95.2");
    }

    @Test
    void aFormulaThatNoProgramWorkedOutIsNotABlank() throws IOException {
        Parsed file = parse(
                WATER,
                XlsxText.of("<row r=\"1\"><c t=\"inlineStr\"><is><t>地区</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>年份</t></is></c><c t=\"inlineStr\"><is><t>农村人口</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>供水保证人口</t></is></c></row>"
                        + "<row r=\"2\"><c t=\"inlineStr\"><is><t>农安县</t></is></c><c><v>2025</v></c>"
                        + "<c><f>WEBSERVICE(\"http://example.org\")</f></c><c><f>1+1</f><v>2</v></c></row>"));
        assertThat(observed(file)).containsExactly("D2 rural_reliable_water 220122 2025 2");
        assertThat(rejected(file)).containsExactly("C2 ERROR_CELL 1 ");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2万, 12000",
        "１２０００, 12000",
        "'12,000', 12000",
        "12000①, 12000",
        "1.2万人, 12000",
        "12000人, 12000",
        "0.00012亿, 12000"
    })
    void multipliersUnitsAndFootnotesInACell(String text, String value) {
        Parsed file = parse(WATER, "地区,年份,农村人口,供水保证人口\n农安县,2025,\"" + text + "\",1\n");
        assertThat(observed(file)).first().isEqualTo("C2 rural_population 220122 2025 " + value);
        assertThat(file.observed().get(0).raw()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12公顷", "95%", "12人次"})
    void anotherUnitInACellIsNotGuessed(String text) {
        Parsed file = parse(WATER, "地区,年份,农村人口,供水保证人口\n农安县,2025,\"" + text + "\",1\n");
        assertThat(rejected(file)).containsExactly("C2 OTHER_UNIT 1 人");
    }

    @Test
    void aMultiplierOnTopOfOneIsNotGuessed() {
        Parsed file = parse(WATER.replace("unit: 人}", "unit: 万人}"), "地区,年份,农村人口,供水保证人口\n农安县,2025,1.2万,1\n");
        assertThat(rejected(file)).containsExactly("C2 OTHER_UNIT 1 万人");
    }

    @Test
    void perMilleAndPerCentConvert() {
        Parsed file = parse("""
                layout: rates
                title: {zh: 服务, en: Service}
                header: {rows: 1}
                region: {column: 地区}
                period: {fixed: 2025}
                columns:
                  - {header: 服务率, series: rehab_rate_reported, unit: ‰}
                """, "地区,服务率\n农安县,952\n德惠市,95.2%\n榆树市,952‰\n");
        assertThat(observed(file))
                .containsExactly(
                        "B2 rehab_rate_reported 220122 2025 95.2",
                        "B3 rehab_rate_reported 220183 2025 95.2",
                        "B4 rehab_rate_reported 220182 2025 95.2");
    }

    @Test
    void workbooksThatExcelEncryptsWithItsOwnPassword() throws Exception {
        Object[][] table = {{"地区", "年份", "农村人口", "供水保证人口"}, {"农安县", 2025, 100, 90}};
        List<String> expected =
                List.of("C2 rural_population 220122 2025 100", "D2 rural_reliable_water 220122 2025 90");
        assertThat(observed(parse(WATER, encryptedXls(table, Decryptor.DEFAULT_PASSWORD))))
                .isEqualTo(expected);
        assertThat(observed(parse(WATER, encryptedXlsx(table, Decryptor.DEFAULT_PASSWORD))))
                .isEqualTo(expected);
        assertThat(rejected(parse(WATER, encryptedXls(table, "secret")))).containsExactly(" PROTECTED_FILE 0 ");
        assertThat(rejected(parse(WATER, encryptedXlsx(table, "secret")))).containsExactly(" PROTECTED_FILE 0 ");
    }

    private static byte[] encryptedXls(Object[][] table, String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return workbook(new HSSFWorkbook(), "Sheet1", table);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] encryptedXlsx(Object[][] table, String password) throws Exception {
        byte[] plain = workbook(new XSSFWorkbook(), "Sheet1", table);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (var out = encryptor.getDataStream(container)) {
                out.write(plain);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void twoLayoutsThatFitAreNotChosenBetween() {
        Parsed file = Parsed.of(
                TestLayouts.of(WATER, WATER.replace("layout: water", "layout: other"))
                        .parser(),
                "地区,年份,农村人口,供水保证人口\n农安县,2025,100,90\n".getBytes(StandardCharsets.UTF_8));
        file.assertReconciled();
        assertThat(rejected(file)).containsExactly(" SEVERAL_LAYOUTS 8 water, other");
    }
}
