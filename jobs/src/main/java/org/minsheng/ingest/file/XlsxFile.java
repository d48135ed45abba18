package org.minsheng.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * An Excel workbook (.xlsx, .xlsm). Its sheets are read row by row: POI finds the parts and guards against what a zip
 * file can do, and the texts and formats, which all cells refer to, are held in memory within limits.
 */
final class XlsxFile implements TableFile {
    private final OPCPackage pack;
    private final Path deleteAfter;
    private final List<Sheet> sheets = new ArrayList<>();

    private XlsxFile(OPCPackage pack, Path deleteAfter) {
        this.pack = pack;
        this.deleteAfter = deleteAfter;
    }

    static TableFile open(Path file) throws Unreadable {
        return open(file, null);
    }

    /**
     * Opens a workbook.
     *
     * @param deleteAfter a file to be deleted when it is closed, null for none
     */
    static TableFile open(Path file, Path deleteAfter) throws Unreadable {
        OPCPackage pack;
        try {
            pack = OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (Exception e) { // POI answers a damaged file with exceptions of many kinds.
            throw Xml.damaged(e);
        }
        XlsxFile opened = new XlsxFile(pack, deleteAfter);
        try {
            opened.readParts();
            return opened;
        } catch (Unreadable e) {
            opened.close();
            throw e;
        } catch (Exception e) {
            opened.close();
            throw Xml.damaged(e);
        }
    }

    private void readParts() throws Exception {
        List<PackagePart> documents = pack.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (documents.isEmpty()) {
            documents = pack.getPartsByRelationshipType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        }
        if (documents.isEmpty() || !documents.get(0).getContentType().contains("sheet")) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, "a zip file, but no Excel workbook. Save it as .xlsx");
        }
        PackagePart workbook = documents.get(0);
        if (workbook.getContentType().contains("binary")) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, "a binary workbook (.xlsb). Save it as .xlsx");
        }
        Map<String, PackagePart> parts = new HashMap<>();
        List<String> strings = List.of();
        List<Cell.Kind> styles = List.of();
        for (PackageRelationship relationship : workbook.getRelationships()) {
            if (relationship.getTargetMode() == org.apache.poi.openxml4j.opc.TargetMode.EXTERNAL) {
                continue; // nothing outside the file is ever looked at
            }
            PackagePart part = workbook.getRelatedPart(relationship);
            if (part == null) {
                continue;
            }
            parts.put(relationship.getId(), part);
            if (relationship.getRelationshipType().endsWith("/sharedStrings")) {
                strings = readStrings(part);
            } else if (relationship.getRelationshipType().endsWith("/styles")) {
                styles = readStyles(part);
            }
        }
        readSheets(workbook, parts, new XlsxTexts(strings, styles));
    }

    private void readSheets(PackagePart workbook, Map<String, PackagePart> parts, XlsxTexts texts) throws Exception {
        boolean from1904 = false;
        try (Xml xml = new Xml(bounded(workbook, "workbook.xml", Limits.PART))) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.starts("sheet")) {
                    PackagePart part = parts.get(xml.attribute("id"));
                    if (part != null) {
                        String name = xml.attribute("name") == null ? "" : xml.attribute("name");
                        boolean hidden = xml.attribute("state") != null && !"visible".equals(xml.attribute("state"));
                        sheets.add(new XlsxSheet(name, hidden, from1904, part, texts));
                    }
                    if (sheets.size() > Limits.SHEETS) {
                        throw Limits.exceeded("sheets", sheets.size(), Limits.SHEETS);
                    }
                }
            }
        }
    }

    /** A part's bytes, of which there may be so many. The zip's own word for the size is checked while it is read. */
    private static InputStream bounded(PackagePart part, String name, long most) throws IOException, Unreadable {
        if (part.getSize() > most) {
            throw Limits.exceeded("bytes of " + name, part.getSize(), most);
        }
        return part.getInputStream();
    }

    private static List<String> readStrings(PackagePart part) throws IOException, Unreadable {
        List<String> strings = new ArrayList<>();
        try (Xml xml = new Xml(bounded(part, "sharedStrings.xml", Limits.SHARED_STRINGS))) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    strings.add(richText(xml, "si"));
                }
            }
        }
        return strings;
    }

    /** The text of runs; the phonetic hints beside them are none of it. */
    static String richText(Xml xml, String end) throws Unreadable {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (xml.next() && !xml.ends(end)) {
            if (xml.starts("rPh")) {
                phonetic++;
            } else if (xml.ends("rPh")) {
                phonetic--;
            } else if (xml.starts("t")) {
                String run = xml.text();
                text.append(phonetic == 0 ? run : "");
            }
        }
        return text.toString();
    }

    /** For each style of cells, whether a number in it is shown as such, in per cent or as a date. */
    private static List<Cell.Kind> readStyles(PackagePart part) throws IOException, Unreadable {
        Map<Integer, String> formats = new HashMap<>();
        List<Cell.Kind> kinds = new ArrayList<>();
        boolean inCells = false;
        try (Xml xml = new Xml(bounded(part, "styles.xml", Limits.PART))) {
            while (xml.next()) {
                if (xml.starts("numFmt") && xml.attribute("formatCode") != null) {
                    formats.put(xml.number("numFmtId", Integer.MAX_VALUE, 0), xml.attribute("formatCode"));
                } else if (xml.starts("cellXfs")) {
                    inCells = true;
                } else if (xml.ends("cellXfs")) {
                    inCells = false;
                } else if (inCells && xml.starts("xf")) {
                    int id = xml.number("numFmtId", Integer.MAX_VALUE, 0);
                    kinds.add(kind(id, formats.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id))));
                }
            }
        }
        return kinds;
    }

    /** What a number format makes of a number. */
    static Cell.Kind kind(int id, String format) {
        if (format == null) {
            return Cell.Kind.NUMBER;
        }
        // Quoted and escaped characters are shown as they are; a sign among them multiplies nothing.
        String plain = format.replaceAll("\"[^\"]*\"|\\\\.|_.", "");
        return plain.contains("%")
                ? Cell.Kind.PERCENT
                : DateUtil.isADateFormat(id, format) ? Cell.Kind.DATE : Cell.Kind.NUMBER;
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public void close() {
        pack.revert(); // closes without writing
        if (deleteAfter != null) {
            try {
                Files.deleteIfExists(deleteAfter);
            } catch (IOException e) {
                deleteAfter.toFile().deleteOnExit();
            }
        }
    }
}
