package org.minsheng.storage;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Hashes of SHA-256, in 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /** Of bytes. */
    public static String of(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes);
    }

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of all that was read of a stream, which begins anew. */
    public static String of(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    /** A stream that is hashed while it is read. */
    public static DigestInputStream reading(InputStream in) {
        return new DigestInputStream(in, DigestUtils.getSha256Digest());
    }
}
