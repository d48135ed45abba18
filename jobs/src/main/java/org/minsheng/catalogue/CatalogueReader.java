package org.minsheng.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.conf.YamlFile;
import org.minsheng.conf.YamlMap;

/**
 * Reads the catalogue: {@code units.yaml}, {@code policy.yaml} and the files of {@code catalogue/}. Series are read
 * before indicators, so that a formula may name a series of any file.
 */
public final class CatalogueReader {
    private final Path conf;
    private final Problems problems;

    private CatalogueReader(Path conf, Problems problems) {
        this.conf = conf;
        this.problems = problems;
    }

    /**
     * Reads it all.
     *
     * @param conf the folder {@code conf}
     * @param problems where mistakes go
     * @return the catalogue, of use only if there were no problems
     */
    public static Catalogue read(Path conf, Problems problems) {
        return new CatalogueReader(conf, problems).read();
    }

    private Catalogue read() {
        Units units = Units.read(read("units.yaml").orElseGet(YamlMap::unread));
        YamlMap document = read("policy.yaml").orElseGet(YamlMap::unread);
        Policy policy = PolicyReader.read(document);
        List<String> names = fileNames();
        List<YamlMap> files =
                names.stream().flatMap(name -> read(name).stream()).toList();
        SeriesReader series = new SeriesReader(units);
        files.forEach(series::readAll);
        boolean hasAllSeries = series.areAllKnown() && files.size() == names.size();
        FieldReader fields = new FieldReader(new IndicatorReader(policy, units, series.series(), hasAllSeries));
        List<Field> read = files.stream()
                .filter(file -> file.has("field")) // else it is a file of series that several fields share
                .map(fields::read)
                .sorted(Comparator.comparingInt(Field::number))
                .toList();
        files.forEach(YamlMap::done);
        Catalogue catalogue = new Catalogue(policy, units, series.series(), hasAllSeries, read);
        if (files.size() == names.size() && files.stream().allMatch(YamlMap::isSound)) {
            Offices.check(document, catalogue); // else what is missing may be what cannot be read
        }
        return catalogue;
    }

    private Optional<YamlMap> read(String name) {
        return YamlFile.read(conf.resolve(name), conf.getFileName() + "/" + name, problems);
    }

    private List<String> fileNames() {
        try (Stream<Path> files = Files.list(conf.resolve("catalogue"))) {
            return files.map(file -> "catalogue/" + file.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(
                    conf.getFileName() + "/catalogue",
                    0,
                    0,
                    "the folder cannot be read (" + e.getMessage() + ")",
                    "It holds the catalogue, one YAML file per field"));
            return List.of();
        }
    }
}
