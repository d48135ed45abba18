package org.minsheng.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.ConfException;
import org.minsheng.region.Regions;

/** Writes the sample tables into a folder, with the notice that they are synthetic. */
public final class SampleData {
    /** The seed of the tables that come with the project. */
    public static final long SEED = 2019_07_16;

    static final String NOTICE = "合成样例数据，不代表任何地区的真实情况。 Synthetic sample data: they describe no real place.\n";

    private SampleData() {}

    /**
     * Writes them and says which files they are.
     *
     * @param specification the folder with {@code tables.yaml} and the minimum wages
     * @param folder where to write; it may hold tables of this kind and nothing else
     * @throws ConfException if it holds other files; nothing is written then
     */
    public static List<Path> write(Catalogue catalogue, Regions regions, Path specification, long seed, Path folder)
            throws IOException {
        Figures figures = new Figures(regions, seed);
        Map<String, byte[]> files = new SampleTables(regions, figures).files();
        SpecTables tables = new SpecTables(
                regions,
                figures,
                catalogue.series(),
                wages(specification),
                TableSpec.read(specification.resolve("tables.yaml")));
        files.putAll(tables.files());
        files.put(
                "2026-01-21/省退役军人事务厅_2025.xlsx",
                new FilledTemplate(catalogue, regions, tables.values()).of("省退役军人事务厅", Figures.LAST_YEAR));
        files.put("_NOTICE.txt", NOTICE.getBytes(StandardCharsets.UTF_8));
        checkOurs(folder, files.keySet());
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
            written.add(to);
        }
        return written;
    }

    /** Figures that describe no real place must not come among those of offices. */
    private static void checkOurs(Path folder, Set<String> names) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> others = all.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !names.contains(file))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                throw new ConfException(
                        "sample",
                        "the folder " + folder + " holds files that are not of the sample, such as " + others.get(0),
                        "Name an empty folder with --out");
            }
        }
    }

    private static Map<String, Integer> wages(Path specification) throws IOException {
        Map<String, Integer> wages = new HashMap<>();
        Path file = specification.resolve("minimum_wage_2021-12-01.csv");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                wages.put(row.getField("code"), Integer.valueOf(row.getField("monthly_yuan")));
            }
        }
        return wages;
    }
}
