package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    private final Configuration hadoop = new Configuration();

    @Test
    void oneAtATimeAndFreeAgainAfterwards(@TempDir Path lake) throws IOException {
        try (RunLock held = RunLock.take(lake.toString(), "nightly", hadoop)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> RunLock.take(lake.toString(), "progress", hadoop))
                    .isInstanceOf(RunLock.HeldException.class)
                    .hasMessageContaining(
                            "nightly (process " + ProcessHandle.current().pid())
                    .hasMessageContaining("since 20");
        }
        RunLock.take(lake.toString(), "progress", hadoop).close();
        assertThat(lake.resolve("_lock")).doesNotExist();
    }

    @Test
    void aLockWhoseHolderIsGoneIsTakenOver(@TempDir Path lake) throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String host = InetAddress.getLocalHost().getHostName();
        Files.writeString(lake.resolve("_lock"), host + " " + gone.pid() + " 2026-01-01T00:00:00Z nightly");
        RunLock.take(lake.toString(), "nightly", hadoop).close();
    }

    @Test
    void aLockOfAnotherMachineIsNotTakenOver(@TempDir Path lake) throws IOException {
        Files.writeString(lake.resolve("_lock"), "elsewhere 1 2026-01-01T00:00:00Z nightly");
        assertThatThrownBy(() -> RunLock.take(lake.toString(), "nightly", hadoop))
                .isInstanceOf(RunLock.HeldException.class)
                .hasMessageContaining("on elsewhere");
    }

    @Test
    void aLockOfAnotherMachineThatHasBeenSilentForLongIsTakenOver(@TempDir Path lake) throws IOException {
        Path lock = lake.resolve("_lock");
        Files.writeString(lock, "elsewhere 1 2026-01-01T00:00:00Z nightly");
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(400)));
        Files.writeString(lake.resolve("_lock_alive"), "");
        assertThatThrownBy(() -> RunLock.take(lake.toString(), "nightly", hadoop))
                .isInstanceOf(RunLock.HeldException.class);
        Files.setLastModifiedTime(
                lake.resolve("_lock_alive"), FileTime.from(Instant.now().minusSeconds(310)));
        RunLock.take(lake.toString(), "nightly", hadoop).close();
        try (Stream<Path> left = Files.list(lake)) {
            assertThat(left).isEmpty();
        }
    }

    /** The number of a process that is gone is given to others in time. */
    @Test
    void aProcessThatBeganAfterTheLockWasTakenIsNotItsHolder(@TempDir Path lake) throws IOException {
        long pid = ProcessHandle.current().pid();
        String host = InetAddress.getLocalHost().getHostName();
        Files.writeString(lake.resolve("_lock"), host + " " + pid + " 2026-01-01T00:00:00Z nightly");
        RunLock.take(lake.toString(), "nightly", hadoop).close();
    }

    /** A killed process stays in the list until its parent asks for it, which some parents never do. */
    @Test
    void aHolderThatWasKilledAndThatNobodyAskedForIsGone(@TempDir Path lake) throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.5 & echo $!; exec sleep 60").start();
        try (BufferedReader out = parent.inputReader()) {
            String pid = out.readLine();
            while (!Files.readString(Path.of("/proc", pid, "status")).contains("State:\tZ")) {
                Thread.sleep(10);
            }
            String host = InetAddress.getLocalHost().getHostName();
            Files.writeString(lake.resolve("_lock"), host + " " + pid + " " + Instant.now() + " nightly");
            RunLock.take(lake.toString(), "nightly", hadoop).close();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void ofManyThatTryAtOnceOneGetsIt(@TempDir Path lake) throws Exception {
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tries.add(() -> {
                try {
                    RunLock.take(lake.toString(), "nightly", hadoop);
                    return true;
                } catch (RunLock.HeldException e) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(tries.size());
        int taken = 0;
        for (Future<Boolean> each : threads.invokeAll(tries)) {
            taken += each.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(taken).isEqualTo(1);
    }
}
