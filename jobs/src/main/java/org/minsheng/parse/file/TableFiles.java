package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens files of tables of any format. */
public final class TableFiles {
    private TableFiles() {}

    /** Opens a file. What it is follows from its first bytes; its name may be wrong. */
    public static TableFile open(Path file) throws Unreadable {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new Unreadable(Unreadable.Why.EMPTY, "0 bytes");
        } else if (startsWith(start, 'P', 'K', 3, 4)) {
            return XlsxFile.open(file);
        } else if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OleFile.open(file);
        } else if (isBiff(start)) {
            throw OleFile.tooOld();
        }
        return TextFile.open(file);
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
