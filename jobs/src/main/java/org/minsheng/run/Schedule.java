package org.minsheng.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.minsheng.lake.Table;
import org.minsheng.stage.Stage;

/**
 * Does the stages of a run: each as soon as those before it are done that write what it reads or writes, or read what it writes;
 * others go on beside it, as a stage of small tables leaves most of the machine idle.
 */
final class Schedule {
    private Schedule() {}

    /** How a stage is done. */
    interface Work {
        void on(Stage stage) throws IOException;
    }

    /**
     * Does them all, and waits for all that have begun.
     *
     * @param stages in their order
     * @throws IOException what one of them failed with, or any other that it threw; none begins any more then. What others
     *     failed with is suppressed in it
     */
    static void run(List<Stage> stages, Work work) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, stages.size()));
        try {
            AtomicBoolean failed = new AtomicBoolean();
            Map<Stage, CompletableFuture<Void>> running = new LinkedHashMap<>();
            for (Stage stage : stages) {
                CompletableFuture<?>[] before = running.keySet().stream()
                        .filter(earlier -> meet(earlier, stage))
                        .map(running::get)
                        .toArray(CompletableFuture[]::new);
                running.put(
                        stage, CompletableFuture.allOf(before).thenRunAsync(() -> start(stage, work, failed), threads));
            }
            Throwable failure = null;
            for (CompletableFuture<Void> each : running.values()) {
                failure = worst(failure, failure(each));
            }
            if (failure != null) {
                Schedule.<IOException>raise(asItWas(failure));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether one of two stages writes a table that the other reads or writes. */
    private static boolean meet(Stage one, Stage other) {
        return haveCommon(one.writes(), other.tables()) || haveCommon(one.tables(), other.writes());
    }

    private static boolean haveCommon(List<Table> some, List<Table> others) {
        return !Collections.disjoint(some, others);
    }

    /** Once one has failed none begins: nothing of what it would do will be entered. */
    private static void start(Stage stage, Work work, AtomicBoolean failed) {
        if (failed.get()) {
            return;
        }
        boolean done = false;
        try {
            work.on(stage);
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    /** What a stage, or one that it waited for, failed with; null where it was done. */
    private static Throwable failure(CompletableFuture<Void> stage) {
        try {
            stage.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private static Throwable worst(Throwable first, Throwable next) {
        if (first != null && next != null && first != next) {
            first.addSuppressed(next);
        }
        return first == null ? next : first;
    }

    private static Throwable asItWas(Throwable failure) {
        if (!(failure instanceof UncheckedIOException wrapped)) {
            return failure;
        }
        IOException cause = wrapped.getCause();
        Arrays.stream(wrapped.getSuppressed()).forEach(cause::addSuppressed);
        return cause;
    }

    /** Spark is written in Scala, and throws checked exceptions that no signature names: those, too, are thrown as they are. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }
}
