package org.minsheng.parse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.minsheng.catalogue.Unit;
import org.minsheng.layout.Layout;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/**
 * Reads the rows of one block: finds out of which year, series and region each is, and has its cells read. Each cell becomes
 * exactly one thing.
 */
final class BlockParser {
    private final Block block;
    private final BlockUnits units;
    private final CellParser cells;
    private final Tally tally;
    private final Consumer<Part> parts;
    private final MergedLabels labels;
    private final RowKinds kinds;
    private final RowYears years;
    private final RowSeries series;
    private final RowUnits rowUnits;
    private final RowRegions regions;
    private final boolean turned;
    private final Map<Integer, Long> unknownColumns = new LinkedHashMap<>();
    private SheetRow held;

    /**
     * A parser.
     *
     * @param units those of the block
     * @param cells reads a cell once its row is known
     * @param tally counts what becomes of each cell
     * @param parts takes rejects
     */
    BlockParser(Block block, BlockUnits units, CellParser cells, Regions regions, Tally tally, Consumer<Part> parts) {
        this.block = block;
        this.units = units;
        this.cells = cells;
        this.tally = tally;
        this.turned = block.layout().transposed();
        this.parts = parts;
        this.labels = new MergedLabels(block.head().merges(), block.labels().naming());
        this.kinds = new RowKinds(block, labels);
        this.years = new RowYears(block, labels);
        this.series = new RowSeries(block, labels);
        this.rowUnits = new RowUnits(block, labels, units.all());
        this.regions = RowRegions.of(block, labels, regions);
    }

    /** Reads a row; rows have to come from the top down. */
    void accept(SheetRow row) {
        SheetRow first = held;
        held = null;
        if (first != null) {
            String joined = joined(first, row);
            if (joined != null) {
                parseJoined(first, row, joined);
                return;
            }
            parse(first, null);
        }
        labels.advance(row);
        int filled = block.filled(row);
        switch (kinds.of(row, filled)) {
            case LABELS -> each(row, col -> tally.label(row, col, turned));
            case IGNORED -> each(row, col -> tally.ignore(row, col, turned));
            case PART -> {
                regions.enter(row); // those below may go on with its division
                each(row, col -> tally.ignore(row, col, turned));
            }
            case DATA -> held = row; // the next one may go on with its name
        }
    }

    /** Ends the block. */
    void finish() {
        if (held != null) {
            parse(held, null);
            held = null;
        }
        units.unknown().forEach(parts);
        unknownColumns.forEach((col, count) -> parts.accept(new Rejected(
                block.sheet(),
                block.place(block.firstDataRow() - 1, col),
                String.join("/", block.header(col)),
                count,
                Reason.UNKNOWN_COLUMN,
                block.layout().id())));
    }

    /** A long name may take two rows, with the figures in one of them. */
    private String joined(SheetRow first, SheetRow second) {
        boolean follows = second.index() == first.index() + 1;
        return follows && hasFigures(first) != hasFigures(second) ? regions.joined(first, second) : null;
    }

    private boolean hasFigures(SheetRow row) {
        return block.filledData(row) > 0;
    }

    private void parseJoined(SheetRow first, SheetRow second, String name) {
        if (hasFigures(first)) {
            parse(first, name);
            labels.advance(second);
            countLabels(second);
        } else {
            labels.advance(second);
            countLabels(first);
            parse(second, name);
        }
    }

    /**
     * Reads a row of data.
     *
     * @param joined the name of its region, where that takes two rows; else null
     */
    private void parse(SheetRow row, String joined) {
        countLabels(row);
        if (units.areUnknown()) {
            units.reject(block.filledData(row));
            rejectData(row, Reason.UNKNOWN_UNIT);
            return;
        }
        regions.enter(row);
        Answer<Integer> year = years.of(row);
        Answer<Layout.Measured> measured = series.of(row);
        Answer<Unit> unit = rowUnits.of(row);
        Answer<?> wrong = Stream.of(labels.struck(row), year, measured, unit)
                .filter(Answer::isRejected)
                .findFirst()
                .orElse(null);
        if (wrong != null) {
            // Asked of each, as the rows below may go on with its region.
            boolean isNamed = regions.isNamed(row, joined, years.last());
            boolean isHeading = isNamed && wrong.reason() == Reason.UNKNOWN_PERIOD && !hasFigures(row);
            if (!isHeading) {
                reject(row, labels.shown(row, wrong.col()), wrong);
            }
            return;
        }
        Map<Integer, Region> regionOfYear = regionOfYear(row, joined, year.value());
        if (regionOfYear != null) {
            for (Block.Column column : block.columns().values()) {
                int ofCell = column.year(year.value());
                Region region = regionOfYear.get(ofCell);
                if (units.isUnknown(column.col()) && !row.get(column.col()).blank()) {
                    tally.rejected(row, column.col(), turned, Reason.UNKNOWN_UNIT);
                }
                cells.parse(row, column, column.measured(measured.value()), unit.value(), region, ofCell);
            }
        }
    }

    /** The region of a row in each of its years; null where the row was rejected for one of them. */
    private Map<Integer, Region> regionOfYear(SheetRow row, String joined, Integer rowYear) {
        Map<Integer, Region> regionOfYear = new HashMap<>();
        for (Block.Column column : block.columns().values()) {
            int year = column.year(rowYear);
            if (!regionOfYear.containsKey(year)) {
                Answer<Region> region = regions.of(row, joined, year);
                if (region.isRejected()) {
                    reject(row, joined == null ? labels.shown(row, region.col()) : Cell.text(joined), region);
                    return null;
                }
                regionOfYear.put(year, region.value());
            }
        }
        return regionOfYear;
    }

    private void countLabels(SheetRow row) {
        for (int col = block.left(); col <= block.last(row); col++) {
            if (row.get(col).blank() || block.columns().containsKey(col)) {
                continue;
            } else if (block.ignoredCols().contains(col)) {
                tally.ignore(row, col, turned);
            } else if (block.isLabel(col)) {
                tally.label(row, col, turned);
            } else {
                unknownColumns.merge(col, 1L, Long::sum);
                tally.rejected(row, col, turned, Reason.UNKNOWN_COLUMN);
            }
        }
    }

    private void each(SheetRow row, IntConsumer what) {
        for (int col = block.left(); col <= block.last(row); col++) {
            if (!row.get(col).blank()) {
                what.accept(col);
            }
        }
    }

    private void rejectData(SheetRow row, Reason reason) {
        for (int col : block.columns().keySet()) {
            if (!row.get(col).blank()) {
                tally.rejected(row, col, turned, reason);
            }
        }
    }

    /** Rejects a row's figures. Its labels are counted already. */
    private void reject(SheetRow row, Cell told, Answer<?> why) {
        rejectData(row, why.reason());
        int col = Math.max(why.col(), block.left()); // where the block lacks the column, the row's first stands for it
        parts.accept(new Rejected(
                block.sheet(),
                block.place(row.index(), col),
                told.text(),
                block.filledData(row),
                why.reason(),
                why.detail()));
    }
}
