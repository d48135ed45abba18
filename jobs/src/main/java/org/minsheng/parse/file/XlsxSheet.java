package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;

/** A sheet of an .xlsx workbook. */
final class XlsxSheet implements Sheet {
    static final int LAST_ROW = 1_048_575;
    static final int LAST_COL = 16_383;
    private static final Pattern REF =
            Pattern.compile("mergeCell\\s[^>]*?ref\\s*=\\s*[\"']([A-Za-z]{1,3})(\\d+):([A-Za-z]{1,3})(\\d+)");
    private static final String ROWS_END = "sheetData>";
    /** What an element's name stands behind: the tag's start, or a prefix. */
    private static final String TAG = "<:";

    private static final int CHUNK = 1 << 16;
    private static final int LOWER = 'a' - 'A';
    private static final int LONGEST = 256;

    private final String name;
    private final boolean hidden;
    private final boolean from1904;
    private final PackagePart part;
    private final XlsxTexts texts;

    XlsxSheet(String name, boolean hidden, boolean from1904, PackagePart part, XlsxTexts texts) {
        this.name = name;
        this.hidden = hidden;
        this.from1904 = from1904;
        this.part = part;
        this.texts = texts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public Rows rows() throws Unreadable {
        return new XlsxRows(new Xml(stream()), texts, from1904);
    }

    private InputStream stream() throws Unreadable {
        try {
            return XlsxFile.bounded(part, "the sheet " + name, Limits.SHEET);
        } catch (IOException | RuntimeException e) {
            throw Xml.damaged(e);
        }
    }

    /**
     * The merged areas stand behind all rows, but are needed to understand the first ones. The bytes are searched for them,
     * as that is many times faster than to read all rows twice.
     */
    @Override
    public List<Merge> merges() throws Unreadable {
        List<Merge> merges = new ArrayList<>();
        try (InputStream in = stream()) {
            byte[] bytes = new byte[CHUNK];
            String rest = "";
            Charset charset = null;
            for (int n = in.readNBytes(bytes, 0, CHUNK); n > 0; n = in.readNBytes(bytes, 0, CHUNK)) {
                charset = charset == null ? charset(bytes, n) : charset;
                String text = rest + new String(bytes, 0, n, charset);
                int searched = 0;
                int end = text.lastIndexOf(ROWS_END);
                if (end >= 0 && end + ROWS_END.length() > rest.length()) {
                    merges.clear(); // what stood in the rows was text of a cell
                    searched = end;
                }
                for (int at = text.indexOf("mergeCell", searched); at >= 0; at = text.indexOf("mergeCell", at + 1)) {
                    Matcher matcher = REF.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
                    if (at > 0 && TAG.indexOf(text.charAt(at - 1)) >= 0 && matcher.lookingAt()) {
                        merges.add(new Merge(
                                row(matcher.group(2)),
                                col(matcher.group(1)),
                                row(matcher.group(4)),
                                col(matcher.group(3))));
                        searched = matcher.end();
                    }
                    if (merges.size() > Limits.MERGES) {
                        throw Limits.exceeded("merged areas of the sheet " + name, merges.size(), Limits.MERGES);
                    }
                }
                rest = text.substring(Math.max(searched, text.length() - LONGEST));
            }
        } catch (IOException | RuntimeException e) {
            throw Xml.damaged(e);
        }
        return merges;
    }

    /** Each byte a character, so that no time goes into decoding; but for UTF-16, which has two to each. */
    private static Charset charset(byte[] bytes, int n) {
        if (n > 1 && (bytes[0] == 0 || bytes[0] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16BE;
        }
        return n > 1 && (bytes[1] == 0 || bytes[0] == (byte) 0xFF)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.ISO_8859_1;
    }

    @Override
    public Set<Integer> hiddenColumns() throws Unreadable {
        Set<Integer> columns = new HashSet<>();
        try (Xml xml = new Xml(stream())) {
            while (xml.next() && !xml.starts("sheetData")) {
                if (xml.starts("col") && xml.flag("hidden")) {
                    int last = xml.number("max", LAST_COL + 1, 0);
                    for (int col = xml.number("min", LAST_COL + 1, 1); col <= last; col++) {
                        columns.add(col - 1);
                    }
                }
            }
        }
        return columns;
    }

    static int row(String digits) throws Unreadable {
        long row = digits.length() > 7 ? Long.MAX_VALUE : Long.parseLong(digits) - 1;
        if (row < 0 || row > LAST_ROW) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: there is no row " + digits);
        }
        return (int) row;
    }

    /** Excel writes references in capitals and reads them either way. */
    static boolean isLetter(char c) {
        return (c & ~LOWER) >= 'A' && (c & ~LOWER) <= 'Z';
    }

    static int col(String letters) throws Unreadable {
        int col = 0;
        for (int i = 0; i < letters.length(); i++) {
            col = col * 26 + (letters.charAt(i) & ~LOWER) - 'A' + 1;
        }
        if (letters.isEmpty() || letters.length() > 3 || col - 1 > LAST_COL) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: there is no column " + letters);
        }
        return col - 1;
    }
}
