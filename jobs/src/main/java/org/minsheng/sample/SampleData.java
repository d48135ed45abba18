package org.minsheng.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minsheng.region.Regions;

/** Writes the sample tables into a folder, with the notice that they are synthetic. */
public final class SampleData {
    /** The seed of the tables that come with the project. */
    public static final long SEED = 2019_07_16;

    private static final String NOTICE = "合成样例数据,不代表任何地区的真实情况。 Synthetic sample data: they describe no real place.\n";

    private SampleData() {}

    /** Writes them and says which files they are. */
    public static List<Path> write(Regions regions, long seed, Path folder) throws IOException {
        Map<String, byte[]> files = new SampleTables(regions, seed).files();
        files.put("_NOTICE.txt", NOTICE.getBytes(StandardCharsets.UTF_8));
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
            written.add(to);
        }
        return written;
    }
}
