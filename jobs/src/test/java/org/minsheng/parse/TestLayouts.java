package org.minsheng.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.minsheng.TestConf;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.CatalogueReader;
import org.minsheng.conf.Problems;
import org.minsheng.ingest.IngestRules;
import org.minsheng.layout.Layout;
import org.minsheng.layout.LayoutReader;
import org.minsheng.region.Regions;
import org.minsheng.region.RegionsReader;

/** The catalogue and divisions of Jilin, with its layouts or those of a test. */
public final class TestLayouts {
    static final Path CONF = TestConf.JILIN;
    public static final Catalogue CATALOGUE = catalogue();
    public static final Regions REGIONS = regions();

    private TestLayouts() {}

    private static Catalogue catalogue() {
        return CatalogueReader.read(CONF, new Problems());
    }

    private static Regions regions() {
        return RegionsReader.read(CONF.resolve("regions.csv"), "regions.csv", new Problems())
                .orElseThrow();
    }

    public static IngestRules jilin() {
        return rules(read(CONF));
    }

    /** Rules with these layouts and no others. */
    public static IngestRules of(String... layouts) {
        return rules(layouts(layouts));
    }

    /** Layouts as they would be in files of {@code conf/layouts}. */
    public static List<Layout> layouts(String... layouts) {
        try {
            Path conf = Files.createTempDirectory("layouts").resolve("conf");
            Files.createDirectories(conf.resolve("layouts"));
            for (int i = 0; i < layouts.length; i++) {
                Files.writeString(conf.resolve("layouts/" + i + ".yaml"), layouts[i]);
            }
            return read(conf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Layout> read(Path conf) {
        Problems problems = new Problems();
        List<Layout> layouts = LayoutReader.read(conf, CATALOGUE, REGIONS, problems);
        if (!problems.all().isEmpty()) {
            throw new IllegalStateException(List.copyOf(problems.all()).toString());
        }
        return layouts;
    }

    /** Rules with layouts. */
    public static IngestRules rules(List<Layout> layouts) {
        return IngestRules.of(CATALOGUE, REGIONS, layouts, ZoneOffset.UTC);
    }
}
