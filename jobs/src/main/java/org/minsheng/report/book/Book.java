package org.minsheng.report.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A workbook as data, before any library has seen it.
 *
 * @param title its title, which also stands in the document's properties
 * @param subject what it is about, for the properties; may be empty
 * @param language as in zh-CN, for the properties
 * @param day on which it was made, as the properties say: that of what is in it, so that the same data give the same bytes
 * @param tabs in their order, with different names
 */
public record Book(String title, String subject, String language, LocalDate day, List<? extends Tab> tabs) {
    /** The mark for a figure that is not available. Missing is never zero, and no cell is left blank. */
    public static final String NOT_AVAILABLE = "…";

    /** The mark for a figure that there cannot be. */
    public static final String NOT_APPLICABLE = "—";

    /** The row of a sheet, from 0, with which its first block begins: the header, where that is a table. */
    public static final int HEADER_ROW = 2;

    /** What a tab leads to. */
    public sealed interface Tab permits Sheet, Form, Page {
        /** Its name, at most 31 characters. */
        String name();
    }

    /**
     * A sheet to be read: a title, a line below it, and blocks one below the other.
     *
     * @param name at most 31 characters
     * @param title what, where and when
     * @param subtitle as-of, unit and notices; may be empty
     * @param back the way to the first sheet; null on that
     * @param blocks a first one that is a table keeps its header in sight
     * @param fixedColumns how many columns stay in sight
     * @param onePage whether it is printed on one page, however small
     * @param isHidden whether it is there for others that show its figures
     */
    public record Sheet(
            String name,
            String title,
            String subtitle,
            Value.Link back,
            Purpose purpose,
            List<Block> blocks,
            int fixedColumns,
            boolean onePage,
            boolean isHidden)
            implements Tab {
        /** A sheet that stands alone, one page wide and as many long as it takes. */
        public Sheet(String name, String title, String subtitle, List<Block> blocks, int fixedColumns) {
            this(name, title, subtitle, null, Purpose.STANDING, blocks, fixedColumns, false, false);
        }

        /** The same, in the background. */
        public Sheet hidden() {
            return new Sheet(name, title, subtitle, back, purpose, blocks, fixedColumns, onePage, true);
        }

        /** The same, with a way back. */
        public Sheet leadingBack(Value.Link to) {
            return new Sheet(name, title, subtitle, to, purpose, blocks, fixedColumns, onePage, isHidden);
        }

        /** The same, with more said below its title. */
        public Sheet saying(String more) {
            String line = subtitle + "  " + more;
            return new Sheet(name, title, line, back, purpose, blocks, fixedColumns, onePage, isHidden);
        }

        /** The same, of other blocks. */
        public Sheet of(List<Block> others) {
            return new Sheet(name, title, subtitle, back, purpose, others, fixedColumns, onePage, isHidden);
        }

        /** Whether it is about a table in which there is no row. */
        public boolean isEmpty() {
            return blocks.get(0) instanceof Table table && table.rows().isEmpty();
        }
    }

    /** What a sheet is for, which the colour of its tab tells too. */
    public enum Purpose {
        /** Where things stand. */
        STANDING,
        /** All figures behind that. */
        FIGURES,
        /** What was sent, and what became of it. */
        REPORTING,
        /** How figures come about. */
        METHOD;

        /** Its word in the bundles. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part of a sheet. */
    public sealed interface Block permits Table, Lines, Charts, Tiles, Calculator {}

    /**
     * A table, which is one for spreadsheet programs too.
     *
     * @param name unique in the workbook, of ASCII letters
     * @param columns with different headers
     * @param rows each with a value for each column
     * @param pages the columns, from 0, with which a printed page begins, behind the fixed ones that stand on each; empty where
     *     all go on one
     * @param isFixed whether its rows have to stay where they are, as charts are drawn over them
     */
    public record Table(String name, List<Column> columns, List<List<Value>> rows, List<Integer> pages, boolean isFixed)
            implements Block {
        /** A table that is one page wide, to be sorted and filtered. */
        public Table(String name, List<Column> columns, List<List<Value>> rows) {
            this(name, columns, rows, List.of(), false);
        }

        /** The same, printed on several pages beside each other. */
        public Table onPages(List<Integer> starts) {
            return new Table(name, columns, rows, starts, isFixed);
        }

        /** The same, with so many of its rows. */
        public Table first(int most) {
            return new Table(name, columns, rows.subList(0, most), pages, isFixed);
        }

        /** The same, which cannot be sorted. */
        public Table fixed() {
            return new Table(name, columns, rows, pages, true);
        }
    }

    /** Text over the width of the sheet. */
    public record Lines(List<Line> lines) implements Block {}

    /**
     * A line of text.
     *
     * @param lead a status before it, null where there is none
     */
    public record Line(Value.Status lead, String text, Weight weight) {}

    /** How much a line matters. */
    public enum Weight {
        HEADING,
        BODY,
        NOTE
    }

    /** Charts, two beside each other; wide ones alone. */
    public record Charts(List<? extends Plot> charts) implements Block {}

    /**
     * A line chart over cells of another sheet.
     *
     * @param title what it shows
     * @param subtitle of which figures, below the title
     * @param description for those who cannot see it
     * @param categories texts below the axis
     * @param categoryCells where they are, as in 'a'!$C$4:$C$9
     * @param band behind the lines; null where there is none
     * @param deadline the category, from 0, to be marked on the line of the target; null where there is none
     * @param whole of which the figures are shares, and beyond which the axis need not go; null where they are none
     */
    public record Chart(
            String title,
            String subtitle,
            String description,
            List<String> categories,
            String categoryCells,
            List<Line2D> lines,
            Band band,
            Integer deadline,
            Double whole)
            implements Plot {}

    /**
     * A line of a chart.
     *
     * @param values one a category, null where there is none
     * @param cells where they are
     */
    public record Line2D(String name, List<Double> values, String cells, Stroke stroke) {}

    /**
     * An area between two lines.
     *
     * @param bottom the lower of them
     * @param width how much higher the other is
     */
    public record Band(Line2D bottom, Line2D width) {}

    /** What a line of a chart stands for. */
    public enum Stroke {
        ACTUAL,
        TARGET,
        PROJECTED,
        MEDIAN,
        BAND,
        /** One of several of a kind. */
        FIRST,
        SECOND,
        THIRD,
        FOURTH
    }

    /**
     * A map of tiles, coloured by what a drop-down chooses.
     *
     * @param label beside the drop-down
     * @param choice what is chosen at first, one of a table's headers
     * @param lookup the table
     * @param tiles the regions
     * @param signs the words of each colour with which what is shown begins
     */
    public record Tiles(String label, String choice, Lookup lookup, List<Tile> tiles, Map<Light, List<String>> signs)
            implements Block {}

    /**
     * The cells of a table in which a map finds its regions by their codes, however a reader sorts them.
     *
     * @param headers to be chosen from, as in 'a'!$C$3:$Z$3
     * @param codes of the regions, a row each
     * @param values beside the codes and below the headers
     */
    public record Lookup(String headers, String codes, String values) {}

    /**
     * A region of the map.
     *
     * @param row from 1
     * @param col from 1
     * @param shown below its name at first
     */
    public record Tile(int row, int col, String code, String name, String shown) {}

    /**
     * A column.
     *
     * @param width in characters, a Chinese one counting as two
     */
    public record Column(String header, int width, Look look) {
        /** A plain column. */
        public Column(String header, int width) {
            this(header, width, Look.PLAIN);
        }
    }

    /** How a column helps the eye, beside its figures. */
    public enum Look {
        PLAIN,
        /** A bar behind each number, from 0 to 100. */
        BAR,
        /** An arrow by the sign of each number. */
        ARROW,
        /** A header that stands on end. */
        UPRIGHT,
        /** Folded away, behind all others: figures for small lines. */
        FOLDED,
        /** Behind all others, where none are folded away, and not printed: for whoever sits before a screen. */
        ON_SCREEN
    }

    /** What a cell shows. */
    public sealed interface Value {
        /** A text, which is never taken for a formula. */
        record Text(String text) implements Value {}

        /** A short text that stands in the middle: a code, a year, a unit. */
        record Mark(String text) implements Value {}

        /** A number with its decimals. */
        record Number(double number, int decimals) implements Value {}

        /** A status: a word and its colour. */
        record Status(String word, Light light) implements Value {}

        /** A text that leads to a sheet. */
        record Link(String text, String sheet) implements Value {}

        /** A small line over cells of its own row, from one column to another, so that both are sorted together. */
        record Sparkline(int from, int to) implements Value {}

        /** Nothing yet: whoever the sheet is for is asked to fill it in. */
        record ToFill() implements Value {}

        /** Nothing, in tables over which charts are drawn, which would take a mark for zero. */
        record Gap() implements Value {}
    }

    /** What a status signals: the colour of its cell. */
    public enum Light {
        GOOD,
        WATCH,
        BAD,
        NONE
    }

    /** A text, or the mark for none: no cell is left blank. */
    public static Value text(String text) {
        return new Value.Text(text == null || text.isEmpty() ? NOT_APPLICABLE : text);
    }

    /** A short text. */
    public static Value mark(String text) {
        return new Value.Mark(text);
    }

    /** A number, or the mark for one that is not available. */
    public static Value number(Double number, int decimals) {
        return number == null ? new Value.Mark(NOT_AVAILABLE) : new Value.Number(number, decimals);
    }

    /** Notes below a table. */
    public static Lines notes(List<String> notes) {
        return new Lines(
                notes.stream().map(note -> new Line(null, note, Weight.NOTE)).toList());
    }

    /** Cells of a sheet, as formulas name them; rows and columns from 0. */
    public static String cells(String sheet, int firstRow, int lastRow, int firstCol, int lastCol) {
        return "'" + sheet.replace("'", "''") + "'!" + cell(firstRow, firstCol) + ":" + cell(lastRow, lastCol);
    }

    private static String cell(int row, int col) {
        return "$" + org.apache.poi.ss.util.CellReference.convertNumToColString(col) + "$" + (row + 1);
    }
}
