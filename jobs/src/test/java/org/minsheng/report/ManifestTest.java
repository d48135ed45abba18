package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/** What the list of the workbooks in their folder says, and what it removes. */
class ManifestTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new and longer".getBytes(StandardCharsets.UTF_8);
    private static final Instant MONDAY = Instant.parse("2026-06-29T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-30T00:00:00Z");

    @TempDir
    Path root;

    private OutputFolder folder() {
        return new OutputFolder(root.toString(), new Configuration());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private Written written(int number, String file, byte[] bytes) throws IOException {
        boolean changed = folder().put(file, bytes);
        return new Written(number, file, "county", "县", Sha256.of(bytes), "rows of " + Sha256.of(bytes), changed);
    }

    @Test
    void theManifestNamesTheRunThatWroteEachFileAndStaysAsItIsOnAQuietNight() throws IOException {
        new Manifest(folder()).replace(List.of(written(0, "a.xlsx", OLD), written(1, "b.xlsx", OLD)), MONDAY, "one");
        byte[] first = folder().read(Manifest.FILE);
        new Manifest(folder()).replace(List.of(written(0, "a.xlsx", OLD), written(1, "b.xlsx", OLD)), TUESDAY, "two");
        assertThat(folder().read(Manifest.FILE)).isEqualTo(first);
        new Manifest(folder()).replace(List.of(written(0, "a.xlsx", OLD), written(1, "b.xlsx", NEW)), TUESDAY, "two");
        String changed = new String(folder().read(Manifest.FILE), StandardCharsets.UTF_8);
        assertThat(changed.indexOf("\"one\"")).isPositive().isLessThan(changed.indexOf("b.xlsx"));
        assertThat(changed.indexOf("\"two\"")).isGreaterThan(changed.indexOf("b.xlsx"));
        assertThat(changed).contains(Sha256.of(NEW), TUESDAY.toString());
    }

    @Test
    void aWorkbookThatIsNoLongerWrittenGoes() throws IOException {
        new Manifest(folder()).replace(List.of(written(0, "a.xlsx", OLD), written(1, "b.xlsx", OLD)), MONDAY, "one");
        Files.write(root.resolve("mine.xlsx"), OLD);
        new Manifest(folder()).replace(List.of(written(0, "a.xlsx", OLD)), TUESDAY, "two");
        assertThat(files()).containsExactly("a.xlsx", "manifest.json", "mine.xlsx");
    }

    @Test
    void aManifestThatSomebodyHasBrokenIsWrittenAnew() throws IOException {
        folder().put(Manifest.FILE, "{".getBytes(StandardCharsets.UTF_8));
        new Manifest(folder()).replace(List.of(written(0, "a.xlsx", OLD)), MONDAY, "one");
        assertThat(new String(folder().read(Manifest.FILE), StandardCharsets.UTF_8))
                .contains("a.xlsx");
    }
}
