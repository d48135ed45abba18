package org.minsheng.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.CatalogueReader;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.LevelNames;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.conf.Settings;
import org.minsheng.conf.SettingsReader;
import org.minsheng.conf.Texts;
import org.minsheng.layout.Layout;
import org.minsheng.layout.LayoutReader;
import org.minsheng.layout.Providers;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.region.RegionsReader;
import org.minsheng.report.Words;
import org.minsheng.storage.Sha256;

/**
 * All of {@code conf/}, read and checked.
 *
 * @param settings where things are
 * @param catalogue what was promised
 * @param regions where
 * @param layouts how files are laid out
 * @param warnings what is no mistake, but what somebody may not have meant
 * @param fingerprint SHA-256 over all files of the folder that results depend on, and the settings that they depend on
 */
public record Configuration(
        Settings settings,
        Catalogue catalogue,
        Regions regions,
        List<Layout> layouts,
        List<Problem> warnings,
        String fingerprint) {

    /**
     * What can be told of it at a glance.
     *
     * @param settings where things are
     * @param levels what the levels of regions are called
     * @param fingerprint that of {@link Configuration}: one that a run was done with has no mistakes
     */
    public record Glance(Settings settings, LevelNames levels, String fingerprint) {}

    /**
     * Reads no more than the settings.
     *
     * @throws ConfException with every mistake in them
     */
    public static Glance glance(Path file, Map<String, String> overrides) {
        Problems problems = new Problems();
        Path whole = file.toAbsolutePath().normalize();
        Optional<Settings> settings = SettingsReader.read(whole, overrides, problems);
        problems.throwIfAny();
        String files = fingerprint(whole.getParent(), problems);
        problems.throwIfAny();
        return new Glance(
                settings.orElseThrow(),
                LevelNames.glance(whole.resolveSibling("policy.yaml")),
                fingerprint(files, settings.orElseThrow()));
    }

    /** The words of workbooks in a language. */
    public Texts words(Language language) {
        return Words.in(language, catalogue.policy().levels());
    }

    private static String fingerprint(String files, Settings settings) {
        return Sha256.of(files + settings.divisions() + settings.timeZone());
    }

    /**
     * Reads it, without Spark.
     *
     * @param file {@code conf/minsheng.yaml}; the other files lie beside it
     * @param overrides settings of the command line
     * @throws ConfException with every mistake of every file
     */
    public static Configuration read(Path file, Map<String, String> overrides) {
        Problems problems = new Problems();
        Path conf = file.toAbsolutePath().normalize().getParent();
        Optional<Settings> settings = SettingsReader.read(file.toAbsolutePath().normalize(), overrides, problems);
        if (settings.isEmpty() && !Files.exists(file)) {
            problems.throwIfAny(); // a wrong folder: nothing that could be said of its other files would help
        }
        Catalogue catalogue = CatalogueReader.read(conf, problems);
        String shown = conf.getFileName() + "/regions.csv";
        Optional<Regions> regions = RegionsReader.read(conf.resolve("regions.csv"), shown, problems);
        regions.ifPresent(places -> checkPeerGroups(catalogue, places, shown, problems));
        List<Layout> layouts = regions.map(places -> LayoutReader.read(conf, catalogue, places, problems))
                .orElseGet(List::of);
        String files = fingerprint(conf, problems);
        problems.throwIfAny();
        return new Configuration(
                settings.orElseThrow(),
                catalogue,
                regions.orElseThrow(),
                layouts,
                Stream.concat(problems.warnings().stream(), new Providers(catalogue, layouts).warnings().stream())
                        .toList(),
                fingerprint(files, settings.orElseThrow()));
    }

    /** A group without a name would be compared and never shown. */
    private static void checkPeerGroups(Catalogue catalogue, Regions regions, String shown, Problems problems) {
        Set<String> named = catalogue.policy().equalisation().peerGroups().keySet();
        regions.all().stream()
                .map(Region::peerGroup)
                .filter(group -> group != null && !named.contains(group))
                .distinct()
                .forEach(group -> problems.add(new Problem(
                        shown,
                        0,
                        0,
                        "the peer_group '" + group + "' has no name in 'peer-groups' of policy.yaml",
                        Nearest.remedy(group, named))));
    }

    /** Whether results depend on a file: not on how Spark runs, and when. */
    private static boolean decides(Path file) {
        return file.toString().matches(".*\\.(yaml|csv)") && Files.isRegularFile(file);
    }

    private static String fingerprint(Path conf, Problems problems) {
        try (Stream<Path> files = Files.walk(conf)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Configuration::decides).sorted().toList()) {
                all.append(conf.relativize(file))
                        .append(' ')
                        .append(Sha256.of(Files.readAllBytes(file)))
                        .append('\n');
            }
            return Sha256.of(all.toString());
        } catch (IOException e) {
            problems.add(new Problem(conf.toString(), 0, 0, "the folder cannot be read (" + e.getMessage() + ")", ""));
            return "";
        }
    }
}
