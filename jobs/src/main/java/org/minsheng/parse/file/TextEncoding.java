package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How the characters of a text are written. It is proved and not estimated: a byte-order mark says it; else the first
 * encoding in which the whole file makes sense is taken, and hardly any text in GB18030 happens to be whole UTF-8.
 *
 * @param mark whether the text starts with a byte-order mark
 */
record TextEncoding(Charset charset, boolean mark) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 4096;
    /** Tabs, ends of lines and pages, and the mark that old systems put at the end of a file. */
    private static final String CONTROLS = "\t\n\u000B\f\r\u001A";

    static TextEncoding of(Path file) throws Unreadable {
        try {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(SAMPLE);
            }
            if (startsWith(start, 0xEF, 0xBB, 0xBF) && whole(file, StandardCharsets.UTF_8)) {
                return new TextEncoding(StandardCharsets.UTF_8, true);
            } else if (startsWith(start, 0xFF, 0xFE) && whole(file, StandardCharsets.UTF_16LE)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, true);
            } else if (startsWith(start, 0xFE, 0xFF) && whole(file, StandardCharsets.UTF_16BE)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, true);
            }
            for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
                if (whole(file, charset)) {
                    return new TextEncoding(charset, false);
                }
            }
            // Line ends, digits and separators have a zero byte each: at odd places in one order, at even in the other.
            Charset wide = zeros(start, 1) > zeros(start, 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            if (zeros(start, 0) + zeros(start, 1) > 0 && whole(file, wide)) {
                return new TextEncoding(wide, false);
            }
        } catch (IOException e) {
            throw new Unreadable(Unreadable.Why.UNREADABLE, String.valueOf(e.getMessage()));
        }
        throw new Unreadable(
                Unreadable.Why.UNREADABLE, "neither an Excel workbook nor text in UTF-8, GB18030 or UTF-16");
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of the file is text in the encoding: characters that there are, and of the control characters few. */
    private static boolean whole(Path file, Charset charset) throws IOException {
        char[] chars = new char[1 << 15];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset.newDecoder())) {
            for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
                for (int i = 0; i < n; i++) {
                    if (chars[i] < ' ' && CONTROLS.indexOf(chars[i]) < 0 || !Character.isDefined(chars[i])) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
