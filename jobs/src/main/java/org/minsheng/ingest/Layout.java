package org.minsheng.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Label;

/**
 * What one kind of table looks like, and which series its cells hold ({@code conf/layouts/}).
 *
 * @param id short name
 * @param title what people call the table
 * @param sheets names of the sheets that hold data, with a group {@code year} where the period stands there; null: any
 * @param corner text of a cell above the header that names the unit, with a group {@code unit}; null where there is none
 * @param headerRows how many rows the header takes, at least 1
 * @param region where the region of a row stands
 * @param period where the year stands
 * @param columns the columns of data; none where the years stand across
 * @param seriesColumn header of the column that names the series of a row, where the years stand across, else null
 * @param seriesValues its texts and what they mean
 * @param comments headers of columns whose texts go with each observation of their row
 * @param ignoredColumns headers of columns that are not read
 * @param ignoredRows rows whose first text fits one of these are not read
 */
record Layout(
        String id,
        Label title,
        Pattern sheets,
        Pattern corner,
        int headerRows,
        RegionPlace region,
        Period period,
        List<DataColumn> columns,
        String seriesColumn,
        Map<String, Measured> seriesValues,
        List<String> comments,
        List<String> ignoredColumns,
        List<Pattern> ignoredRows)
        implements Serializable {

    /** Where the region of a row stands. */
    sealed interface RegionPlace extends Serializable {
        /**
         * In a column.
         *
         * @param header its header
         * @param totals texts that stand for a region under another name, such as 合计
         */
        record InColumn(String header, Map<String, String> totals) implements RegionPlace {}

        /** The whole table is of one region. */
        record Fixed(String code) implements RegionPlace {}
    }

    /** Where the year of a cell stands. */
    sealed interface Period extends Serializable {
        /** In the sheet's name. */
        record InSheet() implements Period {}

        /** In a column with this header. */
        record InColumn(String header) implements Period {}

        /** In the headers of the data columns. */
        record InHeader(Pattern pattern) implements Period {}
    }

    /**
     * A series and the unit in which the table gives it.
     *
     * @param unit null where the table's corner names it
     */
    record Measured(Series series, Unit unit) implements Serializable {}

    /**
     * A column of data.
     *
     * @param header its texts from the top down, each once
     * @param measured what it holds
     */
    record DataColumn(List<String> header, Measured measured) implements Serializable {}

    /** The header by which the table's first header row is found. */
    String anchor() {
        return region instanceof RegionPlace.InColumn in ? in.header() : seriesColumn;
    }
}
