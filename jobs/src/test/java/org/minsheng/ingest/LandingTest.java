package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.conf.ConfException;
import org.minsheng.storage.InputFolder;

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
        List<Landing.Arrival> arrivals = Landing.list(landing.toString(), ZoneOffset.UTC, new Configuration())
                .arrivals();
        assertThat(arrivals).extracting(Landing.Arrival::file).containsExactly("2026-01-20/a/一 二.csv", "loose.csv");
        assertThat(arrivals)
                .extracting(Landing.Arrival::receivedAt)
                .containsExactly(Instant.parse("2026-01-20T00:00:00Z"), Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(arrivals).extracting(Landing.Arrival::notice).containsOnly("synthetic");
    }

    @Test
    void aMissingFolderIsAMistakeInTheSettings(@TempDir Path work) {
        assertThatThrownBy(() -> Landing.list(work.resolve("none").toString(), ZoneOffset.UTC, new Configuration()))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("none does not exist");
    }

    private static List<Landing.Arrival> list(Path landing) throws IOException {
        return Landing.list(landing.toString(), ZoneOffset.UTC, new Configuration())
                .arrivals();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "水利局",
                "落地 区(终稿)",
                "100%",
                "%20#a+b",
                "[a]{b}(c)",
                "what?",
                "*",
                "a:b",
                "\uD83D\uDE00",
                "\\",
                "一\n二"
            })
    void foldersAndFilesMayBeCalledAsTheyLike(String name, @TempDir Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name + "/" + name));
        Files.writeString(folder.resolve(name + ".csv"), "x");
        List<Landing.Arrival> arrivals = list(work.resolve(name));
        assertThat(arrivals).extracting(Landing.Arrival::file).containsExactly(name + "/" + name + ".csv");
        assertThat(arrivals.get(0).failure()).isNull();
        try (InputStream in = InputFolder.open(arrivals.get(0).uri(), new Configuration())) {
            assertThat(in.readAllBytes()).asString().isEqualTo("x");
        }
    }

    /** What no reader can open: each with its reason, and none keeps the others from being found. */
    @Test
    void whatIsNoFile(@TempDir Path landing) throws Exception {
        Files.writeString(landing.resolve("good.csv"), "x");
        Files.createSymbolicLink(landing.resolve("dangling"), landing.resolve("nothing"));
        Files.createSymbolicLink(landing.resolve("round"), landing);
        // 民.csv in GBK, as a program that knows no UTF-8 unpacks it.
        assertThat(new ProcessBuilder("sh", "-c", "mkfifo pipe && : >\"$(printf '\\303\\361').csv\"")
                        .directory(landing.toFile())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(list(landing))
                .extracting(a -> a.file() + ": " + a.failure())
                .containsExactly(
                        "%C3%F1.csv: its name is not written in UTF-8, so it cannot be opened: rename it",
                        "dangling: a link is not followed: put the file itself into the landing folder",
                        "good.csv: null",
                        "pipe: it is not a file",
                        "round: a link is not followed: put the file itself into the landing folder");
    }

    @Test
    void whatIsHiddenOrLocksAFileOrShowsOneIsLeftOut(@TempDir Path landing) throws IOException {
        for (String file : List.of(
                "a.csv",
                ".b.csv",
                "_c.csv",
                "~$d.xlsx",
                "Thumbs.db",
                "f/desktop.ini",
                "f/a.csv.preview.xlsx",
                "B.XLSX.Preview.xlsx",
                ".recycle/2026-01-14/e.csv",
                "f/.g/h.csv")) {
            Path path = landing.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "x");
        }
        assertThat(list(landing)).extracting(Landing.Arrival::file).containsExactly("a.csv");
    }

    @Test
    void aNoticeInGbkOrWithAByteOrderMark(@TempDir Path landing) throws IOException {
        Files.writeString(landing.resolve("a.csv"), "x");
        Files.write(landing.resolve("_NOTICE.txt"), "合成样例".getBytes(Charset.forName("GBK")));
        assertThat(list(landing)).extracting(Landing.Arrival::notice).containsExactly("合成样例");
        Files.writeString(landing.resolve("_NOTICE.txt"), "\uFEFF合成样例\n");
        assertThat(list(landing)).extracting(Landing.Arrival::notice).containsExactly("合成样例");
    }

    @Test
    void aNoticeThatCannotBeReadIsToldAndStopsNothing(@TempDir Path landing) throws IOException {
        Files.writeString(landing.resolve("a.csv"), "x");
        Files.createSymbolicLink(landing.resolve("_NOTICE.txt"), landing.resolve("nothing"));
        assertThat(list(landing))
                .extracting(a -> a.file() + ": " + a.notice() + ", " + a.failure())
                .containsExactly(
                        "_NOTICE.txt: null, a link is not followed: put the file itself into the landing folder",
                        "a.csv: null, null");
    }
}
