package org.minsheng.parse;

import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;

/** Tells the rows of a block that hold its data from all that stands above and between them. */
final class RowKinds {
    /** What a row is. */
    enum Kind {
        /** A part of the header, be it on another page, or the numbers of the columns. */
        LABELS,
        /** Nothing that counts. */
        IGNORED,
        /** It breaks down the figures of a row that counts, and does not count itself. */
        PART,
        DATA
    }

    private final Block block;
    private final Layout layout;
    private final MergedLabels labels;
    /** The column by which people find a row. */
    private final int anchorCol;

    private boolean ended;

    RowKinds(Block block, MergedLabels labels) {
        this.block = block;
        this.layout = block.layout();
        this.labels = labels;
        this.anchorCol = layout.region() instanceof Layout.RegionPlace.InColumn
                ? block.labels().region()
                : block.labels().series();
    }

    /** What the next row is. */
    Kind of(SheetRow row, int filled) {
        if (row.index() < block.firstDataRow()) {
            return Kind.LABELS;
        } else if (filled == 0 || isBelowEnd(row) || isIgnored(row)) {
            return Kind.IGNORED;
        } else if (repeatsHeader(row) || numbersColumns(row)) {
            return Kind.LABELS;
        }
        return counts(row) ? Kind.DATA : Kind.PART;
    }

    private boolean isBelowEnd(SheetRow row) {
        String end = layout.ignored().end();
        ended = ended || end != null && end.equals(firstText(row));
        return ended;
    }

    private boolean isIgnored(SheetRow row) {
        if (row.hidden() && !layout.readHidden()) {
            return true;
        } else if (layout.ignored().rows().isEmpty()) {
            return false;
        }
        String first = firstText(row);
        return layout.ignored().rows().stream().anyMatch(p -> p.matcher(first).matches());
    }

    /** Of a row that holds something. */
    private String firstText(SheetRow row) {
        int col = block.left();
        while (row.get(col).blank()) {
            col++;
        }
        return HeaderText.normal(row.get(col).text());
    }

    /** A page break may bring the header again. */
    private boolean repeatsHeader(SheetRow row) {
        for (int col = block.left(); col <= block.last(row); col++) {
            Cell cell = row.get(col);
            if (!cell.blank()
                    && (cell.kind() != Cell.Kind.TEXT || !block.header(col).contains(HeaderText.normal(cell.text())))) {
                return false;
            }
        }
        return true;
    }

    private boolean numbersColumns(SheetRow row) {
        return !row.get(anchorCol).blank() && ColumnNumbers.are(row, block.left(), block.last(row));
    }

    private boolean counts(SheetRow row) {
        if (layout.counted() == null) {
            return true;
        }
        Cell told = labels.shown(row, block.labels().counted());
        return told.blank()
                ? block.filledData(row) == 0 // a heading
                : told.kind() == Cell.Kind.STRUCK || layout.counted().keep().contains(HeaderText.normal(told.text()));
    }
}
