package org.minsheng.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.minsheng.conf.ConfException;

/** A small configuration of an invented province, with a comment on each part, to begin one of one's own with. */
public final class Skeleton {
    private static final String ROOT = "/org/minsheng/skeleton/";

    private Skeleton() {}

    /**
     * Lays it out, with two tables that fit it.
     *
     * @param folder new or empty; {@code conf/minsheng.yaml} comes to lie in it
     * @return the file of the settings
     * @throws ConfException if the folder holds something
     */
    public static Path layOut(Path folder) throws IOException {
        checkEmpty(folder);
        for (String name : files()) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = open(name)) {
                Files.copy(in, file);
            }
        }
        return folder.resolve("conf").resolve("minsheng.yaml");
    }

    private static List<String> files() throws IOException {
        try (InputStream in = open("files.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Skeleton.class.getResourceAsStream(ROOT + name), name);
    }

    private static void checkEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new ConfException("new-conf", folder + " is a file", "Name a folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new ConfException(
                        "new-conf", folder + " is not empty", "Name a new folder: nothing is written over");
            }
        }
    }
}
