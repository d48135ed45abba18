package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.Minsheng;
import org.minsheng.TestConf;

/** What is told without Spark. */
class ExportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Minsheng.run(args, new PrintWriter(out), new PrintWriter(err, true));
    }

    @Test
    void anUnknownTable() {
        assertThat(run("export", "indicators")).isEqualTo(2);
        assertThat(err.toString()).endsWith("table：没有表“indicators”。您要的是不是“indicator”？\n");
    }

    @Test
    void noTable() {
        assertThat(run("export")).isEqualTo(2);
        assertThat(err.toString()).contains("请写一个表名：observation, reject,");
    }

    @Test
    void aFileThatIsThereStays(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        Path file = Files.writeString(work.resolve("progress.csv"), "mine");
        assertThat(run("export", "progress", "--conf", conf, "--out", work.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(file + " 已经存在", "--force");
        assertThat(file).hasContent("mine");
    }

    @Test
    void anEmptyLake(@TempDir Path work) throws IOException {
        String conf = TestConf.small(work).toString();
        assertThat(run("export", "progress", "--conf", conf, "--set", "lake=" + work, "--out", work.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("里还没有表");
        assertThat(work.resolve("progress.csv")).doesNotExist();
    }

    /** What reads SDMX-CSV looks for STRUCTURE at its beginning, and Parquet is no text. */
    @Test
    void aByteOrderMarkIsForCsv() {
        assertThat(run("export", "progress", "--format", "sdmx-csv", "--bom")).isEqualTo(2);
        assertThat(run("export", "progress", "--format", "parquet", "--bom")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--bom：SDMX-CSV 必须以 STRUCTURE 开头，前面不能有标记")
                .contains("--bom：Parquet 不是文本");
    }

    @Test
    void theDictionary() {
        assertThat(run("export", "--dictionary")).isZero();
        assertThat(out.toString()).startsWith("# Data dictionary\n").contains("## withdrawal\n");
    }
}
