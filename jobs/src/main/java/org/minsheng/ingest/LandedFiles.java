package org.minsheng.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.minsheng.parse.FileParser;
import org.minsheng.parse.file.Archive;
import org.minsheng.parse.file.LocalCopy;
import org.minsheng.parse.file.Unreadable;
import org.minsheng.storage.InputFolder;
import org.minsheng.storage.Sha256;

/** Reads the bytes of the files in the landing folder, on the executors. */
final class LandedFiles implements Serializable {
    /** Why a file is not read that is no longer what was found. */
    static final String CHANGED = "it changed while it was read; the next run reads it";

    /** The byte-order mark of GB18030. */
    private static final byte[] MARK = {(byte) 0x84, 0x31, (byte) 0x95, 0x33};

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Endings by which Hadoop chooses what unpacks a file, and that of a file it is still copying. */
    private static final Pattern NAMED_AS_PACKED =
            Pattern.compile("(?i)[.](gz|bz2|deflate|snappy|lz4|zst|zstd|xz)$|[.]_COPYING_$");

    private final Broadcast<SerializableConfiguration> hadoop;

    LandedFiles(Broadcast<SerializableConfiguration> hadoop) {
        this.hadoop = hadoop;
    }

    /** Finds out what a file is; one that cannot be opened is known by its place. */
    Received identify(Landing.Arrival arrival) {
        if (arrival.failure() != null) {
            return unopened(arrival, arrival.failure());
        }
        try (DigestInputStream in = Sha256.reading(open(arrival))) {
            byte[] start = in.readNBytes(AsReceived.START);
            in.transferTo(OutputStream.nullOutputStream());
            Received received = new Received(arrival, Sha256.of(in), kind(start), null);
            String unfit =
                    received.canonical() ? unfit(new Path(arrival.uri()).toUri().getPath()) : null;
            return unfit == null ? received : unopened(arrival, unfit);
        } catch (IOException | RuntimeException e) {
            return unopened(arrival, InputFolder.why(e));
        }
    }

    /** Finds out what a file is, and what the files in it are, if it is a .zip of some. */
    List<Received> identifyAll(Landing.Arrival arrival) {
        Received received = identify(arrival);
        if (received.failure() != null || received.kind() != Received.Kind.ARCHIVE) {
            return List.of(received);
        }
        java.nio.file.Path copy;
        try {
            copy = copy(received);
        } catch (IOException e) {
            return List.of(unopened(arrival, InputFolder.why(e)));
        }
        if (copy == null) {
            return List.of(unopened(arrival, CHANGED));
        }
        try {
            return Members.of(received, copy);
        } catch (Unreadable e) {
            return List.of(
                    new Received(arrival, received.id(), Received.Kind.ARCHIVE, null, null, FileParser.whole(e)));
        } finally {
            LocalCopy.delete(copy);
        }
    }

    /** Why Spark's own readers would not read a plain file from a path; null where they do. */
    private static String unfit(String path) {
        if (path.contains(":")) {
            return "its path has a colon, from which Spark cannot read: rename the file or folder";
        }
        return NAMED_AS_PACKED.matcher(path).find()
                ? "its name ends as that of a packed or half-copied file does, and it is none: rename it"
                : null;
    }

    /** A file that every run tries to open again. */
    static Received unopened(Landing.Arrival arrival, String failure) {
        return new Received(arrival, idOfPlace(arrival), Received.Kind.TABLE, failure);
    }

    /** In the place of a content's fingerprint. */
    static String idOfPlace(Landing.Arrival arrival) {
        return Sha256.of("not opened " + arrival.file());
    }

    /** What a file is by its first line: names in any case, quoted or not, with space beside them, in any encoding. */
    static Received.Kind kind(byte[] start) {
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith("PAR1")) {
            return Received.Kind.CANONICAL_PARQUET;
        }
        Charset charset = charset(start);
        int mark = Arrays.equals(Arrays.copyOf(start, MARK.length), MARK) ? MARK.length : 0;
        String header = header(start, mark, charset);
        if (header.equals(Canonical.HEADER)) {
            return charset == StandardCharsets.UTF_16LE
                    ? Received.Kind.CANONICAL_UTF16LE
                    : charset == StandardCharsets.UTF_16BE
                            ? Received.Kind.CANONICAL_UTF16BE
                            : Received.Kind.CANONICAL_CSV;
        }
        if (header.equals(Withdrawals.HEADER)
                || header.equals(Withdrawals.HEADER_ZH)
                || header(start, mark, GB18030).equals(Withdrawals.HEADER_ZH)) {
            return Received.Kind.WITHDRAWAL;
        }
        return Archive.mayBe(start) ? Received.Kind.ARCHIVE : Received.Kind.TABLE;
    }

    private static String header(byte[] start, int mark, Charset charset) {
        return new String(start, mark, start.length - mark, charset)
                .replace("\uFEFF", "")
                .lines()
                .findFirst()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .map(LandedFiles::name)
                        .collect(Collectors.joining(",")))
                .orElse("");
    }

    private static String name(String field) {
        String name = field.strip();
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return (quoted ? name.substring(1, name.length() - 1).strip() : name).toLowerCase(Locale.ROOT);
    }

    /** Of names in ASCII: every other byte is zero in UTF-16; all other encodings write them alike. */
    private static Charset charset(byte[] start) {
        if (start.length > 3 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF
                || start.length > 3 && start[0] == 0 && start[2] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return start.length > 3
                        && (start[1] == 0 && start[3] == 0 || (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private InputStream open(Landing.Arrival arrival) throws IOException {
        return InputFolder.open(arrival.uri(), hadoop.value().value());
    }

    /**
     * Copies a file to the executor's disk, so that it stays what it is while it is read.
     *
     * @return null where it is no longer the file that was found
     * @throws IOException if it cannot be read any more
     * @throws UncheckedIOException if the executor's disk takes no copy, which is not the file's fault
     */
    java.nio.file.Path copy(Received received) throws IOException {
        if (received.member() != null) {
            return member(received);
        }
        java.nio.file.Path copy = LocalCopy.temporary();
        boolean same = false;
        try (DigestInputStream in = Sha256.reading(open(received.arrival()))) {
            LocalCopy.write(in, copy);
            same = Sha256.of(in).equals(received.content());
        } finally {
            if (!same) {
                LocalCopy.delete(copy);
            }
        }
        return same ? copy : null;
    }

    private java.nio.file.Path member(Received received) throws IOException {
        java.nio.file.Path whole = LocalCopy.temporary();
        java.nio.file.Path copy = LocalCopy.temporary();
        boolean same = false;
        try {
            try (InputStream in = open(received.arrival())) {
                LocalCopy.write(in, whole);
            }
            same = Members.copy(received, whole, copy);
        } finally {
            LocalCopy.delete(whole);
            if (!same) {
                LocalCopy.delete(copy);
            }
        }
        return same ? copy : null;
    }
}
