package org.minsheng.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A fingerprint of rows that does not depend on the order in which Spark brings them: the sum of their hashes. */
final class RowsFingerprint {
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long high;
    private long low;

    /** With what else is to be seen in it. */
    RowsFingerprint(String basis) {
        add("basis", basis);
    }

    void add(String kind, String row) {
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
        high += hash.getLong();
        low += hash.getLong();
    }

    /** 32 digits. */
    String text() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
