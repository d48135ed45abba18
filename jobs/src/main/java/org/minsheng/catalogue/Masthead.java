package org.minsheng.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * What the authority that asks for reports has printed at the upper right of its forms. What is null is filled in by hand.
 *
 * @param numbers of the forms, by what they are for
 * @param issuer who designed the forms
 * @param document by which they were made binding
 * @param validTo the last day on which they may be used
 */
public record Masthead(Map<String, String> numbers, String issuer, String document, LocalDate validTo)
        implements Serializable {
    /** The form for tasks; the others are for a level, and go by its word. */
    public static final String MILESTONES = "milestones";

    private static final List<String> FORMS = List.of("county", "prefecture", "province", MILESTONES);

    /** Reads one that may be left out, in whole or in part. */
    static Masthead read(YamlMap map) {
        YamlMap numbers = map.map("numbers");
        Map<String, String> read = new LinkedHashMap<>();
        for (String form : FORMS) {
            String number = numbers.get(form, YamlValue::text);
            if (number != null) {
                read.put(form, number);
            }
        }
        numbers.done();
        Masthead masthead = new Masthead(
                read,
                map.get("issuer", YamlValue::text),
                map.get("document", YamlValue::text),
                map.get("valid-to", YamlValue::date));
        map.done();
        return masthead;
    }
}
