package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What nights cost, in counts that do not depend on the machine: none may grow unseen. The limits are in {@code night-costs.properties};
 * who needs more raises them there, and says why where the change is told.
 */
class NightCostsTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");

    /** Of the jobs that a thread of the night has begun: other tests run beside it. Spark calls it from one thread. */
    private static final class Counts extends SparkListener {
        private static final String NIGHT = "night-costs";

        private int jobs;
        private int tasks;
        private long shuffled;
        private final Set<Object> queries = new HashSet<>();
        private final Set<Object> stages = new HashSet<>();

        @Override
        public void onJobStart(SparkListenerJobStart event) {
            if (event.properties().containsKey(NIGHT)) {
                jobs++;
                queries.add(event.properties().getProperty("spark.sql.execution.id", ""));
                CollectionConverters.asJava(event.stageInfos()).forEach(stage -> stages.add(stage.stageId()));
            }
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            if (stages.contains(event.stageId())) {
                tasks++;
                shuffled += event.taskMetrics().shuffleWriteMetrics().bytesWritten();
            }
        }
    }

    @Test
    void noNightCostsMoreThanItDid(@TempDir Path folder) throws Exception {
        Configuration conf = Runs.thalassia(folder);
        TestConf.copy(folder.resolve("thalassia/landing"), folder.resolve("landing"));
        Map<String, Long> costs = new TreeMap<>();
        night("full", conf, folder, costs);
        Path correction = Files.createDirectories(folder.resolve("landing/2026-03-01"));
        Files.writeString(
                correction.resolve("correction.csv"),
                "series,ref_area,time_period,obs_value,obs_status\nlost,TH101,2025,17,A\n");
        night("corrected", conf, folder, costs);
        night("quiet", conf, folder, costs);

        Map<String, Long> limits = limits();
        assertThat(costs).containsOnlyKeys(limits.keySet());
        assertThat(costs)
                .allSatisfy((count, cost) ->
                        assertThat(cost).as(count + ", of all these: " + costs).isLessThanOrEqualTo(limits.get(count)));
    }

    private static void night(String name, Configuration conf, Path folder, Map<String, Long> costs) throws Exception {
        long commits = files(folder, ".json");
        long files = files(folder, ".parquet");
        Counts counts = new Counts();
        TestSpark.session().sparkContext().addSparkListener(counts);
        // In a thread of its own, of which no other test's thread is a child: children inherit the mark.
        FutureTask<RunResult> night = new FutureTask<>(() -> {
            TestSpark.session().sparkContext().setLocalProperty(Counts.NIGHT, name);
            return Runs.run(conf, AS_OF);
        });
        new Thread(night, "night").start();
        RunResult result = night.get();
        TestSpark.session().sparkContext().listenerBus().waitUntilEmpty();
        TestSpark.session().sparkContext().removeSparkListener(counts);
        assertThat(result.quiet()).isEqualTo(name.equals("quiet"));
        costs.put(name + ".jobs", (long) counts.jobs);
        costs.put(name + ".queries", (long) counts.queries.size());
        costs.put(name + ".tasks", (long) counts.tasks);
        costs.put(name + ".shuffled-kilobytes", counts.shuffled / 1000);
        costs.put(name + ".commits", files(folder, ".json") - commits);
        costs.put(name + ".files", files(folder, ".parquet") - files);
    }

    /** How many there are in the lake. */
    private static long files(Path folder, String ending) throws IOException {
        Path lake = folder.resolve("lake");
        if (!Files.exists(lake)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    private static Map<String, Long> limits() throws IOException {
        Properties limits = new Properties();
        try (InputStream in = NightCostsTest.class.getResourceAsStream("/night-costs.properties")) {
            limits.load(in);
        }
        Map<String, Long> byCount = new TreeMap<>();
        limits.forEach((count, limit) -> byCount.put((String) count, Long.valueOf((String) limit)));
        return byCount;
    }
}
