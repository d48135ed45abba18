package org.minsheng.sample;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.apache.spark.sql.SparkSession;
import org.minsheng.cli.Terminal;
import org.minsheng.conf.Texts;

/** Tells how many tasks are done: on a terminal in one line that is written anew, else in a line now and then. */
final class SizedProgress implements AutoCloseable {
    private static final String ANEW = "\r\u001b[K";

    private final JavaSparkStatusTracker tracker;
    private final Texts texts;
    private final PrintWriter err;
    private final boolean rewrites = Terminal.canRewrite();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    SizedProgress(SparkSession spark, Texts texts, PrintWriter err) {
        this.tracker = new JavaSparkContext(spark.sparkContext()).statusTracker();
        this.texts = texts;
        this.err = err;
        int seconds = rewrites ? 1 : 20;
        clock.scheduleAtFixedRate(this::tell, seconds, seconds, TimeUnit.SECONDS);
    }

    private synchronized void tell() {
        Arrays.stream(tracker.getActiveStageIds())
                .mapToObj(tracker::getStageInfo)
                .filter(stage -> stage != null && !clock.isShutdown())
                .findFirst()
                .ifPresent(this::tell);
    }

    private void tell(SparkStageInfo stage) {
        String text =
                texts.get("sample.at", String.valueOf(stage.numCompletedTasks()), String.valueOf(stage.numTasks()));
        if (rewrites) {
            err.print(ANEW + text);
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Nothing is told any more, and no half line is left. */
    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (rewrites) {
            err.print(ANEW);
            err.flush();
        }
    }
}
