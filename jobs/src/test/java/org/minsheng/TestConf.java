package org.minsheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minsheng.run.Configuration;

/** The configurations of tests: the shipped one, Jilin's as tests know it, and an invented province's. */
public final class TestConf {
    /** The project's top folder, whichever folder the tests run in. */
    public static final Path HOME = home();

    /** A part of Jilin's configuration that stays as it is, whatever the shipped one becomes. */
    public static final Path JILIN = HOME.resolve("jobs/src/test/resources/jilin/conf");

    /** An invented province, with conf/ and landing/. */
    public static final Path THALASSIA = HOME.resolve("jobs/src/test/resources/thalassia");

    private TestConf() {}

    /** Whether the shipped configuration is that of Jilin, and not of a fork for another province. */
    static boolean isJilin() throws IOException {
        return Files.readString(HOME.resolve("conf/policy.yaml")).contains("\nissuer: 吉林省");
    }

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("conf/minsheng.yaml")) ? here : here.getParent();
    }

    /** The shipped configuration with lake and workbooks in a folder of the test's. */
    public static Configuration shipped(Path work) {
        return Configuration.read(
                HOME.resolve("conf/minsheng.yaml"),
                Map.of(
                        "lake", work.resolve("lake").toString(),
                        "workbooks", work.resolve("workbooks").toString()));
    }

    /** Jilin's as tests know it. */
    public static Configuration jilin() {
        return Configuration.read(JILIN.resolve("minsheng.yaml"), Map.of());
    }

    /** A copy of Jilin's conf/ below a folder of the test's. */
    public static Path copy(Path work) throws IOException {
        return copy(JILIN, work.resolve("conf"));
    }

    /** The invented province, with its conf/ and landing/ below a folder of the test's: its {@code minsheng.yaml}. */
    public static Path thalassia(Path work) throws IOException {
        copy(THALASSIA, work);
        return work.resolve("conf/minsheng.yaml");
    }

    /** Copies a folder, into one that may be there. */
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    /**
     * A small configuration for tests that need no more, and take a fraction of the time with it: the field of social
     * security of Jilin's, and the layout of rehabilitation.
     */
    public static Path small(Path work) throws IOException {
        Path conf = copy(work);
        for (String folder : List.of("catalogue", "layouts")) {
            try (Stream<Path> files = Files.list(conf.resolve(folder))) {
                for (Path file : files.filter(
                                f -> !f.toString().matches(".*(03-social-security|common|rehabilitation).yaml"))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
        return conf.resolve("minsheng.yaml");
    }

    /** Changes a text in a file; the text has to be there. */
    public static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("'" + from + "' is not in " + file);
        }
        Files.writeString(file, text.replace(from, to));
    }
}
