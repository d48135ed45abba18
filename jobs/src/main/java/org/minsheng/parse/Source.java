package org.minsheng.parse;

import java.util.Set;
import org.minsheng.catalogue.Series;

/**
 * Whose table a file is, and of when.
 *
 * @param lastYear the year in which it was received: of later ones it can know nothing
 * @param beside ids of the series that it gives though its office is not their provider: kept, and not used
 */
record Source(int lastYear, Set<String> beside) {
    /** Whether values of a series count that come from here. */
    boolean counts(Series series) {
        return !beside.contains(series.id());
    }
}
