package org.minsheng.report.book;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.minsheng.report.book.Styles.Kind;

/** Writes a map of tiles: a region is a cell, whose text and colour follow a drop-down. */
final class TilesWriter {
    private static final int TILE_WIDTH = 11;
    private static final float TILE_HEIGHT = 42;
    private static final int LABEL_COLUMNS = 2;
    private static final int FEWEST_COLUMNS = 8;
    private static final String CHOICES = "map_choices";

    private final Workbook workbook;
    private final Sheet sheet;
    private final Styles styles;

    TilesWriter(Workbook workbook, Sheet sheet, Styles styles) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.styles = styles;
    }

    static int[] widths(Book.Tiles tiles) {
        int columns = tiles.tiles().stream().mapToInt(Book.Tile::col).max().orElse(1);
        int[] widths = new int[Math.max(columns, FEWEST_COLUMNS)];
        Arrays.fill(widths, TILE_WIDTH);
        return widths;
    }

    /** Returns the row below the map. */
    int write(Book.Tiles tiles, int top) {
        int last = widths(tiles).length - 1;
        Row choice = sheet.createRow(top);
        choice.setHeightInPoints(24);
        Cell label = choice.createCell(0);
        label.setCellValue(tiles.label());
        label.setCellStyle(styles.of(Kind.HEADING));
        sheet.addMergedRegionUnsafe(new CellRangeAddress(top, top, 0, LABEL_COLUMNS - 1));
        for (int col = LABEL_COLUMNS; col <= last; col++) {
            choice.createCell(col).setCellStyle(styles.of(Kind.CHOICE));
        }
        choice.getCell(LABEL_COLUMNS).setCellValue(tiles.choice());
        sheet.addMergedRegionUnsafe(new CellRangeAddress(top, top, LABEL_COLUMNS, last));
        offer(tiles, top);

        int first = top + 1;
        String chosen = new CellReference(top, LABEL_COLUMNS, true, true).formatAsString();
        Map<Integer, Map<Integer, Book.Tile>> grid = new TreeMap<>();
        tiles.tiles()
                .forEach(tile ->
                        grid.computeIfAbsent(tile.row(), r -> new TreeMap<>()).put(tile.col(), tile));
        int bottom = first + grid.keySet().stream().mapToInt(r -> r).max().orElse(1);
        for (int row = first + 1; row <= bottom; row++) {
            Row to = sheet.createRow(row);
            to.setHeightInPoints(TILE_HEIGHT);
            for (Book.Tile tile : grid.getOrDefault(row - first, Map.of()).values()) {
                Cell cell = to.createCell(tile.col() - 1);
                cell.setCellStyle(styles.of(Kind.TILE));
                cell.setCellFormula(quoted(tile.name()) + "&CHAR(10)&INDEX("
                        + tiles.lookup().values() + ",MATCH(" + quoted(tile.code()) + ","
                        + tiles.lookup().codes() + ",0),MATCH(" + chosen + ","
                        + tiles.lookup().headers() + ",0))");
                cell.setCellValue(tile.name() + "\n" + tile.shown());
            }
        }
        colour(tiles, new CellRangeAddress(first + 1, bottom, 0, last));
        return bottom + 1;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private void offer(Book.Tiles tiles, int row) {
        Name choices = workbook.createName();
        choices.setNameName(CHOICES);
        choices.setRefersToFormula(tiles.lookup().headers());
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(CHOICES),
                new CellRangeAddressList(row, row, LABEL_COLUMNS, LABEL_COLUMNS));
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true); // POI's word for: show it
        sheet.addValidationData(validation);
    }

    private void colour(Book.Tiles tiles, CellRangeAddress cells) {
        String corner = new CellReference(cells.getFirstRow(), cells.getFirstColumn()).formatAsString();
        String shown = "MID(" + corner + ",FIND(CHAR(10)," + corner + ")+1,99)&\" \"";
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        for (Map.Entry<Book.Light, List<String>> entry : new TreeMap<>(tiles.signs()).entrySet()) {
            String any = entry.getValue().stream()
                    .map(sign -> "LEFT(" + shown + "," + (sign.length() + 1) + ")=" + quoted(sign + " "))
                    .collect(Collectors.joining(",", "OR(", ")"));
            ConditionalFormattingRule rule = formats.createConditionalFormattingRule(any);
            Palette.Shade shade = Palette.SHADES.get(entry.getKey());
            rule.createFontFormatting().setFontColor(Styles.colour(shade.text()));
            Palette.fill(rule.createPatternFormatting(), shade);
            formats.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
        }
    }
}
