package org.minsheng.preview;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.minsheng.conf.Texts;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.Place;
import org.minsheng.parse.Reason;
import org.minsheng.parse.Watch.Fate;
import org.minsheng.parse.file.Cell;

/**
 * Writes previews as a workbook: a list of what is rejected, then each sheet as it stands, its cells coloured by what becomes of
 * them. Row by row into the file, as it has to take no longer than the table takes to read.
 */
final class PreviewBook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final int LONGEST_NAME = 31;
    private static final int REASONS_A_ROW = 5;
    /** Colours that people who do not tell red from green tell apart, with other fonts beside. */
    private static final Map<Fate, String> FILLS = Map.of(
            Fate.OBSERVED, "FFCDE7F0", Fate.REJECTED, "FFF6B26B", Fate.LABEL, "FFEDEDED", Fate.IGNORED, "FFFFFFFF");

    private final Texts texts;
    private final Texts reasons;
    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> names = new ArrayList<>();
    private int lastRow = -1;
    private int lastCol = -1;

    private PreviewBook(Texts texts, Texts reasons, OutputStream file) {
        this.texts = texts;
        this.reasons = reasons;
        this.zip = new ZipOutputStream(file);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    }

    /**
     * Writes a workbook.
     *
     * @param reasons words for reasons of rejects
     */
    static void write(List<Preview> previews, Texts texts, Texts reasons, OutputStream file) throws IOException {
        new PreviewBook(texts, reasons, file).write(previews);
    }

    private void write(List<Preview> previews) throws IOException {
        Set<String> taken = new HashSet<>();
        names.add(name(texts.get("sheet"), taken));
        for (Preview preview : previews) {
            for (PreviewSheet sheet : preview.sheets()) {
                String name = sheet.name().isEmpty() ? preview.name() : sheet.name();
                names.add(name(previews.size() > 1 ? preview.name() + "!" + sheet.name() : name, taken));
            }
        }
        writeParts();
        start("xl/worksheets/sheet1.xml");
        writeList(previews);
        int number = 1;
        for (Preview preview : previews) {
            for (PreviewSheet sheet : preview.sheets()) {
                start("xl/worksheets/sheet" + ++number + ".xml");
                writeSheet(sheet);
            }
        }
        out.flush();
        zip.finish();
    }

    /** A sheet's name as Excel takes it, and no other's. */
    private static String name(String wanted, Set<String> taken) {
        String plain = wanted.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", "_");
        String name = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String end = "_" + i;
            name = name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    private void start(String part) throws IOException {
        out.flush();
        lastRow = -1;
        zip.putNextEntry(new ZipEntry(part));
        out.write(HEAD);
    }

    private void writeParts() throws IOException {
        start("[Content_Types].xml");
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        out.write("<Types xmlns=\"" + PACKAGE
                + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
                + "openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"" + type
                + "worksheet+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type
                + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type
                + "styles+xml\"/></Types>");
        start("_rels/.rels");
        out.write("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        start("xl/workbook.xml");
        out.write("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
        for (int i = 0; i < names.size(); i++) {
            out.write("<sheet name=\"" + escaped(names.get(i)) + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId" + (i + 1)
                    + "\"/>");
        }
        out.write("</sheets></workbook>");
        start("xl/_rels/workbook.xml.rels");
        out.write("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId0\" Type=\"" + OFFICE
                + "/styles\" Target=\"styles.xml\"/>");
        for (int i = 1; i <= names.size(); i++) {
            out.write("<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
        }
        out.write("</Relationships>");
        start("xl/styles.xml");
        writeStyles();
    }

    /** The style of a fate has its number, from 1 on. */
    private void writeStyles() throws IOException {
        String fonts = List.of("", "", "<b/>", "<b/>", "<i/><color rgb=\"FF7F7F7F\"/>").stream()
                .map(look -> "<font>" + look.replaceAll("<color.*", "") + "<sz val=\"11\"/>"
                        + look.replaceAll("^<[bi]/>", "") + "<name val=\"Calibri\"/></font>")
                .collect(Collectors.joining());
        StringBuilder fills = new StringBuilder("<fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill>");
        StringBuilder styles =
                new StringBuilder("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        for (Fate fate : Fate.values()) {
            fills.append("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"")
                    .append(FILLS.get(fate))
                    .append("\"/></patternFill></fill>");
            styles.append(String.format(
                    "<xf numFmtId=\"0\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>",
                    fate.ordinal() + 1, fate.ordinal() + 2));
        }
        out.write(
                "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"5\">" + fonts + "</fonts><fills count=\"6\">" + fills
                        + "</fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                        + "<cellXfs count=\"5\">" + styles + "</cellXfs></styleSheet>");
    }

    private static int style(Fate fate) {
        return fate == null ? 0 : fate.ordinal() + 1;
    }

    private void writeList(List<Preview> previews) throws IOException {
        out.write("<worksheet xmlns=\"" + MAIN + "\"><cols><col min=\"1\" max=\"1\" width=\"30\" customWidth=\"1\"/>"
                + "<col min=\"2\" max=\"3\" width=\"14\" customWidth=\"1\"/><col min=\"4\" max=\"4\" width=\"24\""
                + " customWidth=\"1\"/><col min=\"5\" max=\"6\" width=\"60\" customWidth=\"1\"/></cols><sheetData>");
        int row = 0;
        for (Fate fate : Fate.values()) {
            writeRow(row++, style(fate), texts.get("fate." + fate.name().toLowerCase(Locale.ROOT)));
        }
        row++;
        for (Preview preview : previews) {
            for (String line : new PreviewWords(texts, reasons).of(preview, null)) {
                writeRow(row++, 0, line);
            }
            row++;
        }
        writeRow(row++, style(Fate.LABEL), heads());
        for (Preview preview : previews) {
            for (Rejected rejected : preview.rejects()) {
                writeRow(
                        row++,
                        0,
                        preview.name(),
                        rejected.sheet(),
                        rejected.cell(),
                        rejected.raw(),
                        reason(rejected.reason()),
                        rejected.detail());
            }
        }
        out.write("</sheetData></worksheet>");
    }

    private String[] heads() {
        return Stream.of("file", "sheet", "cell", "raw", "reason", "detail")
                .map(head -> texts.get("list." + head))
                .toArray(String[]::new);
    }

    private String reason(Reason reason) {
        return reasons.get("reason." + reason.code());
    }

    private void writeRow(int row, int style, String... cells) throws IOException {
        if (row >= SheetLimits.ROWS) {
            return;
        }
        out.write("<row r=\"" + (row + 1) + "\">");
        for (int col = 0; col < cells.length; col++) {
            writeText(row, col, style, cells[col] == null ? "" : cells[col]);
        }
        out.write("</row>");
    }

    private void writeSheet(PreviewSheet sheet) throws IOException {
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (Map.Entry<Integer, PreviewSheet.Line> entry : sheet.lines()) {
            int row = entry.getKey();
            PreviewSheet.Line line = entry.getValue();
            if (row >= SheetLimits.ROWS) {
                break;
            }
            out.write("<row r=\"");
            out.write(Integer.toString(row + 1));
            out.write("\">");
            for (int col = 0; col < Math.min(line.cells().width(), SheetLimits.COLUMNS); col++) {
                Cell cell = line.cells().get(col);
                if (cell.kind() == Cell.Kind.NUMBER) {
                    writeStart(row, col, style(line.fate(col)));
                    out.write("><v>");
                    out.write(cell.text());
                    out.write("</v></c>");
                } else if (!cell.blank()) {
                    writeText(row, col, style(line.fate(col)), cell.text());
                }
            }
            if (!line.reasons().isEmpty() && sheet.width() + 1 < SheetLimits.COLUMNS) {
                String why = line.reasons().entrySet().stream()
                        .limit(REASONS_A_ROW)
                        .map(one -> Place.of(row, one.getKey()) + " " + reason(one.getValue()))
                        .collect(Collectors.joining("; "));
                writeText(row, sheet.width() + 1, style(Fate.REJECTED), why);
            }
            out.write("</row>");
        }
        out.write("</sheetData></worksheet>");
    }

    /** A cell says where it stands only behind a gap: so the file is a third smaller, and written sooner. */
    private void writeStart(int row, int col, int style) throws IOException {
        if (row == lastRow && col == lastCol + 1 || row != lastRow && col == 0) {
            out.write("<c s=\"");
        } else {
            out.write("<c r=\"");
            out.write(Place.of(row, col));
            out.write("\" s=\"");
        }
        out.write((char) ('0' + style));
        out.write('"');
        lastRow = row;
        lastCol = col;
    }

    /** As text, so that no program takes it for a formula. */
    private void writeText(int row, int col, int style, String text) throws IOException {
        writeStart(row, col, style);
        out.write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        out.write(escaped(SheetLimits.cut(text)));
        out.write("</t></is></c>");
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= ' ' && c != '<' && c != '>' && c != '&' && c != '"' && c < 0xFFFE && !Character.isSurrogate(c);
            if (!plain && escaped == null) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (escaped != null) {
                append(escaped, c, plain);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static void append(StringBuilder escaped, char c, boolean plain) {
        switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;"); // a text may not have ]]>
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.append(plain || c == '\n' || c == '\t' || Character.isSurrogate(c) ? c : ' ');
        }
    }
}
