package org.minsheng.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Lets one run at a time write to a lake: a file in it that names the holder. A lock whose holder ran on this machine and
 * is gone is taken over.
 */
public final class RunLock implements AutoCloseable {
    private final FileSystem system;
    private final Path file;

    private RunLock(FileSystem system, Path file) {
        this.system = system;
        this.file = file;
    }

    /** Says that another run holds the lock (exit code 3). */
    public static final class HeldException extends RuntimeException {
        HeldException(String message) {
            super(message);
        }
    }

    /**
     * Takes the lock.
     *
     * @param lake the folder of tables
     * @param command who takes it
     * @throws HeldException if another run holds it, with who and since when
     */
    public static RunLock take(String lake, String command, Configuration hadoop) throws IOException {
        Path file = new Path(lake, "_lock");
        FileSystem system = file.getFileSystem(hadoop);
        String mine = host() + " " + ProcessHandle.current().pid() + " " + Instant.now() + " " + command;
        for (int attempt = 0; attempt < 2; attempt++) {
            try (OutputStream out = system.create(file, false)) {
                out.write(mine.getBytes(StandardCharsets.UTF_8));
                return new RunLock(system, file);
            } catch (FileAlreadyExistsException e) {
                String holder = read(system, file);
                if (!gone(holder)) {
                    throw new HeldException(told(holder, file));
                }
                system.delete(file, false);
            }
        }
        throw new HeldException(told(read(system, file), file));
    }

    private static String told(String holder, Path file) {
        String[] parts = holder.split(" ");
        String who = parts.length == 4
                ? parts[3] + " (process " + parts[1] + " on " + parts[0] + ") since " + parts[2]
                : "somebody";
        return "another run holds the lock: " + who + ". Wait for it; if it is certain that it is gone, delete " + file;
    }

    /** Whether the holder was a process of this machine that is no more. Of other machines nothing can be said. */
    private static boolean gone(String holder) {
        String[] parts = holder.split(" ");
        return parts.length == 4
                && parts[0].equals(host())
                && parts[1].matches("\\d+")
                && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
    }

    private static String read(FileSystem system, Path file) throws IOException {
        try (InputStream in = system.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    @Override
    public void close() throws IOException {
        system.delete(file, false);
    }
}
