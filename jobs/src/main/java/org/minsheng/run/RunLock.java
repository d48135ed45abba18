package org.minsheng.run;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.storage.LockFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one run at a time write to a lake: a file in it that names the holder, and another that the holder writes anew twice
 * a minute. A lock is taken over where its holder was a process of this machine that is gone, or has not been heard of for
 * five minutes by the clock of the file system.
 */
public final class RunLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final Duration BEAT = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    /** A process may tell its start a little later than it took the lock, if the clock was set in between. */
    private static final Duration CLOCK = Duration.ofMinutes(1);

    private static final String NAME = "_lock";

    private final LockFile file;
    private final String mine;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lock");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean lost;

    private RunLock(LockFile file, String mine) {
        this.file = file;
        this.mine = mine;
        heart.scheduleWithFixedDelay(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Says that another run holds the lock (exit code 3). */
    public static final class HeldException extends RuntimeException {
        HeldException(String message) {
            super(message);
        }
    }

    /**
     * Takes the lock.
     *
     * @param lake the folder of tables
     * @param command who takes it
     * @throws HeldException if another run holds it, with who and since when
     */
    public static RunLock take(String lake, String command, Configuration hadoop) throws IOException {
        LockFile file = new LockFile(lake, NAME, hadoop);
        String mine = String.join(
                " ",
                host(),
                String.valueOf(ProcessHandle.current().pid()),
                Instant.now().toString(),
                command,
                UUID.randomUUID().toString());
        for (int attempt = 0; attempt < 2; attempt++) {
            if (file.create(mine)) {
                return new RunLock(file, mine);
            }
            String holder = file.read();
            if (!gone(holder) && file.silence().compareTo(SILENCE) <= 0 || !file.takeFrom(holder)) {
                throw new HeldException(told(holder, file));
            }
            LOG.warn("took over the lock of {}", holder);
        }
        throw new HeldException(told(file.read(), file));
    }

    /**
     * Makes sure that it is still held, before something is written.
     *
     * @throws IllegalStateException if another run has taken it over, as this one was not heard of
     */
    public void check() {
        if (lost) {
            throw new IllegalStateException("this run was silent for so long that another took over its lock, " + file
                    + ": it stops before it writes");
        }
    }

    /** Removes what runs left beside it that were killed while they took the lock. */
    public void removeLeftovers() throws IOException {
        file.removeLeftovers();
    }

    private static String told(String holder, LockFile file) {
        String[] parts = holder.split(" ");
        String who = parts.length >= 4
                ? parts[3] + " (process " + parts[1] + " on " + parts[0] + ") since " + parts[2]
                : "somebody";
        return "another run holds the lock: " + who + ". Wait for it; if it is gone, the lock is taken over "
                + SILENCE.toMinutes() + " minutes after its last sign of life, or at once when " + file
                + " is deleted";
    }

    /** Whether the holder was a process of this machine that is no more. Of other machines nothing can be said. */
    private static boolean gone(String holder) {
        String[] parts = holder.split(" ");
        if (parts.length < 4 || !parts[0].equals(host()) || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        try {
            Instant since = Instant.parse(parts[2]);
            // A process that began after the lock was taken has its number by chance.
            return ProcessHandle.of(Long.parseLong(parts[1]))
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> !start.isAfter(since.plus(CLOCK)))
                            .orElse(true))
                    .filter(process -> !ended(process))
                    .isEmpty();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Whether Linux keeps no more of a process than its number, as nobody has asked how it ended: a zombie. */
    private static boolean ended(ProcessHandle process) {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        try {
            // "1234 (name) Z ...", where the name may hold anything.
            String told = Files.exists(stat) ? Files.readString(stat, StandardCharsets.ISO_8859_1) : "";
            return told.startsWith(") Z", told.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }

    private void beat() {
        try {
            if (file.read().equals(mine)) {
                file.beat();
            } else {
                lost = true;
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("cannot give a sign of life beside {}", file, e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    @Override
    public void close() throws IOException {
        heart.shutdownNow();
        if (file.read().equals(mine)) {
            file.remove();
        }
    }
}
