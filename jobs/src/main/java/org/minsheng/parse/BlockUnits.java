package org.minsheng.parse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.layout.PatternWords;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.SheetRow;

/**
 * The units of a block's columns, as the layout, their headers or the corner of the table names them. Where nobody knows the
 * one that is named, none of the cells that it stands for means anything: they are rejected together.
 */
final class BlockUnits {
    private final Block block;
    private final Units units;
    private final Map<Integer, Unit> unitOfColumn = new HashMap<>();
    private final Map<Integer, Rejected> unknownColumns = new LinkedHashMap<>();
    /** The unit that the corner names; null where it names none. */
    private final Unit corner;

    private Rejected unknownCorner;

    BlockUnits(Block block, Units units) {
        this.block = block;
        this.units = units;
        this.corner = block.layout().corner() == null ? null : corner();
        for (Block.Column column : block.columns().values()) {
            if (column.measured() == null) {
                continue;
            }
            switch (column.measured().unitPlace()) {
                case LAYOUT, CORNER, COLUMN -> {
                    // the same for all columns, or for all of a row
                }
                case HEADER -> {
                    Optional<Unit> unit = units.find(String.valueOf(column.unit()))
                            .filter(u -> u.dimension()
                                    .equals(column.measured().series().unit().dimension()));
                    unit.ifPresentOrElse(
                            u -> unitOfColumn.put(column.col(), u),
                            () -> unknownColumns.put(
                                    column.col(),
                                    new Rejected(
                                            block.sheet(),
                                            block.place(block.firstDataRow() - 1, column.col()),
                                            String.join("/", block.header(column.col())),
                                            0,
                                            Reason.UNKNOWN_UNIT,
                                            column.measured().series().unit().name())));
                }
            }
        }
    }

    /** The unit that the corner names; a block without a known one is rejected, for its numbers mean nothing. */
    private Unit corner() {
        for (boolean own : new boolean[] {true, false}) {
            for (SheetRow row : block.head().rows()) {
                for (int col = 0; row.index() < block.headerTop() && col < row.width(); col++) {
                    boolean inside = col >= block.left() && col <= block.right();
                    Matcher matcher =
                            block.layout().corner().matcher(row.get(col).text().strip());
                    if (inside == own && matcher.matches()) {
                        Optional<Unit> unit = units.find(HeaderText.normal(matcher.group("unit")));
                        if (unit.isEmpty()) {
                            unknownCorner = new Rejected(
                                    block.sheet(),
                                    block.place(row.index(), col),
                                    row.get(col).text(),
                                    0,
                                    Reason.UNKNOWN_UNIT,
                                    "");
                        }
                        return unit.orElse(null);
                    }
                }
            }
        }
        unknownCorner = new Rejected(
                block.sheet(),
                "",
                "",
                0,
                Reason.UNKNOWN_UNIT,
                PatternWords.of(block.layout().corner()));
        return null;
    }

    /** All that there are. */
    Units all() {
        return units;
    }

    /** Whether the whole block means nothing. */
    boolean areUnknown() {
        return unknownCorner != null;
    }

    /** Counts cells of a block that means nothing. */
    void reject(long cells) {
        unknownCorner = unknownCorner.plus(cells);
    }

    boolean isUnknown(int col) {
        return unknownColumns.containsKey(col);
    }

    /** Counts cells of a column that means nothing. */
    void reject(int col, long cells) {
        unknownColumns.computeIfPresent(col, (c, rejected) -> rejected.plus(cells));
    }

    /**
     * The unit of a cell.
     *
     * @param measured what it holds
     * @param ofRow the unit that its row names; null where it names none
     * @return null where the table does not say it
     */
    Unit of(Block.Column column, Layout.Measured measured, Unit ofRow) {
        return switch (measured.unitPlace()) {
            case LAYOUT -> measured.unit();
            case CORNER -> corner;
            case HEADER -> unitOfColumn.get(column.col());
            case COLUMN -> ofRow;
        };
    }

    /** What is rejected for its unit, at the end of the block. */
    List<Rejected> unknown() {
        return Stream.concat(Stream.ofNullable(unknownCorner), unknownColumns.values().stream())
                .toList();
    }
}
