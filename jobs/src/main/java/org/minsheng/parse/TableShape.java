package org.minsheng.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Marks;
import org.minsheng.layout.NumberText;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Regions;
import org.minsheng.region.Resolution;

/** Where the parts of a table seem to be that no layout describes: its header, its regions, its figures and its years. */
final class TableShape {
    private static final int MOST_HEADER_ROWS = 5;
    private static final Pattern NUMBERING = Pattern.compile("序号|编号|行次|No\\.?");
    private static final Pattern CORNER = Pattern.compile(".*\u5355\u4F4D[:\uFF1A]\\s*(\\S+?)\\s*");

    private final Head head;
    private final Regions regions;
    /** The column with the most names of regions; {@link LabelColumns#NONE} where there is no name. */
    private final int regionCol;
    /** The first row with figures, beside a region if there are regions. */
    private final int firstDataRow;

    private final int headerTop;

    /** Looks at a sheet, which must not be empty. */
    TableShape(Head head, Regions regions) {
        this.head = head;
        this.regions = regions;
        this.regionCol = regionCol();
        List<SheetRow> rows = new ArrayList<>();
        head.rows().forEach(rows::add);
        int first = firstOfData(rows);
        this.firstDataRow = rows.get(first).index();
        this.headerTop = headerTop(rows, first);
    }

    private int regionCol() {
        int most = 0;
        int fullest = LabelColumns.NONE;
        for (int col = 0; col < head.width(); col++) {
            int found = regionsIn(head, regions, col);
            if (found > most) {
                most = found;
                fullest = col;
            }
        }
        return fullest;
    }

    private int firstOfData(List<SheetRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if ((!hasRegions() || isRegion(regions, rows.get(i).get(regionCol))) && hasFigures(rows.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private int headerTop(List<SheetRow> rows, int first) {
        int top = firstDataRow;
        for (int i = first - 1; i >= 0 && firstDataRow - rows.get(i).index() <= MOST_HEADER_ROWS; i--) {
            if (distinctTexts(rows.get(i).index()) < 2) {
                break; // a title, or the unit
            }
            top = rows.get(i).index();
        }
        return top;
    }

    /** How many regions are named in the column of a sheet that names the most. */
    static int regionsIn(Head head, Regions regions) {
        return IntStream.range(0, head.width())
                .map(col -> regionsIn(head, regions, col))
                .max()
                .orElse(0);
    }

    private static int regionsIn(Head head, Regions regions, int col) {
        int found = 0;
        for (SheetRow row : head.rows()) {
            found += isRegion(regions, row.get(col)) ? 1 : 0;
        }
        return found;
    }

    private static boolean isRegion(Regions regions, Cell cell) {
        return !cell.blank() && !(regions.resolve(cell.text(), 2020) instanceof Resolution.Unknown);
    }

    private boolean hasFigures(SheetRow row) {
        return IntStream.range(0, row.width())
                .anyMatch(col -> col != regionCol
                        && isFigure(row.get(col))
                        && Years.of(row.get(col)).isEmpty());
    }

    private static boolean isFigure(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER, PERCENT -> true;
            case TEXT -> NumberText.parse(cell.text()).isPresent();
            default -> false;
        };
    }

    private long distinctTexts(int row) {
        Set<String> texts = new HashSet<>();
        for (int col = 0; col < head.width(); col++) {
            texts.add(head.text(row, col));
        }
        texts.remove("");
        return texts.size();
    }

    boolean hasRegions() {
        return regionCol != LabelColumns.NONE;
    }

    int regionColumn() {
        return regionCol;
    }

    /** How many rows the header takes, at least 1. */
    int headerRows() {
        return Math.max(1, firstDataRow - headerTop);
    }

    /** The header of a column, from the top down; empty where there is none. */
    List<String> header(int col) {
        return head.path(headerTop, headerRows(), col);
    }

    /** The columns with a header, but for that of the regions. */
    List<Integer> columns() {
        return IntStream.range(0, head.width())
                .filter(col -> col != regionCol && !header(col).isEmpty())
                .boxed()
                .toList();
    }

    boolean holdsYears(int col) {
        return most(col, cell -> Years.of(cell).isPresent());
    }

    /** Whether most cells of a column are numbers, be they years or the numbers of the rows. */
    boolean holdsNumbers(int col) {
        return most(col, TableShape::isFigure);
    }

    boolean holdsFigures(int col) {
        boolean isNumbering = NUMBERING.matcher(String.join("", header(col))).matches();
        return !isNumbering && holdsNumbers(col) && !holdsYears(col);
    }

    private boolean most(int col, Predicate<Cell> is) {
        int yes = 0;
        int all = 0;
        for (SheetRow row : head.rows()) {
            Cell cell = row.get(col);
            if (row.index() >= firstDataRow
                    && !cell.blank()
                    && Marks.USUAL.of(cell.text()).isEmpty()) {
                all++;
                yes += is.test(cell) ? 1 : 0;
            }
        }
        return all > 0 && yes * 2 > all;
    }

    /** The different texts of a column below its header, from the top down. */
    List<String> texts(int col) {
        List<String> texts = new ArrayList<>();
        for (SheetRow row : head.rows()) {
            if (row.index() >= firstDataRow && !row.get(col).blank()) {
                texts.add(head.text(row.index(), col));
            }
        }
        return texts.stream().distinct().toList();
    }

    /** The first text above the header; empty where there is none. */
    Optional<String> title() {
        return textsAbove().stream()
                .findFirst()
                .map(text -> text.replaceAll("\\s+", " ").strip());
    }

    /** Whether a cell above the header names the unit. */
    boolean hasCorner() {
        return textsAbove().stream().map(text -> CORNER.matcher(text.strip())).anyMatch(Matcher::matches);
    }

    private List<String> textsAbove() {
        List<String> texts = new ArrayList<>();
        for (SheetRow row : head.rows()) {
            for (int col = 0; row.index() < headerTop && col < row.width(); col++) {
                if (!row.get(col).blank()) {
                    texts.add(row.get(col).text());
                }
            }
        }
        return texts;
    }

    String sheetName() {
        return HeaderText.normal(head.sheet().name());
    }
}
