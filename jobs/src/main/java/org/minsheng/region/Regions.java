package org.minsheng.region;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minsheng.conf.Level;
import org.minsheng.conf.Nearest;

/** All divisions, found by code or name, with the tree that they form and their succession. */
public final class Regions implements Serializable {
    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, List<Region>> byName = new LinkedHashMap<>();
    private final Map<String, String> fullNames = new HashMap<>();

    /** The regions in the order given, each code once. */
    public Regions(List<Region> regions) {
        for (Region region : regions) {
            byCode.put(region.code(), region);
            fullNames.put(region.code(), normal(region.name()));
        }
        for (Region region : byCode.values()) {
            names(region)
                    .forEach(name ->
                            byName.computeIfAbsent(name, n -> new ArrayList<>()).add(region));
        }
    }

    private static Collection<String> names(Region region) {
        TreeSet<String> names = new TreeSet<>();
        names.add(normal(region.name()));
        names.add(normal(region.shortName()));
        names.add(normal(region.label().en()));
        names.add(normal(region.shortLabel().en()));
        region.aliases().forEach(alias -> names.add(normal(alias)));
        return names;
    }

    /** All regions, in the file's order. */
    public Collection<Region> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** The region of a code. */
    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The regions of a level that are valid today, in the file's order. */
    public List<Region> today(Level level) {
        return byCode.values().stream()
                .filter(region -> region.level() == level && region.replacedBy() == null)
                .toList();
    }

    /** The region that goes on with this one today: itself, or the end of its succession. */
    public Region today(Region region) {
        Region last = region;
        while (last.replacedBy() != null) {
            last = byCode.get(last.replacedBy());
        }
        return last;
    }

    /** The region and all above it on today's divisions, from the bottom up. */
    public List<Region> withAncestors(Region region) {
        return withAncestorsThen(today(region));
    }

    /** The region and all above it on the divisions of its own time, from the bottom up. */
    public List<Region> withAncestorsThen(Region region) {
        List<Region> line = new ArrayList<>();
        for (Region r = region; r != null; r = r.parent() == null ? null : byCode.get(r.parent())) {
            line.add(r);
        }
        return line;
    }

    /** What a table's cell names, in a year, wherever it is. */
    public Resolution resolve(String text, int year) {
        return resolve(text, year, null);
    }

    /**
     * What a table's cell names, in a year. A code or name of another time stands for the region that went before it or
     * goes on with it; a name may have those of the divisions above before it, as 四平市铁西区.
     *
     * @param text a code, a full or short name or an alias; white space and full-width letters do not matter
     * @param year the year of the observation
     * @param within the division that it is in, or is; null where the table does not say
     */
    public Resolution resolve(String text, int year, Region within) {
        String wanted = normal(text);
        List<Region> candidates = candidates(wanted);
        List<Region> then = (candidates.isEmpty() ? belowAncestor(wanted) : candidates)
                .stream()
                        .map(region -> then(region, year))
                        .filter(region -> within == null || isIn(region, within))
                        .distinct()
                        .toList();
        return switch (then.size()) {
            case 0 -> new Resolution.Unknown(nearest(wanted));
            case 1 -> new Resolution.Found(then.get(0));
            default -> new Resolution.Ambiguous(then);
        };
    }

    private List<Region> candidates(String wanted) {
        return byCode.containsKey(wanted) ? List.of(byCode.get(wanted)) : byName.getOrDefault(wanted, List.of());
    }

    /** What the rest names within a division, where the text starts with a division's full name. */
    private List<Region> belowAncestor(String wanted) {
        return byCode.values().stream()
                .filter(above -> wanted.startsWith(fullNames.get(above.code())))
                .flatMap(above -> {
                    String rest = wanted.substring(fullNames.get(above.code()).length());
                    List<Region> named = candidates(rest);
                    return (named.isEmpty() ? belowAncestor(rest) : named)
                            .stream().filter(region -> region != above && isIn(region, above));
                })
                .distinct()
                .toList();
    }

    private boolean isIn(Region region, Region above) {
        return withAncestorsThen(region).contains(above)
                || withAncestors(region).contains(above);
    }

    /** The region itself, and all that went before it or go on with it. */
    public List<Region> succession(Region region) {
        Region today = today(region);
        List<Region> others = byCode.values().stream()
                .filter(other -> other != region && today(other) == today)
                .toList();
        return Stream.concat(Stream.of(region), others.stream()).toList();
    }

    /** The member of the region's succession that was valid in the year; the region itself where none was. */
    public Region then(Region region, int year) {
        if (region.validIn(year)) {
            return region;
        }
        return succession(region).stream()
                .filter(other -> other.validIn(year))
                .findFirst()
                .orElse(region);
    }

    private List<String> nearest(String wanted) {
        return Nearest.to(wanted, byName.keySet())
                .map(name ->
                        byName.get(name).stream().map(Region::name).distinct().toList())
                .orElse(List.of());
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
