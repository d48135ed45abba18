package org.minsheng.catalogue;

import java.util.Locale;

/** How the value of a prefecture or the province follows from those below it. */
public enum RollUp {
    /** The sum of numerators over the sum of denominators, or the sum of values. */
    SUMS,
    /** The share, in %, of counties that meet the target among those with a value. */
    SHARE_OF_COUNTIES,
    /** The share, in %, of people who live in counties that meet the target, among those with a value. */
    SHARE_OF_PEOPLE;

    /** The word used in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
