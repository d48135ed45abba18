package org.minsheng.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Where a path of Hadoop's local file system is for Java, whatever it is called. */
public final class LocalPath {
    private LocalPath() {}

    /**
     * The same place for Java.
     *
     * @param path qualified: with the scheme of its file system
     * @return empty where it is of another file system
     */
    public static Optional<Path> of(org.apache.hadoop.fs.Path path) {
        // Not Path.of(URI), which wants a URI in ASCII, while Hadoop's are not escaped.
        return "file".equals(path.toUri().getScheme())
                ? Optional.of(Path.of(path.toUri().getPath()))
                : Optional.empty();
    }
}
