package org.minsheng.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** A file of any size on any file system of Hadoop, that is there whole or not at all. */
public final class NewFile {
    private final Configuration hadoop;
    private final FileSystem system;
    private final Path file;

    /** What is written to a stream, or to a folder. */
    public interface Writing<T> {
        void to(T place) throws IOException;
    }

    /** A file in a folder, which comes into being with it. */
    public NewFile(String folder, String name, Configuration hadoop) throws IOException {
        this.hadoop = hadoop;
        Path path = new Path(folder, name);
        this.system = path.getFileSystem(hadoop);
        this.file = system.makeQualified(path);
    }

    /** Where it is. */
    public String location() {
        return LocalPath.of(file).map(Object::toString).orElseGet(file::toString);
    }

    /** Whether there is one. */
    public boolean isThere() throws IOException {
        return system.exists(file);
    }

    /** Writes it. */
    public void write(Writing<OutputStream> writing) throws IOException {
        throughPart(part -> {
            Optional<java.nio.file.Path> local = LocalPath.of(part);
            try (OutputStream out =
                    local.isPresent() ? Files.newOutputStream(local.get()) : system.create(part, false)) {
                writing.to(out);
            }
            put(part);
        });
    }

    /**
     * Takes it from a folder in which a job of Spark puts one file of data.
     *
     * @param ending of the name of that file
     */
    public void take(String ending, Writing<String> job) throws IOException {
        throughPart(part -> {
            job.to(part.toString());
            for (FileStatus written : system.listStatus(part)) {
                if (written.getPath().getName().endsWith(ending)) {
                    put(written.getPath());
                    return;
                }
            }
            throw new IOException("no file came into " + part + ": do all machines of the cluster see this folder?");
        });
    }

    private void throughPart(Writing<Path> writing) throws IOException {
        Path part = new Path(file.getParent(), "." + UUID.randomUUID() + ".part");
        try {
            system.mkdirs(file.getParent());
            writing.to(part);
        } finally {
            system.delete(part, true);
        }
    }

    private void put(Path part) throws IOException {
        Optional<java.nio.file.Path> local = LocalPath.of(file);
        if (local.isPresent()) { // not Hadoop, which takes a file of sums along
            Files.move(LocalPath.of(part).orElseThrow(), local.get(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            FileContext.getFileContext(file.toUri(), hadoop).rename(part, file, Options.Rename.OVERWRITE);
        }
    }
}
