package org.minsheng.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.parse.ParsedFile.Rejected;

/** Files that are damaged, of another kind or meant to harm: each is told, and takes little memory. */
class BadInputTest {
    private static final FileParser PARSER = TestLayouts.jilin().parser();
    private static final String HEADER = "<row r=\"1\"><c t=\"inlineStr\"><is><t>年度</t></is></c>"
            + "<c t=\"inlineStr\"><is><t>单位名称</t></is></c><c t=\"inlineStr\"><is><t>农村人口(万人)</t></is></c>"
            + "<c t=\"inlineStr\"><is><t>集中供水人口(万人)</t></is></c>"
            + "<c t=\"inlineStr\"><is><t>供水保证人口(万人)</t></is></c></row>";
    private static final String ROW = "<row r=\"%d\"><c><v>2025</v></c><c t=\"inlineStr\"><is><t>农安县</t></is></c>"
            + "<c><v>10</v></c><c><v>9</v></c><c><v>8</v></c></row>";

    private static Parsed parse(byte[] bytes) {
        Parsed file = Parsed.of(PARSER, bytes);
        file.assertReconciled();
        return file;
    }

    private static Rejected only(Parsed file) {
        assertThat(file.observed()).isEmpty();
        assertThat(file.rejected()).hasSize(1);
        return file.rejected().get(0);
    }

    private static String rows(int index) {
        return HEADER + String.format(ROW, index);
    }

    @Test
    void theGoodFileThatTheOthersAreMadeOf() throws IOException {
        assertThat(parse(XlsxText.of(rows(2))).observed()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 30, 200, 500, 900})
    void truncatedWorkbooks(int length) throws IOException {
        byte[] whole = XlsxText.of(rows(2));
        Rejected reject = only(parse(Arrays.copyOf(whole, length)));
        assertThat(reject.reason()).isIn(Reason.UNREADABLE_FILE, Reason.UNKNOWN_LAYOUT);
    }

    @Test
    void aSheetThatBreaksOffAfterGoodRowsGivesNothingOfThem() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int row = 2; row < 5_000; row++) {
            rows.append(String.format(ROW, row));
        }
        Map<String, String> parts = XlsxText.parts("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "<row r=\"6000\"><c><v>20");
        assertThat(only(parse(XlsxText.zip(parts))).reason()).isEqualTo(Reason.UNREADABLE_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"/><row r=\"1\"><c><v>1</v></c></row>",
                "<row r=\"0\"><c><v>1</v></c></row>",
                "<row r=\"1048577\"><c><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"AAAA1\"><v>1</v></c></row>",
                "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>",
                "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c><v>zwölf</v></c></row>",
                "<row r=\"9999999999999999999\"/>",
            })
    void rowsAndCellsThatCannotBe(String rows) throws IOException {
        assertThat(only(parse(XlsxText.of(rows))).reason()).isEqualTo(Reason.UNREADABLE_FILE);
    }

    @Test
    void otherKindsOfFiles() throws IOException {
        assertThat(only(parse("<html><table><tr><td>年度</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)))
                        .reason())
                .isEqualTo(Reason.WEB_PAGE);
        assertThat(only(parse(XlsxText.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))))
                        .reason())
                .isEqualTo(Reason.UNREADABLE_FILE);
        assertThat(only(parse(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}))
                        .reason())
                .isEqualTo(Reason.PICTURE_FILE);
        assertThat(only(parse("%PDF-1.4 \u0001\u0002".getBytes(StandardCharsets.ISO_8859_1)))
                        .reason())
                .isEqualTo(Reason.PDF_FILE);
        assertThat(only(parse("Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1)))
                        .reason())
                .isEqualTo(Reason.PACKED_FILE);
        assertThat(only(parse(XlsxText.zip(Map.of("word/document.xml", "<a/>"))))
                        .reason())
                .isEqualTo(Reason.WORD_FILE);
        assertThat(only(parse(XlsxText.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text"))))
                        .reason())
                .isEqualTo(Reason.WORD_FILE);
    }

    @Test
    void anOleFileThatIsNoWorkbook() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
            container.writeFilesystem(out);
        }
        assertThat(only(parse(out.toByteArray())).reason()).isEqualTo(Reason.WORD_FILE);
    }

    @Test
    void aWorkbookWithMacrosIsReadAndTheyAreNot() throws IOException {
        Map<String, String> parts = XlsxText.parts(sheet(rows(2)));
        parts.put(
                "[Content_Types].xml",
                parts.get("[Content_Types].xml")
                        .replace(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                        .replace(
                                "<Override",
                                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override"));
        parts.put("xl/vbaProject.bin", "Sub Auto_Open()");
        assertThat(parse(XlsxText.zip(parts)).observed()).hasSize(3);
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    @Test
    void entitiesAreNotLookedUp(@TempDir Path work) throws IOException {
        Path secret = Files.writeString(work.resolve("secret"), "4711");
        for (String doctype : new String[] {
            "<!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE w [<!ENTITY a \"12345678\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE w SYSTEM \"" + secret.toUri() + "\">",
        }) {
            String body = sheet(HEADER + String.format(ROW, 2).replace("<v>10</v>", "<v>&x;</v>"));
            Parsed file = parse(XlsxText.zip(XlsxText.parts(doctype + body)));
            assertThat(only(file).reason()).isEqualTo(Reason.UNREADABLE_FILE);
            assertThat(file.rejected().toString()).doesNotContain("4711");
        }
    }

    @Test
    void linksOutOfTheFileAreNotFollowed(@TempDir Path work) throws IOException {
        Path secret = Files.writeString(work.resolve("secret.xml"), sheet(rows(2)));
        Map<String, String> parts = XlsxText.parts(sheet(rows(2)));
        String rels = parts.get("xl/_rels/workbook.xml.rels");
        for (String target : new String[] {
            secret.toUri() + "\" TargetMode=\"External", "../../../../../../../.." + secret, "..%2F..%2Fetc%2Fpasswd"
        }) {
            parts.put("xl/_rels/workbook.xml.rels", rels.replace("worksheets/sheet1.xml", target));
            assertThat(parse(XlsxText.zip(parts)).observed()).isEmpty();
        }
    }

    @Test
    void aZipBomb(@TempDir Path work) throws IOException {
        Path bomb = work.resolve("bomb.xlsx");
        Map<String, String> parts = XlsxText.parts("");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(bomb)))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getValue().isEmpty()) {
                    byte[] blanks = new byte[1 << 20];
                    Arrays.fill(blanks, (byte) ' ');
                    for (int i = 0; i < 300; i++) {
                        zip.write(blanks);
                    }
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(only(Parsed.of(PARSER, bomb)).reason()).isEqualTo(Reason.UNREADABLE_FILE);
    }

    @Test
    void aMillionEmptyRowsAreNothing(@TempDir Path work) throws IOException {
        Path file = work.resolve("rows.xlsx");
        Map<String, String> parts = XlsxText.parts("");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                if (part.getValue().isEmpty()) {
                    zip.write(
                            ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                            + rows(2))
                                    .getBytes(StandardCharsets.UTF_8));
                    for (int row = 3; row <= 1_048_576; row++) {
                        zip.write(("<row r=\"" + row + "\" spans=\"1:5\"><c r=\"A" + row + "\" s=\"1\"/></row>")
                                .getBytes(StandardCharsets.US_ASCII));
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        Parsed parsed = Parsed.of(PARSER, file);
        assertThat(parsed.observed()).hasSize(3);
        assertThat(parsed.rejected()).isEmpty();
        assertThat(parsed.cells()).isEqualTo(10);
    }

    @Test
    void tensOfThousandsOfMergedAreasAreReadInNoTime() throws IOException {
        StringBuilder merges = new StringBuilder("</sheetData><mergeCells>");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int row = 2; row < 50_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>2025</v></c></row>");
            merges.append("<mergeCell ref=\"B")
                    .append(row)
                    .append(":F")
                    .append(row)
                    .append("\"/>");
        }
        Map<String, String> parts = XlsxText.parts(sheet(rows + "").replace("</sheetData>", merges + "</mergeCells>"));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(60),
                () -> assertThat(parse(XlsxText.zip(parts)).observed()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void textThatASpreadsheetWouldRunIsKeptAsText(String text) {
        Parsed file = parse(("年度,单位名称,农村人口(万人),集中供水人口(万人),供水保证人口(万人)\n2025,农安县,\"" + text + "\",1,1\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(only(new Parsed(file.account(), java.util.List.of(), file.rejected()))
                        .raw())
                .isEqualTo(text);
    }

    @Test
    void aLineWithoutAnEnd(@TempDir Path work) throws IOException {
        Path file = work.resolve("line.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] text = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                    .getBytes(StandardCharsets.US_ASCII);
            out.write(text);
            for (int i = 0; i < 1_000_000; i++) {
                out.write(text, 1, text.length - 1);
            }
        }
        assertThat(only(Parsed.of(PARSER, file)).reason()).isEqualTo(Reason.UNREADABLE_FILE);
    }
}
