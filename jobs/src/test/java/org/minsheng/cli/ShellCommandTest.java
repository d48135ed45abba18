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

/** What is told without Spark; .ci/run tries the rest. */
class ShellCommandTest {
    @Test
    void anEmptyLake(@TempDir Path work) throws IOException {
        StringWriter err = new StringWriter();
        String conf = TestConf.small(work).toString();
        assertThat(Minsheng.run(
                        new String[] {"shell", "--conf", conf, "--set", "lake=" + work.resolve("lake")},
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true)))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(work.resolve("lake") + " 里还没有表。请先运行 ./minsheng nightly")
                .doesNotContain("Exception");
    }
}
