package org.minsheng.conf;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code minsheng.yaml} and what the command line sets in its place. */
public final class SettingsReader {
    /** The names of the settings. */
    public static final List<String> KEYS =
            List.of("landing", "lake", "workbooks", "summaries", "time-zone", "as-of", "divisions", "language");

    /** The file of mistakes in what stands in the place of the file's values: its lines are those of the map. */
    public static final String TYPED = "--set";

    private SettingsReader() {}

    /**
     * Reads the settings.
     *
     * @param file {@code minsheng.yaml}
     * @param overrides keys and values of the command line, which go before the file's
     * @param problems where mistakes go
     * @return of use only if there were no problems
     */
    public static Optional<Settings> read(Path file, Map<String, String> overrides, Problems problems) {
        String shown =
                file.getParent() == null ? file.toString() : file.getParent().getFileName() + "/" + file.getFileName();
        Path home = file.toAbsolutePath().normalize().getParent().getParent();
        Optional<YamlMap> fromFile = YamlFile.read(file, shown, problems);
        Optional<YamlMap> fromLine =
                overrides.isEmpty() ? Optional.empty() : YamlFile.parse(asYaml(overrides), TYPED, problems);
        if (fromFile.isEmpty()) {
            return Optional.empty();
        }
        Lookup keys = key -> {
            Optional<YamlValue> ofFile = fromFile.get().get(key);
            Optional<YamlValue> ofLine = fromLine.flatMap(map -> map.get(key));
            if (ofLine.isEmpty() && ofFile.isEmpty()) {
                fromFile.get().need(key);
            }
            return ofLine.or(() -> ofFile);
        };
        Optional<String> landing = keys.get("landing").flatMap(value -> location(home, value));
        Optional<String> lake = keys.get("lake").flatMap(value -> location(home, value));
        Optional<String> workbooks = keys.get("workbooks").flatMap(value -> location(home, value));
        Optional<String> summaries = keys.get("summaries").flatMap(value -> location(home, value));
        Optional<ZoneId> zone = keys.get("time-zone").flatMap(SettingsReader::zone);
        Optional<YamlValue> asOfValue = keys.get("as-of");
        // Without a zone there is a mistake already, and no day is used.
        Optional<Instant> asOf = asOfValue.flatMap(value -> asOf(value, zone.orElse(ZoneId.of("UTC"))));
        Optional<Divisions> divisions = keys.get("divisions").flatMap(value -> value.choice(Divisions.class));
        Optional<Language> language = keys.get("language").flatMap(value -> value.choice(Language.class));
        fromFile.get().done();
        fromLine.ifPresent(YamlMap::done);
        if (landing.isEmpty()
                || lake.isEmpty()
                || workbooks.isEmpty()
                || summaries.isEmpty()
                || zone.isEmpty()
                || divisions.isEmpty()
                || language.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settings(
                landing.get(),
                lake.get(),
                workbooks.get(),
                summaries.get(),
                asOf.orElse(null),
                zone.get(),
                divisions.get(),
                language.get()));
    }

    /**
     * The language in which mistakes are to be told, whatever else is wrong; of a setting that cannot be read, Chinese.
     *
     * @param overrides as for {@link #read}
     */
    public static Language language(Path file, Map<String, String> overrides) {
        Problems untold = new Problems(); // who reads the settings tells them
        return Optional.ofNullable(overrides.get("language"))
                .flatMap(word -> YamlFile.parse(asYaml(Map.of("language", word)), TYPED, untold))
                .or(() -> YamlFile.read(file, file.toString(), untold))
                .flatMap(map -> map.get("language"))
                .flatMap(value -> value.choice(Language.class))
                .orElse(Language.ZH);
    }

    private interface Lookup {
        Optional<YamlValue> get(String key);
    }

    private static String asYaml(Map<String, String> overrides) {
        List<String> lines = new ArrayList<>();
        overrides.forEach((key, value) -> lines.add(quote(key) + ": " + quote(value)));
        return String.join("\n", lines);
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Optional<String> location(Path home, YamlValue value) {
        return value.text().flatMap(text -> {
            if (text.matches("[a-zA-Z][a-zA-Z0-9+.-]+:/.*")) {
                if (text.matches("[^/]*//[^/]*:[^/]*@.*")) {
                    // Without the text: what is told goes to logs.
                    value.problem(
                            "a location must not hold a password",
                            "Take it away, and give it to Hadoop's credential provider"
                                    + " (hadoop.security.credential.provider.path)");
                    return Optional.empty();
                }
                return Optional.of(text);
            }
            return Optional.of(folder(home, text, System.getProperty("minsheng.var")));
        });
    }

    private static Optional<ZoneId> zone(YamlValue value) {
        return value.text().flatMap(text -> {
            if (!ZoneId.getAvailableZoneIds().contains(text)) {
                value.problem("'" + text + "' is not a time zone", Nearest.remedy(text, ZoneId.getAvailableZoneIds()));
                return Optional.empty();
            }
            return Optional.of(ZoneId.of(text));
        });
    }

    /**
     * A folder of this machine.
     *
     * @param home what a relative one lies below
     * @param var what one that begins with var/ lies below, as the launcher has it of MINSHENG_VAR; null where it says nothing
     */
    static String folder(Path home, String text, String var) {
        Path given = Path.of(text);
        return (var == null || !given.startsWith("var")
                        ? home.resolve(given)
                        : Path.of(var).resolve(Path.of("var").relativize(given)))
                .normalize()
                .toString();
    }

    private static Optional<Instant> asOf(YamlValue value, ZoneId zone) {
        return value.text().filter(text -> !text.equals("now")).flatMap(text -> {
            try {
                return Optional.of(
                        text.contains("T")
                                ? Instant.parse(text)
                                : LocalDate.parse(text)
                                        .plusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant()
                                        .minusNanos(1000));
            } catch (DateTimeException e) {
                value.problem(
                        "'" + text + "' is not an instant",
                        "Write now, a day like 2026-01-31 or an instant like 2026-01-31T12:00:00Z");
                return Optional.empty();
            }
        });
    }
}
