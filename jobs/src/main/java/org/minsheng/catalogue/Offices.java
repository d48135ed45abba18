package org.minsheng.catalogue;

import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.conf.Label;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * The offices' names in English, as far as the policy gives them.
 *
 * @param english by the names that the catalogue has
 */
public record Offices(Map<String, String> english) implements Serializable {
    /** The key of {@code policy.yaml} that holds them. */
    static final String KEY = "offices";

    /** Reads those that there are. */
    static Offices read(YamlMap map) {
        Map<String, String> english = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String office : map.entries().keySet()) {
            String name = map.need(office, YamlValue::text);
            if (name != null && !seen.add(name.toLowerCase(Locale.ROOT))) {
                map.problem(
                        office,
                        "another office is called '" + name + "' too, and so would its workbook",
                        "Call one otherwise");
            }
            english.put(office, name);
        }
        return new Offices(english);
    }

    /** The office of a name in either language; a name that nobody bears stands for itself. */
    public Label find(String name) {
        return english.entrySet().stream()
                .filter(office -> name.equals(office.getValue()))
                .findFirst()
                .map(office -> label(office.getKey()))
                .orElseGet(() -> label(name));
    }

    /** An office's name in both languages. */
    public Label label(String office) {
        return Label.of(office, english.get(office));
    }

    /** Tells of names that nothing in the catalogue has, and which would never be shown. */
    static void check(YamlMap policy, Catalogue catalogue) {
        Set<String> known = named(catalogue);
        YamlMap offices = policy.map(KEY);
        offices.entries().keySet().stream()
                .filter(office -> !known.contains(office))
                .forEach(office -> offices.key(office)
                        .problem(
                                "nothing in the catalogue names the office '" + office + "'",
                                Nearest.remedy(office, known)));
    }

    private static Set<String> named(Catalogue catalogue) {
        return Stream.of(
                        Stream.of(catalogue.policy().issuer()),
                        catalogue.measures().flatMap(measure -> measure.cooperating().stream()),
                        catalogue.measures().map(Measure::lead),
                        catalogue.indicators().map(Indicator::lead),
                        catalogue.series().values().stream().flatMap(series -> series.providers().stream()))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
