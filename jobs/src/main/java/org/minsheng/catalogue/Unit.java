package org.minsheng.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import org.minsheng.conf.Language;

/**
 * A unit of measurement.
 *
 * @param name as tables write it, such as 万人
 * @param dimension what it measures; units of one dimension convert into each other
 * @param factor how many of the dimension's base unit it is, above zero
 * @param english the English name
 */
public record Unit(String name, String dimension, BigDecimal factor, String english) implements Serializable {
    /** The dimension of shares and ratios, which are of no quantity. */
    public static final String RATIO = "ratio";

    /** The unit's name in a language. */
    public String in(Language language) {
        return language == Language.EN ? english : name;
    }
}
