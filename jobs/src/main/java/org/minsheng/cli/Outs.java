package org.minsheng.cli;

import java.io.IOException;
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
        if (!force && file.isThere()) {
            throw new ConfException(
                    "--out",
                    file.location() + " is there already",
                    "Name another place, or write over it with --force");
        }
    }
}
