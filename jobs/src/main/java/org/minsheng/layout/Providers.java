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

/**
 * Whose values of a series count: those of its providers, which the catalogue names, or else of the unit that owes it. What
 * another office's table says is kept beside them. A layout that names no office counts for the series that no layout of a
 * provider gives.
 */
public final class Providers implements Serializable {
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
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        feeding.forEach((series, layouts) -> {
            boolean counted = layouts.stream().anyMatch(layout -> counts(series, layout));
            if (layouts.size() < 2 && counted) {
                return;
            }
            String all = layouts.stream()
                    .map(layout -> layout.id() + " (" + (layout.provider() == null ? "no provider" : layout.provider())
                            + (counts(series, layout) ? ": counts)" : ": kept beside)"))
                    .collect(Collectors.joining(", "));
            long counting =
                    layouts.stream().filter(layout -> counts(series, layout)).count();
            warnings.add("the series '" + series + "' is given by " + all + ". Its provider is "
                    + String.join(", ", new TreeSet<>(providers.getOrDefault(series, Set.of())))
                    + (counting > 1
                            ? "; of those that count, the table received last is used"
                            : "; name others under 'providers' of the series if they may replace it"));
        });
        return warnings;
    }
}
