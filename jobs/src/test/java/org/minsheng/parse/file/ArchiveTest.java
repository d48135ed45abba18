package org.minsheng.parse.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    private Path work;

    private Path zip() throws Exception {
        Path file = work.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new String[] {"a.csv", "b.csv", "a.csv.preview.xlsx"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[600]);
            }
        }
        return file;
    }

    @Test
    void allFilesTogetherMayBeTooMuch() throws Exception {
        try (Archive archive = Archive.open(zip(), 1000)) {
            assertThat(archive.members()).containsExactly("a.csv", "b.csv");
            archive.copy("a.csv", work.resolve("copy"));
            archive.checkUnpacked();
            archive.copy("b.csv", work.resolve("copy"));
            assertThatThrownBy(archive::checkUnpacked)
                    .isInstanceOf(Unreadable.class)
                    .hasMessageStartingWith("bytes of all files in a .zip: 1,200, at most 1,000");
        }
    }

    @Test
    void aDiskThatTakesNoCopyIsNotTheFilesFault() throws Exception {
        try (Archive archive = Archive.open(zip())) {
            assertThatThrownBy(() -> archive.copy("a.csv", work.resolve("no folder/copy")))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }
}
