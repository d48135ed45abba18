package org.minsheng.conf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The characters of a text as office programs save it: UTF-8 with or without a byte-order mark, or GB18030 and its elder GBK. */
public final class PlainText {
    private PlainText() {}

    /**
     * Reads a text; hardly one in GB18030 happens to be whole UTF-8.
     *
     * @return without the byte-order mark
     * @throws CharacterCodingException if it is in neither
     */
    public static String of(byte[] bytes) throws CharacterCodingException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return withoutMark(
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException e) {
                // then perhaps the next
            }
        }
        throw new CharacterCodingException();
    }

    /** A text without the byte-order mark that some editors put before it. */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
