package org.minsheng.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Reads the bytes of the files in the landing folder, on the executors. */
final class LandedFiles implements Serializable {
    private static final int BUFFER = 1 << 16;
    private static final int START = 256;

    private final Broadcast<SerializableConfiguration> hadoop;

    LandedFiles(Broadcast<SerializableConfiguration> hadoop) {
        this.hadoop = hadoop;
    }

    /** Finds out what a file is; one that cannot be opened is known by its place. */
    Received identify(Landing.Arrival arrival) {
        try (InputStream in = open(arrival)) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            byte[] start = new byte[START];
            int length = in.readNBytes(start, 0, START);
            digest.update(start, 0, length);
            byte[] bytes = new byte[BUFFER];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                digest.update(bytes, 0, n);
            }
            return new Received(
                    arrival, HexFormat.of().formatHex(digest.digest()), kind(Arrays.copyOf(start, length)), null);
        } catch (IOException e) {
            return unopened(arrival, String.valueOf(e.getMessage()));
        }
    }

    /** A file that every run tries to open again. */
    static Received unopened(Landing.Arrival arrival, String failure) {
        return new Received(arrival, idOfPlace(arrival), Received.Kind.TABLE, failure);
    }

    /** In the place of a content's fingerprint. */
    static String idOfPlace(Landing.Arrival arrival) {
        return DigestUtils.sha256Hex("not opened " + arrival.file());
    }

    private static Received.Kind kind(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        String line = text.replace("\uFEFF", "")
                .lines()
                .findFirst()
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("PAR1")) {
            return Received.Kind.CANONICAL_PARQUET;
        } else if (line.equals(Canonical.HEADER)) {
            return Received.Kind.CANONICAL_CSV;
        }
        return line.equals(Withdrawals.HEADER) ? Received.Kind.WITHDRAWAL : Received.Kind.TABLE;
    }

    private InputStream open(Landing.Arrival arrival) throws IOException {
        Configuration conf = hadoop.value().value();
        Path path = new Path(arrival.uri());
        if (Landing.isLink(path)) {
            throw new IOException("a link is not followed: put the file itself into the landing folder");
        }
        return path.getFileSystem(conf).open(path);
    }

    /**
     * Copies a file to the executor's disk, so that it stays what it is while it is read.
     *
     * @return null where it is no longer the file that was found
     */
    java.nio.file.Path copy(Received received) throws IOException {
        java.nio.file.Path copy = Files.createTempFile("minsheng", ".received");
        boolean same = false;
        try (InputStream in = open(received.arrival());
                OutputStream out = Files.newOutputStream(copy)) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            byte[] bytes = new byte[BUFFER];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                digest.update(bytes, 0, n);
                out.write(bytes, 0, n);
            }
            same = HexFormat.of().formatHex(digest.digest()).equals(received.id());
        } finally {
            if (!same) {
                Files.deleteIfExists(copy);
            }
        }
        return same ? copy : null;
    }
}
