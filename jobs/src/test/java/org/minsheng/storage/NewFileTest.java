package org.minsheng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    private Path work;

    private NewFile file;

    @BeforeEach
    void name() throws IOException {
        file = new NewFile(work.resolve("出 1").toString(), "a.csv", new Configuration());
    }

    @Test
    void aFileAndNothingBesideIt() throws IOException {
        assertThat(file.isThere()).isFalse();
        file.write(out -> out.write("民生".getBytes(StandardCharsets.UTF_8)));
        assertThat(file.isThere()).isTrue();
        assertThat(file.location()).isEqualTo(work.resolve("出 1/a.csv").toString());
        assertThat(work.resolve("出 1/a.csv")).hasContent("民生");
        assertThat(work.resolve("出 1")).isDirectoryContaining("glob:**a.csv");
        assertThat(work.resolve("出 1").toFile().list()).hasSize(1);
    }

    @Test
    void onlyTheDataOfAFolder() throws IOException {
        file.take(".csv", folder -> {
            Path written = Files.createDirectories(Path.of(folder.substring("file:".length())));
            Files.writeString(written.resolve("part-0.csv"), "x");
            Files.writeString(written.resolve("_SUCCESS"), "");
        });
        assertThat(work.resolve("出 1/a.csv")).hasContent("x");
        assertThat(work.resolve("出 1").toFile().list()).hasSize(1);
    }

    @Test
    void whatFailsLeavesNothing() throws IOException {
        file.write(out -> out.write('1'));
        assertThatThrownBy(() -> file.write(out -> {
                    out.write('2');
                    throw new IOException("no room");
                }))
                .hasMessage("no room");
        assertThatThrownBy(() -> file.take(".parquet", folder -> Files.createDirectories(Path.of(folder.substring(5)))))
                .hasMessageContaining("no file came into");
        assertThat(work.resolve("出 1/a.csv")).hasContent("1");
        assertThat(work.resolve("出 1").toFile().list()).hasSize(1);
    }
}
