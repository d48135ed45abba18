package org.minsheng.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.minsheng.conf.ConfException;

/** All that lies in a folder and in its folders, on any file system; nothing in it keeps the rest from being found. */
public final class InputFolder {
    private static final String LINK = "a link is not followed: put the file itself into the landing folder";

    /**
     * A file, or what cannot be looked into.
     *
     * @param uri where it is
     * @param file path below the folder
     * @param size bytes
     * @param modifiedAt last change, to the millisecond
     * @param failure why it cannot be opened, null where that is still to be seen
     */
    public record Found(String uri, String file, long size, Instant modifiedAt, String failure) {}

    private InputFolder() {}

    /**
     * Looks through it.
     *
     * @throws ConfException if the folder itself does not exist or this user may not list it
     * @throws IOException if it cannot be listed for another reason; names it
     */
    public static List<Found> list(String folder, Configuration hadoop) throws IOException {
        try {
            Path root = new Path(folder);
            FileSystem system = root.getFileSystem(hadoop);
            if (!system.exists(root) || !system.getFileStatus(root).isDirectory()) {
                throw new ConfException(
                        "landing",
                        "the folder " + folder + " does not exist",
                        "Create it, or set 'landing' to another one");
            }
            Path qualified = system.makeQualified(root);
            Optional<java.nio.file.Path> local = LocalPath.of(qualified);
            return local.isPresent() ? local(local.get()) : any(system, qualified);
        } catch (AccessDeniedException | AccessControlException e) {
            throw new ConfException(
                    "landing",
                    "the folder " + folder + " cannot be listed (" + why(e) + ")",
                    "Let this user read it, or set 'landing' to another one");
        } catch (IOException e) {
            IOException named = new IOException("cannot list the landing folder " + folder + ": " + why(e));
            named.addSuppressed(e); // and not its cause, of which a user would be told alone
            throw named;
        }
    }

    /** On any file system of Hadoop. Not listFiles, which asks for permissions too, and stops at the first failure. */
    private static List<Found> any(FileSystem system, Path root) throws IOException {
        List<Found> all = new ArrayList<>();
        Deque<FileStatus> waiting = new ArrayDeque<>(List.of(system.listStatus(root)));
        while (!waiting.isEmpty()) {
            FileStatus status = waiting.pop();
            String failure = null;
            if (status.isDirectory()) {
                try {
                    waiting.addAll(List.of(system.listStatus(status.getPath())));
                    continue;
                } catch (IOException | RuntimeException e) {
                    failure = "the folder cannot be listed: " + why(e);
                }
            }
            all.add(new Found(
                    status.getPath().toString(),
                    root.toUri().relativize(status.getPath().toUri()).getPath(),
                    status.isDirectory() ? 0 : status.getLen(),
                    Instant.ofEpochMilli(status.getModificationTime()),
                    failure));
        }
        return all;
    }

    /** Without Hadoop, which passes over what it cannot look at, and follows links. */
    private static List<Found> local(java.nio.file.Path root) throws IOException {
        List<Found> all = new ArrayList<>();
        Deque<java.nio.file.Path> waiting = new ArrayDeque<>(entries(root));
        while (!waiting.isEmpty()) {
            java.nio.file.Path path = waiting.pop();
            if (!java.nio.file.Path.of(path.toString()).equals(path)) {
                // Told by its bytes, as names in which they cannot be read may look the same.
                String[] bytes = path.toUri().getRawPath().split("/");
                all.add(found(root, path.resolveSibling(bytes[bytes.length - 1]), 0, changed(path), NOT_UTF_8));
                continue;
            }
            try {
                BasicFileAttributes is =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (is.isDirectory()) {
                    waiting.addAll(entries(path));
                } else {
                    String failure = is.isRegularFile() ? null : is.isSymbolicLink() ? LINK : "it is not a file";
                    all.add(found(root, path, is.size(), millis(is), failure));
                }
            } catch (NoSuchFileException e) {
                // It went as the folder was listed, as a file does that is renamed once it is whole.
            } catch (IOException e) {
                all.add(found(root, path, 0, changed(path), "it cannot be looked into: " + why(e)));
            }
        }
        return all;
    }

    private static final String NOT_UTF_8 = "its name is not written in UTF-8, so it cannot be opened: rename it";

    private static Found found(
            java.nio.file.Path root, java.nio.file.Path path, long size, Instant modifiedAt, String failure) {
        String uri = new Path("file", null, path.toString()).toString();
        return new Found(uri, root.relativize(path).toString(), size, modifiedAt, failure);
    }

    private static List<java.nio.file.Path> entries(java.nio.file.Path folder) throws IOException {
        try (Stream<java.nio.file.Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The last change of what cannot be asked for it: that of the folder that it is in. */
    private static Instant changed(java.nio.file.Path path) {
        for (java.nio.file.Path at = path; at != null; at = at.getParent()) {
            try {
                return millis(Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                // then that of the folder
            }
        }
        return Instant.EPOCH;
    }

    /** As Hadoop tells it. */
    private static Instant millis(BasicFileAttributes is) {
        return Instant.ofEpochMilli(is.lastModifiedTime().toMillis());
    }

    /**
     * Opens a file that was found, without Hadoop where it is of this machine: that takes a name with a colon for an address.
     *
     * @throws IOException if it cannot be opened; a link is not followed, as whoever may send files may not read all files of
     *     the machine
     */
    public static InputStream open(String uri, Configuration hadoop) throws IOException {
        Path path = new Path(uri);
        Optional<java.nio.file.Path> local = LocalPath.of(path);
        if (local.isEmpty()) {
            return path.getFileSystem(hadoop).open(path);
        } else if (Files.isSymbolicLink(local.get())) {
            throw new IOException(LINK);
        }
        return Files.newInputStream(local.get(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Why something failed, in words. */
    public static String why(Exception failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        } else if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "it is no longer there";
        }
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage().lines().findFirst().orElse("");
    }
}
