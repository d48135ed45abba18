package org.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.minsheng.conf.ConfException;
import org.minsheng.run.Session;
import org.minsheng.storage.NewFile;

/** The files that {@code --out} names, which are not written over unless that is asked for. */
final class Outs {
    private Outs() {}

    /** One in a folder: of this machine, also where Hadoop's own file system is that of a cluster, or of a scheme. */
    static NewFile file(String folder, String name) throws IOException {
        return new NewFile(
                folder.matches("[a-zA-Z][a-zA-Z0-9+.-]+:/.*")
                        ? folder
                        : "file:" + Path.of(folder).toAbsolutePath().normalize(),
                name,
                Session.hadoop());
    }

    /**
     * Looks whether it can be written.
     *
     * @throws ConfException if it is there
     */
    static void checkFree(NewFile file, boolean force) throws IOException {
        checkFree(file.location(), file.isThere(), force);
    }

    /** The same of a file of this machine; a folder is never written over. */
    static void checkFree(Path file, boolean force) {
        if (Files.isDirectory(file)) {
            throw new ConfException("--out", file + " is a folder", "Name a file in it");
        }
        checkFree(file.toString(), Files.exists(file, LinkOption.NOFOLLOW_LINKS), force);
    }

    private static void checkFree(String location, boolean isThere, boolean force) {
        if (isThere && !force) {
            throw new ConfException(
                    "--out", location + " is there already", "Name another place, or write over it with --force");
        }
    }

    /**
     * Looks whether it is not what is read.
     *
     * @throws ConfException if it is, by whichever name
     */
    static void checkOther(Path file, Path input) throws IOException {
        if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
            throw new ConfException("--out", file + " is the file that is read", "Name another place");
        }
    }
}
