package org.minsheng.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Lake;
import org.minsheng.lake.Table;
import org.minsheng.run.Watcher;
import org.minsheng.stage.Change;
import org.minsheng.stage.Count;
import org.minsheng.stage.Outcome;

/** Tells what a run is at: on a terminal in one line that is written anew, else in a line now and then. */
final class ProgressLines implements Watcher, AutoCloseable {
    private static final int SECONDS_ON_A_TERMINAL = 1;
    private static final int SECONDS_IN_A_FILE = 20;
    /** Of fewer tasks that are done nothing follows for the rest. */
    private static final int ENOUGH_DONE = 3;
    /** One that is broken into two lines cannot be written anew. */
    private static final int COLUMNS = 79;

    private final Texts texts;
    private final PrintWriter err;
    private final boolean rewrites;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    /** Those at work, in the order in which they began. */
    private final Map<String, Begun> stages = new LinkedHashMap<>();

    private Step step;

    /**
     * That a stage has begun.
     *
     * @param at {@link System#nanoTime}
     * @param lastMillis how long the run before took over it; 0 where it did not do it
     */
    private record Begun(long at, long lastMillis) {
        long millis() {
            return (System.nanoTime() - at) / 1_000_000;
        }

        /** By the last time; not above zero where that tells nothing. */
        long millisLeft() {
            return lastMillis - millis();
        }
    }

    /**
     * For a run that begins.
     *
     * @param rewrites whether a line may be written anew
     */
    ProgressLines(Texts texts, PrintWriter err, boolean rewrites) {
        this.texts = texts;
        this.err = err;
        this.rewrites = rewrites;
        int seconds = rewrites ? SECONDS_ON_A_TERMINAL : SECONDS_IN_A_FILE;
        clock.scheduleAtFixedRate(this::tell, seconds, seconds, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void begins(String word, Change reason, long lastTime) {
        stages.put(word, new Begun(System.nanoTime(), lastTime));
        step = null;
        line(texts.get("begin", texts.get("stage." + word), texts.get("change." + reason.word())));
    }

    @Override
    public synchronized void at(Step now) {
        step = now;
    }

    @Override
    public synchronized void done(String word, Outcome outcome, long millis) {
        stages.remove(word);
        if (Outcome.NOTHING_NEW.equals(outcome.told())) {
            skipped(word);
            return;
        }
        line(texts.get(
                "done." + word,
                texts.get("stage." + word),
                counted(outcome, Count.FILES_FOUND),
                counted(outcome, Count.FILES_READ),
                counted(outcome, Count.INDICATORS),
                counted(outcome, Count.WORKBOOKS_CHANGED),
                duration(texts, millis)));
    }

    @Override
    public synchronized void failed(String word) {
        stages.remove(word);
    }

    @Override
    public synchronized void skipped(String word) {
        line(texts.get("skipped", texts.get("stage." + word)));
    }

    @Override
    public synchronized void kept(Table table, Lake.Files before, Lake.Files after) {
        line(texts.get(
                "kept",
                table.name(),
                String.valueOf(before.count()),
                kilobytes(before),
                String.valueOf(after.count()),
                kilobytes(after)));
    }

    @Override
    public synchronized void broken(String finding) {
        line(texts.get("broken", finding));
    }

    /** Tells what it is at just now. */
    synchronized void tell() {
        if (stages.isEmpty()) {
            return;
        }
        String text = stages.size() == 1
                ? stages.entrySet().stream()
                        .map(stage -> now(stage.getKey(), stage.getValue()))
                        .collect(Collectors.joining())
                : stages.entrySet().stream()
                        .map(stage -> beside(stage.getKey(), stage.getValue()))
                        .collect(Collectors.joining(texts.get("beside.and"), "  ", ""));
        if (rewrites) {
            err.print("\r\u001b[K" + TextTable.cut(text, COLUMNS));
            err.flush();
        } else {
            line(text);
        }
    }

    /** What the one stage at work is at. */
    private String now(String stage, Begun begun) {
        boolean isTimed = step != null && !key(step).matches("step\\.(write|other)");
        return texts.get(
                "at",
                texts.get("stage." + stage),
                step == null ? texts.get("step.none") : words(step),
                duration(texts, begun.millis()),
                // By the tasks, where those of a step are what takes long; else by the last time.
                left(isTimed ? left(step) : begun.millisLeft()));
    }

    /** What is told of one of several at work: Spark does not say which of them a step is of. */
    private String beside(String stage, Begun begun) {
        return texts.get(
                "beside", texts.get("stage." + stage), duration(texts, begun.millis()), left(begun.millisLeft()));
    }

    private String left(long millis) {
        return millis < 1000 ? "" : texts.get("at.left", duration(texts, millis));
    }

    private static long left(Step step) {
        return step.done() < ENOUGH_DONE ? 0 : step.millisLeft();
    }

    private String words(Step at) {
        String table = at.description() == null ? "" : at.description().replaceFirst("^\\S+ ?", "");
        return texts.get(key(at), String.valueOf(at.done()), String.valueOf(at.total()), table);
    }

    private static String key(Step at) {
        String description = at.description() == null ? "" : at.description();
        if (description.equals("write workbooks")) {
            return "step.workbooks";
        } else if (description.startsWith("parse ")) {
            return "step.parse";
        }
        return description.startsWith("write ") ? "step.write" : "step.other";
    }

    private void line(String text) {
        err.println((rewrites ? "\r\u001b[K" : "") + text);
        err.flush();
    }

    private static String counted(Outcome outcome, String count) {
        return String.valueOf(outcome.counts().getOrDefault(count, 0L));
    }

    private static String kilobytes(Lake.Files files) {
        return String.format(Locale.ROOT, "%,.1f", files.bytes() / 1000.0);
    }

    /** Some milliseconds in seconds, or minutes and seconds. */
    static String duration(Texts texts, long millis) {
        long seconds = (millis + 500) / 1000;
        if (millis < 10_000) {
            return texts.get("seconds", String.format(Locale.ROOT, "%.1f", millis / 1000.0));
        }
        return seconds < 60
                ? texts.get("seconds", String.valueOf(seconds))
                : texts.get("minutes", String.valueOf(seconds / 60), String.valueOf(seconds % 60));
    }

    /** Nothing is told any more, and no half line is left. */
    @Override
    public synchronized void close() {
        clock.shutdownNow();
        stages.clear();
        if (rewrites) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
