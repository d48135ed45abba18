package org.minsheng.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.minsheng.conf.ConfException;

/**
 * The folder into which the offices' files arrive, as it is at a moment.
 *
 * @param arrivals the files, by path
 */
public record Landing(List<Arrival> arrivals) {
    /** A text in the landing folder with what has to be said wherever its data are shown. */
    private static final String NOTICE = "_NOTICE.txt";

    /**
     * A file as it lies there.
     *
     * @param uri where it is
     * @param file path below the landing folder
     * @param size bytes
     * @param modifiedAt last change
     * @param receivedAt the start of the day that its folder is named after, else its last change
     * @param notice what has to be said wherever its data are shown, null where nothing has
     */
    public record Arrival(String uri, String file, long size, Instant modifiedAt, Instant receivedAt, String notice)
            implements Serializable {}

    /** Changes with the name, size, and time of change of any file, and with the notice. */
    public String fingerprint() {
        return DigestUtils.sha256Hex(arrivals.stream()
                .map(a -> a.file() + "|" + a.size() + "|" + a.modifiedAt() + "|" + a.notice())
                .collect(Collectors.joining("\n")));
    }

    /**
     * Looks into the folder. Hidden files and the lock files of office programs are left out.
     *
     * @throws ConfException if the folder does not exist
     */
    public static Landing list(String folder, Configuration hadoop) throws IOException {
        Path root = new Path(folder);
        FileSystem system = root.getFileSystem(hadoop);
        if (!system.exists(root) || !system.getFileStatus(root).isDirectory()) {
            throw new ConfException(
                    "landing",
                    "the folder " + folder + " does not exist",
                    "Create it, or set 'landing' to another one");
        }
        Path qualified = system.makeQualified(root);
        String notice = notice(system, new Path(qualified, NOTICE));
        List<Arrival> arrivals = new ArrayList<>();
        // Not listFiles: it asks for permissions too, for which a local file system starts a process a file.
        Deque<FileStatus> waiting = new ArrayDeque<>(List.of(system.listStatus(qualified)));
        while (!waiting.isEmpty()) {
            FileStatus status = waiting.pop();
            if (status.isDirectory() && !isLink(status.getPath())) {
                waiting.addAll(List.of(system.listStatus(status.getPath())));
                continue;
            }
            String file = qualified.toUri().relativize(status.getPath().toUri()).getPath();
            if (!file.matches("(.*/)?[._~][^/]*")) {
                Instant modified = Instant.ofEpochMilli(status.getModificationTime());
                arrivals.add(new Arrival(
                        status.getPath().toString(),
                        file,
                        status.getLen(),
                        modified,
                        received(file, modified),
                        notice));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::file));
        return new Landing(List.copyOf(arrivals));
    }

    /** Whether a path is a link, which is not followed: whoever may send files may not read all files of the machine. */
    static boolean isLink(Path path) {
        return "file".equals(path.toUri().getScheme()) && Files.isSymbolicLink(java.nio.file.Path.of(path.toUri()));
    }

    private static String notice(FileSystem system, Path file) throws IOException {
        if (!system.exists(file)) {
            return null;
        }
        try (InputStream in = system.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static Instant received(String file, Instant modified) {
        for (String folder : file.split("/")) {
            if (folder.matches("\\d{4}-\\d\\d-\\d\\d")) {
                try {
                    return LocalDate.parse(folder).atStartOfDay(ZoneOffset.UTC).toInstant();
                } catch (DateTimeException e) {
                    // not a day of the calendar, so just a folder
                }
            }
        }
        return modified;
    }
}
