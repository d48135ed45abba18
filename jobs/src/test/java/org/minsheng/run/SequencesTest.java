package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.minsheng.SameRows.assertSameRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Table;

/**
 * A run from nothing gives the same tables as any sequence of runs: random arrivals, corrections, copies, tables with blanks,
 * of another office or with codes that disagree, and withdrawals, in folders of any day, told by their seed. One short
 * sequence by default, more and longer ones with {@code -Dsequences=20}.
 */
class SequencesTest {
    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final List<String> COUNTIES = List.of("农安县", "榆树市", "德惠市", "蛟河市", "东辽县");
    private static final List<String> CODES = List.of("220122", "220182", "220183", "220281", "220422");
    private static final String SHAPE =
            "title: {zh: 表, en: t}\nheader: {rows: 1}\nperiod: {from: column, column: 年份}\ncolumns:\n"
                    + "  - {header: [有康复需求人数], series: rehab_need, unit: 人}\n"
                    + "  - {header: [接受基本康复服务人数], series: rehab_served, unit: 人}\n";

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
        Path layouts = conf.resolveSibling("layouts");
        Files.writeString(
                layouts.resolve("coded.yaml"),
                "layout: coded\nprovider: 省残联\nregion: {column: 代码, agrees: 地区}\n" + SHAPE);
        Files.writeString(
                layouts.resolve("other.yaml"), "layout: other\nprovider: 省卫生健康委\nregion: {column: 区划}\n" + SHAPE);
        Configuration nights = configuration(conf, landing, work.resolve("nights"));
        int most = Integer.getInteger("sequences", 1) > 1 ? 4 : 2;
        for (int night = 0; night < most; night++) {
            for (int event = random.nextInt(3); event >= 0; event--) {
                happen(random, landing);
            }
            Runs.run(nights, AS_OF, "ingest", "progress");
            if (random.nextBoolean()) {
                Files.createDirectories(landing.resolve("quiet-" + night)); // no file, so nothing is new
                assertThat(Runs.run(nights, AS_OF, "ingest", "progress").quiet())
                        .isTrue();
            }
        }
        Configuration once = configuration(conf, landing, work.resolve("once"));
        Runs.run(once, AS_OF, "ingest", "progress");
        for (Table table : Lake.TABLES) {
            if (table != RunTable.TABLE) {
                assertThatCode(() -> assertSameRows(read(nights, table), read(once, table)))
                        .as("seed " + seed + ": " + table.name() + " after " + said)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Dataset<Row> read(Configuration conf, Table table) {
        return new Lake(TestSpark.session(), conf.settings().lake()).read(table);
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

    private void happen(Random random, Path landing) throws IOException {
        clock += random.nextInt(3);
        // Some come late, into the folder of a day before.
        int on = random.nextInt(4) == 0 ? random.nextInt(clock) : clock;
        String day = String.format(Locale.ROOT, "2026-%02d-%02d/", 1 + on / 28, 1 + on % 28);
        String number = sent.size() + ".csv";
        switch (sent.isEmpty() ? 0 : random.nextInt(8)) {
            case 0, 1 -> send(landing, day + "rehabilitation-" + number, table(random, COUNTIES.size()));
            case 2 -> send(landing, day + "correction-" + number, table(random, 1));
            case 3 -> send(landing, day + "coded-" + number, coded(random));
            case 4 -> send(landing, day + "other-" + number, "区划,年份,有康复需求人数,接受基本康复服务人数\n" + rows(random, 3, ""));
            case 5, 6 -> {
                String one = sent.get(random.nextInt(sent.size()));
                String name =
                        random.nextBoolean() ? "copy-" + number : Path.of(one).getFileName() + "";
                if (!sent.contains(day + name)) {
                    send(landing, day + name, Files.readString(landing.resolve(one)));
                }
            }
            default -> {
                String one = sent.get(random.nextInt(sent.size()));
                send(landing, day + "withdrawal-" + number, "withdraw,reason\n" + one + ",mistake\n");
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
        return ",,,,单位:人\n县(市、区),年份,有康复需求人数,接受基本康复服务人数,服务率(%)\n" + rows(random, counties, ",");
    }

    /** Rows of which some have no figure, a mark, or none that can be read. */
    private static String rows(Random random, int counties, String end) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counties; i++) {
            String county = COUNTIES.get((i + random.nextInt(COUNTIES.size())) % COUNTIES.size());
            for (int year = 2019; year <= 2025; year++) {
                text.append(county).append(',').append(year).append("年,");
                text.append(figures(random)).append(end).append('\n');
            }
        }
        return text.toString();
    }

    /** Some rows bear the code of another county. */
    private static String coded(Random random) {
        StringBuilder text = new StringBuilder("代码,地区,年份,有康复需求人数,接受基本康复服务人数\n");
        for (int i = 0; i < CODES.size(); i++) {
            text.append(CODES.get(random.nextInt(3) == 0 ? random.nextInt(CODES.size()) : i))
                    .append(',')
                    .append(COUNTIES.get(i))
                    .append(",2025年,")
                    .append(figures(random))
                    .append('\n');
        }
        return text.toString();
    }

    private static String figures(Random random) {
        int need = 1000 + random.nextInt(100);
        String served = switch (random.nextInt(12)) {
            case 0 -> "待核实";
            case 1, 2 -> "";
            case 3 -> "…";
            default -> String.valueOf(random.nextInt(need));
        };
        return (random.nextInt(8) == 0 ? "" : need) + "," + served;
    }
}
