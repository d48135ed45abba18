package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Table;

/**
 * A run from nothing gives the same tables as any sequence of runs: random arrivals, corrections and withdrawals, told by
 * their seed. One short sequence by default, more and longer ones with {@code -Dsequences=20}.
 */
class SequencesTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final List<String> COUNTIES = List.of("农安县", "榆树市", "德惠市", "蛟河市", "东辽县");

    private final List<String> sent = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int clock = 1;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("sequences", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySequenceOfNightsGivesWhatOneRunFromNothingGives(int seed, @TempDir Path work) throws IOException {
        Random random = new Random(seed);
        Path landing = Files.createDirectories(work.resolve("landing"));
        Path conf = TestConf.small(work);
        Configuration nights = configuration(conf, landing, work.resolve("nights"));
        int most = Integer.getInteger("sequences", 1) > 1 ? 4 : 2;
        for (int night = 0; night < most; night++) {
            for (int event = random.nextInt(3); event >= 0; event--) {
                happen(random, landing);
            }
            Runs.run(nights, AS_OF, Stage.INGEST, Stage.PROGRESS);
            if (random.nextBoolean()) {
                Files.createDirectories(landing.resolve("quiet-" + night)); // no file, so nothing is new
                assertThat(Runs.run(nights, AS_OF, Stage.INGEST, Stage.PROGRESS).quiet())
                        .isTrue();
            }
        }
        Configuration once = configuration(conf, landing, work.resolve("once"));
        Runs.run(once, AS_OF, Stage.INGEST, Stage.PROGRESS);
        assertThat(contents(nights)).as("seed " + seed + ": " + said).isEqualTo(contents(once));
    }

    private static Configuration configuration(Path conf, Path landing, Path folder) {
        return Configuration.read(
                conf,
                Map.of(
                        "landing", landing.toString(),
                        "lake", folder.resolve("lake").toString(),
                        "workbooks", folder.resolve("workbooks").toString(),
                        "summaries", folder.toString()));
    }

    /** A new table, a correction of some of its cells, a copy, a withdrawal of one of those sent, or the end of that. */
    private void happen(Random random, Path landing) throws IOException {
        String day = String.format(java.util.Locale.ROOT, "2026-%02d-%02d/", 1 + clock / 28, 1 + clock % 28);
        clock += random.nextInt(3);
        switch (sent.isEmpty() ? 0 : random.nextInt(5)) {
            case 0, 1 -> send(landing, day + "rehabilitation-" + sent.size() + ".csv", table(random, COUNTIES.size()));
            case 2 -> send(landing, day + "correction-" + sent.size() + ".csv", table(random, 1));
            case 3 -> {
                String one = sent.get(random.nextInt(sent.size()));
                Path copy = landing.resolve(day + "copy-of-" + Path.of(one).getFileName());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(landing.resolve(one)));
                said.add("copy of " + one);
            }
            default -> {
                String one = sent.get(random.nextInt(sent.size()));
                send(landing, day + "withdrawal-" + sent.size() + ".csv", "withdraw,reason\n" + one + ",mistake\n");
            }
        }
    }

    private void send(Path landing, String file, String text) throws IOException {
        Path path = landing.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        sent.add(file);
        said.add(file);
    }

    private static String table(Random random, int counties) {
        StringBuilder text = new StringBuilder(",,,,单位:人\n县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\n");
        for (int i = 0; i < counties; i++) {
            for (int year = 2019; year <= 2025; year++) {
                int need = 1000 + random.nextInt(100);
                String served = random.nextInt(12) == 0 ? "待核实" : String.valueOf(random.nextInt(need));
                text.append(COUNTIES.get((i + random.nextInt(COUNTIES.size())) % COUNTIES.size()))
                        .append(',')
                        .append(year)
                        .append("年,")
                        .append(need)
                        .append(',')
                        .append(served)
                        .append(",\n");
            }
        }
        return text.toString();
    }

    private static Map<String, List<String>> contents(Configuration conf) {
        Lake lake = new Lake(TestSpark.session(), conf.settings().lake());
        Map<String, List<String>> contents = new TreeMap<>();
        for (Table table : Lake.TABLES) {
            if (table != RunTable.TABLE) {
                contents.put(
                        table.name(),
                        lake.read(table).collectAsList().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList());
            }
        }
        return contents;
    }
}
