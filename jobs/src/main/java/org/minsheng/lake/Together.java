package org.minsheng.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does things with the lake that do not depend on each other at the same time: for small tables, planning and committing
 * take the driver longer than the work takes the executors.
 */
public final class Together {
    private Together() {}

    /**
     * Does them all and waits for all, in threads that inherit the caller's job description.
     *
     * @return what they return, in their order
     * @throws RuntimeException that of the first that fails; those of the others are suppressed in it
     */
    public static <T> List<T> call(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            RuntimeException failure = null;
            for (Future<T> future : running) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    RuntimeException cause =
                            e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
                    if (failure == null) {
                        failure = cause;
                    } else {
                        failure.addSuppressed(cause);
                    }
                }
            }
            if (failure != null) {
                throw failure;
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading or writing the lake", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same for what returns nothing. */
    public static void run(Runnable... tasks) {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (Runnable task : tasks) {
            calls.add(() -> {
                task.run();
                return true;
            });
        }
        call(calls);
    }
}
