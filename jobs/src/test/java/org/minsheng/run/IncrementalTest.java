package org.minsheng.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.minsheng.SameRows.assertSameRows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.lake.ReportingTable;
import org.minsheng.progress.Progress;
import org.minsheng.quality.Checks;
import org.minsheng.quality.Reporting;
import org.minsheng.stage.Outcome;

/** Runs after the first: each does what is new and no more. */
class IncrementalTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    /** The official who saved over a workbook gets it back; nothing else is done. */
    @Test
    void aWorkbookThatSomebodyHasChangedIsWrittenAgain(@TempDir Path folder) throws IOException {
        Configuration conf = Runs.thalassia(folder);
        RunResult before = Runs.run(conf, AS_OF);
        Path workbook = Path.of(before.workbooks().get(5));
        byte[] bytes = Files.readAllBytes(workbook);
        Files.write(workbook, new byte[] {1, 2, 3});
        RunResult after = Runs.run(conf, AS_OF);
        assertThat(Files.readAllBytes(workbook)).isEqualTo(bytes);
        assertThat(after.counts()).containsEntry("workbooks_changed", 1L).containsEntry("files_found", 0L);
        assertThat(after.stages().get("progress")).isEqualTo("nothing is new");
        assertThat(Runs.history(folder).count()).isEqualTo(1);
    }

    /** While the run is at its end, so that what it enters is of a folder that it did not leave. */
    @Test
    void aWorkbookThatSomebodyChangesMeanwhileIsWrittenAgain(@TempDir Path folder) throws IOException {
        Configuration conf = Runs.thalassia(folder);
        Path workbook = Path.of(Runs.run(conf, AS_OF).workbooks().get(5));
        byte[] bytes = Files.readAllBytes(workbook);
        Files.delete(workbook);
        Runs.runWatched(conf, AS_OF, new Watcher() {
            @Override
            public void done(String stage, Outcome outcome, long millis) {
                save(workbook);
            }
        });
        Runs.run(conf, AS_OF);
        assertThat(Files.readAllBytes(workbook)).isEqualTo(bytes);
    }

    private static void save(Path file) {
        try {
            Files.write(file, new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileSentTwiceIsTwoReceiptsAndABadOneDoesNotStopTheOthers(@TempDir Path folder) throws IOException {
        Path landing = folder.resolve("landing");
        Path sample = TestConf.JILIN.resolveSibling("landing/2026-01-28");
        Files.createDirectories(landing);
        try (Stream<Path> files = Files.list(sample)) {
            Path file = files.findFirst().orElseThrow();
            Files.copy(file, landing.resolve("a.csv"));
            Files.copy(file, landing.resolve("b.csv"));
        }
        Files.write(landing.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 9, 9});
        Files.write(landing.resolve("empty.csv"), new byte[0]);
        Configuration conf = Configuration.read(
                TestConf.JILIN.resolve("minsheng.yaml"),
                Map.of(
                        "landing", landing.toString(),
                        "lake", folder.resolve("lake").toString(),
                        "workbooks", folder.resolve("workbooks").toString()));
        RunResult result = Runs.run(conf, "ingest");
        assertThat(result.counts()).containsEntry("files_found", 4L).containsEntry("files_read", 4L);
        assertThat(result.rejectsByReason())
                .containsEntry("unreadable_file", 1L)
                .containsEntry("empty_file", 1L);
        assertThat(Runs.table(folder, "observation").select("file").distinct().count())
                .isEqualTo(2);
        Runs.run(conf, "ingest");
        assertThat(Runs.table(folder, "submission").count()).isEqualTo(4);
    }

    @Test
    void cellsWithoutTheirSealAreReadAgainAndNotTwice(@TempDir Path folder) throws IOException {
        Configuration conf = Runs.rehabilitation(folder);
        Runs.run(conf, AS_OF, "ingest");
        long observations = Runs.table(folder, "observation").count();
        // As if the run had been killed between the tables.
        io.delta.tables.DeltaTable.forPath(
                        TestSpark.session(), folder.resolve("lake/submission").toString())
                .delete("file LIKE '2026-01-28%'");
        Runs.run(conf, AS_OF, "ingest");
        assertThat(Runs.table(folder, "observation").count()).isEqualTo(observations);
        assertThat(Runs.table(folder, "submission").count()).isEqualTo(2);
    }

    /** Killed before its seal, seen by progress alone, and then taken back: nobody knows its series any more. */
    @Test
    void whatWasComputedFromRowsThatAreTakenAwayIsComputedAnew(@TempDir Path folder) throws IOException {
        Configuration conf = Runs.rehabilitation(folder);
        Path correction = folder.resolve("landing/2026-03-05");
        Path aside = Files.move(correction, folder.resolve("aside"));
        Runs.run(conf, AS_OF, "ingest", "progress");
        List<String> progress = Runs.rows(folder, "progress");
        Files.move(aside, correction);
        Runs.run(conf, AS_OF, "ingest");
        io.delta.tables.DeltaTable.forPath(
                        TestSpark.session(), folder.resolve("lake/submission").toString())
                .delete("file LIKE '2026-03-05%'");
        Runs.run(conf, AS_OF, "progress");
        assertThat(Runs.rows(folder, "progress")).isNotEqualTo(progress);
        Files.move(correction, aside);
        Runs.run(conf, AS_OF, "ingest", "progress");
        assertThat(Runs.rows(folder, "progress")).isEqualTo(progress);
    }

    /** A file that no layout knows any more, and that was away when they changed: what it said is gone, wherever it went. */
    @Test
    void whatAFileSaidIsGoneWhenItIsReadAgainByOtherRules(@TempDir Path folder) throws IOException {
        String[] stages = {"ingest", "quality", "progress"};
        Configuration conf = Runs.rehabilitation(folder);
        Runs.run(conf, AS_OF, stages);
        assertThat(Runs.table(folder, "progress")
                        .filter("obs_value IS NOT NULL")
                        .isEmpty())
                .isFalse();
        Path landing = folder.resolve("landing");
        Path aside = Files.move(landing, folder.resolve("aside"));
        Files.createDirectories(landing);
        Files.delete(folder.resolve("conf/layouts/rehabilitation.yaml"));
        Configuration other = Configuration.read(
                folder.resolve("conf/minsheng.yaml"),
                Map.of(
                        "landing", landing.toString(),
                        "lake", folder.resolve("lake").toString(),
                        "workbooks", folder.resolve("workbooks").toString()));
        Runs.run(other, AS_OF, stages);
        Files.delete(landing);
        Files.move(aside, landing);
        Runs.run(other, AS_OF, stages);
        assertThat(Runs.table(folder, "observation").isEmpty()).isTrue();
        assertThat(Runs.table(folder, "progress")
                        .filter("obs_value IS NOT NULL")
                        .isEmpty())
                .isTrue();
        assertThat(Runs.table(folder, "reporting")
                        .filter("regions_reported > 0")
                        .isEmpty())
                .isTrue();
    }

    /** The correction touches the indicators of rehabilitation; the others' rows stay, and all are as if computed anew. */
    @Test
    void onlyWhatNewFilesTouchIsComputedAnew(@TempDir Path folder) throws IOException {
        Configuration conf = Runs.rehabilitation(folder);
        Path correction = folder.resolve("landing/2026-03-05");
        Path aside = Files.move(correction, folder.resolve("aside"));
        Runs.run(conf, AS_OF, "ingest", "progress");
        var then = Runs.table(folder, "progress")
                .filter("indicator = '19.2' AND ref_area = '220281' AND latest")
                .first();
        assertThat(then.<Double>getAs("obs_value")).isCloseTo(56.461584, within(1e-5)); // 1918 of 3397, D139
        assertThat(then.<String>getAs("status")).isEqualTo("lost"); // 84.6% in 2022
        Files.move(aside, correction);
        RunResult result = Runs.run(conf, AS_OF, "ingest", "progress");
        // 19.2 alone is made of people who need rehabilitation and people who are given it.
        assertThat(result.stages().get("progress")).startsWith("1 indicators ");
        // Rows only come to the table, and where none come nothing is written.
        assertThat(Runs.history(folder, "observation")
                        .first()
                        .<scala.collection.Map<String, String>>getAs("operationParameters")
                        .apply("mode"))
                .isEqualTo("Append");
        assertThat(Runs.history(folder, "withdrawal").count()).isEqualTo(1);
        assertThat(Runs.history(folder).count()).isEqualTo(2);
        var anew = new Progress(
                        TestSpark.session(),
                        conf.catalogue(),
                        conf.regions(),
                        conf.settings().divisions(),
                        new org.minsheng.conf.AsOf(AS_OF, conf.settings().timeZone()))
                .run(Runs.table(folder, "observation"));
        assertThat(anew.isEmpty()).isFalse();
        assertSameRows(Runs.table(folder, "progress"), anew);
    }

    /**
     * A whole that is less than it was makes its part too large, though no new file names that, and one mark made good takes away
     * what was said of a file whose other marks are of another series: all is as if all series were looked at.
     */
    @Test
    void onlyTheSeriesOfNewFilesAreLookedAtAnew(@TempDir Path folder) throws IOException {
        land(
                folder,
                "2026-01-10/values.csv",
                years(2015, 2025, "rural_population", "100,A")
                        + years(2015, 2025, "rural_central_water", "85,A")
                        + years(2015, 2025, "rural_reliable_water", "90,A")
                        + "rehab_need,220122,2024,10,A\nrehab_need,220122,2025,1000,A\n");
        land(
                folder,
                "2026-02-10/marks.csv",
                years(2015, 2020, "rural_reliable_water", ",O") + years(2015, 2019, "rural_central_water", ",O"));
        Configuration conf = Configuration.read(
                TestConf.JILIN.resolve("minsheng.yaml"),
                Map.of(
                        "landing", folder.resolve("landing").toString(),
                        "lake", folder.resolve("lake").toString(),
                        "workbooks", folder.resolve("workbooks").toString()));
        Runs.run(conf, AS_OF, "ingest", "quality");
        assertThat(flags(folder)).containsExactly("jump rehab_need 2025", "takes_away rural_central_water 2015");
        land(
                folder,
                "2026-03-10/correction.csv",
                "rural_population,220122,2025,80,A\nrural_central_water,220122,2015,80,A\n");
        Runs.run(conf, AS_OF, "ingest", "quality");
        assertThat(flags(folder))
                .containsExactly(
                        "above_whole rural_central_water 2025",
                        "above_whole rural_reliable_water 2025",
                        "jump rehab_need 2025");
        var asOf = new org.minsheng.conf.AsOf(AS_OF, conf.settings().timeZone());
        var standing = Runs.table(folder, "observation");
        var inUse = Checks.inUse(standing, asOf);
        assertSameRows(
                Runs.table(folder, "flag"),
                new Checks(TestSpark.session(), conf.catalogue(), conf.regions(), asOf).run(inUse, standing));
        assertSameRows(
                Runs.table(folder, "reporting"),
                new Reporting(TestSpark.session(), conf.catalogue(), conf.regions(), asOf)
                        .run(inUse)
                        .select(Arrays.stream(ReportingTable.TABLE.schema().fieldNames())
                                .map(name -> col(name))
                                .toArray(Column[]::new)));
    }

    private static String years(int first, int last, String series, String valueAndStatus) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> series + ",220122," + year + "," + valueAndStatus + "\n")
                .collect(Collectors.joining());
    }

    private static void land(Path folder, String file, String rows) throws IOException {
        Path to = folder.resolve("landing").resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(to, "series,ref_area,time_period,obs_value,obs_status\n" + rows);
    }

    private static List<String> flags(Path folder) {
        return Runs.table(folder, "flag").select("check", "series", "time_period").collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getInt(2))
                .sorted()
                .toList();
    }
}
