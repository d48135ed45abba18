package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
