package org.minsheng.parse;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;
import org.minsheng.layout.Layout;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Region;

/** Turns a cell of data, of which region, year and series are known, into an observation or a reject. */
final class CellParser {
    private final Block block;
    private final Source source;
    private final Units units;
    private final BlockUnits unitsOfBlock;
    private final FileKeys keys;
    private final Consumer<Part> parts;

    /**
     * A parser.
     *
     * @param source whose table it is, and of when
     * @param units all units, as a cell may name another one than its block does
     * @param keys what the file gave so far
     * @param parts takes observations and rejects
     */
    CellParser(Block block, Source source, Units units, BlockUnits unitsOfBlock, FileKeys keys, Consumer<Part> parts) {
        this.block = block;
        this.source = source;
        this.units = units;
        this.unitsOfBlock = unitsOfBlock;
        this.keys = keys;
        this.parts = parts;
    }

    /**
     * Reads the cell of a row and column.
     *
     * @param unitOfRow the unit that the row names, null where it names none
     */
    void parse(SheetRow row, Block.Column column, Layout.Measured measured, Unit unitOfRow, Region region, int year) {
        int col = column.col();
        Cell cell = row.get(col);
        if (cell.blank()) {
            return; // nothing is said, and what was said before stays
        } else if (unitsOfBlock.isUnknown(col)) {
            unitsOfBlock.reject(col, 1);
            return;
        }
        Series series = measured.series();
        if (year > source.lastYear()) {
            parts.accept(rejected(row, col, Reason.FUTURE_PERIOD, String.valueOf(source.lastYear()), series, region));
            return;
        }
        Unit unit = unitsOfBlock.of(column, measured, unitOfRow);
        Value value = unit == null || !unit.dimension().equals(series.unit().dimension())
                ? Value.rejected(Reason.OTHER_UNIT, series.unit().name())
                : Value.of(cell, unit, units, block.layout().marks(), series, region.level());
        if (value.problem() != null) {
            parts.accept(rejected(row, col, value.problem(), value.detail(), series, region));
            return;
        }
        FileKeys.Before before = put(row.index(), col, series, region, year, value);
        if (before != null) {
            Reason reason = before.same() ? Reason.DUPLICATE : Reason.CONFLICTING_VALUES;
            parts.accept(rejected(row, col, reason, before.place(), series, region));
            if (before.isFirstConflict()) {
                String place = FileKeys.shown(block.sheet(), block.place(row.index(), col));
                parts.accept(new Conflict(series.id(), region.code(), year, place));
            }
            return;
        }
        parts.accept(new Observed(
                series.id(),
                region.code(),
                year,
                value.number(),
                value.status(),
                block.sheet(),
                block.place(row.index(), col),
                cell.text(),
                comment(row),
                source.counts(series)));
    }

    /** What the file gave for the same thing before; null where it gave nothing. */
    private FileKeys.Before put(int row, int col, Series series, Region region, int year, Value value) {
        boolean transposed = block.layout().transposed();
        return keys.put(
                series.id(), region.code(), year, transposed ? col : row, transposed ? row : col, value.number());
    }

    private String comment(SheetRow row) {
        if (block.commentCols().isEmpty()) {
            return null;
        }
        String comment = block.commentCols().stream()
                .map(col -> row.get(col).text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return comment.isEmpty() ? null : comment;
    }

    private Rejected rejected(SheetRow row, int col, Reason reason, String detail, Series series, Region region) {
        String place = block.place(row.index(), col);
        return new Rejected(block.sheet(), place, row.get(col).text(), 1, reason, detail)
                .of(series.id(), region.code());
    }
}
