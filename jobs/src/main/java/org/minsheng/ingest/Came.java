package org.minsheng.ingest;

import java.util.HashSet;
import java.util.Set;

/**
 * What came of files, as far as the steps after them have to know: told by the queries that check the files, so that nobody has to
 * ask the tables for it.
 *
 * @param observations whether there may be any
 * @param rejects the same
 * @param withdrawals the same
 * @param series those of the observations, and maybe others
 * @param unopened files that could not be opened
 */
record Came(boolean observations, boolean rejects, boolean withdrawals, Set<String> series, long unopened) {
    /** Of no file. */
    static final Came NOTHING = new Came(false, false, false, Set.of(), 0);

    /** Of these files and others. */
    Came and(Came others) {
        Set<String> both = new HashSet<>(series);
        both.addAll(others.series);
        return new Came(
                observations || others.observations,
                rejects || others.rejects,
                withdrawals || others.withdrawals,
                both,
                unopened + others.unopened);
    }
}
