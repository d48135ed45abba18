package org.minsheng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "水利局",
                "落地 区(终稿)",
                "100%",
                "a%20b#c",
                "a+b",
                "[a]{b}(c)",
                "what?",
                "*",
                "a:b",
                "\uD83D\uDE00",
                "\\",
                "'\"",
                " ",
            })
    void isTheSamePlaceWhateverItIsCalled(String name, @TempDir Path work) throws IOException {
        Path file = Files.createDirectory(work.resolve(name)).resolve("一");
        FileSystem system = FileSystem.getLocal(new Configuration());
        org.apache.hadoop.fs.Path hadoop =
                system.makeQualified(new org.apache.hadoop.fs.Path("file:" + work + "/" + name + "/一"));
        Files.writeString(file, "x");
        assertThat(LocalPath.of(hadoop)).contains(file);
        // As it goes to executors.
        assertThat(LocalPath.of(new org.apache.hadoop.fs.Path(hadoop.toString())))
                .contains(file);
    }

    @Test
    void ofAnotherFileSystemThereIsNone() {
        assertThat(LocalPath.of(new org.apache.hadoop.fs.Path("hdfs://name/水利局")))
                .isEmpty();
        assertThat(LocalPath.of(new org.apache.hadoop.fs.Path("/水利局"))).isEmpty();
    }
}
