package org.minsheng.catalogue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.minsheng.conf.Label;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** Reads a field with its measures, of one file after the other. */
final class FieldReader {
    private final IndicatorReader indicators;
    private final Set<Integer> measures = new HashSet<>();

    FieldReader(IndicatorReader indicators) {
        this.indicators = indicators;
    }

    Field read(YamlMap map) {
        return new Field(
                map.need("field", value -> value.integer(1, 99), 0),
                map.need("title", YamlValue::label),
                Scorecard.weight(map),
                map.needMaps("measures").stream()
                        .map(this::readMeasure)
                        .sorted(Comparator.comparingInt(Measure::number))
                        .toList());
    }

    private Measure readMeasure(YamlMap map) {
        int number = map.need("measure", value -> value.integer(1, 999), 0);
        Label title = map.need("title", YamlValue::label);
        String lead = map.need("lead", YamlValue::text, "");
        List<Indicator> read = map.needMaps("indicators").stream()
                .map(indicator -> indicators.read(indicator, number, lead))
                .toList();
        Measure measure = new Measure(number, title, lead, map.texts("with"), Scorecard.weight(map), read);
        map.done();
        if (number > 0 && !measures.add(number)) {
            map.problem("measure", "measure " + number + " stands here a second time", "");
        }
        return measure;
    }
}
