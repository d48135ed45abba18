package org.minsheng.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** The folder of workbooks: a changed file replaces the old one in one step, an unchanged one is left alone. */
final class Workbooks {
    private final Path folder;
    private final Configuration hadoop;

    Workbooks(String folder, Configuration hadoop) {
        this.folder = new Path(folder);
        this.hadoop = hadoop;
    }

    /** Where a file is. */
    String location(String name) {
        return new Path(folder, name).toString();
    }

    /** Puts a file there; says whether anything changed. */
    boolean put(String name, byte[] bytes) throws IOException {
        FileSystem system = folder.getFileSystem(hadoop);
        Path file = system.makeQualified(new Path(folder, name));
        if (system.exists(file) && Arrays.equals(read(system, file), bytes)) {
            return false;
        }
        Path part = new Path(file.getParent(), "." + name + ".part");
        system.mkdirs(file.getParent());
        try (OutputStream out = system.create(part, true)) {
            out.write(bytes);
        }
        FileContext.getFileContext(file.toUri(), hadoop).rename(part, file, Options.Rename.OVERWRITE);
        return true;
    }

    private static byte[] read(FileSystem system, Path file) throws IOException {
        try (InputStream in = system.open(file)) {
            return in.readAllBytes();
        }
    }
}
