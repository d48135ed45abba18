package org.minsheng.conf;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people call the levels of regions. Texts name a level in braces, and show what the configuration calls it: in English
 * {@code {county}}, {@code {a county}} and {@code {counties}}, each also with a capital; in Chinese {@code {county}},
 * {@code {county.plain}} where no marks may be, {@code {county.short}} behind a number and {@code {county.shortest}} within a word.
 */
public final class LevelNames implements Serializable {
    /** The key of {@code policy.yaml} that holds them. */
    public static final String KEY = "levels";

    private static final List<Level> NAMED = List.of(Level.PROVINCE, Level.PREFECTURE, Level.COUNTY, Level.ZONE);

    /** By what texts name several of a level; there is one province. */
    private static final Map<Level, String> SEVERAL =
            Map.of(Level.PREFECTURE, "prefectures", Level.COUNTY, "counties", Level.ZONE, "zones");

    /** The words that sheets of one workbook are called by. */
    private static final List<String> SHEETS_ZH = List.of("province", "prefecture", "county");

    private static final List<String> SHEETS_EN = List.of("province", "prefectures", "counties");

    /** Of the 31 characters of a sheet's name, those that the longest one in both languages leaves to the level. */
    private static final int ROOM = 21;

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z. ]*)}");

    /** What names of sheets and folders must not hold, and what MessageFormat takes for a place to be filled. */
    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|\\[\\]{}]");

    private static final LevelNames USUAL = usual();

    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

    private LevelNames(Map<Language, Map<String, String>> words) {
        for (Language language : Language.BOTH.each()) {
            this.words.put(language, new TreeMap<>(words.getOrDefault(language, Map.of())));
        }
    }

    /** Those where a configuration gives none. */
    public static LevelNames usualOnes() {
        return USUAL;
    }

    /** Reads what may be left out, in whole or in part: what a language does not name is called as usual there. */
    public static LevelNames read(YamlMap map) {
        LevelNames names = new LevelNames(USUAL.words);
        names.readAll(map);
        names.check(map);
        return names;
    }

    /** Those of a {@code policy.yaml} that may be wrong in any way, which is told by whoever reads all of it. */
    public static LevelNames glance(Path policy) {
        return YamlFile.read(policy, policy.toString(), new Problems())
                .map(map -> read(map.map(KEY)))
                .orElse(USUAL);
    }

    private static LevelNames usual() {
        try (InputStream in = LevelNames.class.getResourceAsStream("levels.yaml")) {
            LevelNames names = new LevelNames(Map.of());
            Problems problems = new Problems();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            YamlFile.parse(text, "levels.yaml", problems).ifPresent(names::readAll);
            problems.throwIfAny();
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(YamlMap map) {
        for (Level level : NAMED) {
            YamlMap names = map.map(level.word());
            names.get("zh").flatMap(YamlValue::map).ifPresent(zh -> readChinese(level, zh));
            names.get("en").flatMap(YamlValue::map).ifPresent(en -> readEnglish(level, en));
            names.done();
        }
        map.done();
    }

    private void readChinese(Level level, YamlMap map) {
        Map<String, String> zh = words.get(Language.ZH);
        String name = map.need("name", LevelNames::word, level.word());
        String plain = name.replaceAll("[（）()、，,]", "");
        String shorter = map.get("short", LevelNames::word, plain);
        zh.put(level.word(), name);
        zh.put(level.word() + ".plain", plain);
        zh.put(level.word() + ".short", shorter);
        zh.put(level.word() + ".shortest", map.get("shortest", LevelNames::word, shorter));
        map.done();
    }

    private void readEnglish(Level level, YamlMap map) {
        String one = map.need("one", LevelNames::word, level.word());
        putEnglish(level.word(), one);
        putEnglish("a " + level.word(), (one.matches("(?i)([aeio]|u(?!ni)).*") ? "an " : "a ") + one);
        if (SEVERAL.containsKey(level)) {
            putEnglish(SEVERAL.get(level), map.need("many", LevelNames::word, level.word()));
        }
        map.done();
    }

    private void putEnglish(String word, String name) {
        words.get(Language.EN).put(word, name);
        words.get(Language.EN).put(capital(word), capital(name));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Optional<String> word(YamlValue value) {
        return value.text().filter(text -> {
            boolean fits = !UNFIT.matcher(text).find();
            if (!fits) {
                value.problem(
                        "'" + text + "' cannot be a part of the name of a sheet",
                        "Leave out \\ / : * ? \" < > | [ ] { }");
            }
            return fits;
        });
    }

    private void check(YamlMap map) {
        checkDistinct(map, SHEETS_ZH.stream().map(words.get(Language.ZH)::get));
        checkDistinct(map, SHEETS_EN.stream().map(words.get(Language.EN)::get));
        for (int i = 0; i < SHEETS_ZH.size(); i++) {
            String zh = words.get(Language.ZH).get(SHEETS_ZH.get(i));
            String en = words.get(Language.EN).get(SHEETS_EN.get(i));
            if (zh.length() + en.length() > ROOM) {
                map.problem(
                        "'" + zh + "' and '" + en + "' are too long for the name of a sheet that has both",
                        "Write names that have at most " + ROOM + " characters together");
            }
        }
    }

    private static void checkDistinct(YamlMap map, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> map.problem(
                        "two levels are called '" + name + "', and two sheets of a workbook would be",
                        "Call one otherwise"));
    }

    /** The text of a bundle, a pattern of MessageFormat, with the names in the places of the levels. */
    String filled(String pattern, Language language) {
        return PLACE.matcher(pattern)
                .replaceAll(place ->
                        Matcher.quoteReplacement(word(place.group(1), language).replace("'", "''")));
    }

    private String word(String word, Language language) {
        String name = words.get(language).get(word);
        if (name == null) {
            throw new IllegalArgumentException("no level is named {" + word + "} in " + language);
        }
        return name;
    }
}
