package org.minsheng.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.ConfException;
import org.minsheng.lake.ObservationTable;
import org.minsheng.region.Region;
import org.minsheng.run.Configuration;
import org.minsheng.run.RunResult;
import org.minsheng.run.Runs;
import org.minsheng.stage.Count;

/** Synthetic data of twelve counties, three indicators (of four series) and three years: 12 × 4 × 3 = 144 values. */
class SizedDataTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final Path GIVEN = TestConf.JILIN.resolve("minsheng.yaml");

    @TempDir
    private Path work;

    private static Size.Asked asked(double corrections, Integer files, Size.Format format, long seed) {
        return new Size.Asked(12, 3, "2019-2021", corrections, files, format, seed);
    }

    private static SizedFiles.Written write(Size.Asked asked, Path given, Path out) throws IOException {
        return new SizedData(asked, Configuration.read(given, Map.of()).catalogue(), out).write(SPARK, given);
    }

    private static Configuration conf(Path folder) {
        return Configuration.read(folder.resolve("conf/minsheng.yaml"), Map.of());
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameBytesAndAnotherOthers(Size.Format format) throws IOException {
        for (int seed : new int[] {7, 7, 8}) {
            Path folder = work.resolve("seed-" + seed);
            SizedFiles.Written written = write(asked(0.5, 5, format, seed), GIVEN, folder);
            assertThat(written.files()).isEqualTo(10);
            Map<String, byte[]> files = files(folder);
            if (Files.exists(work.resolve("first"))) {
                Map<String, byte[]> first = files(work.resolve("first"));
                assertThat(files.keySet()).isEqualTo(first.keySet());
                files.forEach((name, bytes) -> {
                    boolean isSame = seed == 7 || !name.matches("landing/2026.*|conf/regions.csv");
                    if (name.equals("conf/minsheng.yaml")) {
                        // Places are in full: what a run over these data writes is beside them, whatever MINSHENG_VAR
                        // says.
                        assertThat(new String(bytes, StandardCharsets.UTF_8))
                                .contains("lake: '" + folder.toAbsolutePath() + "/var/lake'");
                    } else if (isSame && !name.startsWith("conf/catalogue/")) {
                        assertThat(bytes).as(name).isEqualTo(first.get(name));
                    } else if (!isSame) {
                        assertThat(bytes).as(name).isNotEqualTo(first.get(name));
                    }
                });
            } else {
                TestConf.copy(folder, work.resolve("first"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyValueIsTakenAndEveryCorrectionReplacesOne(Size.Format format) throws IOException {
        SizedFiles.Written written = write(asked(1, null, format, 7), GIVEN, work);
        long rows = format == Size.Format.canonical ? 144 : 36;
        assertThat(written).isEqualTo(new SizedFiles.Written(4, 2 * rows, written.bytes(), 144));
        RunResult result = Runs.run(conf(work), "ingest");
        assertThat(result.counts()).containsEntry(Count.OBSERVATIONS, 288L).containsEntry(Count.REJECTS, 0L);
        assertThat(ObservationTable.current(
                                ObservationTable.counting(SPARK.read()
                                        .format("delta")
                                        .load(work.resolve("var/lake/observation")
                                                .toString())),
                                Instant.parse("2026-06-30T00:00:00Z"))
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getInt(2) + " "
                                + row.getDouble(3)))
                .containsExactlyInAnyOrderElementsOf(corrected());
    }

    private static List<String> corrected() {
        SizedFigures figures = new SizedFigures(7, 2018, 2025);
        List<String> corrected = new ArrayList<>();
        for (String id : List.of("share_0001", "part_0002", "whole_0002", "share_0003")) {
            SizedSeries series = SizedSeries.all(3).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            for (int county = 0; county < 12; county++) {
                for (int year = 2019; year <= 2021; year++) {
                    double value = figures.correction(series, county, year).doubleValue();
                    assertThat(value)
                            .isNotEqualTo(figures.value(series, county, year).doubleValue());
                    corrected.add(id + " " + (300_000 + county) + " " + year + " " + value);
                }
            }
        }
        return corrected;
    }

    @Test
    void aNewRunTakesTheOldOnesPlaceAndNothingOfOthers() throws IOException {
        write(asked(0.5, 36, Size.Format.canonical, 7), GIVEN, work);
        assertThat(work.resolve("landing/2026-01-20/synthetic-000036.csv")).exists();
        write(asked(0, null, Size.Format.csv, 7), GIVEN, work);
        assertThat(files(work.resolve("landing")).keySet())
                .containsExactly("2026-01-20/synthetic-000001.csv", "2026-01-20/synthetic-000002.csv", "_NOTICE.txt");
        assertThat(work.resolve("landing/2026-03-20")).doesNotExist();

        Path others = Files.writeString(work.resolve("landing/2026-01-20/figures.csv"), "1");
        Map<String, byte[]> before = files(work);
        assertThatThrownBy(() -> write(asked(0, null, Size.Format.csv, 8), GIVEN, work))
                .isInstanceOf(ConfException.class)
                .hasMessageContaining("holds files that are not of the sample, such as landing/2026-01-20/figures.csv");
        assertThat(files(work)).containsExactlyEntriesOf(before);
        Files.delete(others);
        Files.delete(work.resolve("landing/_NOTICE.txt")); // then it is not known whose the rest is
        assertThatThrownBy(() -> write(asked(0, null, Size.Format.csv, 8), GIVEN, work))
                .isInstanceOf(ConfException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "25, 63, 5", "12345, 3, 1"})
    void theConfigurationIsSound(int counties, int indicators, int fields) throws IOException {
        for (Path given : List.of(GIVEN, TestConf.THALASSIA.resolve("conf/minsheng.yaml"))) {
            Path folder = work.resolve(given.getNameCount() + "");
            Size.Asked asked = new Size.Asked(counties, indicators, "2025-2025", 0, 1, Size.Format.canonical, 7);
            write(asked, given, folder);
            Configuration conf = conf(folder);
            assertThat(conf.warnings()).isEmpty();
            assertThat(conf.catalogue().fields()).hasSize(fields);
            assertThat(conf.catalogue().indicators()).hasSize(indicators);
            assertThat(conf.catalogue().series()).hasSize(indicators + indicators / 2);
            assertThat(conf.regions().all()).hasSize(1 + (counties + 9) / 10 + counties);
            assertThat(conf.regions().all()).extracting(Region::name).allMatch(name -> name.startsWith("合成"));
        }
    }

    @Test
    void sharesRiseAndSomeReachTheGoal() {
        SizedFigures figures = new SizedFigures(7, 2018, 2025);
        SizedSeries share = SizedSeries.of(1).get(0);
        long risen = IntStream.range(0, 1000)
                .filter(county -> figures.value(share, county, 2025).compareTo(figures.value(share, county, 2018)) > 0)
                .count();
        long reached = IntStream.range(0, 1000)
                .filter(county -> figures.value(share, county, 2025).intValue() >= figures.goal(1))
                .count();
        assertThat(risen).isGreaterThan(950);
        assertThat(reached).isBetween(200L, 600L);
        SizedSeries part = SizedSeries.of(2).get(0);
        SizedSeries whole = SizedSeries.of(2).get(1);
        for (int county = 0; county < 1000; county++) {
            assertThat(figures.value(part, county, 2025)).isLessThan(figures.value(whole, county, 2025));
            assertThat(figures.correction(part, county, 1900)).isPositive();
        }
    }

    private String refused(String... more) {
        StringWriter err = new StringWriter();
        List<String> args = new ArrayList<>(List.of("sample", "--conf", GIVEN.toString()));
        args.addAll(List.of(more));
        int code = Minsheng.run(args.toArray(String[]::new), new PrintWriter(err), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isEqualTo(2);
        assertThat(work).isEmptyDirectory();
        return err.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 2018-2025|--counties：0 不在 1 到 600000 之间",
                "600001 3 2018-2025|--counties：600001 不在 1 到 600000 之间",
                "3 0 2018-2025|--indicators：0 不在 1 到 9999 之间",
                "3 -1 2018-2025|--indicators：-1 不在",
                "3 10000 2018-2025|--indicators：10000 不在",
                "3 3 2025-2018|--years：2025 年在 2018 年之后。请先写较早的年份",
                "3 3 2018|--years：“2018”不是起止年份。写法如 2018-2025",
                "3 3 18-25|--years：“18-25”不是",
                "3 3 2018-2030|--years：数据在 2026-01-20 收到，而 2018-2030 不在 1900 到 2025 之间",
                "3 3 2018-2025 --corrections 1.5|--corrections：1.5 不是比例。请写 0 到 1 之间的数",
                "3 3 2018-2025 --corrections NaN|--corrections：NaN 不是比例",
                "3 3 2018-2025 --files 0|--files：0 不在 1 到 24 之间",
                "3 3 2018-2025 --files 25|--files：25 不在 1 到 24 之间。请换一个数",
                "600000 9999 1900-2025 --corrections 1|MB 空间，而约需",
                "600000 1 2018-2025 --files 1 --format xlsx|--files：一张工作表有 1048576 行，而每张约需",
                "3 3 2018-2025 --format pdf|--format",
                "many 3 2018-2025|--counties"
            })
    void aSizeThatCannotBeIsRefusedBeforeAnythingIsWritten(String size, String said) {
        String[] words = size.split(" ");
        List<String> args = new ArrayList<>(List.of(
                "--out", work.resolve("new").toString(), "--counties", words[0], "--indicators", words[1], "--years"));
        args.addAll(List.of(words).subList(2, words.length));
        assertThat(refused(args.toArray(String[]::new))).contains(said).doesNotContain("Exception");
    }

    /** Nothing is written to where it was not asked for. */
    @Test
    void placesThatAreElsewhereAreRefused(@TempDir Path elsewhere) throws IOException {
        Path others = Files.createDirectories(elsewhere.resolve("others"));
        Files.writeString(others.resolve("theirs.csv"), "a");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), others);
        assertThat(refused("--counties=3", "--indicators=2", "--years=2024-2025", "--out", link.toString()))
                .contains("theirs.csv");
        Path folder = Files.createDirectories(elsewhere.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("landing"), others);
        assertThat(refused("--counties=3", "--indicators=2", "--years=2024-2025", "--out", folder.toString()))
                .contains("landing");
        assertThat(refused("--counties=3", "--indicators=2", "--years=2024-2025", "--out", "hdfs://name/x"))
                .contains("hdfs:/name/x");
        assertThat(others).isDirectoryContaining(file -> file.endsWith("theirs.csv"));
        assertThat(others.toFile().list()).hasSize(1);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(refused(
                        "--counties", "0", "--indicators", "0", "--years", "x", "--corrections", "-1", "--files", "0"))
                .contains(
                        "--counties：0", "--indicators：0", "--years：“x”", "--corrections：-1", "--files：0", "--out：没有给出");
        assertThat(refused("--counties=3")).contains("--indicators：没有给出", "--years：没有给出", "--out：没有给出");
        assertThat(refused("--indicators", "3", "--out", work.resolve("new").toString()))
                .contains("--counties：没有给出。任意规模的数据要用");
    }

    @Test
    void filesHoldEqualPartsOrAPrefectureEach() {
        Size equal = Size.of(asked(0, 5, Size.Format.csv, 7), work);
        assertThat(IntStream.rangeClosed(0, 5).mapToObj(equal::start)).containsExactly(0L, 8L, 15L, 22L, 29L, 36L);
        Size each = Size.of(asked(0, null, Size.Format.csv, 7), work);
        assertThat(IntStream.rangeClosed(0, 2).mapToObj(each::start)).containsExactly(0L, 30L, 36L);
    }
}
