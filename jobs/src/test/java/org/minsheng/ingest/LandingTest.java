package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.conf.ConfException;

class LandingTest {
    @Test
    void listsFilesWithTheDayOfTheirFolder(@TempDir Path landing) throws IOException {
        Files.createDirectories(landing.resolve("2026-01-20/a"));
        Files.writeString(landing.resolve("2026-01-20/a/一 二.csv"), "x");
        Files.writeString(landing.resolve("loose.csv"), "xy");
        Files.setLastModifiedTime(landing.resolve("loose.csv"), FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));
        Files.writeString(landing.resolve("~$lock.xlsx"), "");
        Files.writeString(landing.resolve(".hidden"), "");
        Files.writeString(landing.resolve("_NOTICE.txt"), "synthetic\n");
        List<Landing.Arrival> arrivals =
                Landing.list(landing.toString(), new Configuration()).arrivals();
        assertThat(arrivals).extracting(Landing.Arrival::file).containsExactly("2026-01-20/a/一 二.csv", "loose.csv");
        assertThat(arrivals)
                .extracting(Landing.Arrival::receivedAt)
                .containsExactly(Instant.parse("2026-01-20T00:00:00Z"), Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(arrivals).extracting(Landing.Arrival::notice).containsOnly("synthetic");
    }

    @Test
    void aMissingFolderIsAMistakeInTheSettings(@TempDir Path work) {
        assertThatThrownBy(() -> Landing.list(work.resolve("none").toString(), new Configuration()))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("none does not exist");
    }
}
