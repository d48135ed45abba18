package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell says is what a person sees: not the small mark behind it, and not another number than is shown. */
public class CellsAsSeenTest {
    private static final FileParser JILIN = TestLayouts.jilin().parser();
    private static final String WATER = """
            layout: water
            title: {zh: 供水, en: Water}
            header: {rows: 1}
            region: {column: 地区}
            period: {from: column, column: 年份}
            columns:
              - {header: [农村人口], series: rural_population, unit: 万人}
            """;

    /** A file as it was sent ({@code cases/}). */
    public static byte[] sent(String name) throws IOException {
        try (InputStream in = CellsAsSeenTest.class.getResourceAsStream("/cases/" + name)) {
            return in.readAllBytes();
        }
    }

    private static Parsed jilin(String name) throws IOException {
        Parsed file = Parsed.of(JILIN, sent(name));
        file.assertReconciled();
        return file;
    }

    private static Parsed parse(String layout, byte[] bytes) {
        Parsed file = Parsed.of(TestLayouts.of(layout).parser(), bytes);
        file.assertReconciled();
        return file;
    }

    private static List<String> observed(Parsed file) {
        return file.observed().stream()
                .map(o -> o.cell() + " " + o.refArea() + " "
                        + (o.value() == null
                                ? ""
                                : o.value().stripTrailingZeros().toPlainString()) + o.status())
                .toList();
    }

    private static List<String> rejected(Parsed file) {
        return file.rejected().stream()
                .map(r -> r.cell() + " " + r.raw() + " " + r.reason() + " " + r.detail())
                .toList();
    }

    @Test
    void aRaisedNumberBehindAFigureOrANameIsAFootnotes() throws IOException {
        Parsed file = jilin("water-superscript.xlsx");
        assertThat(observed(file))
                .containsExactly(
                        "C2 220122 523000A",
                        "D2 220122 486000A",
                        "E2 220122 471000A",
                        "C3 220183 402000A",
                        "D3 220183 395000A",
                        "E3 220183 388000A",
                        "C4 220182 605000A",
                        "D4 220182 580000A",
                        "E4 220182 572000A");
    }

    /** 52.3万, and not ten thousand times that; 千 and 万 on top of the header's 万人 are not guessed, as in texts. */
    @Test
    void aFormatThatScalesShowsWhatCounts() throws IOException {
        Parsed file = jilin("water-formats.xlsx");
        assertThat(observed(file)).containsExactly("C2 220122 523000A", "D2 220122 486000A", "E2 220122 471000A");
        assertThat(rejected(file))
                .containsExactly(
                        "C3 402千 OTHER_UNIT 万人",
                        "D3 395千 OTHER_UNIT 万人",
                        "E3 388千 OTHER_UNIT 万人",
                        "C4 60.5万 OTHER_UNIT 万人",
                        "D4 58.04万 OTHER_UNIT 万人",
                        "E4 57.16万 OTHER_UNIT 万人");
    }

    @Test
    void tailsMinusZeroAndTextOfAFormula() throws IOException {
        Parsed file = jilin("water-tails.xlsx");
        assertThat(observed(file))
                .containsExactly(
                        "C2 220122 523000A",
                        "D2 220122 486000A",
                        "E2 220122 471000A",
                        "C3 220183 402000A",
                        "D3 220183 395000A",
                        "E3 220183 388000A",
                        "C4 220182 605000A",
                        "D4 220182 0A",
                        "E4 220182 0A");
        assertThat(rejected(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refs-lower.xlsx", "refs-none.xlsx"})
    void referencesInSmallLettersOrNone(String name) throws IOException {
        Parsed file = jilin(name);
        assertThat(observed(file)).hasSize(6).first().isEqualTo("C2 220122 523000A");
        assertThat(rejected(file)).isEmpty();
    }

    @Test
    void partsInAnotherCaseThanTheirListSays() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        XlsxText.parts(sheet(""))
                .forEach((name, text) ->
                        parts.put(name.equals("xl/worksheets/sheet1.xml") ? "xl/Worksheets/SHEET1.xml" : name, text));
        assertThat(observed(parse(WATER, XlsxText.zip(parts)))).containsExactly("C2 220122 523000A");
    }

    private static String sheet(String more) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + row(1, "地区", "年份", "农村人口") + row(2, "农安县", "2024", "52.3") + more + "</sheetData></worksheet>";
    }

    private static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    /** A text whose part from {@code >} to {@code <} is raised, from } to { lowered, from ~ to ~ struck through. */
    private static RichTextString rich(Workbook workbook, String marked) {
        RichTextString text = workbook.getCreationHelper().createRichTextString(marked.replaceAll("[<>{}~]", ""));
        int at = 0;
        int from = 0;
        for (char c : marked.toCharArray()) {
            if (c == '>' || c == '}' || c == '~' && from == 0) {
                from = at + 1;
            } else if (c == '<' || c == '{' || c == '~') {
                Font font = workbook.createFont();
                font.setTypeOffset(c == '<' ? Font.SS_SUPER : c == '{' ? Font.SS_SUB : Font.SS_NONE);
                font.setStrikeout(c == '~');
                text.applyFont(from - 1, at, font);
                from = 0;
            } else {
                at++;
            }
        }
        return text;
    }

    private static byte[] workbook(boolean xlsx, String header, String name, Object value) throws IOException {
        try (Workbook workbook = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            return bytes(filled(workbook, header, name, value));
        }
    }

    private static Workbook filled(Workbook workbook, String header, String name, Object value) {
        Row first = workbook.createSheet("Sheet1").createRow(0);
        first.createCell(0).setCellValue("地区");
        first.createCell(1).setCellValue("年份");
        first.createCell(2).setCellValue(rich(workbook, header));
        Row second = workbook.getSheetAt(0).createRow(1);
        second.createCell(0).setCellValue(rich(workbook, name));
        second.createCell(1).setCellValue(2024);
        Cell cell = second.createCell(2);
        if (value instanceof Double number) {
            cell.setCellValue(number);
        } else {
            cell.setCellValue(rich(workbook, value.toString()));
        }
        return workbook;
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "农村人口>1<, 农安县>2<, 52.3>3<, C2 220122 523000A",
        "农村人口, >1)<农安县, 52.3>注1<, C2 220122 523000A",
        "农村人口, 农安县}2{, 52.3}3{, C2 220122 523000A",
        "农村人口, 农安县>a<, '52.3>1,2<', C2 220122 523000A",
        "农村人口, 农安县>①<, 52.3>*<人, C2 220122 52A",
    })
    void marksInHeadersNamesAndFigures(String header, String name, String value, String seen) throws IOException {
        for (boolean xlsx : new boolean[] {true, false}) {
            String figure = value.endsWith("人") ? value.replace("52.3", "52") : value;
            assertThat(observed(parse(WATER, workbook(xlsx, header, name, figure))))
                    .containsExactly(seen);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "52>1<3, C2 52*3 NOT_A_NUMBER ''",
        "52>3.1<, C2 52*3.1 NOT_A_NUMBER ''",
        "5×10>4<, C2 5×10⁴ NOT_A_NUMBER ''",
        "10>4<, C2 10⁴ NOT_A_NUMBER ''",
        ">52.3<, C2 52.3 ONLY_A_MARK ''",
        ">523<, C2 523 ONLY_A_MARK ''",
        "~52.3~, C2 52.3 STRUCK_THROUGH ''",
        "~52.3~48.6, C2 52.348.6 STRUCK_THROUGH ''",
        "52.3>%<, C2 52.3% OTHER_UNIT 万人",
    })
    void whatIsNotTakenSilently(String value, String told) throws IOException {
        for (boolean xlsx : new boolean[] {true, false}) {
            Parsed file = parse(WATER, workbook(xlsx, "农村人口", "农安县", value));
            assertThat(file.observed()).isEmpty();
            assertThat(rejected(file)).containsExactly(told.replace("''", "").replace("万人", "万人"));
        }
    }

    @Test
    void aNameThatIsStruckThroughTakesItsRowWithIt() throws IOException {
        for (boolean xlsx : new boolean[] {true, false}) {
            Parsed file = parse(WATER, workbook(xlsx, "农村人口", "农~安~县", 52.3));
            assertThat(rejected(file)).containsExactly("A2 农安县 STRUCK_THROUGH ");
        }
    }

    /** 2 above m and km is part of the unit, and 2 below PM of the name, wherever a layout writes them. */
    @ParameterizedTest
    @CsvSource({"面积(km>2<), 面积(km²)", "面积(km>2<), 面积(km2)", "PM}2.5{浓度, PM2.5浓度", "面积(km>2<)>1<, 面积(km²)"})
    void powersAndFormulasInHeaders(String header, String wanted) throws IOException {
        String layout = """
                layout: area
                title: {zh: 面积, en: Area}
                header: {rows: 1}
                region: {column: 地区}
                period: {from: column, column: 年份}
                columns:
                  - {header: ["%s"], series: stop_500m_area, unit: 平方公里}
                """.formatted(wanted);
        for (boolean xlsx : new boolean[] {true, false}) {
            assertThat(observed(parse(layout, workbook(xlsx, header, "农安县", 52.3))))
                    .containsExactly("C2 220122 52.3A");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, C2 52.3 STRUCK_THROUGH", "false, C2 52.3 ONLY_A_MARK"})
    void theFontOfTheWholeCell(boolean strike, String told) throws IOException {
        for (Workbook made : new Workbook[] {new XSSFWorkbook(), new HSSFWorkbook()}) {
            try (Workbook workbook = filled(made, "农村人口", "农安县", 52.3)) {
                Font font = workbook.createFont();
                font.setStrikeout(strike);
                font.setTypeOffset(strike ? Font.SS_NONE : Font.SS_SUPER);
                CellStyle style = workbook.createCellStyle();
                style.setFont(font);
                workbook.getSheetAt(0).getRow(1).getCell(2).setCellStyle(style);
                assertThat(rejected(parse(WATER, bytes(workbook)))).containsExactly(told + " ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // those that only choose decimals, colours and signs
                "#,##0.00 | 52.34 | 52.34",
                "#,##0.00_);[Red](#,##0.00) | -52.34 | -52.34",
                "0_ ;[红色]-0\\  | 52 | 52",
                "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_  | 0 | 0",
                "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_  | 52 | 52",
                "\"¥\"#,##0.00 | 52.3 | 52.3",
                "[$¥-804]#,##0.00 | 52.3 | 52.3",
                "# ?/? | 0.5 | 0.5",
                "# ??/100 | 0.25 | 0.25",
                "0.00E+00 | 523000 | 523000",
                "##0.0E+0 | 523000 | 523000",
                "@ | 52.3 | 52.3",
                "[DBNum1][$-804]General | 52 | 52",
                "G/通用格式 | 52.3 | 52.3",
                "000000 | 52 | 52",
                "#!,#### | 523000 | 523000",
                "[<100]0.0;0 | 523 | 523",
                "0.0% | 0.952 | 95.2%",
                "0.0%;-0.0% | -0.952 | -95.2%",
                // those that scale
                "0!.0, | 523000 | 52.3",
                "0\".\"0, | 523000 | 52.3",
                "0\\.0, | 523000 | 52.3",
                "0!.0000 | 523000 | 52.3",
                "#,##0,, | 52000000 | 52",
                "0.0, | 523 | 0.523",
                "0,.0 | 523000 | 523",
                "0!.00,, | 52300000000 | 523",
                "[>=10000]0!.0,\"万\";0 | 523000 | 52.3万",
                "[>=10000]0!.0,\"万\";0 | 52 | 52",
                "[>=10000]0!.0,\"万\";0 | -52 | -52",
                "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0 | 523000 | 52.3万",
                // those that name a unit, or more
                "0.0\"万人\" | 52.3 | 52.3万人",
                "0.0万 | 52.3 | 52.3万",
                "0.0,\"千\" | 402000 | 402千",
                "General\"人\" | 52 | 52人",
                "\"约\"0 | 52 | 约52",
                "0.0\"%\" | 95.2 | 95.2%",
                "0(万人) | 52 | 52万人",
                "0\"人\";-0\"人\" | -52 | -52人",
            })
    void whatAFormatShows(String format, double number, String shown) {
        assertThat(org.minsheng.parse.file.Shown.of(format, number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";;; | 52",
                "0;-0;; | 0",
                "0;0 | -52",
                "000-0000 | 5230000",
                "0\"个\"0 | 523",
                "0.0%% | 0.5",
                "0.0,% | 952",
                "[<10]\"不足10\";0 | 5",
                "[>10]0;[<5]0 | 7",
                "-0 | 5",
                "\"-\"0.0 | 52.3",
                "(0) | 5",
                "▲0;▲0 | 5",
            })
    void whatAFormatHides(String format, double number) {
        assertThat(org.minsheng.parse.file.Shown.of(format, number)).startsWith("DISGUISED");
    }

    /** Of the dates of Chinese and Japanese Excel a file names the number and no code. */
    @ParameterizedTest
    @CsvSource({"14, DATE", "27, DATE", "31, DATE", "50, DATE", "57, DATE", "58, DATE", "1, NUMBER", "37, NUMBER"})
    void formatsThatAreKnownByTheirNumber(int id, String kind) {
        assertThat(org.minsheng.parse.file.Shown.kindOf(id, 45659)).isEqualTo(kind);
    }

    @Test
    void aFormatLongerThanExcelTakesHoldsNobodyUp() {
        assertThat(org.minsheng.parse.file.Shown.of("\\a".repeat(200_000) + "0", 52))
                .startsWith("DISGUISED");
    }

    /** A cell with nothing but spaces of any kind, or marks of order, takes nothing away. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000", "\u2007", "\u200B", "\uFEFF", "\u00A0\u200B\t"})
    void whatCannotBeSeenIsBlank(String text) {
        assertThat(org.minsheng.parse.file.Cell.text(text).blank()).isTrue();
        assertThat(org.minsheng.parse.file.Cell.text(text + "—").blank()).isFalse();
    }

    @Test
    void whatIsShownOtherwiseIsToldWithBothNumbers() throws IOException {
        for (Workbook made : new Workbook[] {new XSSFWorkbook(), new HSSFWorkbook()}) {
            try (Workbook workbook = filled(made, "农村人口", "农安县", 523.0)) {
                CellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(";;;"));
                workbook.getSheetAt(0).getRow(1).getCell(2).setCellStyle(style);
                assertThat(rejected(parse(WATER, bytes(workbook)))).containsExactly("C2  SHOWN_OTHERWISE 523");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'<c><f>1+1</f><v></v></c>', C2 #N/V ERROR_CELL",
        "'<c><f>1+1</f><v/></c>', C2 #N/V ERROR_CELL",
        "'<c><f>1+1</f></c>', C2 #N/V ERROR_CELL",
        "'<c t=\"str\"><f>1+1</f></c>', C2 #N/V ERROR_CELL",
    })
    void aFormulaWithoutAResult(String cell, String told) throws IOException {
        assertThat(rejected(parse(WATER, formula(cell)))).containsExactly(told + " ");
    }

    private static byte[] formula(String cell) throws IOException {
        return XlsxText.of(row(1, "地区", "年份", "农村人口") + row(2, "农安县", "2024").replace("</row>", cell + "</row>"));
    }

    /** Whoever writes =IF(A1="","",A1) wants it to look blank. */
    @Test
    void aFormulaWhoseResultIsTheEmptyText() throws IOException {
        Parsed file = parse(WATER, formula("<c t=\"str\"><f>IF(A1=1,1,\"\")</f><v></v></c>"));
        assertThat(observed(file)).isNotNull();
        assertThat(rejected(file)).isEmpty();
        assertThat(observed(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"402000d", "1f", "0x1p3", "5,2"})
    void whatNoWorkbookHoldsAsANumber(String value) throws IOException {
        assertThat(parse(WATER, formula("<c><v>" + value + "</v></c>")).rejected())
                .extracting(r -> r.reason())
                .containsExactly(Reason.UNREADABLE_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09 00 04 00 02 00 10 00", "09 02 06 00 00 00 10 00", "09 04 06 00 00 00 10 00"})
    void booksOfExcelTwoToFour(String start) {
        byte[] bytes = new byte[64];
        String[] hex = start.split(" ");
        for (int i = 0; i < hex.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex[i], 16);
        }
        assertThat(parse(WATER, bytes).rejected())
                .extracting(r -> r.reason() + " " + r.detail())
                .containsExactly("OLD_WORKBOOK ");
    }

    /** Rows of one kind are packed to less than a hundredth. */
    @Test
    void aVeryRegularSheetIsNoBomb() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 3; row < 60_000; row++) {
            rows.append("<row><c/><c/><c/><c/><c/><c/><c/><c/><c/><c/></row>");
        }
        byte[] bytes = XlsxText.zip(XlsxText.parts(sheet(rows.toString())));
        assertThat(bytes.length * 100L).isLessThan(rows.length());
        assertThat(observed(parse(WATER, bytes))).containsExactly("C2 220122 523000A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void mergedAreasOfALongSheetInAnyEncoding(String charset) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 4; row < 4_000; row++) {
            rows.append(row(row, "注", "mergeCell ref=\"A1:C9\"/", "<![CDATA[<mergeCell ref=\"A2:A900\"/>]]>"));
        }
        String sheet = sheet("<row r=\"3\"><c r=\"B3\"><v>2023</v></c><c r=\"C3\"><v>51.5</v></c></row>" + rows)
                .replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"a2:A3\"/></mergeCells>");
        String mark = charset.endsWith("E") ? "\uFEFF" : "";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        XlsxText.parts("").forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        parts.put(
                "xl/worksheets/sheet1.xml",
                (mark + "<?xml version=\"1.0\" encoding=\"" + charset.substring(0, Math.min(6, charset.length()))
                                + "\"?>" + sheet)
                        .getBytes(java.nio.charset.Charset.forName(charset)));
        Parsed file = parse(WATER + "ignore: {rows: [注]}\n", zip(parts));
        assertThat(observed(file)).containsExactly("C2 220122 523000A", "C3 220122 515000A");
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void rowsThatBreakAFigureDownDoNotCount() throws IOException {
        String layout = """
                layout: water
                title: {zh: 供水, en: Water}
                header: {rows: 1}
                region: {column: 单位名称}
                period: {from: column, column: 年度}
                rows: {column: 类别, keep: %s}
                columns:
                  - {header: 农村人口(万人), series: rural_population, unit: 万人}
                ignore: {columns: [集中供水人口(万人), 供水保证人口(万人)]}
                """;
        for (String keep : Arrays.asList("合计", "[合计, 总计]")) {
            Parsed file = parse(layout.formatted(keep), sent("water-breakdown.xlsx"));
            assertThat(observed(file)).containsExactly("D3 220122 523000A", "D5 220183 402000A");
            assertThat(rejected(file)).isEmpty();
            assertThat(file.account().ignored()).isEqualTo(4 + 6 + 2 * 2);
            assertThat(file.account().labels()).isEqualTo(6 + 6 + 2 * 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲,乙,1", "甲,乙,(1)", "A,B,1", "1,2,3", "甲,乙,1=2+3"})
    void aRowThatNumbersTheColumnsIsALabel(String row) {
        Parsed file = parse(WATER, ("地区,年份,农村人口\n" + row + "\n农安县,2024,52.3\n").getBytes(StandardCharsets.UTF_8));
        assertThat(observed(file)).containsExactly("C3 220122 523000A");
        assertThat(rejected(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'甲,2024,2', A2", "'3,1,2', A2"})
    void aRowThatOnlyLooksLikeThatIsNot(String row, String place) {
        Parsed file = parse(WATER, ("地区,年份,农村人口\n" + row + "\n农安县,2024,52.3\n").getBytes(StandardCharsets.UTF_8));
        assertThat(file.rejected()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "…, C2 220122 0N",
        "......, C2 220122 L",
        "na, C2 220122 O",
        "x, C2 220122 M",
        "c, C2 220122 Q",
        "—, C2 220122 O",
        ".., C2 220122 L",
    })
    void marksOfALayoutGoBeforeTheUsualOnes(String text, String seen) {
        String layout = WATER + "marks: {\"…\": not-significant, NA: missing, c: suppressed}\n";
        Parsed file = parse(layout, ("地区,年份,农村人口\n农安县,2024," + text + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(observed(file)).containsExactly(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "52.3, C2 220122 523000A",
        "52.299999999999997, C2 220122 523000A",
        "52.30001, ",
        "20.00000000001, C2 220122 200000A",
        "200.5人, ",
        "200人, C2 220122 200A"
    })
    void peopleAreWhole(String text, String seen) {
        Parsed file = parse(WATER, ("地区,年份,农村人口\n农安县,2024," + text + "\n").getBytes(StandardCharsets.UTF_8));
        if (seen == null) {
            assertThat(rejected(file)).containsExactly("C2 " + text + " NOT_WHOLE 人");
        } else {
            assertThat(observed(file)).containsExactly(seen);
        }
    }
}
