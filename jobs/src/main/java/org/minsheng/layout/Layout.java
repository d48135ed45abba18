package org.minsheng.layout;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Label;

/**
 * What one kind of table looks like, and which series its cells hold ({@code conf/layouts/}).
 *
 * @param id short name
 * @param title what people call the table
 * @param provider the office that it comes from, null where the layout does not say
 * @param file pattern of the names of its files, with a group {@code year} where the period stands there; null: any
 * @param sheets which sheets hold data
 * @param readHidden whether hidden sheets, rows and columns are read like the others
 * @param transposed whether headers run down and regions across
 * @param corner text of a cell above the header that names the unit, with a group {@code unit}; null where there is none
 * @param unitColumn header of the column that names the unit of each row; null where there is none
 * @param header where the header is
 * @param region where the region of a row stands
 * @param period where the year stands
 * @param columns the columns of data; none where the years stand across
 * @param series where the series of a row or block stands, null where each column has its own
 * @param counted which rows count, null where all do
 * @param marks what stands in the place of a number
 * @param comments headers of columns whose texts go with each observation of their row
 * @param ignored what is not read
 */
public record Layout(
        String id,
        Label title,
        String provider,
        Pattern file,
        Sheets sheets,
        boolean readHidden,
        boolean transposed,
        Pattern corner,
        List<String> unitColumn,
        Header header,
        RegionPlace region,
        Period period,
        List<DataColumn> columns,
        SeriesPlace series,
        CountedRows counted,
        Marks marks,
        List<String> comments,
        Ignored ignored)
        implements Serializable {

    /**
     * Which sheets hold data.
     *
     * @param names pattern of their names, with a group {@code year} where the period stands there; null: any
     * @param number the only one, counted from 1; 0: any
     */
    public record Sheets(Pattern names, int number) implements Serializable {}

    /**
     * The header.
     *
     * @param rows how many rows it takes, at least 1
     * @param repeats whether it may stand several times side by side, each time over a block of its own
     */
    public record Header(int rows, boolean repeats) implements Serializable {}

    /**
     * Which rows count, of those that break a region's figures down.
     *
     * @param header header of the column that tells
     * @param keep its texts in the rows that count
     */
    public record CountedRows(List<String> header, Set<String> keep) implements Serializable {}

    /**
     * What is not read.
     *
     * @param columns headers of columns
     * @param rows rows whose first text fits one of these
     * @param end the first text of a row from which on nothing is read; null where all is
     */
    public record Ignored(List<String> columns, List<Pattern> rows, String end) implements Serializable {}

    /** Where the region of a row stands. */
    public sealed interface RegionPlace extends Serializable {
        /**
         * In a column.
         *
         * @param header its header, from the top down
         * @param name pattern of its texts, with a group {@code name}; null: the whole text
         * @param agrees header of a column that names the same region again, by name or code; null where there is none
         * @param withinColumn header of the column that names the division above, null where there is none
         * @param withinRows whether a row that names a prefecture stands above those of its counties
         * @param totals texts that stand for a region under another name, such as 合计: a code, or {@link #WITHIN} or
         *     {@link #DISTRICTS}
         */
        record InColumn(
                List<String> header,
                Pattern name,
                List<String> agrees,
                List<String> withinColumn,
                boolean withinRows,
                Map<String, String> totals)
                implements RegionPlace {}

        /** The whole table is of one region. */
        record Fixed(String code) implements RegionPlace {}

        /** A total of the division above, whichever that is for the row. */
        String WITHIN = "within";

        /** A total of the districts of the division above. */
        String DISTRICTS = "districts";
    }

    /** Where the year of a cell stands. */
    public sealed interface Period extends Serializable {
        /** In the file's name. */
        record InFile() implements Period {}

        /** In the sheet's name. */
        record InSheet() implements Period {}

        /** In a column with this header. */
        record InColumn(List<String> header) implements Period {}

        /** In the headers of the data columns; the pattern is null where the columns' own patterns have it. */
        record InHeader(Pattern pattern) implements Period {}

        /** In a cell above the header. */
        record InTitle(Pattern pattern) implements Period {}

        /** The whole table is of one year. */
        record Fixed(int year) implements Period {}
    }

    /** Where the series of a cell stands, if not in the header of its column. */
    public sealed interface SeriesPlace extends Serializable {
        /** What its texts mean. */
        Map<String, Measured> values();

        /**
         * In a column.
         *
         * @param header its header
         * @param agrees header of a column with the series' title, null where there is none
         * @param value header of the column of values, null where the years stand across
         */
        record InColumn(List<String> header, List<String> agrees, List<String> value, Map<String, Measured> values)
                implements SeriesPlace {}

        /** In a cell above the header. */
        record InTitle(Map<String, Measured> values) implements SeriesPlace {}
    }

    /** Where the unit of a cell is named. */
    public enum UnitPlace {
        LAYOUT,
        CORNER,
        HEADER,
        COLUMN
    }

    /**
     * A series and the unit in which the table gives it.
     *
     * @param unit null where the table names it
     */
    public record Measured(Series series, Unit unit, UnitPlace unitPlace) implements Serializable {}

    /**
     * A column of data.
     *
     * @param header its texts from the top down, each once; null where {@code like} tells it
     * @param like pattern of these texts joined by /, with groups {@code unit} and {@code year} where they stand there
     * @param measured what it holds
     */
    public record DataColumn(List<String> header, Pattern like, Measured measured) implements Serializable {
        /** As an office would write it. */
        public String shown() {
            return header == null ? PatternWords.of(like) : String.join("/", header);
        }
    }

    /** All that its cells may hold. */
    Stream<Measured> measured() {
        Stream<Measured> ofRows = series == null ? Stream.of() : series.values().values().stream();
        return Stream.concat(columns.stream().map(DataColumn::measured), ofRows);
    }

    /** The header by which the table's first header row is found. */
    public List<String> anchor() {
        return region instanceof RegionPlace.InColumn in ? in.header() : ((SeriesPlace.InColumn) series).header();
    }
}
