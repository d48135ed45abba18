package org.minsheng.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts the tasks of what Spark is at, and tells a watcher. Spark calls it from one thread. */
final class TaskWatch extends SparkListener {
    private static final String DESCRIPTION = "spark.job.description";

    private final Watcher watcher;
    private final Map<Integer, Tasks> running = new HashMap<>();

    TaskWatch(Watcher watcher) {
        this.watcher = watcher;
    }

    /** The tasks of one of Spark's stages. */
    private static final class Tasks {
        private final String description;
        private final int total;
        private final long start = System.nanoTime();
        private int done;

        Tasks(String description, int total) {
            this.description = description;
            this.total = total;
        }

        int open() {
            return total - done;
        }
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted event) {
        String description =
                event.properties() == null ? null : event.properties().getProperty(DESCRIPTION);
        running.put(
                event.stageInfo().stageId(),
                new Tasks(description, event.stageInfo().numTasks()));
        tell();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        Tasks tasks = running.get(event.stageId());
        if (tasks != null && event.taskInfo().successful()) {
            tasks.done++;
            tell();
        }
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted event) {
        running.remove(event.stageInfo().stageId());
    }

    /** Several run at once: the one that will be at work longest is what there is to wait for. */
    private void tell() {
        running.values().stream()
                .max(Comparator.comparingInt(Tasks::open))
                .ifPresent(tasks -> watcher.at(new Watcher.Step(
                        tasks.description, tasks.done, tasks.total, (System.nanoTime() - tasks.start) / 1_000_000)));
    }
}
