package org.minsheng.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private String stage;
    private long began;
    private long lastMillis;
    private Step step;

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
        stage = word;
        began = System.nanoTime();
        lastMillis = lastTime;
        step = null;
        line(texts.get("begin", texts.get("stage." + word), texts.get("change." + reason.word())));
    }

    @Override
    public synchronized void at(Step now) {
        step = now;
    }

    @Override
    public synchronized void done(String word, Outcome outcome, long millis) {
        stage = null;
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
        if (stage == null) {
            return;
        }
        String text = now((System.nanoTime() - began) / 1_000_000);
        if (rewrites) {
            err.print("\r\u001b[K" + TextTable.cut(text, COLUMNS));
            err.flush();
        } else {
            line(text);
        }
    }

    /** What the stage is at. */
    private String now(long millis) {
        long left = left(millis);
        return texts.get(
                "at",
                texts.get("stage." + stage),
                step == null ? texts.get("step.none") : words(step),
                duration(texts, millis),
                left < 1000 ? "" : texts.get("at.left", duration(texts, left)));
    }

    /** By the tasks, where those of a step are what takes long; else by the last time. */
    private long left(long millis) {
        if (step == null || key(step).matches("step\\.(write|other)")) {
            return lastMillis - millis;
        }
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
        stage = null;
        if (rewrites) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
