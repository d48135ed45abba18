package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.ProgressTable;

/** The configuration that {@code new-conf} lays out: sound as it is, and ready for a night. */
class SkeletonTest {
    private static final Path SOURCE = Path.of("src/main/resources/org/minsheng/skeleton");
    private static final Path SCHEMAS = Path.of("../conf/schema");

    /** 35.38 of 38 ten thousand people are 93.1%, and 540 beds of 500 are there; no county is asked for beds. */
    @Test
    void aNightOnItAsItIs(@TempDir Path work) throws IOException {
        Configuration conf = Configuration.read(Skeleton.layOut(work.resolve("省 ")), Map.of());
        assertThat(conf.catalogue().indicators()).hasSize(2);

        RunResult night = Runs.run(conf, Instant.parse("2026-06-30T00:00:00Z"));

        assertThat(night.counts()).containsEntry("rejects", 0L).containsEntry("files_read", 2L);
        List<Row> latest = Runs.table(work.resolve("省 /var"), "progress")
                .filter("latest AND ref_area = '99'")
                .orderBy("indicator")
                .collectAsList();
        assertThat(latest)
                .extracting(row -> row.getAs(ProgressTable.INDICATOR) + " " + row.getAs(ProgressTable.STATUS))
                .containsExactly("1.1 missed", "2.1 met");
        assertThat(latest.get(0).<Double>getAs(ProgressTable.OBS_VALUE)).isCloseTo(3538 / 38.0, within(1e-9));
        assertThat(Runs.table(work.resolve("省 /var"), "progress")
                        .filter("indicator = '2.1' AND ref_area <> '99'")
                        .isEmpty())
                .isTrue();
        assertThat(night.workbooks()).hasSize(2 * (1 + 1 + 3 + 2));
    }

    @Test
    void itsListHoldsAllFilesAndAllSchemas() throws IOException {
        List<String> listed = Files.readAllLines(SOURCE.resolve("files.txt"));
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                files(SOURCE).filter(name -> !name.equals("files.txt")),
                                files(SCHEMAS).map(name -> "conf/schema/" + name))
                        .toList());
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }

    @Test
    void nothingIsWrittenOver(@TempDir Path work) throws IOException {
        Files.writeString(work.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> Skeleton.layOut(work))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Skeleton.layOut(work.resolve("mine.txt")))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("is a file");
    }
}
