package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files on this machine's own disk for as long as they are read; what goes wrong there is not the fault of what is copied. */
public final class LocalCopy {
    private static final int BUFFER = 1 << 16;

    private LocalCopy() {}

    /**
     * A new file.
     *
     * @throws UncheckedIOException if the disk takes none
     */
    public static Path temporary() {
        try {
            return Files.createTempFile("minsheng", ".received");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary file", e);
        }
    }

    /**
     * Writes all of a stream to a file.
     *
     * @throws IOException if the stream cannot be read
     * @throws UncheckedIOException if the disk does not take it
     */
    public static void write(InputStream in, Path to) throws IOException {
        byte[] bytes = new byte[BUFFER];
        try (Sink out = new Sink(to)) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, n);
            }
        }
    }

    /** Removes a file, at the latest as this process ends. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /** A file of which each failure is the disk's. */
    private static final class Sink implements AutoCloseable {
        private final OutputStream out;

        Sink(Path to) {
            try {
                out = Files.newOutputStream(to);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        void write(byte[] bytes, int length) {
            try {
                out.write(bytes, 0, length);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private static UncheckedIOException failed(IOException e) {
            return new UncheckedIOException("cannot write a temporary file", e);
        }
    }
}
