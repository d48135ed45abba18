package org.minsheng.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;
import org.minsheng.conf.Language;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.parse.ParsedFile.Conflict;
import org.minsheng.parse.ParsedFile.Observed;
import org.minsheng.parse.ParsedFile.Part;
import org.minsheng.parse.ParsedFile.Rejected;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Region;

/** Turns the rows of one block into observations and rejects, and each of its cells into exactly one thing. */
final class BlockParser {
    private static final int MOST_YEARS_KEPT = 1_000;

    private final Block block;
    private final Layout layout;
    private final Source source;
    private final Units units;
    private final RowRegions regions;
    private final FileKeys keys;
    private final Tally tally;
    private final Consumer<Part> parts;
    private final String sheet;
    private final boolean transposed;
    /** Columns that say what a row is about. */
    private final int[] namingCols;

    private final Map<Integer, Long> unknownColumns = new LinkedHashMap<>();
    private final BlockUnits unitsOfBlock;
    private final MergedLabels labels;
    private final Map<String, OptionalInt> years = new HashMap<>();
    private int lastYear = 2000;
    private SheetRow held;
    private Cell lastWithin = Cell.BLANK;

    /**
     * A parser.
     *
     * @param source whose table it is, and of when
     * @param keys what the file gave so far
     * @param tally counts what becomes of each cell
     * @param parts takes observations and rejects
     */
    BlockParser(
            Block block,
            Source source,
            Units units,
            RowRegions regions,
            FileKeys keys,
            Tally tally,
            Consumer<Part> parts) {
        this.block = block;
        this.source = source;
        this.layout = block.layout();
        this.units = units;
        this.regions = regions;
        this.keys = keys;
        this.tally = tally;
        this.parts = parts;
        this.sheet = block.head().sheet().name();
        this.transposed = layout.transposed();
        this.namingCols = IntStream.of(
                        block.regionCol(), block.withinCol(), block.periodCol(), block.seriesCol(), block.countedCol())
                .filter(col -> col >= 0)
                .toArray();
        this.labels = new MergedLabels(block.head().merges(), namingCols);
        this.unitsOfBlock = new BlockUnits(block, units);
    }

    /** Reads a row; rows have to come from the top down. */
    void accept(SheetRow row) {
        int filled = filled(row);
        SheetRow first = held;
        held = null;
        if (first != null && joins(first, row)) {
            parseJoined(first, row);
            return;
        } else if (first != null) {
            parse(first, Optional.empty());
        }
        labels.advance(row);
        if (row.index() < block.firstDataRow()) {
            tally.label(filled);
        } else if (filled == 0) {
            return;
        } else if (ignored(row)) {
            tally.ignore(filled);
        } else if (repeatsHeader(row) || numbersColumns(row)) {
            tally.label(filled);
        } else if (isPartOfAnother(row)) {
            tally.ignore(filled);
        } else {
            held = row; // the next one may go on with its name
        }
    }

    /** Ends the block. */
    void finish() {
        if (held != null) {
            parse(held, Optional.empty());
            held = null;
        }
        unitsOfBlock.unknown().forEach(parts);
        unknownColumns.forEach((col, count) -> parts.accept(new Rejected(
                sheet,
                block.place(block.firstDataRow() - 1, col),
                String.join("/", block.header(col)),
                count,
                Reason.UNKNOWN_COLUMN,
                layout.id())));
    }

    private int last(SheetRow row) {
        return Math.min(row.width() - 1, block.right());
    }

    private int filled(SheetRow row) {
        int filled = 0;
        for (int col = block.left(); col <= last(row); col++) {
            filled += row.get(col).blank() ? 0 : 1;
        }
        return filled;
    }

    private int filledData(SheetRow row) {
        int filled = 0;
        for (int col : block.columns().keySet()) {
            filled += row.get(col).blank() ? 0 : 1;
        }
        return filled;
    }

    private boolean ignored(SheetRow row) {
        if (row.hidden() && !layout.readHidden()) {
            return true;
        }
        for (int col = block.left(); col <= last(row); col++) {
            if (!row.get(col).blank()) {
                if (layout.ignored().rows().isEmpty()) {
                    return false;
                }
                String first = HeaderText.normal(row.get(col).text());
                return layout.ignored().rows().stream()
                        .anyMatch(p -> p.matcher(first).matches());
            }
        }
        return false;
    }

    private boolean numbersColumns(SheetRow row) {
        int named = block.regionCol() >= 0 ? block.regionCol() : block.seriesCol();
        return named >= 0 && !row.get(named).blank() && ColumnNumbers.are(row, block.left(), last(row));
    }

    /** Whether it breaks down the figures of a row that counts, and does not count itself. */
    private boolean isPartOfAnother(SheetRow row) {
        if (block.countedCol() < 0) {
            return false;
        }
        Cell told = labels.shown(row, block.countedCol());
        boolean counts = told.blank()
                ? filledData(row) == 0 // a heading
                : told.kind() == Cell.Kind.STRUCK || layout.counted().keep().contains(HeaderText.normal(told.text()));
        if (!counts) {
            within(row); // those below may go on with it
        }
        return !counts;
    }

    /** A page break may bring the header again. */
    private boolean repeatsHeader(SheetRow row) {
        boolean any = false;
        for (int col = block.left(); col <= last(row); col++) {
            if (!row.get(col).blank()) {
                any = true;
                if (row.get(col).kind() != Cell.Kind.TEXT
                        || !block.header(col)
                                .contains(HeaderText.normal(row.get(col).text()))) {
                    return false;
                }
            }
        }
        return any;
    }

    /** A long name may take two rows, with the figures in one of them. */
    private boolean joins(SheetRow first, SheetRow second) {
        return block.regionCol() >= 0
                && second.index() == first.index() + 1
                && second.index() >= block.firstDataRow()
                && filledData(first) == 0 != (filledData(second) == 0)
                && !first.get(block.regionCol()).blank()
                && !second.get(block.regionCol()).blank()
                && (isUnknown(first) || isUnknown(second))
                && !regions.unknownAnywhere(joined(first, second));
    }

    private boolean isUnknown(SheetRow row) {
        return regions.unknownAnywhere(row.get(block.regionCol()).text());
    }

    private String joined(SheetRow first, SheetRow second) {
        return first.get(block.regionCol()).text()
                + second.get(block.regionCol()).text();
    }

    private void parseJoined(SheetRow first, SheetRow second) {
        Optional<String> name = Optional.of(joined(first, second));
        if (filledData(second) == 0) {
            parse(first, name);
            labels.advance(second);
            countLabels(second);
        } else {
            labels.advance(second);
            countLabels(first);
            parse(second, name);
        }
    }

    private void parse(SheetRow row, Optional<String> joinedName) {
        countLabels(row);
        if (unitsOfBlock.areUnknown()) {
            unitsOfBlock.reject(filledData(row));
            return;
        }
        if (rejectedAsStruck(row)) {
            return;
        }
        Optional<Integer> rowYear = rowYear(row);
        if (rowYear.isEmpty() || rejectedForItsSeries(row)) {
            return;
        }
        Layout.Measured measured = measured(row);
        Cell within = within(row);
        Optional<String> otherTitle = otherTitle(row, measured);
        if (otherTitle.isPresent()) {
            rejectRow(row, block.seriesCol(), Reason.CODE_AND_NAME_DIFFER, otherTitle.get());
            return;
        }
        regionOfYear(row, joinedName, within, rowYear.get())
                .ifPresent(regions -> parseCells(row, measured, regions, rowYear.get()));
    }

    private boolean rejectedAsStruck(SheetRow row) {
        for (int col : namingCols) {
            if (labels.shown(row, col).kind() == Cell.Kind.STRUCK) {
                rejectRow(row, col, Reason.STRUCK_THROUGH, "");
                return true;
            }
        }
        return false;
    }

    /** The year of a row, that of the whole block where rows name none; nothing where the row is a heading, or was rejected. */
    private Optional<Integer> rowYear(SheetRow row) {
        if (block.periodCol() < 0) {
            return Optional.of(block.year());
        }
        OptionalInt year = year(labels.shown(row, block.periodCol()));
        if (year.isEmpty()) {
            if (!isHeading(row)) {
                rejectRow(row, block.periodCol(), Reason.UNKNOWN_PERIOD, "");
            }
            return Optional.empty();
        }
        lastYear = year.getAsInt();
        return Optional.of(lastYear);
    }

    private boolean rejectedForItsSeries(SheetRow row) {
        if (layout.series() instanceof Layout.SeriesPlace.InColumn in && measured(row) == null) {
            rejectRow(
                    row,
                    block.seriesCol(),
                    Reason.UNKNOWN_SERIES,
                    String.join(", ", in.values().keySet()));
            return true;
        }
        return false;
    }

    /** What a row holds, or all of them do; null where columns say that. */
    private Layout.Measured measured(SheetRow row) {
        return layout.series() instanceof Layout.SeriesPlace.InColumn in
                ? in.values()
                        .get(HeaderText.normal(
                                labels.shown(row, block.seriesCol()).text()))
                : block.series();
    }

    /** The division above, which stands in the first of its rows. */
    private Cell within(SheetRow row) {
        if (block.withinCol() < 0) {
            return Cell.BLANK;
        }
        Cell named = labels.shown(row, block.withinCol());
        lastWithin = named.blank() ? lastWithin : named;
        return lastWithin;
    }

    /** The region of a row in each of its years; nothing where the row was rejected for one of them. */
    private Optional<Map<Integer, Region>> regionOfYear(
            SheetRow row, Optional<String> joinedName, Cell within, int rowYear) {
        String name = block.regionCol() < 0
                ? ""
                : joinedName.orElseGet(
                        () -> labels.shown(row, block.regionCol()).text());
        Cell again = block.agreesCol() < 0 ? Cell.BLANK : labels.shown(row, block.agreesCol());
        Map<Integer, Region> regionOfYear = new HashMap<>();
        for (Block.Column column : block.columns().values()) {
            int year = column.year() >= 0 ? column.year() : rowYear;
            if (!regionOfYear.containsKey(year)) {
                RowRegions.Answer answer =
                        regions.of(name, again, within, year, block.place(row.index(), block.regionCol()));
                if (answer.region() == null) {
                    rejectRow(
                            row,
                            answer.ofWithin() ? block.withinCol() : block.regionCol(),
                            joinedName.orElse(null),
                            answer.reason(),
                            answer.detail());
                    return Optional.empty();
                }
                regionOfYear.put(year, answer.region());
            }
        }
        return Optional.of(regionOfYear);
    }

    private void parseCells(SheetRow row, Layout.Measured measured, Map<Integer, Region> regionOfYear, int rowYear) {
        boolean figures = filledData(row) > 0;
        for (Block.Column column : block.columns().values()) {
            int year = column.year() >= 0 ? column.year() : rowYear;
            Region region = regionOfYear.get(year);
            Layout.Measured cell = column.measured() == null ? measured : column.measured();
            if (figures || region.level().reportsAs(cell.series().level())) {
                parseCell(row, column, cell, region, year);
            }
            // Else it is a heading over the rows below it.
        }
    }

    /** Whether a row without a year and figures names the division of the rows below it. */
    private boolean isHeading(SheetRow row) {
        return block.regionCol() >= 0
                && filledData(row) == 0
                && regions.of(
                                        labels.shown(row, block.regionCol()).text(),
                                        Cell.BLANK,
                                        Cell.BLANK,
                                        lastYear,
                                        block.place(row.index(), block.regionCol()))
                                .region()
                        != null;
    }

    private OptionalInt year(Cell cell) {
        if (years.size() > MOST_YEARS_KEPT) {
            years.clear();
        }
        return years.computeIfAbsent(cell.kind() + cell.text(), text -> Years.of(cell));
    }

    private void countLabels(SheetRow row) {
        for (int col = block.left(); col <= last(row); col++) {
            if (row.get(col).blank() || block.columns().containsKey(col)) {
                continue;
            } else if (block.ignoredCols().contains(col)) {
                tally.ignore(1);
            } else if (block.isLabel(col)) {
                tally.label(1);
            } else {
                unknownColumns.merge(col, 1L, Long::sum);
            }
        }
    }

    private void parseCell(SheetRow row, Block.Column column, Layout.Measured measured, Region region, int year) {
        int col = column.col();
        Cell cell = row.get(col);
        if (unitsOfBlock.isUnknown(col)) {
            unitsOfBlock.reject(col, cell.blank() ? 0 : 1);
            return;
        }
        if (cell.blank()) {
            return; // nothing is said, and what was said before stays
        }
        Series series = measured.series();
        if (year > source.lastYear()) {
            parts.accept(rejected(row.index(), col, cell, 1, Reason.FUTURE_PERIOD, String.valueOf(source.lastYear()))
                    .of(series.id(), region.code()));
            return;
        }
        Unit unit = unitsOfBlock.of(column, measured);
        Value value = Value.of(cell, unit, units, layout.marks(), series, region.level());
        if (value.problem() != null) {
            parts.accept(rejected(row.index(), col, cell, 1, value.problem(), value.detail())
                    .of(series.id(), region.code()));
            return;
        }
        FileKeys.Before before = keys.put(
                series.id(),
                region.code(),
                year,
                transposed ? col : row.index(),
                transposed ? row.index() : col,
                value.number());
        if (before != null) {
            Reason reason = before.same() ? Reason.DUPLICATE : Reason.CONFLICTING_VALUES;
            parts.accept(
                    rejected(row.index(), col, cell, 1, reason, before.place()).of(series.id(), region.code()));
            if (before.isFirstConflict()) {
                String place = FileKeys.shown(sheet, block.place(row.index(), col));
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
                sheet,
                block.place(row.index(), col),
                cell.text(),
                comment(row),
                source.counts(series)));
    }

    /** The title beside a series' code, where it is that of another: somebody has moved or overwritten one of them. */
    private Optional<String> otherTitle(SheetRow row, Layout.Measured measured) {
        Cell title = block.titleCol() < 0 ? Cell.BLANK : labels.shown(row, block.titleCol());
        boolean differs = !title.blank()
                && Arrays.stream(Language.values())
                        .map(measured.series().title()::in)
                        .map(HeaderText::normal)
                        .noneMatch(HeaderText.normal(title.text())::equals);
        return differs ? Optional.of(title.text()) : Optional.empty();
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

    private void rejectRow(SheetRow row, int col, Reason reason, String detail) {
        rejectRow(row, col, null, reason, detail);
    }

    /** Rejects a row's figures. Its labels are counted already. */
    private void rejectRow(SheetRow row, int col, String raw, Reason reason, String detail) {
        Cell cell = raw == null ? labels.shown(row, col) : Cell.text(raw);
        parts.accept(rejected(row.index(), col, cell, filledData(row), reason, detail));
    }

    private Rejected rejected(int row, int col, Cell cell, long cells, Reason reason, String detail) {
        return new Rejected(sheet, block.place(row, col), cell.text(), cells, reason, detail);
    }
}
