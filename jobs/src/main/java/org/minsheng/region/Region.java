package org.minsheng.region;

import java.io.Serializable;
import java.util.List;
import org.minsheng.conf.Label;
import org.minsheng.conf.Level;

/**
 * One division, as it was under one code.
 *
 * @param code the official one, in China that of GB/T 2260; one of our own where there is none
 * @param name full name
 * @param shortName name in use
 * @param english full name in English, null where there is none
 * @param shortEnglish name in use in English, null where there is none
 * @param level zone, county, districts, prefecture or province
 * @param parent code of the division above, null for the province
 * @param validFrom first year of this code, null where it always was
 * @param validTo last year of this code, null while it still is
 * @param replacedBy the code that goes on with it, null while it is valid
 * @param tileRow row in the tile-grid map, null where it has no tile
 * @param tileCol column in the tile-grid map
 * @param population people at the last census, null where not known
 * @param ruralPopulation of these in the countryside
 * @param peerGroup the word of the group of counties beside which it is also held apart, such as urban districts; null where
 *     there are no such groups
 * @param alsoElsewhere whether other provinces have a region of this name too
 * @param aliases other names that tables use
 */
public record Region(
        String code,
        String name,
        String shortName,
        String english,
        String shortEnglish,
        Level level,
        String parent,
        Integer validFrom,
        Integer validTo,
        String replacedBy,
        Integer tileRow,
        Integer tileCol,
        Long population,
        Long ruralPopulation,
        String peerGroup,
        boolean alsoElsewhere,
        List<String> aliases)
        implements Serializable {
    /** Its full name in both languages. */
    public Label label() {
        return Label.of(name, english);
    }

    /** The name in use in both languages: in English the full one where there is no other. */
    public Label shortLabel() {
        return Label.of(shortName, shortEnglish == null ? english : shortEnglish);
    }

    /** Whether the code was valid in a year. */
    public boolean validIn(int year) {
        return (validFrom == null || year >= validFrom) && (validTo == null || year <= validTo);
    }
}
