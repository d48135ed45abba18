package org.minsheng.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.OnJilin;
import org.minsheng.TestConf;
import org.minsheng.run.Configuration;

@OnJilin
class SampleDataTest {
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFolderHoldsWhatTheSeedGives(@TempDir Path work) throws IOException {
        Configuration conf = TestConf.shipped(work);
        SampleData.write(conf.catalogue(), conf.regions(), TestConf.HOME.resolve("sample-data"), SampleData.SEED, work);
        Path landing = TestConf.HOME.resolve("sample-data/landing");
        assertThat(files(work)).isEqualTo(files(landing));
        for (Path file : files(work)) {
            assertThat(work.resolve(file)).as(file.toString()).hasSameBinaryContentAs(landing.resolve(file));
        }
    }
}
