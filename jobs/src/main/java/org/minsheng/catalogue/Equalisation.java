package org.minsheng.catalogue;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.conf.Label;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * When services count as equal in every county, and which groups of counties are also held apart.
 *
 * @param difference the largest coefficient of difference (差异系数) at which they are equal, above 0; null where none is stated
 * @param reading what the number stands for and where it comes from, as workbooks give it; null where there is none
 * @param peerGroups the names of the groups of counties, by the word of the column {@code peer_group} of the regions
 */
public record Equalisation(Double difference, Label reading, Map<String, Label> peerGroups) implements Serializable {
    private static final String EVERY = "all";

    /** Reads one that may be left out, in whole or in part. */
    static Equalisation read(YamlMap map) {
        YamlMap groups = map.map("peer-groups");
        Map<String, Label> names = new LinkedHashMap<>();
        for (String word : groups.entries().keySet()) {
            if (word.equals(EVERY)) {
                groups.problem(word, "'" + EVERY + "' stands for all counties", "Call the group otherwise");
            }
            names.put(word, groups.need(word, YamlValue::label));
        }
        groups.done();
        Double difference = map.get("difference", YamlValue::decimal);
        Label reading = map.get("reading", YamlValue::label);
        map.done();
        if (difference != null && difference <= 0) {
            map.problem("difference", "'difference' must be above 0", "");
        }
        if (difference != null && reading == null) {
            map.problem("difference", "a number without a reading is shown to nobody", "Write 'reading' beside it");
        }
        return new Equalisation(difference, reading, names);
    }
}
