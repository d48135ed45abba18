package org.minsheng.parse;

import java.io.Serializable;
import java.math.BigDecimal;

/** What can come of a file. */
public final class ParsedFile {
    private ParsedFile() {}

    /** What can come of cells. */
    public sealed interface Part {}

    /**
     * An accepted cell.
     *
     * @param value in the series' unit, null where missing
     * @param status SDMX status
     * @param comment what the row says beside it, null where nothing
     * @param counts whether the table comes from a provider of the series
     */
    public record Observed(
            String series,
            String refArea,
            int year,
            BigDecimal value,
            String status,
            String sheet,
            String cell,
            String raw,
            String comment,
            boolean counts)
            implements Part {}

    /**
     * Something rejected.
     *
     * @param cells cells that it stands for
     * @param detail what would be right, in few words of no language; may be empty
     * @param series the series that it is of, null where that is not known
     * @param refArea the code of the region that it is of, null where that is not known
     */
    public record Rejected(
            String sheet,
            String cell,
            String raw,
            long cells,
            Reason reason,
            String detail,
            String series,
            String refArea)
            implements Part, Serializable {
        public Rejected(String sheet, String cell, String raw, long cells, Reason reason, String detail) {
            this(sheet, cell, raw, cells, reason, detail, null, null);
        }

        Rejected plus(long more) {
            return new Rejected(sheet, cell, raw, cells + more, reason, detail, series, refArea);
        }

        Rejected of(String series, String refArea) {
            return new Rejected(sheet, cell, raw, cells, reason, detail, series, refArea);
        }
    }

    /**
     * Another value for what an accepted cell before it said, so that neither is taken.
     *
     * @param place where the other stands
     */
    public record Conflict(String series, String refArea, int year, String place) implements Part {}

    /**
     * The account of a file.
     *
     * @param format xlsx, xls, text, csv or parquet; null where it could not be opened
     * @param layout the layout that read it, null where none did
     * @param cells cells seen
     * @param labels of these, cells that say what others mean
     * @param ignored of these, cells that the layout ignores
     * @param observed observations
     * @param rejected rejects, cells or more at once
     * @param rejectedCells cells that the rejects stand for
     * @param broken whether reading broke off, so that nothing of it counts but the reject that says why
     */
    public record Account(
            String format,
            String layout,
            long cells,
            long labels,
            long ignored,
            long observed,
            long rejected,
            long rejectedCells,
            boolean broken) {}
}
