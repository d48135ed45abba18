package org.minsheng.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Owed;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.Problem;

/**
 * Whose values of a series count: those of its providers, which the catalogue names, or else of the unit that owes it. What
 * another office's table says is kept beside them. A layout that names no office counts for the series that no layout of a
 * provider gives.
 */
public final class Providers implements Serializable {
    private static final String OTHERS =
            "Name other offices under 'providers' of the series if their tables may replace it";

    private final Map<String, Set<String>> providers = new HashMap<>();
    private final Map<String, List<Layout>> feeding = new TreeMap<>();

    public Providers(Catalogue catalogue, List<Layout> layouts) {
        Owed.of(catalogue).forEach(owed -> providers.put(owed.series().id(), Set.of(owed.office())));
        for (Series series : catalogue.series().values()) {
            if (!series.providers().isEmpty()) {
                providers.put(series.id(), Set.copyOf(series.providers()));
            }
        }
        for (Layout layout : layouts) {
            layout.measured()
                    .map(measured -> measured.series().id())
                    .distinct()
                    .forEach(series -> feeding.computeIfAbsent(series, s -> new ArrayList<>())
                            .add(layout));
        }
    }

    /** The series of a layout that it gives beside their providers. */
    public Set<String> beside(Layout layout) {
        return layout.measured()
                .map(measured -> measured.series().id())
                .filter(series -> !counts(series, layout))
                .collect(Collectors.toSet());
    }

    /**
     * The series for which an office is no provider.
     *
     * @param office null where it is not known: then there are none
     */
    public Set<String> beside(String office) {
        return office == null
                ? Set.of()
                : providers.entrySet().stream()
                        .filter(entry -> !entry.getValue().contains(office))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private boolean counts(String series, Layout layout) {
        Set<String> wanted = providers.getOrDefault(series, Set.of());
        if (wanted.isEmpty()) {
            return true;
        } else if (layout.provider() != null) {
            return wanted.contains(layout.provider());
        }
        return feeding.get(series).stream()
                .noneMatch(other -> other.provider() != null && wanted.contains(other.provider()));
    }

    /** What somebody who writes layouts should know: series that several give, and series that none of a provider gives. */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        feeding.forEach((series, layouts) -> {
            List<Layout> counting =
                    layouts.stream().filter(layout -> counts(series, layout)).toList();
            String offices = String.join(", ", new TreeSet<>(providers.getOrDefault(series, Set.of())));
            if (counting.isEmpty()) {
                warnings.add(new Problem(
                        "layouts",
                        0,
                        0,
                        "the series '" + series + "' is given by " + named(layouts) + "; as its provider is " + offices
                                + ", none of them counts",
                        OTHERS));
            } else if (layouts.size() > 1) {
                warnings.add(new Problem(
                        "layouts",
                        0,
                        0,
                        "the series '" + series + "' is given by " + named(layouts) + "; as its provider is " + offices
                                + ", of these counts " + named(counting),
                        counting.size() > 1 ? "The table received last is used" : OTHERS));
            }
        });
        return warnings;
    }

    private static String named(List<Layout> layouts) {
        return layouts.stream()
                .map(layout -> layout.id() + (layout.provider() == null ? "" : " (" + layout.provider() + ")"))
                .collect(Collectors.joining(", "));
    }
}
