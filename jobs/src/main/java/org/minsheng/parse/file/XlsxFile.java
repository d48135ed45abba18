package org.minsheng.parse.file;

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
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * An Excel workbook (.xlsx, .xlsm). Its sheets are read row by row: POI finds the parts and guards against what a zip
 * file can do, and the texts and formats, which all cells refer to, are held in memory within limits.
 */
final class XlsxFile implements TableFile {
    static {
        // A regular sheet may well be packed to a hundredth: what counts is what is unpacked (Limits).
        ZipSecureFile.setMinInflateRatio(0);
    }

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
            checkPackaging(file);
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

    /** What POI itself reads into memory: the list of contents, and what belongs to what. */
    private static void checkPackaging(Path file) throws IOException {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (!entry.isDirectory()
                        && (!entry.getName().startsWith("xl/")
                                || entry.getName().endsWith(".rels"))) {
                    try (InputStream in = Limits.counting(zip.getInputStream(entry), entry.getName(), Limits.PART)) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            }
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
            throw new Unreadable(Unreadable.Why.OTHER_OFFICE);
        }
        Map<String, PackagePart> parts = new HashMap<>();
        List<Cell> strings = List.of();
        List<CellStyle> styles = List.of();
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

    /** A part's bytes, of which there may be so many; that is counted, as the zip's own word for it may be wrong. */
    static InputStream bounded(PackagePart part, String name, long most) throws IOException, Unreadable {
        if (part.getSize() > most) {
            throw Limits.exceeded("bytes of " + name, part.getSize(), most);
        }
        return Limits.counting(part.getInputStream(), name, most);
    }

    private static List<Cell> readStrings(PackagePart part) throws IOException, Unreadable {
        List<Cell> strings = new ArrayList<>();
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
    static Cell richText(Xml xml, String end) throws Unreadable {
        RichText text = new RichText();
        RichText.Script script = RichText.Script.NONE;
        boolean struck = false;
        int phonetic = 0;
        while (xml.next() && !xml.ends(end)) {
            if (xml.starts("t")) {
                String run = xml.text();
                if (phonetic == 0) {
                    text.add(run, script, struck);
                }
            } else if (xml.starts("r")) {
                script = RichText.Script.NONE;
                struck = false;
            } else if (xml.starts("vertAlign")) {
                script = script(xml);
            } else if (xml.starts("strike")) {
                struck = isOn(xml);
            } else if (xml.starts("rPh")) {
                phonetic++;
            } else if (xml.ends("rPh")) {
                phonetic--;
            }
        }
        return text.cell();
    }

    private static RichText.Script script(Xml xml) {
        return switch (String.valueOf(xml.attribute("val"))) {
            case "superscript" -> RichText.Script.RAISED;
            case "subscript" -> RichText.Script.LOWERED;
            default -> RichText.Script.NONE;
        };
    }

    /** A property that is there holds, unless it says that it does not. */
    private static boolean isOn(Xml xml) {
        return xml.attribute("val") == null || xml.flag("val");
    }

    /** For each style of cells, what its number format and its font make of them. */
    private static List<CellStyle> readStyles(PackagePart part) throws IOException, Unreadable {
        Map<Integer, String> codes = new HashMap<>();
        Map<Integer, NumberFormat> formats = new HashMap<>();
        List<Cell.Kind> fonts = new ArrayList<>();
        List<CellStyle> styles = new ArrayList<>();
        String within = "";
        try (Xml xml = new Xml(bounded(part, "styles.xml", Limits.PART))) {
            while (xml.next()) {
                if (xml.starts("numFmt") && xml.attribute("formatCode") != null) {
                    codes.put(xml.number("numFmtId", Integer.MAX_VALUE, 0), xml.attribute("formatCode"));
                } else if (xml.starts("fonts") || xml.starts("cellXfs")) {
                    within = xml.starts("fonts") ? "fonts" : "cellXfs";
                } else if (!within.isEmpty() && xml.ends(within)) {
                    within = "";
                } else if (within.equals("fonts")) {
                    readFont(xml, fonts);
                } else if (within.equals("cellXfs") && xml.starts("xf")) {
                    int id = xml.number("numFmtId", Integer.MAX_VALUE, 0);
                    int font = xml.number("fontId", Integer.MAX_VALUE, 0);
                    styles.add(new CellStyle(
                            formats.computeIfAbsent(
                                    id,
                                    i -> NumberFormat.of(i, codes.getOrDefault(i, BuiltinFormats.getBuiltinFormat(i)))),
                            font < fonts.size() ? fonts.get(font) : null));
                }
            }
        }
        return styles;
    }

    private static void readFont(Xml xml, List<Cell.Kind> fonts) {
        int last = fonts.size() - 1;
        if (xml.starts("font")) {
            fonts.add(null);
        } else if (last >= 0 && xml.starts("strike") && isOn(xml)) {
            fonts.set(last, Cell.Kind.STRUCK);
        } else if (last >= 0 && xml.starts("vertAlign") && script(xml) != RichText.Script.NONE) {
            fonts.set(last, fonts.get(last) == null ? Cell.Kind.MARK : fonts.get(last));
        }
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
