package org.minsheng.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that one process alone can create, with a sign of life beside it. Who may take it away from another, and when, is for
 * the caller to say.
 */
public final class LockFile {
    private final FileSystem system;
    private final Path file;
    private final Path sign;

    /**
     * The file, there or not.
     *
     * @throws IOException if the folder's file system is not known
     */
    public LockFile(String folder, String name, Configuration hadoop) throws IOException {
        this.file = new Path(folder, name);
        this.sign = file.suffix("_alive");
        this.system = file.getFileSystem(hadoop);
    }

    /** Creates it with its text in one step; false where there is one. */
    public boolean create(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Optional<java.nio.file.Path> local = LocalPath.of(system.makeQualified(file));
        if (local.isPresent()) {
            // Hadoop looks and creates in two steps here.
            Files.createDirectories(local.get().getParent());
            try {
                Files.write(local.get(), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return true;
            } catch (java.nio.file.FileAlreadyExistsException e) {
                return false;
            }
        }
        try (OutputStream out = system.create(file, false)) {
            out.write(bytes);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Its text; none where it is gone. */
    public String read() throws IOException {
        return read(file);
    }

    private String read(Path path) throws IOException {
        try (InputStream in = system.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (FileNotFoundException e) {
            return "";
        }
    }

    /** Takes it away from who wrote its text; false where another process was quicker. */
    public boolean takeFrom(String text) throws IOException {
        Path aside = file.suffix("_" + UUID.randomUUID());
        if (!system.rename(file, aside)) {
            return false;
        }
        if (read(aside).equals(text)) {
            system.delete(aside, false);
            return true;
        }
        // Between the look and the removal another run took it over: what was removed is that one's.
        system.rename(aside, file);
        return false;
    }

    /** Removes it and its sign of life. */
    public void remove() throws IOException {
        system.delete(sign, false);
        system.delete(file, false);
    }

    /** Gives a sign of life. */
    public void beat() throws IOException {
        system.create(sign, true).close();
    }

    /** How long ago the last sign of life was given, by the clock of the file system and no other. */
    public Duration silence() throws IOException {
        Path probe = file.suffix("_probe_" + UUID.randomUUID());
        try {
            system.create(probe, false).close();
            long now = system.getFileStatus(probe).getModificationTime();
            return Duration.ofMillis(now - Math.max(changed(file), changed(sign)));
        } finally {
            system.delete(probe, false);
        }
    }

    private long changed(Path path) throws IOException {
        try {
            return system.getFileStatus(path).getModificationTime();
        } catch (FileNotFoundException e) {
            return 0;
        }
    }

    /** Removes what processes left beside it that were killed while they took it. */
    public void removeLeftovers() throws IOException {
        // Not a pattern of the path: the folder may be called as one.
        for (FileStatus left : system.listStatus(file.getParent())) {
            if (left.getPath().getName().matches(file.getName() + "_.*-.*")) {
                system.delete(left.getPath(), false);
            }
        }
    }

    /** Where it is. */
    @Override
    public String toString() {
        return file.toString();
    }
}
