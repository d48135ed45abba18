package org.minsheng.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.minsheng.catalogue.Units;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Marks;
import org.minsheng.layout.NumberText;
import org.minsheng.parse.file.Cell;
import org.minsheng.parse.file.SheetRow;
import org.minsheng.region.Regions;

/** Where the parts of a table seem to be that no layout describes: its header, its regions, its figures and its years. */
final class TableShape {
    private static final int MOST_HEADER_ROWS = 5;

    private final Head head;
    private final Units units;
    private final boolean turned;
    private final RegionColumns regions;
    private final List<SheetRow> rows = new ArrayList<>();
    /** Places in {@link #rows}: the first with figures, and that above which the header stands. */
    private final int firstData;

    private final int headerTop;
    private final int headerEnd;

    /**
     * Looks at a sheet, which must not be empty.
     *
     * @param turned whether it is one that was turned over
     */
    TableShape(Head head, Regions regions, Units units, boolean turned) {
        this.head = head;
        this.units = units;
        this.turned = turned;
        this.regions = new RegionColumns(head, regions);
        head.rows().forEach(rows::add);
        this.firstData = firstOfData();
        int end = firstData;
        while (end > 0 && ColumnNumbers.are(rows.get(end - 1), 0, head.width() - 1)) {
            end--; // numbers the columns
        }
        this.headerEnd = end == 0 ? 0 : rows.get(end - 1).index() + 1;
        this.headerTop = headerTop(end);
    }

    private int firstOfData() {
        for (int i = 0; i < rows.size(); i++) {
            if ((!hasRegions() || regions.isNamed(rows.get(i))) && hasFigures(rows.get(i))) {
                while (i > 0 && hasRegions() && regions.isNamed(rows.get(i - 1))) {
                    i--; // the heading of a group
                }
                return i;
            }
        }
        return rows.size();
    }

    private int headerTop(int end) {
        int top = headerEnd - 1;
        for (int i = end - 1; i >= 0 && headerEnd - rows.get(i).index() <= MOST_HEADER_ROWS; i--) {
            if (!isOfHeader(rows.get(i))) {
                break;
            }
            top = rows.get(i).index();
        }
        return Math.max(0, top);
    }

    /** A title, who filled the table in, and its unit stand above the header. */
    private boolean isOfHeader(SheetRow row) {
        Set<String> texts = new HashSet<>();
        for (int col = 0; col < head.width(); col++) {
            texts.add(head.text(row.index(), col));
        }
        texts.remove("");
        boolean namesUnits = texts.stream().allMatch(text -> unit(text) != null);
        return texts.stream().noneMatch(text -> DraftWords.AROUND.matcher(text).matches())
                && (texts.size() > 1 || row.filled() > 1 || namesUnits || turned);
    }

    /** The unit that a text is, be it in brackets; null where it is none. */
    String unit(String text) {
        String plain = text.replaceAll("^\\((单位:)?|\\)$", "");
        return units.find(plain).isPresent() ? plain : null;
    }

    private boolean hasFigures(SheetRow row) {
        return IntStream.range(0, row.width())
                .anyMatch(col -> !regions.contains(col)
                        && isFigure(row.get(col))
                        && Years.of(row.get(col)).isEmpty());
    }

    private boolean isFigure(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER, PERCENT -> true;
            case TEXT -> NumberText.parse(cell.text()).isPresent() || isWord(cell);
            default -> false;
        };
    }

    /** Whether it is a word that stands for a number, such as 是. */
    private boolean isWord(Cell cell) {
        String text = cell.text().strip();
        return units.all().stream().anyMatch(unit -> unit.words().containsKey(text));
    }

    /** Whether there is anything in it that a layout could read. */
    boolean isTable() {
        return firstData < rows.size() && headerEnd > 0 && columns().stream().anyMatch(this::holdsFigures);
    }

    /** Whether it is a sheet that was turned over. */
    boolean turned() {
        return turned;
    }

    boolean hasRegions() {
        return regions.name() != LabelColumns.NONE;
    }

    RegionColumns regions() {
        return regions;
    }

    /** How many rows the header takes, at least 1. */
    int headerRows() {
        return Math.max(1, headerEnd - headerTop);
    }

    /** The header of a column, from the top down; empty where there is none. */
    List<String> header(int col) {
        return head.path(headerTop, headerRows(), col);
    }

    /** The columns with a header, but for those of the regions; of a table that was turned over, those beside them. */
    List<Integer> columns() {
        return IntStream.range(turned ? regions.name() + 1 : 0, head.width())
                .filter(col -> !regions.contains(col) && !header(col).isEmpty())
                .boxed()
                .toList();
    }

    boolean holdsYears(int col) {
        return most(col, cell -> Years.of(cell).isPresent());
    }

    boolean holdsUnits(int col) {
        return most(col, cell -> unit(HeaderText.normal(cell.text())) != null && !isFigure(cell));
    }

    /** Whether most cells of a column are numbers, be they years or the numbers of the rows. */
    boolean holdsNumbers(int col) {
        return most(col, this::isFigure);
    }

    /** Whether most cells of a column are words such as 是. */
    boolean holdsWords(int col) {
        return most(col, this::isWord);
    }

    boolean holdsFigures(int col) {
        String header = String.join("", header(col));
        return !DraftWords.NUMBERING.matcher(header).matches() && holdsNumbers(col) && !holdsYears(col);
    }

    private boolean most(int col, Predicate<Cell> is) {
        int yes = 0;
        int all = 0;
        for (SheetRow row : dataRows()) {
            Cell cell = row.get(col);
            if (!cell.blank() && Marks.USUAL.of(cell.text()).isEmpty()) {
                all++;
                yes += is.test(cell) ? 1 : 0;
            }
        }
        return all > 0 && yes * 2 > all;
    }

    private List<SheetRow> dataRows() {
        return rows.subList(firstData, rows.size()).stream()
                .filter(row -> hasRegions() ? regions.isNamed(row) : hasFigures(row))
                .toList();
    }

    /** The different texts of a column in the rows of figures, from the top down. */
    List<String> texts(int col) {
        return dataRows().stream()
                .map(row -> head.text(row.index(), col))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** The first texts of the rows below the first figures that have figures, and name no region that is known, or that have none. */
    List<String> others(boolean withFigures) {
        return rows.subList(firstData, rows.size()).stream()
                .filter(row -> !regions.isNamed(row) && hasFigures(row) == withFigures)
                .map(row -> IntStream.range(0, row.width())
                        .filter(col -> !row.get(col).blank())
                        .mapToObj(col -> head.text(row.index(), col))
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
    }

    /** What stands above the header, without white space; of a table that was turned over, beside it. */
    List<String> textsAbove() {
        List<String> texts = new ArrayList<>();
        for (SheetRow row : rows) {
            for (int col = 0; col < row.width(); col++) {
                boolean isAbove = turned ? col < regions.name() : row.index() < headerTop;
                if (isAbove && !row.get(col).blank()) {
                    texts.add(head.text(row.index(), col));
                }
            }
        }
        return texts;
    }

    Head head() {
        return head;
    }
}
