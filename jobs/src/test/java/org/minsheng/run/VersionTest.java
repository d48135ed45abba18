package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
    private static String fingerprint(Path jar, String content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("A.class"));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return Version.fingerprint(jar);
    }

    /** What an earlier build of the same version has computed is not taken for what this one would. */
    @Test
    void twoBuildsOfOneVersionAreTwoPrograms(@TempDir Path work) throws IOException {
        String one = fingerprint(work.resolve("one.jar"), "one");
        assertThat(fingerprint(work.resolve("same.jar"), "one")).isEqualTo(one).hasSize(12);
        assertThat(fingerprint(work.resolve("two.jar"), "two")).isNotEqualTo(one);
    }
}
