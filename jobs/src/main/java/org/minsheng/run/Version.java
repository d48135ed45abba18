package org.minsheng.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.minsheng.storage.Sha256;

/** The version of the program, as its jar tells. */
public final class Version {
    private static final String DEVELOPMENT = "development";
    private static final int SHOWN = 12;

    private Version() {}

    /** Such as 0.1.0; "development" where it does not run from its jar. */
    public static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse(DEVELOPMENT);
    }

    /**
     * The version with a fingerprint of what is in the jar, such as 0.1.0+1f2e3d4c5b6a: two builds of one version need not
     * give the same results.
     */
    static String build() {
        return Build.TEXT;
    }

    /** Found out once. */
    private static final class Build {
        static final String TEXT = find();
    }

    private static String find() {
        try {
            Path jar = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(jar) ? current() + "+" + fingerprint(jar) : DEVELOPMENT;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e); // classes lie in a file or a folder
        }
    }

    /** By the names and checksums of the entries, which the jar holds in one place: quick for a jar of any size. */
    static String fingerprint(Path jar) {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            return Sha256.of(entries.stream()
                            .map(entry -> entry.getName() + " " + entry.getCrc())
                            .sorted()
                            .collect(Collectors.joining("\n")))
                    .substring(0, SHOWN);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program, " + jar, e);
        }
    }
}
