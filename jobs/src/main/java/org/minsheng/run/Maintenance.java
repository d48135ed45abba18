package org.minsheng.run;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.minsheng.conf.Settings;
import org.minsheng.lake.Lake;
import org.minsheng.lake.RunTable;
import org.minsheng.lake.Table;
import org.minsheng.report.Manifest;
import org.minsheng.stage.Count;
import org.minsheng.stage.Stage;
import org.minsheng.storage.OutputFolder;

/**
 * Keeps a lake small and looks whether it is sound: joins small files, removes what no reader needs and what killed runs
 * left, and checks the {@link Invariants}. As-of reads lose nothing, as they go by rows and not by versions of tables.
 */
public final class Maintenance {
    private final SparkSession spark;
    private final Settings settings;
    private final String conf;
    private final Ledger ledger;
    private final Watcher watcher;
    private final Lake lake;

    /**
     * For a lake whose lock is held.
     *
     * @param conf fingerprint of the configuration
     * @param watcher is told what was done
     */
    public Maintenance(SparkSession spark, Settings settings, String conf, Ledger ledger, Watcher watcher) {
        this.spark = spark;
        this.settings = settings;
        this.conf = conf;
        this.ledger = ledger;
        this.watcher = watcher;
        this.lake = new Lake(spark, settings.lake());
    }

    /**
     * Does it.
     *
     * @param days earlier versions of tables stay readable for so long
     * @return what was done with each table in the place of stages, and what is broken in the place of notices
     */
    public RunResult execute(int days) throws IOException {
        String runId = UUID.randomUUID().toString();
        RunRows rows = new RunRows(spark, lake, runId, "maintain", ledger.asOf().instant(), conf);
        lake.sign("run " + runId);
        try {
            long start = System.nanoTime();
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            OutputFolder workbooks = new OutputFolder(settings.workbooks(), hadoop);
            List<String> broken = new Invariants(lake, ledger, new Manifest(workbooks)).broken();
            broken.forEach(watcher::broken);
            List<Stage> undisturbed = ledger.undisturbed();
            workbooks.removeParts();
            new OutputFolder(settings.summaries(), hadoop).removeParts();
            Map<String, String> done = new LinkedHashMap<>();
            long before = 0;
            long after = 0;
            for (Table table : Lake.TABLES) {
                Lake.Files were = lake.files(table);
                lake.compact(table);
                lake.vacuum(table, days);
                Lake.Files are = lake.files(table);
                before += were.count();
                after += are.count();
                done.put(table.name(), shown(were) + " -> " + shown(are));
                watcher.kept(table, were, are);
            }
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put(Count.FILES_BEFORE, before);
            counts.put(Count.FILES_AFTER, after);
            counts.put(Count.BROKEN, (long) broken.size());
            Map<String, Long> millis = Map.of("maintain", (System.nanoTime() - start) / 1_000_000);
            rows.enter(counts, millis, RunTable.OUTCOME_DONE, null, ledger.entryOfSameRows(undisturbed));
            return RunResult.ofUpkeep(runId, Instant.now(), done, counts, millis, broken);
        } finally {
            lake.sign(null);
        }
    }

    private static String shown(Lake.Files files) {
        return String.format(Locale.ROOT, "%,d files, %,.1f kB", files.count(), files.bytes() / 1000.0);
    }
}
