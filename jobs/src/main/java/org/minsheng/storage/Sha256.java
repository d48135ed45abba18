package org.minsheng.storage;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Hashes of SHA-256, in 64 lower-case hexadecimal digits: of what is there as a whole, or of parts as they come. */
public final class Sha256 {
    private final MessageDigest digest = DigestUtils.getSha256Digest();

    /** Goes on with some bytes. */
    public void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Of all that was added, which ends it. */
    public String end() {
        return hex(digest);
    }

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
        return hex(read.getMessageDigest());
    }

    /** A stream that is hashed while it is read. */
    public static DigestInputStream reading(InputStream in) {
        return new DigestInputStream(in, DigestUtils.getSha256Digest());
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
