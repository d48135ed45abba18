package org.minsheng.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.Texts;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.LayoutDraft;
import org.minsheng.parse.MadeTable;
import org.minsheng.parse.MadeTables;
import org.minsheng.parse.TestLayouts;
import org.minsheng.parse.Watch.Fate;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.report.Words;

/** What a preview shows of a table, cell by cell. */
class PreviewTest {
    private static final String LAYOUT = """
            layout: water
            title: {zh: 供水, en: Water}
            header: {rows: 1}
            region: {column: 地区, totals: {合计: "220000"}}
            period: {from: title, pattern: '(?<year>\\d{4})年.*'}
            columns:
              - {header: 农村人口, series: rural_population, unit: 万人}
            ignore: {columns: [备注], rows: ['注.*']}
            """;
    private static final String TABLE = """
            2025年供水情况
            地区,农村人口,备注,户数
            合计,30.5,,4
            农安县,约10,见附件,5
            某某区,20,,6
            榆树市,20.5,,
            榆树市,21.5,,
            注：年末数
            """;

    @TempDir
    private Path folder;

    private static Map<Fate, Integer> fates(Preview preview) {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (PreviewSheet sheet : preview.sheets()) {
            for (Map.Entry<Integer, PreviewSheet.Line> line : sheet.lines()) {
                for (int col = 0; col < line.getValue().cells().width(); col++) {
                    if (!line.getValue().cells().get(col).blank()) {
                        assertThat(line.getValue().fate(col))
                                .as(preview.name() + " row " + (line.getKey() + 1) + " column " + (col + 1))
                                .isNotNull();
                        fates.merge(line.getValue().fate(col), 1, Integer::sum);
                    }
                }
            }
        }
        return fates;
    }

    /** As many of each as the account of the file says. */
    private static void assertAgrees(Preview preview) {
        Map<Fate, Integer> fates = fates(preview);
        assertThat(List.of(
                        (long) fates.getOrDefault(Fate.OBSERVED, 0),
                        (long) fates.getOrDefault(Fate.REJECTED, 0),
                        (long) fates.getOrDefault(Fate.LABEL, 0),
                        (long) fates.getOrDefault(Fate.IGNORED, 0)))
                .as(preview.name())
                .containsExactly(
                        preview.account().observed(),
                        preview.account().rejectedCells(),
                        preview.account().labels(),
                        preview.account().ignored());
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("供水.csv"), TABLE);
    }

    @Test
    void eachCellIsOneThingInTablesOfAllShapes() throws IOException {
        for (MadeTable table : MadeTables.twenty(7)) {
            Path file = table.write(folder);
            String draft = LayoutDraft.of(file, TestLayouts.CATALOGUE, TestLayouts.REGIONS);
            assertAgrees(Preview.of(TestLayouts.of(draft).parser(), file, table.name, 2099));
            assertAgrees(Preview.of(TestLayouts.of(LAYOUT).parser(), file, table.name, 2099)); // mostly rejected
        }
    }

    @Test
    void theWorkbookColoursEachCellAndSaysWhyAtTheEndOfTheRow() throws IOException {
        FileParser parser = TestLayouts.of(LAYOUT).parser();
        assertAgrees(Preview.of(parser, table(), "供水.csv", 2026));
        Path out = folder.resolve("out.xlsx");
        List<String> told = new Previews(parser, TestLayouts.CATALOGUE, Language.EN, 2026).write(table(), out);
        assertThat(told)
                .contains("供水.csv: layout water")
                .anySatisfy(line -> assertThat(line)
                        .contains("rural_population")
                        .contains("1 values")
                        .contains("2025"))
                .anySatisfy(line -> assertThat(line).contains("约10"));
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(out))) {
            XSSFSheet sheet = book.getSheetAt(1);
            assertThat(sheet.getSheetName()).isEqualTo("供水.csv");
            assertThat(colour(sheet, 2, 1)).as("taken").isEqualTo("FFCDE7F0");
            assertThat(colour(sheet, 3, 1)).as("no number").isEqualTo("FFF6B26B");
            assertThat(colour(sheet, 3, 2)).as("ignored").isEqualTo("FFFFFFFF");
            assertThat(colour(sheet, 3, 3))
                    .as("a column that the layout does not know")
                    .isEqualTo("FFF6B26B");
            assertThat(colour(sheet, 4, 1)).as("unknown region").isEqualTo("FFF6B26B");
            assertThat(colour(sheet, 5, 1)).as("the first of two values").isEqualTo("FFF6B26B");
            assertThat(colour(sheet, 1, 0)).as("header").isEqualTo("FFEDEDED");
            assertThat(sheet.getRow(3).getCell(5).getStringCellValue())
                    .isEqualTo("B4 Not a number; D4 The layout has no such column");
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("约10");
        }
    }

    private static String colour(XSSFSheet sheet, int row, int col) {
        XSSFCell cell = sheet.getRow(row).getCell(col);
        return cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex();
    }

    private List<String> told(Path file) throws IOException {
        return new Previews(TestLayouts.of(LAYOUT).parser(), TestLayouts.CATALOGUE, Language.EN, 2026)
                .write(file, folder.resolve("out.xlsx"));
    }

    /** As long as a cell may be, and with what XML does not take, and with what colours a terminal. */
    @Test
    void whatCellsMayHoldIsShownAsFarAsItCanBe() throws IOException {
        String text = "]]>" + "长"
                + IntStream.range(0, 40_000)
                        .mapToObj(i -> Character.toString(0x4E00 + (int) (i * 7919L * i % 20_011)))
                        .collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("long\u001b[31m.csv"), TABLE.replace("约10", text));
        assertThat(told(file))
                .anySatisfy(line -> assertThat(line).contains("]]>长"))
                .anySatisfy(line -> assertThat(line).startsWith("long [31m.csv: layout water"))
                .anySatisfy(line -> assertThat(line).contains("not shown is counted"))
                .noneMatch(line -> line.contains("\u001b"));
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("out.xlsx")))) {
            assertThat(book.getSheetAt(1).getRow(3).getCell(1).getStringCellValue())
                    .startsWith("]]>")
                    .hasSize(32_767);
        }
    }

    @Test
    void whatASheetDoesNotHoldIsNotWrittenAndToldOf() throws IOException {
        Preview preview = Preview.other("large.csv", "canonical");
        SheetRow wide = new SheetRow(0, false);
        wide.set(16_383, Cell.text("last"));
        preview.row("", wide, false);
        assertThat(preview.isWhole()).isTrue();
        wide.set(16_384, Cell.text("one more"));
        SheetRow low = new SheetRow(1_048_576, false);
        low.set(0, Cell.text("below"));
        preview.row("", low, false);
        assertThat(preview.isWhole()).isFalse();
        Path out = folder.resolve("large.xlsx");
        try (OutputStream bytes = Files.newOutputStream(out)) {
            PreviewBook.write(
                    List.of(preview),
                    new Texts("org.minsheng.preview.texts", Language.EN, LevelNames.usualOnes()),
                    Words.in(Language.EN, LevelNames.usualOnes()),
                    bytes);
        }
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(out))) {
            assertThat(book.getSheetAt(1).getLastRowNum()).isZero();
            assertThat(book.getSheetAt(1).getRow(0).getLastCellNum()).isEqualTo((short) 16_384);
        }
    }

    @Test
    void whatIsNoTableIsToldAsWhatItIs() throws IOException {
        String canonical = "series,ref_area,time_period,obs_value,obs_status\nrural_population,220122,2025,10,A\n";
        assertThat(told(Files.writeString(folder.resolve("c.csv"), canonical)))
                .hasSize(2)
                .first(STRING)
                .startsWith("c.csv: canonical,")
                .contains("without a layout", "not shown here");
        assertThat(told(Files.writeString(folder.resolve("w.csv"), "撤回,原因\n2026-01-20/a.xlsx,误发\n")))
                .hasSize(2)
                .first(STRING)
                .startsWith("w.csv: a list of withdrawals");
        Path zip = folder.resolve("z.zip");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            packed.putNextEntry(new ZipEntry("c.csv"));
            packed.write(canonical.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(told(zip)).hasSize(2).first(STRING).contains("z.zip!c.csv: canonical", "unpack it");
    }

    /** As a run takes the others, the preview shows them. */
    @Test
    void aDamagedFileInAZipIsToldAndTheOthersAreShown() throws IOException {
        Path zip = folder.resolve("z.zip");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            packed.setMethod(ZipOutputStream.STORED);
            for (String name : List.of("a.csv", "b.csv", "c.csv")) {
                byte[] bytes = TABLE.replace("某某区", name.equals("b.csv") ? "某乙区" : "某某区")
                        .getBytes(StandardCharsets.UTF_8);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(name);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                packed.putNextEntry(entry);
                packed.write(bytes);
            }
        }
        byte[] bytes = Files.readAllBytes(zip);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int within = text.indexOf(new String("某乙区".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        bytes[within] = (byte) (bytes[within] + 1);
        Files.write(zip, bytes);
        List<String> told = told(zip);
        assertThat(told)
                .contains("z.zip!a.csv: layout water", "z.zip!b.csv: no layout reads it", "z.zip!c.csv: layout water")
                .anySatisfy(line -> assertThat(line).contains("its bytes are not those that were packed (CRC)"));
    }

    @Test
    void theTablesOfAZipHaveAPreviewEach() throws IOException {
        Path zip = folder.resolve("报送.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out, Charset.forName("GB18030"))) {
            for (String name : List.of("一/供水.csv", "Thumbs.db", "~$供水.xlsx", "二.pdf")) {
                packed.putNextEntry(new ZipEntry(name));
                packed.write((name.endsWith("pdf") ? "%PDF-1.4" : TABLE).getBytes(Charset.forName("GB18030")));
            }
        }
        Path out = folder.resolve("zip.xlsx");
        List<String> told =
                new Previews(TestLayouts.of(LAYOUT).parser(), TestLayouts.CATALOGUE, Language.ZH, 2026).write(zip, out);
        assertThat(told)
                .contains("报送.zip!一/供水.csv：表式 water", "报送.zip!二.pdf：没有可用的表式")
                .anySatisfy(line -> assertThat(line).contains("PDF 文件不能读取，请报送 .xlsx"))
                .noneSatisfy(line -> assertThat(line).contains("Thumbs"))
                .noneSatisfy(line -> assertThat(line).contains("~$"));
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(out))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
        }
    }
}
