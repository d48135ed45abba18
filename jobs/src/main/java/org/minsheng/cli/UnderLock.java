package org.minsheng.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.minsheng.run.Configuration.Glance;
import org.minsheng.run.Ledger;
import org.minsheng.run.RunLock;
import org.minsheng.run.RunRecord;
import org.minsheng.run.RunResult;
import org.minsheng.run.Session;

/** The frame of each command that writes to a lake: one of them at a time, and a record for machines of how it ended. */
final class UnderLock {
    private UnderLock() {}

    /** What the command does while it holds the lock. */
    interface Work {
        Ended call(RunLock lock, Ledger ledger) throws IOException;
    }

    /** How it ended. */
    record Ended(RunResult result, int exitCode) {}

    /**
     * Does the work; returns its exit code.
     *
     * @param told is given the record
     * @throws RunLock.HeldException if another run is at work
     */
    static int run(String command, Glance glance, Consumer<String> told, Work work) throws IOException {
        Session.checkLocale();
        Configuration hadoop = Session.hadoop();
        RunRecord record = new RunRecord(command, glance.settings().summaries(), hadoop, Instant.now());
        try (RunLock lock = RunLock.take(glance.settings().lake(), command, hadoop)) {
            // The only look at the clock: without an as-of, all that was received until now counts.
            Ledger ledger = Ledger.open(glance.settings(), glance.fingerprint(), Instant.now(), hadoop);
            Ended ended = work.call(lock, ledger);
            told.accept(record.done(ended.exitCode(), ended.result()));
            return ended.exitCode();
        } catch (RunLock.HeldException e) {
            told.accept(record.locked(ExitCode.LOCKED, e));
            throw e;
        } catch (Exception e) { // Spark throws checked ones that no signature names
            told.accept(record.failed(ExitCode.of(e), e));
            throw e;
        }
    }
}
