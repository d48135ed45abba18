package org.minsheng.ingest;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a file holds.
 *
 * @param layout the layout that read it, null where none did
 * @param cells cells of data seen
 * @param observed the accepted ones
 * @param rejected the others, and what else was wrong
 */
record ParsedFile(String layout, long cells, List<Observed> observed, List<Rejected> rejected) {
    /**
     * An accepted cell.
     *
     * @param value in the series' unit, null where missing
     * @param comment what the row says beside it, null where nothing
     */
    record Observed(
            String series,
            String refArea,
            int year,
            BigDecimal value,
            String sheet,
            String cell,
            String raw,
            String comment) {}

    /**
     * Something rejected.
     *
     * @param cells cells of data that it stands for
     * @param detail what would be right, in few words of no language; may be empty
     */
    record Rejected(String sheet, String cell, String raw, long cells, Reason reason, String detail) {}

    /** A file of which nothing could be read. */
    static ParsedFile rejected(Reason reason, String detail) {
        return new ParsedFile(null, 0, List.of(), List.of(new Rejected("", "", "", 0, reason, detail)));
    }
}
