package org.minsheng.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.minsheng.conf.Level;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/** What the texts of a layout's column of regions stand for; each is looked up once. */
final class RegionNames {
    /** More names than a table has; a table of nonsense shall not fill the memory. */
    private static final int MOST_KEPT = 20_000;

    private final Layout.RegionPlace.InColumn place;
    private final Regions regions;
    private final Map<Asked, Resolution> resolved = new HashMap<>();
    private final Map<String, Boolean> unknown = new HashMap<>();

    private record Asked(String name, int year, String within) {}

    RegionNames(Layout.RegionPlace.InColumn place, Regions regions) {
        this.place = place;
        this.regions = regions;
    }

    Layout.RegionPlace.InColumn place() {
        return place;
    }

    /** Whether no region of any time or place has this name, so that it may be a part of one. */
    boolean isUnknownAnywhere(String text) {
        if (unknown.size() > MOST_KEPT) {
            unknown.clear();
        }
        return unknown.computeIfAbsent(
                text,
                t -> !place.totals().containsKey(HeaderText.normal(t))
                        && regions.resolve(name(t), 2000) instanceof Resolution.Unknown);
    }

    /**
     * What a cell of the column stands for.
     *
     * @param above the division that it is in, or is; null where the table does not say
     */
    Resolution resolve(String text, Region above, int year) {
        String total = place.totals().get(HeaderText.normal(text));
        if (total != null) {
            return ofTotal(total, above, year);
        }
        String name = name(text);
        Resolution inside = resolve(name, year, above);
        if (inside instanceof Resolution.Found || above == null || !place.withinRows()) {
            return inside;
        }
        // The next group begins; a county of another group does not.
        Resolution anywhere = resolve(name, year);
        return anywhere instanceof Resolution.Found found
                        && found.region().level().compareTo(Level.PREFECTURE) >= 0
                ? anywhere
                : inside;
    }

    private String name(String text) {
        if (place.name() == null) {
            return text;
        }
        Matcher matcher = place.name().matcher(HeaderText.normal(text));
        return matcher.matches() && matcher.group("name") != null ? matcher.group("name") : text;
    }

    private Resolution ofTotal(String total, Region above, int year) {
        if (total.equals(Layout.RegionPlace.WITHIN)) {
            return above == null ? new Resolution.Unknown(List.of()) : new Resolution.Found(above);
        } else if (total.equals(Layout.RegionPlace.DISTRICTS)) {
            return regions.all().stream()
                    .filter(region -> region.level() == Level.DISTRICTS && above != null)
                    .filter(region -> region.parent().equals(above.code()))
                    .findFirst()
                    .<Resolution>map(Resolution.Found::new)
                    .orElseGet(() -> new Resolution.Unknown(List.of()));
        }
        return resolve(total, year);
    }

    /** What a text stands for by itself, as a code or a name in another column. */
    Resolution resolve(String name, int year) {
        return resolve(name, year, null);
    }

    private Resolution resolve(String name, int year, Region within) {
        if (resolved.size() > MOST_KEPT) {
            resolved.clear();
        }
        return resolved.computeIfAbsent(
                new Asked(name, year, within == null ? null : within.code()),
                asked -> regions.resolve(name, year, within));
    }
}
