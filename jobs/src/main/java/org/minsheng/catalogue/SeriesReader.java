package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.conf.Level;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** Reads the series, of one file after the other. */
final class SeriesReader {
    private final Units units;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private boolean areAllKnown = true;

    SeriesReader(Units units) {
        this.units = units;
    }

    /** Those read so far, by id. */
    Map<String, Series> series() {
        return series;
    }

    /** Whether the ids of all could be read so far. */
    boolean areAllKnown() {
        return areAllKnown;
    }

    /** Reads those of a file. */
    void readAll(YamlMap file) {
        areAllKnown &= file.get("series").map(YamlValue::isList).orElse(true);
        file.maps("series").forEach(this::read);
    }

    private void read(YamlMap map) {
        YamlMap usual = map.map("usual");
        Series read = new Series(
                map.need("id", YamlValue::text),
                map.need("title", YamlValue::label),
                map.need("unit", units::find, Unit.UNREAD),
                map.need("level", value -> value.choice(Level.class)),
                map.get("least", YamlValue::number),
                map.get("most", YamlValue::number),
                usual.get("least", YamlValue::number),
                usual.get("most", YamlValue::number),
                map.texts("providers"),
                map.get("fractions", YamlValue::bool, false),
                map.get("decimals", value -> value.integer(0, 6), 0));
        usual.done();
        map.done();
        if (isAbove(read.usualLeast(), read.usualMost())) {
            map.problem("usual", "'least' is above 'most'", "");
        }
        if (isAbove(read.least(), read.most())) {
            map.problem("least", "'least' is above 'most'", "");
        }
        if (read.fractions() && !read.unit().whole() && read.unit() != Unit.UNREAD) {
            String what = "'fractions' says nothing: " + read.unit().name() + " is not counted in whole pieces";
            map.problem("fractions", what, "");
        }
        if (read.id() == null) {
            areAllKnown = false;
        } else if (series.putIfAbsent(read.id(), read) != null) {
            map.problem("id", "the series '" + read.id() + "' is defined a second time", "");
        }
    }

    private static boolean isAbove(BigDecimal least, BigDecimal most) {
        return least != null && most != null && least.compareTo(most) > 0;
    }
}
