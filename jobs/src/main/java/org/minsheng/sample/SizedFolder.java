package org.minsheng.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minsheng.conf.ConfException;

/** The folder that synthetic data of any size lie in: what is called how, and that nothing of others is in it. */
final class SizedFolder {
    /** The day on which the figures arrive. */
    static final String RECEIVED = "2026-01-20";

    /** The day on which the corrections arrive. */
    static final String CORRECTED = "2026-03-20";

    private static final String NOTICE = "landing/_NOTICE.txt";

    /** What is written anew. */
    private static final Pattern OURS = Pattern.compile("landing/(_NOTICE\\.txt|(" + RECEIVED + "|" + CORRECTED
            + ")/(synthetic-\\d{6,}\\.(csv|xlsx)|\\.synthetic-\\S+\\.part))"
            + "|conf/((minsheng|policy|units)\\.yaml|regions\\.csv|schema/[a-z]+\\.schema\\.json"
            + "|catalogue/synthetic-\\d\\.yaml|layouts/synthetic\\.yaml)");

    private final Path folder;

    /** The folder itself, where its name is a link to it. */
    SizedFolder(Path folder) throws IOException {
        this.folder = Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
    }

    Path conf() {
        return folder.resolve("conf");
    }

    Path landing() {
        return folder.resolve("landing");
    }

    /** The file of a number. */
    static String file(int number, Size.Format format) {
        return "synthetic-%06d.%s".formatted(number + 1, format.ending());
    }

    /** Where a file is until it is whole: no run reads it there. */
    static Path part(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** How many bytes there is room for. */
    long free() throws IOException {
        Path there = folder;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /**
     * Looks whether there is nothing in it but what an earlier run has written.
     *
     * @throws ConfException if there is
     */
    void checkOurs() throws IOException {
        if (!Files.exists(folder)) {
            return;
        } else if (!Files.isDirectory(folder)) {
            throw new ConfException("--out", folder + " is a file", "Name a folder");
        }
        List<String> found = files();
        boolean isNoticed = found.isEmpty() || found.contains(NOTICE);
        found.stream()
                .filter(file -> !isNoticed || !OURS.matcher(file).matches())
                .findFirst()
                .ifPresent(file -> {
                    throw new ConfException(
                            "--out",
                            "the folder " + folder + " holds files that are not of the sample, such as " + file,
                            "Name a new folder: nothing is written over");
                });
    }

    /** Takes away what an earlier run has written, and says that what comes is synthetic. */
    void begin(Size size) throws IOException {
        for (String file : files()) {
            Files.delete(folder.resolve(file));
        }
        Files.createDirectories(landing().resolve(RECEIVED));
        Files.deleteIfExists(landing().resolve(CORRECTED));
        if (size.corrections() > 0) {
            Files.createDirectories(landing().resolve(CORRECTED));
        }
        Files.writeString(folder.resolve(NOTICE), SampleData.NOTICE, StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            // A link to a folder is none of ours: what is in it lies elsewhere.
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
