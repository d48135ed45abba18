package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;

/** What is told without Spark. */
class SqlCommandTest {
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Minsheng.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }

    @Test
    void anEmptyLake(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        assertThat(run("sql", "--conf", conf, "--set", "lake=" + work.resolve("lake"), "SELECT 1"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(work.resolve("lake") + " 里还没有表。请先运行 ./minsheng nightly", "--set lake=")
                .doesNotContain("Exception");
    }

    @Test
    void aLimitThatCannotBe() {
        assertThat(run("sql", "--limit", "0", "SELECT 1")).isEqualTo(2);
        assertThat(err.toString()).contains("--limit 不能是 0：应在 1 到 100000 之间");
    }
}
