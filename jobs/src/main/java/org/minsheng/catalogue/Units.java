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
    /** Whether there is a list of units; where there is none, that has been told, and any name may be one's. */
    private final boolean areListed;

    private Units(boolean areListed) {
        this.areListed = areListed;
    }

    /** Reads the list of units; mistakes go to the map's problems. */
    static Units read(YamlMap file) {
        Units units = new Units(file.get("units").filter(YamlValue::isList).isPresent());
        file.needMaps("units").forEach(units::readOne);
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
        Map<String, BigDecimal> words = new LinkedHashMap<>();
        map.map("words")
                .entries()
                .forEach((word, value) -> value.number().ifPresent(number -> words.put(word, number)));
        Unit unit = new Unit(
                map.need("unit", YamlValue::text),
                map.need("dimension", YamlValue::text, ""),
                map.need("factor", YamlValue::number, BigDecimal.ONE),
                map.need("en", YamlValue::text),
                map.get("whole", YamlValue::bool, false),
                words);
        map.done();
        if (unit.whole() && unit.factor().compareTo(BigDecimal.ONE) != 0) {
            map.problem("whole", "'whole' belongs to the unit of the dimension whose factor is 1", "");
        }
        if (unit.factor().signum() <= 0) {
            map.problem("factor", "a unit's factor must be above zero", "");
        }
        if (unit.name() != null && byName.putIfAbsent(unit.name(), map.isSound() ? unit : Unit.UNREAD) != null) {
            map.problem("unit", "the unit '" + unit.name() + "' stands here a second time", "");
        }
    }

    /** The unit of a name. */
    public Optional<Unit> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The unit that a configuration value names; an unknown one is a problem at that value. */
    public Optional<Unit> find(YamlValue value) {
        return value.text().flatMap(name -> {
            Optional<Unit> unit = areListed ? find(name) : Optional.of(Unit.UNREAD);
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
