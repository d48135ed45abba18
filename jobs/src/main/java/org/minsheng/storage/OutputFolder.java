package org.minsheng.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A folder that whole files are put into, such as workbooks and summaries, on any file system of Hadoop: a changed file
 * replaces the old one in one step, an unchanged one is left alone.
 */
public final class OutputFolder implements Serializable {
    private static final String PART = ".part";

    private final String folder;
    private final SerializableConfiguration hadoop;

    /** The folder, which comes into being with the first file. */
    public OutputFolder(String folder, Configuration hadoop) {
        this.folder = folder;
        this.hadoop = new SerializableConfiguration(hadoop);
    }

    /** Where a file is. */
    public String location(String name) {
        return new Path(folder, name).toString();
    }

    /**
     * Puts a file there; says whether anything changed.
     *
     * @throws IOException if it cannot be written; what was there before is as it was
     */
    public boolean put(String name, byte[] bytes) throws IOException {
        Path file = qualified(name);
        FileSystem system = file.getFileSystem(hadoop.value());
        if (Arrays.equals(read(name), bytes)) {
            return false;
        }
        // A name of its own, as another attempt of the same task may be at work.
        Path part = new Path(file.getParent(), "." + file.getName() + "." + UUID.randomUUID() + PART);
        try {
            Optional<java.nio.file.Path> local = LocalPath.of(file);
            if (local.isPresent()) {
                replaceLocally(LocalPath.of(part).orElseThrow(), local.get(), bytes);
            } else {
                system.mkdirs(file.getParent());
                try (OutputStream out = system.create(part, true)) {
                    out.write(bytes);
                }
                FileContext.getFileContext(file.toUri(), hadoop.value()).rename(part, file, Options.Rename.OVERWRITE);
            }
        } catch (IOException e) {
            removeQuietly(system, part);
            throw new IOException(
                    "cannot write " + file + ": " + e
                            + ". Is there room, and may this user write there? What was there before is as it was",
                    e);
        }
        return true;
    }

    /** Without Hadoop, which starts ten processes for each file to ask for links and set permissions, and adds checksums. */
    private static void replaceLocally(java.nio.file.Path part, java.nio.file.Path file, byte[] bytes)
            throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void removeQuietly(FileSystem system, Path part) {
        try {
            system.delete(part, false);
        } catch (IOException e) {
            // The first failure is the one to be told; the next run removes what is left.
        }
    }

    /** Removes what tasks that were killed have left. */
    public void removeParts() throws IOException {
        Path root = qualified(".");
        FileSystem system = root.getFileSystem(hadoop.value());
        // Not a pattern of the path: the folder may be called as one.
        for (FileStatus found : listed(system, root)) {
            for (FileStatus file : found.isDirectory() ? listed(system, found.getPath()) : List.of(found)) {
                if (file.getPath().getName().matches("\\..*" + Pattern.quote(PART))) {
                    system.delete(file.getPath(), false);
                }
            }
        }
    }

    /** What is in a folder; nothing where it is not there, or is somebody else's and closed. */
    private static List<FileStatus> listed(FileSystem system, Path folder) {
        try {
            return List.of(system.listStatus(folder));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Changes with the name, size and time of change of any file in it and in its folders, but not with hidden ones. */
    public String fingerprint() throws IOException {
        return Sha256.of(states().entrySet().stream()
                .map(file -> file.getKey() + "|" + file.getValue())
                .collect(Collectors.joining("\n")));
    }

    /** Size and time of change of each file that is not hidden, by its {@link #location}. */
    public SortedMap<String, String> states() throws IOException {
        Path root = qualified(".");
        FileSystem system = root.getFileSystem(hadoop.value());
        SortedMap<String, String> found = new TreeMap<>();
        Deque<Path> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            Path next = waiting.pop();
            for (FileStatus file : listed(system, next)) {
                if (file.isDirectory() && !isLink(file.getPath())) {
                    waiting.add(file.getPath());
                } else if (!file.getPath().getName().matches("[.~].*")) {
                    found.put(
                            location(root.toUri()
                                    .relativize(file.getPath().toUri())
                                    .getPath()),
                            file.getLen() + "|" + file.getModificationTime());
                }
            }
        }
        return found;
    }

    /** Whether a path is a link, which may lead round in circles. */
    private static boolean isLink(Path path) {
        return LocalPath.of(path).filter(Files::isSymbolicLink).isPresent();
    }

    /** Removes a file; nothing where it is not there. */
    public void remove(String name) throws IOException {
        Path file = qualified(name);
        file.getFileSystem(hadoop.value()).delete(file, false);
    }

    /** The bytes of a file; none where it is not there. */
    public byte[] read(String name) throws IOException {
        Path file = qualified(name);
        FileSystem system = file.getFileSystem(hadoop.value());
        Optional<java.nio.file.Path> local = LocalPath.of(file);
        if (local.isPresent()) {
            return Files.exists(local.get()) ? Files.readAllBytes(local.get()) : new byte[0];
        }
        try (InputStream in = system.open(file)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            return new byte[0];
        }
    }

    private Path qualified(String name) throws IOException {
        Path root = new Path(folder);
        Path file = new Path(root, name);
        FileSystem system = file.getFileSystem(hadoop.value());
        String below = system.makeQualified(root) + "/";
        Path qualified = system.makeQualified(file);
        // Names come from a manifest, too, which anybody may have edited.
        if (!(qualified + "/").startsWith(below)) {
            throw new IOException(qualified + " is not below the folder of outputs, " + below);
        }
        return qualified;
    }
}
