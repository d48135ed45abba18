package org.minsheng.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Reads where a layout has the regions of its rows. */
final class RegionPlaceReader {
    /** Where the division above a region stands, if not in a column. */
    private enum Within {
        ROWS
    }

    private final Regions regions;

    RegionPlaceReader(Regions regions) {
        this.regions = regions;
    }

    Layout.RegionPlace read(YamlMap map) {
        Map<String, String> totals = new LinkedHashMap<>();
        map.map("totals")
                .entries()
                .forEach((text, value) -> total(value).ifPresent(code -> totals.put(HeaderText.normal(text), code)));
        Pattern name = map.get("name", value -> value.pattern("name"));
        List<String> agrees = map.get("agrees", HeaderText::read);
        boolean inColumn =
                map.get(Layout.RegionPlace.WITHIN).filter(YamlValue::isMap).isPresent();
        List<String> withinColumn = inColumn ? withinColumn(map.map(Layout.RegionPlace.WITHIN)) : null;
        boolean withinRows =
                !inColumn && map.get(Layout.RegionPlace.WITHIN, value -> value.choice(Within.class)) == Within.ROWS;
        Layout.RegionPlace place = map.has("fixed")
                ? new Layout.RegionPlace.Fixed(map.get("fixed", this::code))
                : new Layout.RegionPlace.InColumn(
                        map.need("column", HeaderText::read), name, agrees, withinColumn, withinRows, totals);
        map.done();
        return place;
    }

    private static List<String> withinColumn(YamlMap map) {
        List<String> header = map.need("column", HeaderText::read);
        map.done();
        return header;
    }

    private Optional<String> total(YamlValue value) {
        Optional<String> text = value.text();
        boolean isWord = text.filter(t -> t.equals(Layout.RegionPlace.WITHIN) || t.equals(Layout.RegionPlace.DISTRICTS))
                .isPresent();
        return isWord || text.isEmpty() ? text : code(value);
    }

    private Optional<String> code(YamlValue value) {
        return value.text().filter(code -> {
            boolean isKnown = regions.find(code).isPresent();
            if (!isKnown) {
                value.problem(
                        "the region " + code + " is not in regions.csv",
                        Nearest.remedy(
                                code, regions.all().stream().map(Region::code).toList()));
            }
            return isKnown;
        });
    }
}
