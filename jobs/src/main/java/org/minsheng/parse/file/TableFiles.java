package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Opens files of tables of any format. */
public final class TableFiles {
    private static final int LONGEST_MIME = 100;

    private TableFiles() {}

    /** Opens a file. What it is follows from its first bytes; its name may be wrong. */
    public static TableFile open(Path file) throws Unreadable {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new Unreadable(Unreadable.Why.EMPTY);
        } else if (startsWith(start, 'P', 'K', 3, 4)) {
            return openZip(file);
        } else if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OleFile.open(file);
        } else if (isBiff(start)) {
            throw OleFile.tooOld();
        }
        Unreadable.Why why = other(start);
        if (why != null) {
            throw new Unreadable(why);
        }
        return TextFile.open(file);
    }

    /** A new workbook, or what else is packed as .zip. */
    private static TableFile openZip(Path file) throws Unreadable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String mime = mime(zip);
            if (mime.startsWith(OdsFile.MIME)) {
                if (mime.startsWith(OdsFile.MIME + "spreadsheet")) {
                    return OdsFile.open(file);
                }
                boolean isText = mime.startsWith(OdsFile.MIME + "text");
                throw new Unreadable(isText ? Unreadable.Why.WORD : Unreadable.Why.OTHER_OFFICE);
            } else if (zip.getEntry("word/document.xml") != null) {
                throw new Unreadable(Unreadable.Why.WORD);
            }
        } catch (IOException e) {
            throw Archive.damaged(e);
        }
        return XlsxFile.open(file);
    }

    private static String mime(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("mimetype");
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_MIME), StandardCharsets.US_ASCII);
        }
    }

    /** What a file is that holds no table which a program could read; null where it may hold one. */
    private static Unreadable.Why other(byte[] start) {
        if (startsWith(start, '%', 'P', 'D', 'F')) {
            return Unreadable.Why.PDF;
        } else if (startsWith(start, '{', '\\', 'r', 't', 'f')) {
            return Unreadable.Why.WORD;
        } else if (startsWith(start, 0x89, 'P', 'N', 'G')
                || startsWith(start, 0xFF, 0xD8, 0xFF)
                || startsWith(start, 'G', 'I', 'F', '8')
                || startsWith(start, 'I', 'I', 0x2A, 0)
                || startsWith(start, 'M', 'M', 0, 0x2A)) {
            return Unreadable.Why.PICTURE;
        }
        boolean isPacked = startsWith(start, 'R', 'a', 'r', '!')
                || startsWith(start, '7', 'z', 0xBC, 0xAF)
                || startsWith(start, 0x1F, 0x8B);
        return isPacked ? Unreadable.Why.PACKED : null;
    }

    /** Until Excel 5 a workbook was a bare stream of records; the first one begins it, and tells its version. */
    private static boolean isBiff(byte[] start) {
        return start.length > 3
                && start[0] == 9
                && (start[1] == 0 || start[1] == 2 || start[1] == 4 || start[1] == 8)
                && start[2] >= 4
                && start[2] <= 16
                && start[3] == 0;
    }

    private static byte[] start(Path file) throws Unreadable {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        } catch (IOException e) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        byte[] start = new byte[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            start[i] = (byte) wanted[i];
        }
        return Arrays.equals(Arrays.copyOf(bytes, Math.min(bytes.length, start.length)), start);
    }
}
