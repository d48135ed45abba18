package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** The units that the configuration knows ({@code conf/units.yaml}). */
public final class Units implements Serializable {
    private final Map<String, Unit> byName = new LinkedHashMap<>();

    /** Reads the list of units; mistakes go to the map's problems. */
    public static Units read(YamlMap file) {
        Units units = new Units();
        for (YamlValue entry : file.need("units").map(YamlValue::list).orElse(java.util.List.of())) {
            entry.map().ifPresent(units::readOne);
        }
        file.done();
        units.spreadWhole();
        return units;
    }

    /** What comes in whole pieces does so in all units of its dimension. */
    private void spreadWhole() {
        Set<String> whole = byName.values().stream()
                .filter(Unit::whole)
                .map(Unit::dimension)
                .collect(Collectors.toSet());
        byName.replaceAll((name, unit) -> whole.contains(unit.dimension())
                ? new Unit(name, unit.dimension(), unit.factor(), unit.english(), true, unit.words())
                : unit);
    }

    private void readOne(YamlMap map) {
        Optional<YamlValue> name = map.need("unit");
        var unit = name.flatMap(YamlValue::text);
        var dimension = map.need("dimension").flatMap(YamlValue::text);
        var factor = map.need("factor").flatMap(YamlValue::number);
        var english = map.need("en").flatMap(YamlValue::text);
        Map<String, BigDecimal> words = new LinkedHashMap<>();
        map.get("words")
                .flatMap(YamlValue::map)
                .ifPresent(entries -> entries.entries()
                        .forEach((word, value) -> value.number().ifPresent(number -> words.put(word, number))));
        Optional<YamlValue> whole = map.get("whole");
        boolean counted = whole.flatMap(YamlValue::bool).orElse(false);
        map.done();
        if (counted && factor.filter(f -> f.compareTo(BigDecimal.ONE) != 0).isPresent()) {
            whole.orElseThrow().problem("'whole' belongs to the unit of the dimension whose factor is 1", "");
        }
        if (factor.isPresent() && factor.get().signum() <= 0) {
            map.get("factor").orElseThrow().problem("a unit's factor must be above zero", "");
        } else if (unit.isPresent() && dimension.isPresent() && factor.isPresent() && english.isPresent()) {
            Unit read = new Unit(unit.get(), dimension.get(), factor.get(), english.get(), counted, words);
            if (byName.putIfAbsent(read.name(), read) != null) {
                name.orElseThrow().problem("the unit '" + read.name() + "' stands here a second time", "");
            }
        }
    }

    /** The unit of a name. */
    public Optional<Unit> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The unit that a configuration value names; an unknown one is a problem at that value. */
    public Optional<Unit> find(YamlValue value) {
        return value.text().flatMap(name -> {
            Optional<Unit> unit = find(name);
            if (unit.isEmpty()) {
                value.problem("the unit '" + name + "' is not known", Nearest.remedy(name, byName.keySet()));
            }
            return unit;
        });
    }

    /** All units in the file's order. */
    public Collection<Unit> all() {
        return byName.values();
    }
}
