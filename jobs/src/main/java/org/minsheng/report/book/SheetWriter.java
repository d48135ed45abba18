package org.minsheng.report.book;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.minsheng.report.book.Book.Block;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Value;
import org.minsheng.report.book.Styles.Kind;

/** Writes one sheet: its blocks from top to bottom, and how it prints. */
final class SheetWriter {
    private static final float LINE = 15;
    private static final double POINTS_A_CHARACTER = 5.25;
    /** Excel's rows are at most 409 points high. */
    private static final int MOST_LINES = 27;

    private static final int UPRIGHT_HEIGHT = 150;
    /** The height of a row of signs, of which there are many. */
    private static final float LOW_LINE = 14;
    /** What a screen shows beside each other, in characters. */
    private static final int SCREEN = 150;

    /** The colours of tabs. */
    private static final Map<Book.Purpose, int[]> TABS = new EnumMap<>(Map.of(
            Book.Purpose.STANDING, new int[] {0x1F, 0x4E, 0x79},
            Book.Purpose.FIGURES, new int[] {0x9D, 0xC3, 0xE6},
            Book.Purpose.REPORTING, new int[] {0xF4, 0xB1, 0x83},
            Book.Purpose.METHOD, new int[] {0xA6, 0xA6, 0xA6}));

    /** The width, in characters, of a sheet without a table. */
    private static final int[] NO_TABLE = {13, 13, 13, 13, 13, 13, 13, 13, 13, 13};

    private final Workbook workbook;
    private final XSSFSheet frame;
    private final Sheet to;
    private final Styles styles;
    private final Book.Sheet sheet;
    private final int[] widths;
    /** Where the sheet is a table that goes on several pages beside each other. */
    private final Optional<Pages> pages;

    private final List<Sparklines.Line> sparklines = new ArrayList<>();
    private int next = Book.HEADER_ROW;
    /** Of the rows so far, in points. */
    private double height;
    /** The same as far as the bottom of the table. */
    private double tableHeight;

    private int tableBottom;

    /**
     * A sheet that comes into being.
     *
     * @param frame holds what a workbook that lets its rows go cannot; may be the workbook itself
     */
    SheetWriter(Workbook workbook, XSSFWorkbook frame, Styles styles, Book.Sheet sheet) {
        this.workbook = workbook;
        this.to = workbook.createSheet(sheet.name());
        this.frame = frame.getSheet(sheet.name());
        this.styles = styles;
        this.sheet = sheet;
        this.widths = widths(sheet);
        this.pages = sheet.blocks().stream()
                .limit(1)
                .filter(Book.Table.class::isInstance)
                .map(block -> ((Book.Table) block).pages())
                .filter(starts -> !starts.isEmpty())
                .map(starts -> new Pages(columnWidths(), sheet.fixedColumns(), starts))
                .findFirst();
    }

    /** With the space beside each text. */
    private int[] columnWidths() {
        return IntStream.of(widths).map(width -> width + 1).toArray();
    }

    private static int[] widths(Book.Sheet sheet) {
        for (Block block : sheet.blocks()) {
            if (block instanceof Book.Table table) {
                return table.columns().stream()
                        .filter(column -> column.look() != Book.Look.FOLDED && column.look() != Book.Look.ON_SCREEN)
                        .mapToInt(Column::width)
                        .toArray();
            } else if (block instanceof Book.Tiles tiles) {
                return TilesWriter.widths(tiles);
            }
        }
        return NO_TABLE;
    }

    void write() {
        for (int col = 0; col < widths.length; col++) {
            to.setColumnWidth(col, (widths[col] + 1) * 256);
        }
        Row title = row(0, 28);
        put(title.createCell(0), sheet.title(), styles.of(Kind.TITLE));
        writeSubtitle();
        boolean first = true;
        for (Block block : sheet.blocks()) {
            next += first ? 0 : 1;
            height += first ? 0 : LINE;
            first = false;
            if (block instanceof Book.Table table) {
                write(table);
            } else if (block instanceof Book.Lines lines) {
                lines.lines().forEach(line -> writeLine(next++, line, widths.length - 1));
            } else if (block instanceof Book.Charts charts) {
                next = ChartWriter.write(to, frame, charts, next, widths);
            } else if (block instanceof Book.Tiles tiles) {
                next = new TilesWriter(workbook, to, styles).write(tiles, next);
            } else if (block instanceof Calculator calculator) {
                next = new CalculatorWriter(to, styles, widths).write(calculator, next);
            }
        }
        Sparklines.write(frame, sparklines);
        boolean header = !sheet.blocks().isEmpty() && sheet.blocks().get(0) instanceof Book.Table;
        if (header) {
            to.createFreezePane(sheet.fixedColumns(), Book.HEADER_ROW + 1);
        }
        to.setRepeatingRows(new CellRangeAddress(0, Book.HEADER_ROW - (header ? 0 : 1), -1, -1));
        to.setDisplayGridlines(false);
        frame.setTabColor(Styles.colour(TABS.get(sheet.purpose())));
        if (sheet.isHidden()) {
            workbook.setSheetHidden(workbook.getSheetIndex(to), true);
        } else {
            setUpPrint();
            pages.ifPresent(this::setUp);
            if (sheet.blocks().get(0) instanceof Book.Charts) {
                ChartWriter.setUpPrint(to);
            }
        }
    }

    /** Adds a row at the bottom. */
    private Row row(int at, double points) {
        Row row = to.createRow(at);
        row.setHeightInPoints((float) points);
        height += points;
        return row;
    }

    /** The line below the title, and where the screen ends, or to the right of what is printed, the way back to the contents. */
    private void writeSubtitle() {
        int end = 0;
        for (int room = 0; end < widths.length && room < SCREEN; end++) {
            room += widths[end] + 1;
        }
        writeLine(1, new Book.Line(null, sheet.subtitle(), Book.Weight.NOTE), end - 1);
        if (sheet.back() != null) {
            link(to.getRow(1).createCell(end), sheet.back(), Kind.BACK);
        }
    }

    /** A line of text, which runs over the cells beside it as far as there is nothing in them; only a longer one has to join them. */
    private void writeLine(int at, Book.Line line, int end) {
        int last = pages.map(Pages::lastOfFirst).filter(one -> one < end).orElse(end);
        // What stands below the columns that are on each page would be on each page, too.
        int start = pages.isPresent() && tableBottom > 0 ? sheet.fixedColumns() : 0;
        int first = line.lead() == null ? start : start + 1;
        Kind kind = switch (line.weight()) {
            case HEADING -> Kind.HEADING;
            case BODY -> Kind.BODY;
            case NOTE -> Kind.NOTE;
        };
        int room = 0;
        for (int col = first; col <= last; col++) {
            room += widths[col] + 1;
        }
        int lines = lines(line.text(), room);
        if (lines > 1 && last > first) {
            to.addMergedRegionUnsafe(new CellRangeAddress(at, at, first, last));
        }
        Row row = row(at, (line.weight() == Book.Weight.NOTE ? LINE : LINE + 3) * lines);
        if (line.lead() != null) {
            put(row.createCell(start), line.lead());
        }
        put(row.createCell(first), line.text(), lines > 1 ? styles.wrapped(kind) : styles.of(kind));
    }

    private void write(Book.Table table) {
        int top = next++;
        List<List<Value>> rows = table.rows().isEmpty() ? List.of(none(table)) : table.rows();
        boolean upright = table.columns().stream().anyMatch(column -> column.look() == Book.Look.UPRIGHT);
        Row header = row(top, upright ? UPRIGHT_HEIGHT : LINE * headerLines(table));
        Set<String> names = new HashSet<>();
        for (int col = 0; col < table.columns().size(); col++) {
            Column column = table.columns().get(col);
            if (column.header().isBlank() || !names.add(column.header())) {
                throw new IllegalStateException("table " + table.name() + ": the header of column " + (col + 1)
                        + " is '" + column.header() + "', but it has to be unique and not empty");
            }
            Kind kind = column.look() == Book.Look.UPRIGHT ? Kind.UPRIGHT : Kind.HEADER;
            put(header.createCell(col), column.header(), styles.of(kind));
        }
        for (List<Value> values : rows) {
            Row row = row(next++, (upright ? LOW_LINE : LINE) * lines(table.columns(), values));
            for (int col = 0; col < values.size(); col++) {
                put(row.createCell(col), values.get(col));
            }
        }
        TableDeclaration.write(workbook, frame, table, top, next - 1);
        setBehindPage(table);
        tableHeight = height;
        tableBottom = next - 1;
        for (int col = 0; col < table.columns().size(); col++) {
            Looks.apply(to, table.columns().get(col).look(), new CellRangeAddress(top + 1, next - 1, col, col));
        }
    }

    /** The last columns, which are not printed: for the screen, or folded away, so that a click on their sign unfolds them. */
    private void setBehindPage(Book.Table table) {
        List<Column> behind =
                table.columns().subList(widths.length, table.columns().size());
        for (int i = 0; i < behind.size(); i++) {
            if (behind.get(i).look() == Book.Look.ON_SCREEN) {
                to.setColumnWidth(widths.length + i, (behind.get(i).width() + 1) * 256);
            }
        }
        if (behind.stream().anyMatch(column -> column.look() == Book.Look.FOLDED)) {
            to.groupColumn(widths.length, table.columns().size() - 1);
            to.setColumnGroupCollapsed(widths.length, true);
        }
    }

    /** Spreadsheet programs want a row in each table; it says that there is nothing. */
    private static List<Value> none(Book.Table table) {
        return table.columns().stream()
                .map(column -> Book.mark(Book.NOT_APPLICABLE))
                .toList();
    }

    private void put(Cell cell, Value value) {
        if (value instanceof Value.Number number) {
            cell.setCellValue(number.number());
            cell.setCellStyle(styles.number(number.decimals()));
        } else if (value instanceof Value.Status status) {
            put(cell, status.word(), styles.light(status.light()));
        } else if (value instanceof Value.Text text) {
            put(cell, text.text(), styles.of(Kind.TEXT));
        } else if (value instanceof Value.Mark mark) {
            put(cell, mark.text(), styles.of(Kind.MARK));
        } else if (value instanceof Value.Link link) {
            link(cell, link, Kind.LINK);
        } else if (value instanceof Value.Sparkline line) {
            cell.setCellStyle(styles.of(Kind.PLAIN));
            String cells = Book.cells(sheet.name(), cell.getRowIndex(), cell.getRowIndex(), line.from(), line.to());
            sparklines.add(new Sparklines.Line(cell.getAddress().formatAsString(), cells));
        } else if (value instanceof Value.ToFill) {
            cell.setCellStyle(styles.of(Kind.TO_FILL));
        } else {
            cell.setCellStyle(styles.of(Kind.PLAIN));
        }
    }

    private void link(Cell cell, Value.Link link, Kind kind) {
        put(cell, link.text(), styles.of(kind));
        Hyperlink there = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        there.setAddress("'" + link.sheet().replace("'", "''") + "'!A1");
        cell.setHyperlink(there);
    }

    private static void put(Cell cell, String text, XSSFCellStyle style) {
        // Text from outside only as a string, so that "=..." stays text.
        cell.setCellValue(CellText.fitting(text));
        cell.setCellStyle(style);
    }

    private static int headerLines(Book.Table table) {
        int lines = 2;
        for (Column column : table.columns()) {
            lines = Math.max(lines, lines(column.header(), column.width()));
        }
        return lines;
    }

    /** How many lines the longest text of a row takes, as nobody asks the fonts of this machine. */
    private static int lines(List<Column> columns, List<Value> values) {
        int lines = 1;
        for (int col = 0; col < values.size(); col++) {
            if (values.get(col) instanceof Value.Text text) {
                lines = Math.max(lines, lines(text.text(), columns.get(col).width()));
            }
        }
        return lines;
    }

    private static int lines(String text, int width) {
        return (int) Math.min(CellText.lines(text, width), MOST_LINES);
    }

    /** Whether it is higher than wide. */
    private boolean isTall() {
        return height > IntStream.of(widths).sum() * POINTS_A_CHARACTER;
    }

    private void setUpPrint() {
        Paper.setUp(to, sheet.onePage() && isTall(), sheet.onePage());
        workbook.setPrintArea(workbook.getSheetIndex(to), 0, widths.length - 1, 0, Math.max(next - 1, 1));
    }

    /** Notes that find no room below the table go on a page of their own, and not on one below each of the table's. */
    private void setUp(Pages pages) {
        boolean together = !pages.isLonger(height);
        pages.setUp(to, Book.HEADER_ROW, together ? height : tableHeight);
        if (!together) {
            workbook.setPrintArea(
                    workbook.getSheetIndex(to),
                    area(0, tableBottom, widths.length - 1) + ","
                            + area(tableBottom + 1, next - 1, pages.lastOfFirst()));
        }
    }

    private static String area(int firstRow, int lastRow, int lastCol) {
        return new CellReference(firstRow, 0, true, true).formatAsString() + ":"
                + new CellReference(lastRow, lastCol, true, true).formatAsString();
    }
}
