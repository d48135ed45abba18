package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;

/**
 * A unit of measurement.
 *
 * @param name as tables write it, such as 万人
 * @param dimension what it measures; units of one dimension convert into each other
 * @param factor how many of the dimension's base unit it is, above zero
 * @param english the English name
 * @param whole whether what it measures comes in whole pieces, such as people: half of one cannot be
 * @param words texts that stand for values of this unit, such as 是 for 1; mostly none
 */
public record Unit(
        String name, String dimension, BigDecimal factor, String english, boolean whole, Map<String, BigDecimal> words)
        implements Serializable {
    /** Stands in for a unit that the configuration does not say as it should, which has been told. */
    public static final Unit UNREAD = new Unit("", "", BigDecimal.ONE, "", false, Map.of());

    /** The dimension of shares and ratios, which are of no quantity. */
    public static final String RATIO = "ratio";

    /** The dimension of how far a milestone has come. */
    public static final String STAGE = "stage";

    /** The dimension of yes (1) and no (0). */
    public static final String YES_NO = "yes-no";

    /**
     * The word for a value, where the unit has words: in Chinese the first that the configuration gives for it, in English
     * the last.
     */
    public Optional<String> word(BigDecimal value, Language language) {
        List<String> all = words.entrySet().stream()
                .filter(word -> word.getValue().compareTo(value) == 0)
                .map(Map.Entry::getKey)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Label(all.get(0), all.get(all.size() - 1)).in(language));
    }

    /** Whether it counts parts of a whole, as % and ‰ do. */
    public boolean isShare() {
        return dimension.equals(RATIO) && factor.compareTo(BigDecimal.ONE) < 0;
    }

    /** Whether it tells whether something is there, and not how much of it. */
    public boolean isYesOrNo() {
        return dimension.equals(YES_NO);
    }

    /** The unit's name in a language. */
    public String in(Language language) {
        return language == Language.EN ? english : name;
    }
}
