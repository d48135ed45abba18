package org.minsheng.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Unit;
import org.minsheng.catalogue.Units;
import org.minsheng.ingest.ParsedFile.Observed;
import org.minsheng.ingest.ParsedFile.Rejected;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/** Turns one sheet into observations and rejects, once a layout is laid on it. */
final class SheetParser {
    private final Binding binding;
    private final Layout layout;
    private final Grid grid;
    private final Units units;
    private final Regions regions;
    private final List<Observed> observed;
    private final List<Rejected> rejected;
    private final Map<String, String> placeOfKey;
    private long cells;

    /**
     * A parser for one sheet.
     *
     * @param placeOfKey series, region and year of all that the file gave so far, with their places
     * @param observed where accepted cells go
     * @param rejected where the others go
     */
    SheetParser(
            Binding binding,
            Units units,
            Regions regions,
            Map<String, String> placeOfKey,
            List<Observed> observed,
            List<Rejected> rejected) {
        this.binding = binding;
        this.layout = binding.layout();
        this.grid = binding.grid();
        this.units = units;
        this.regions = regions;
        this.placeOfKey = placeOfKey;
        this.observed = observed;
        this.rejected = rejected;
    }

    /** Reads the sheet and says how many cells of data it has. */
    long parse() {
        OptionalInt sheetYear = OptionalInt.empty();
        if (layout.period() instanceof Layout.Period.InSheet) {
            Matcher matcher = layout.sheets().matcher(HeaderText.normal(grid.sheet()));
            sheetYear = matcher.matches() ? Years.parse(matcher.group("year")) : OptionalInt.empty();
        }
        Optional<Unit> corner = layout.corner() == null ? Optional.empty() : cornerUnit();
        if (layout.corner() != null && corner.isEmpty()) {
            return cells;
        }
        rejectUnknownColumns();
        for (int row = binding.firstDataRow(); row < grid.height(); row++) {
            String first = firstText(row);
            if (!first.isEmpty()
                    && layout.ignoredRows().stream()
                            .noneMatch(p -> p.matcher(first).matches())) {
                parseRow(row, sheetYear, corner.orElse(null));
            }
        }
        return cells;
    }

    /** The unit that the corner names; a sheet without a known one is rejected, for its numbers mean nothing. */
    private Optional<Unit> cornerUnit() {
        for (int row = 0; row < binding.headerTop(); row++) {
            for (int col = 0; col < grid.width(row); col++) {
                Matcher matcher =
                        layout.corner().matcher(grid.get(row, col).text().strip());
                if (matcher.matches()) {
                    Optional<Unit> unit = units.find(HeaderText.normal(matcher.group("unit")));
                    if (unit.isEmpty()) {
                        reject(row, col, dataCells(), Reason.UNKNOWN_UNIT, "");
                    }
                    return unit;
                }
            }
        }
        rejected.add(new Rejected(
                grid.sheet(),
                "",
                "",
                dataCells(),
                Reason.UNKNOWN_UNIT,
                layout.corner().pattern()));
        cells += dataCells();
        return Optional.empty();
    }

    private long dataCells() {
        long count = 0;
        for (int row = binding.firstDataRow(); row < grid.height(); row++) {
            count += filled(row);
        }
        return count;
    }

    private long filled(int row) {
        return binding.columns().stream()
                .filter(column -> !grid.get(row, column.col()).blank())
                .count();
    }

    private String firstText(int row) {
        for (int col = 0; col < grid.width(row); col++) {
            if (!grid.get(row, col).blank()) {
                return HeaderText.normal(grid.get(row, col).text());
            }
        }
        return "";
    }

    private void rejectUnknownColumns() {
        for (int col : binding.unknown()) {
            long count = 0;
            for (int row = binding.firstDataRow(); row < grid.height(); row++) {
                count += grid.get(row, col).blank() ? 0 : 1;
            }
            List<String> header = HeaderText.path(grid, binding.headerTop(), layout.headerRows(), col);
            if (count > 0 || !header.isEmpty()) {
                cells += count;
                rejected.add(new Rejected(
                        grid.sheet(),
                        Grid.place(binding.firstDataRow() - 1, col),
                        String.join("/", header),
                        count,
                        Reason.UNKNOWN_COLUMN,
                        layout.id()));
            }
        }
    }

    private void parseRow(int row, OptionalInt sheetYear, Unit corner) {
        OptionalInt rowYear = binding.periodCol() < 0
                ? sheetYear
                : Years.parse(grid.shown(row, binding.periodCol()).text());
        if (binding.periodCol() >= 0 && rowYear.isEmpty()) {
            reject(row, binding.periodCol(), filled(row), Reason.UNKNOWN_PERIOD, "");
            return;
        }
        Layout.Measured rowMeasured = null;
        if (binding.seriesCol() >= 0) {
            String text = HeaderText.normal(grid.shown(row, binding.seriesCol()).text());
            rowMeasured = layout.seriesValues().get(text);
            if (rowMeasured == null) {
                String known = String.join(", ", layout.seriesValues().keySet());
                reject(row, binding.seriesCol(), filled(row), Reason.UNKNOWN_SERIES, known);
                return;
            }
        }
        Map<Integer, Optional<Region>> byYear = new HashMap<>();
        boolean rowRejected = false;
        for (Binding.Column column : binding.columns()) {
            int year = column.year() >= 0 ? column.year() : rowYear.orElseThrow();
            Optional<Region> region = byYear.get(year);
            if (region == null && !rowRejected) {
                region = region(row, year);
                byYear.put(year, region);
                rowRejected = region.isEmpty();
            }
            if (rowRejected) {
                return;
            }
            Layout.Measured measured = column.measured() == null ? rowMeasured : column.measured();
            parseCell(
                    row,
                    column.col(),
                    measured,
                    measured.unit() == null ? corner : measured.unit(),
                    region.get(),
                    year);
        }
    }

    private Optional<Region> region(int row, int year) {
        if (layout.region() instanceof Layout.RegionPlace.Fixed fixed) {
            return regions.find(fixed.code());
        }
        String text = grid.shown(row, binding.regionCol()).text();
        String total = ((Layout.RegionPlace.InColumn) layout.region()).totals().get(HeaderText.normal(text));
        Resolution resolution = regions.resolve(total == null ? text : total, year);
        if (resolution instanceof Resolution.Found found) {
            return Optional.of(found.region());
        }
        if (resolution instanceof Resolution.Ambiguous several) {
            String names = String.join(
                    ", ",
                    several.candidates().stream()
                            .map(region -> region.name() + " " + region.code())
                            .toList());
            reject(row, binding.regionCol(), filled(row), Reason.AMBIGUOUS_REGION, names);
        } else if (resolution instanceof Resolution.Unknown unknown) {
            reject(row, binding.regionCol(), filled(row), Reason.UNKNOWN_REGION, String.join(", ", unknown.nearest()));
        }
        return Optional.empty();
    }

    private void parseCell(int row, int col, Layout.Measured measured, Unit unit, Region region, int year) {
        GridCell cell = grid.get(row, col);
        BigDecimal value = null;
        if (!NumberText.missing(cell.text())) {
            Optional<BigDecimal> number = switch (cell.kind()) {
                case NUMBER -> Optional.of(cell.number());
                case TEXT ->
                    Optional.ofNullable(unit.words().get(HeaderText.normal(cell.text())))
                            .or(() -> NumberText.parse(cell.text(), unit.name().equals("%")));
                default -> Optional.empty();
            };
            if (number.isEmpty()) {
                reject(row, col, 1, Reason.NOT_A_NUMBER, "");
                return;
            }
            value = convert(number.get(), unit, measured.series().unit());
            if (!measured.series().possible(value, region.level())) {
                reject(row, col, 1, Reason.IMPOSSIBLE_VALUE, measured.series().range());
                return;
            }
        }
        String key = measured.series().id() + " " + region.code() + " " + year;
        String place = (grid.sheet().isEmpty() ? "" : grid.sheet() + "!") + Grid.place(row, col);
        String first = placeOfKey.putIfAbsent(key, place);
        if (first != null) {
            reject(row, col, 1, Reason.DUPLICATE, first);
            return;
        }
        cells++;
        observed.add(new Observed(
                measured.series().id(),
                region.code(),
                year,
                value,
                grid.sheet(),
                Grid.place(row, col),
                cell.text(),
                comment(row)));
    }

    private String comment(int row) {
        String comment = binding.commentCols().stream()
                .map(col -> grid.get(row, col).text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return comment.isEmpty() ? null : comment;
    }

    private static BigDecimal convert(BigDecimal number, Unit from, Unit to) {
        return number.multiply(from.factor()).divide(to.factor(), MathContext.DECIMAL64);
    }

    private void reject(int row, int col, long count, Reason reason, String detail) {
        cells += count;
        rejected.add(new Rejected(
                grid.sheet(), Grid.place(row, col), grid.shown(row, col).text(), count, reason, detail));
    }
}
