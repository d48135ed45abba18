package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.TestConf;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.CatalogueReader;
import org.minsheng.conf.Problems;
import org.minsheng.ingest.IngestRules;
import org.minsheng.layout.Layout;
import org.minsheng.layout.LayoutReader;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.region.Regions;
import org.minsheng.region.RegionsReader;

class FileParserTest {
    private static final FileParser PARSER = parser();
    private static final String HEADER = "县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\n";
    private static final String CORNER = "康复情况表,,,,\n,,,,单位:人\n";

    private static FileParser parser() {
        Problems problems = new Problems();
        Catalogue catalogue = CatalogueReader.read(TestConf.JILIN, problems);
        Regions regions = RegionsReader.read(TestConf.JILIN.resolve("regions.csv"), "regions.csv", problems)
                .orElseThrow();
        List<Layout> layouts = LayoutReader.read(TestConf.JILIN, catalogue, regions, problems);
        FileParser parser =
                IngestRules.of(catalogue, regions, layouts, ZoneOffset.UTC).parser();
        problems.throwIfAny();
        return parser;
    }

    private static Parsed parse(String text) {
        return Parsed.of(PARSER, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReconciled(Parsed file) {
        file.assertReconciled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aTextWithTitleCornerAndFootnotes(String charset) {
        Parsed file = Parsed.of(
                PARSER,
                (CORNER + HEADER + "农安县,2025年,\"1,200\",900,75.0\n" + "前郭县,2025年,—,,\n" + "注:服务率为年末数,,,,\n")
                        .getBytes(Charset.forName(charset)));
        assertThat(file.layout()).isEqualTo("rehabilitation");
        assertThat(file.rejected()).isEmpty();
        assertThat(file.observed())
                .containsExactly(
                        new Observed(
                                "rehab_need",
                                "220122",
                                2025,
                                new BigDecimal("1200"),
                                "A",
                                "",
                                "C4",
                                "1,200",
                                null,
                                true),
                        new Observed(
                                "rehab_served",
                                "220122",
                                2025,
                                new BigDecimal("900"),
                                "A",
                                "",
                                "D4",
                                "900",
                                null,
                                true),
                        new Observed(
                                "rehab_rate_reported",
                                "220122",
                                2025,
                                new BigDecimal("75.0"),
                                "A",
                                "",
                                "E4",
                                "75.0",
                                null,
                                true),
                        // The blank cells beside it say nothing.
                        new Observed("rehab_need", "220721", 2025, null, "O", "", "C5", "—", null, true));
        assertReconciled(file);
    }

    @Test
    void theCornersUnitConverts() {
        Parsed file = parse(CORNER.replace("单位:人", "单位:万人") + HEADER + "农安县,2025年,0.12,0.09,75\n");
        assertThat(file.observed().get(0).value()).isEqualByComparingTo("1200");
        assertThat(file.observed().get(2).value()).isEqualByComparingTo("75");
    }

    @Test
    void anUnknownUnitInTheCornerRejectsTheSheet() {
        Parsed file = parse(CORNER.replace("单位:人", "单位:车皮") + HEADER + "农安县,2025年,12,9,75\n");
        assertThat(file.rejected()).containsExactly(new Rejected("", "E2", "单位:车皮", 3, Reason.UNKNOWN_UNIT, ""));
        assertReconciled(file);
    }

    @Test
    void eachKindOfBadCellHasItsReasonAndPlace() {
        Parsed file = parse(CORNER + HEADER
                + "农安现,2025年,1200,900,75\n" // no such county
                + "农安县,去年,1200,900,75\n" // no such year
                + "农安县,2025年,约1200,-3,120\n" // not a number, below zero, above all
                + "农安县,2024年,1200,900,75\n"
                + "220122,2024年,1201,,75\n"); // the same county again
        assertThat(file.rejected())
                .containsExactly(
                        new Rejected("", "A4", "农安现", 3, Reason.UNKNOWN_REGION, "农安县"),
                        new Rejected("", "B5", "去年", 3, Reason.UNKNOWN_PERIOD, ""),
                        new Rejected("", "C6", "约1200", 1, Reason.NOT_A_NUMBER, "").of("rehab_need", "220122"),
                        new Rejected("", "D6", "-3", 1, Reason.IMPOSSIBLE_VALUE, "0 .. 200000 人")
                                .of("rehab_served", "220122"),
                        new Rejected("", "E6", "120", 1, Reason.IMPOSSIBLE_VALUE, "0 .. 100 %")
                                .of("rehab_rate_reported", "220122"),
                        // Of two values neither is taken; the blank cells beside say nothing, and the same again is a
                        // copy.
                        new Rejected("", "C8", "1201", 1, Reason.CONFLICTING_VALUES, "C7").of("rehab_need", "220122"),
                        new Rejected("", "C7", "1200", 1, Reason.CONFLICTING_VALUES, "C8").of("rehab_need", "220122"),
                        new Rejected("", "E8", "75", 1, Reason.DUPLICATE, "E7").of("rehab_rate_reported", "220122"));
        assertThat(file.observed()).extracting(Observed::cell).containsExactly("D7", "E7");
        assertReconciled(file);
    }

    @Test
    void anUnknownColumnIsRejectedAndTheOthersAreRead() {
        Parsed file = parse(CORNER + HEADER.replace("\n", ",联系人\n") + "农安县,2025年,1200,900,75,张三\n");
        assertThat(file.rejected())
                .containsExactly(new Rejected("", "F3", "联系人", 1, Reason.UNKNOWN_COLUMN, "rehabilitation"));
        assertThat(file.observed()).hasSize(3);
        assertReconciled(file);
    }

    @Test
    void aTableWithoutAColumnFitsNoLayoutAndTheMessageNamesTheColumn() {
        Parsed file = parse(CORNER + HEADER.replace("服务率(%)", "") + "农安县,2025年,1200,900,\n");
        assertThat(file.rejected())
                .containsExactly(new Rejected("", "", "", 10, Reason.UNKNOWN_LAYOUT, "rehabilitation - 服务率(%)"));
    }

    @Test
    void filesThatAreNoTables() throws IOException {
        assertThat(Parsed.of(PARSER, new byte[0]).rejected())
                .extracting(Rejected::reason)
                .containsExactly(Reason.EMPTY_FILE);
        assertThat(parse("\n , \n").rejected()).extracting(Rejected::reason).containsExactly(Reason.EMPTY_FILE);
        byte[] workbook = busStops();
        assertThat(Parsed.of(PARSER, Arrays.copyOf(workbook, workbook.length / 2))
                        .rejected())
                .extracting(Rejected::reason)
                .containsExactly(Reason.UNREADABLE_FILE);
        assertThat(Parsed.of(PARSER, new byte[] {0, 1, 2, 0, (byte) 0xFF, (byte) 0xFE})
                        .rejected())
                .extracting(Rejected::reason)
                .containsExactly(Reason.UNREADABLE_FILE);
        assertThat(parse("some text that is no table").rejected())
                .extracting(Rejected::reason)
                .containsExactly(Reason.UNKNOWN_LAYOUT);
    }

    @Test
    void twoHeaderRowsWithMergedCellsAndTheYearInTheSheetsName() throws IOException {
        Parsed file = Parsed.of(PARSER, busStops());
        assertThat(file.layout()).isEqualTo("bus-stops");
        assertThat(file.observed())
                .containsExactly(
                        new Observed(
                                "central_urban_area",
                                "220184",
                                2024,
                                new BigDecimal("20"),
                                "A",
                                "2024年",
                                "B4",
                                "20",
                                null,
                                true),
                        new Observed(
                                "stop_500m_area",
                                "220184",
                                2024,
                                new BigDecimal("18.5"),
                                "A",
                                "2024年",
                                "C4",
                                "18.5",
                                null,
                                true),
                        new Observed(
                                "stop_500m_rate_reported",
                                "220184",
                                2024,
                                new BigDecimal("92.5"),
                                "A",
                                "2024年",
                                "D4",
                                "92.5%",
                                null,
                                true));
        assertThat(file.rejected()).containsExactly(new Rejected("说明", "", "", 1, Reason.UNKNOWN_SHEET, "YYYY年"));
        assertReconciled(file);
    }

    /** Found by changing files at random. */
    @Test
    void aSheetNamedAfterAYearThatCannotBe() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(busStops()))) {
            workbook.cloneSheet(0, "1720年");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            Parsed file = Parsed.of(PARSER, out.toByteArray());
            assertThat(file.observed()).hasSize(3);
            assertThat(file.rejected())
                    .extracting(Rejected::sheet, Rejected::reason)
                    .contains(org.assertj.core.groups.Tuple.tuple("1720年", Reason.UNKNOWN_LAYOUT));
            assertReconciled(file);
        }
    }

    /** A line left blank between title and header is common; the header then starts below it and not in it. */
    @Test
    void aBlankRowAboveAHeaderOfTwoRows() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(busStops()))) {
            workbook.getSheet("2024年").shiftRows(1, 3, 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            Parsed file = Parsed.of(PARSER, out.toByteArray());
            assertThat(file.layout()).isEqualTo("bus-stops");
            assertThat(file.observed()).extracting(Observed::cell).containsExactly("B5", "C5", "D5");
        }
    }

    private static byte[] busStops() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("2024年");
            List<List<Object>> rows = List.of(
                    List.of("统计表"),
                    List.of("地 区", "中心城区建成区面积\n（平方公里）", "公共交通站点500米覆盖", ""),
                    List.of("", "", "覆盖面积（平方公里）", "覆盖率（%）"),
                    List.of("公主岭", 20, 18.5, "92.5%"));
            for (int r = 0; r < rows.size(); r++) {
                sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    if (rows.get(r).get(c) instanceof Number number) {
                        sheet.getRow(r).createCell(c).setCellValue(number.doubleValue());
                    } else {
                        sheet.getRow(r).createCell(c).setCellValue((String)
                                rows.get(r).get(c));
                    }
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("填报说明");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void yearsAcrossWithTheSeriesInAColumn() {
        Parsed file = parse("地区,指标,2024年,2025年\n"
                + "梨树县,体育场地面积(平方米),1111467,1142232\n"
                + "梨树县,年末常住人口(人),520162,516000\n"
                + "梨树县,场馆数(个),3,4\n");
        assertThat(file.layout()).isEqualTo("sports-grounds");
        assertThat(file.observed())
                .contains(
                        new Observed(
                                "sports_area",
                                "220322",
                                2025,
                                new BigDecimal("1142232"),
                                "A",
                                "",
                                "D2",
                                "1142232",
                                null,
                                true),
                        new Observed(
                                "resident_population",
                                "220322",
                                2024,
                                new BigDecimal("520162"),
                                "A",
                                "",
                                "C3",
                                "520162",
                                null,
                                true))
                .hasSize(4);
        assertThat(file.rejected())
                .containsExactly(new Rejected("", "B4", "场馆数(个)", 2, Reason.UNKNOWN_SERIES, "体育场地面积(平方米), 年末常住人口(人)"));
        assertReconciled(file);
    }

    @Test
    void totalsAndSubtotalsBelongToTheProvinceAndPrefecture() {
        Parsed file = parse("年度,单位名称,农村人口(万人),集中供水人口(万人),供水保证人口(万人)\n"
                + "2025,合计,900.5,800,810\n"
                + "2025,吉林市,100,90,91\n"
                + "2019,公主岭市,47.7598,40,41\n");
        assertThat(file.rejected()).isEmpty();
        assertThat(file.observed())
                .extracting(Observed::refArea)
                .containsExactly(
                        "220000", "220000", "220000", "220200", "220200", "220200", "220381", "220381", "220381");
        assertThat(file.observed().get(0).value()).isEqualByComparingTo("9005000");
    }
}
