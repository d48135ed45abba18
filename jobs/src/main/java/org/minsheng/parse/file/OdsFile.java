package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A spreadsheet in the OpenDocument format (.ods). One look at it finds its sheets, and their rows are read one by one. */
final class OdsFile implements TableFile {
    static final String CONTENT = "content.xml";
    /** What the format's first entry holds, with its kind behind it. */
    static final String MIME = "application/vnd.oasis.opendocument.";

    private static final String MANIFEST = "META-INF/manifest.xml";

    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();

    private OdsFile(ZipFile zip) {
        this.zip = zip;
    }

    static TableFile open(Path file) throws Unreadable {
        OdsFile opened = null;
        try {
            opened = new OdsFile(new ZipFile(file.toFile()));
            opened.checkPassword();
            opened.find();
            return opened;
        } catch (IOException | Unreadable | RuntimeException e) {
            if (opened != null) {
                opened.close();
            }
            throw Xml.damaged(e);
        }
    }

    private void checkPassword() throws IOException, Unreadable {
        ZipEntry manifest = zip.getEntry(MANIFEST);
        if (manifest != null) {
            try (InputStream in = Limits.counting(zip.getInputStream(manifest), MANIFEST, Limits.PART)) {
                if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(":encryption-data")) {
                    throw new Unreadable(Unreadable.Why.PROTECTED);
                }
            }
        }
    }

    /** The content from its start. */
    Xml content() throws Unreadable {
        try {
            ZipEntry content = zip.getEntry(CONTENT);
            if (content == null) {
                throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: it has no " + CONTENT);
            }
            return new Xml(Limits.counting(zip.getInputStream(content), CONTENT, Limits.ODS));
        } catch (IOException | IllegalStateException e) {
            throw Xml.damaged(e);
        }
    }

    private void find() throws Unreadable {
        OdsStyles styles = new OdsStyles();
        try (Xml xml = content()) {
            while (xml.next()) {
                styles.read(xml);
                if (xml.starts("table") && xml.attribute("name") != null) {
                    sheets.add(sheet(xml, styles));
                    if (sheets.size() > Limits.ODS_SHEETS) {
                        throw Limits.exceeded("sheets", sheets.size(), Limits.ODS_SHEETS);
                    }
                }
            }
        }
    }

    private Sheet sheet(Xml xml, OdsStyles styles) throws Unreadable {
        String name = xml.attribute("name");
        boolean hidden = styles.isHidden(xml.attribute("style-name"));
        OdsAreas areas = new OdsAreas();
        while (xml.next() && !xml.ends("table")) {
            areas.read(xml);
        }
        return new OdsSheet(this, sheets.size(), name, hidden, areas, styles);
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public String format() {
        return "ods";
    }

    @Override
    public void close() {
        Xml.closeQuietly(zip);
    }
}
