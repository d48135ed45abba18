package org.minsheng.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.storage.OutputFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run leaves for machines: a JSON file with the name of the command, in the place of that of the run before. A
 * scheduler or a monitor reads it; nothing in the lake depends on it, so a run does not fail because of it.
 */
public final class RunRecord {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);

    private final String command;
    private final OutputFolder folder;
    private final Instant startedAt;

    /** Of a run that starts now; its file will be in a folder of any of Hadoop's file systems. */
    public RunRecord(String command, String folder, Configuration hadoop, Instant startedAt) {
        this.command = command;
        this.folder = new OutputFolder(folder, hadoop);
        this.startedAt = startedAt;
    }

    /**
     * The file.
     *
     * @param outcome done, nothing_new, locked or failed
     * @param seconds since the start of the program, without that of Java
     * @param message why it failed or was not begun, else null
     * @param result null where it failed or was not begun
     */
    private record Document(
            String command,
            String outcome,
            int exitCode,
            Instant startedAt,
            Instant finishedAt,
            double seconds,
            String version,
            String message,
            RunResult result) {}

    /** Of a run that was done. Each of these returns what it has written. */
    public String done(int exitCode, RunResult result) {
        return write(result.quiet() ? "nothing_new" : "done", exitCode, null, result);
    }

    /** Of a run that was not begun, as another holds the lock. */
    public String locked(int exitCode, RunLock.HeldException held) {
        return write("locked", exitCode, held.getMessage(), null);
    }

    /** Of a run that failed. */
    public String failed(int exitCode, Exception failure) {
        return write("failed", exitCode, String.valueOf(failure.getMessage()), null);
    }

    /** Of one that could not even be begun, as its settings are wrong: it says no more than that, and is written nowhere. */
    public static String refused(String command, int exitCode, Exception failure) {
        Instant now = Instant.now();
        return Json.text(new Document(
                command, "failed", exitCode, now, now, 0, Version.build(), String.valueOf(failure.getMessage()), null));
    }

    private String write(String outcome, int exitCode, String message, RunResult result) {
        Instant finishedAt = Instant.now();
        double seconds = (finishedAt.toEpochMilli() - startedAt.toEpochMilli()) / 1000.0;
        LOG.info("{} {} in {} s, exit code {}", command, outcome, seconds, exitCode);
        String text = Json.text(new Document(
                command, outcome, exitCode, startedAt, finishedAt, seconds, Version.build(), message, result));
        try {
            folder.put(command + ".json", text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("cannot write the summary of the run", e);
        }
        return text;
    }
}
