package org.minsheng.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.Settings;
import org.minsheng.stage.Change;

/** Runs as the command line does them, in the session of the tests. */
public final class Runs {
    private Runs() {}

    /** A run that is asked for an instant, of the stages with some words, or of all. */
    public static RunResult run(Configuration conf, Instant asOf, String... words) throws IOException {
        return run(conf, asked(conf, asOf), words);
    }

    /** A run of all stages at which somebody looks on. */
    static RunResult runWatched(Configuration conf, Instant asOf, Watcher watcher) throws IOException {
        Settings settings = asked(conf, asOf);
        Ledger ledger = ledger(settings, conf);
        return new Run(TestSpark.session(), asked(conf, settings), ledger, () -> {}, watcher)
                .execute("nightly", ledger.stages());
    }

    /** What a run fails with that is killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A run that ends in a stage, with nothing entered: what a kill leaves.
     *
     * @param guards how often the stage may still ask whether it may write; 0 ends the run where the stage begins
     */
    static void runKilledIn(String stage, int guards, Configuration conf, Instant asOf, String... words)
            throws IOException {
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        Runnable guard = () -> {
            if (left.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : Math.max(0, n - 1)) == 0) {
                throw new Killed();
            }
        };
        Watcher watcher = new Watcher() {
            @Override
            public void begins(String word, Change reason, long lastMillis) {
                if (word.equals(stage)) {
                    left.set(guards);
                }
                if (left.get() == 0) {
                    throw new Killed();
                }
            }
        };
        Settings settings = asked(conf, asOf);
        Ledger ledger = ledger(settings, conf);
        new Run(TestSpark.session(), asked(conf, settings), ledger, guard, watcher)
                .execute("nightly", words.length == 0 ? ledger.stages() : ledger.stages(words));
    }

    private static Settings asked(Configuration conf, Instant asOf) {
        Settings s = conf.settings();
        return new Settings(
                s.landing(), s.lake(), s.workbooks(), s.summaries(), asOf, s.timeZone(), s.divisions(), s.language());
    }

    private static Configuration asked(Configuration conf, Settings settings) {
        return new Configuration(
                settings, conf.catalogue(), conf.regions(), conf.layouts(), conf.warnings(), conf.fingerprint());
    }

    /** A run that uses all that has come. */
    public static RunResult run(Configuration conf, String... words) throws IOException {
        return run(conf, conf.settings(), words);
    }

    private static RunResult run(Configuration conf, Settings settings, String... words) throws IOException {
        Ledger ledger = ledger(settings, conf);
        return new Run(TestSpark.session(), asked(conf, settings), ledger, () -> {}, Watcher.NOBODY)
                .execute("nightly", words.length == 0 ? ledger.stages() : ledger.stages(words));
    }

    static Ledger ledger(Settings settings, Configuration conf) throws IOException {
        return Ledger.open(
                settings,
                conf.fingerprint(),
                Instant.now(),
                TestSpark.session().sparkContext().hadoopConfiguration());
    }

    /** The small configuration over the tables of rehabilitation, for tests that need no more. */
    static Configuration rehabilitation(Path folder) throws IOException {
        for (String day : List.of("2026-01-28", "2026-03-05")) {
            Path from = TestConf.JILIN.resolveSibling("landing").resolve(day);
            Path to = Files.createDirectories(folder.resolve("landing").resolve(day));
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName().toString()));
                }
            }
        }
        return over(TestConf.small(folder), folder);
    }

    /** The invented province, which has few workbooks, before anything was sent. */
    public static Configuration thalassia(Path folder) throws IOException {
        return over(TestConf.thalassia(folder.resolve("thalassia")), folder);
    }

    /** A configuration over a landing folder in which a test puts what it needs. */
    private static Configuration over(Path conf, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("landing"));
        return Configuration.read(
                conf,
                Map.of(
                        "landing", folder.resolve("landing").toString(),
                        "lake", folder.resolve("lake").toString(),
                        "workbooks", folder.resolve("workbooks").toString()));
    }

    static Dataset<org.apache.spark.sql.Row> table(Path folder, String name) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(folder.resolve("lake/" + name).toString());
    }

    static Dataset<org.apache.spark.sql.Row> history(Path folder) {
        return history(folder, "progress");
    }

    static Dataset<org.apache.spark.sql.Row> history(Path folder, String table) {
        return io.delta.tables.DeltaTable.forPath(
                        TestSpark.session(), folder.resolve("lake/" + table).toString())
                .history();
    }

    static List<String> rows(Path folder, String table) {
        return table(folder, table).collectAsList().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
