package org.minsheng.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.parse.file.SheetRow;

/**
 * A layout laid on a header: where each of its parts is. A sheet has one block, or several side by side, each with its
 * header at a height of its own.
 *
 * @param left first column that belongs to it
 * @param right last column that belongs to it
 * @param headerTop first row of the header
 * @param regionCol column of the region, -1 where the whole table is of one
 * @param agreesCol column that names the region again, -1 where there is none
 * @param withinCol column of the division above, -1 where there is none
 * @param periodCol column of the year, -1 where it does not stand in one
 * @param seriesCol column that names a row's series, -1 where there is none
 * @param titleCol column that names it again, -1 where there is none
 * @param countedCol column that tells which rows count, -1 where all do
 * @param series what all of its cells hold, null where columns or rows say that
 * @param year the year of all of its cells, -1 where it stands elsewhere
 * @param commentCols columns whose texts go with the row's observations
 * @param ignoredCols columns that are not read
 * @param columns the columns of data, by column
 * @param headers the header of each column from the left one on
 * @param missing headers of the layout that it does not have
 */
record Block(
        Layout layout,
        Head head,
        int left,
        int right,
        int headerTop,
        int regionCol,
        int agreesCol,
        int withinCol,
        int periodCol,
        int seriesCol,
        int titleCol,
        int countedCol,
        Layout.Measured series,
        int year,
        Set<Integer> commentCols,
        Set<Integer> ignoredCols,
        Map<Integer, Column> columns,
        List<List<String>> headers,
        List<String> missing) {

    /**
     * A column of data.
     *
     * @param measured what it holds, null where each row says that itself
     * @param year its year, -1 where the year stands elsewhere
     * @param unit the unit that its header names, null where it does not
     * @param found the column of the layout that it is, null where the layout lists none
     */
    record Column(int col, Layout.Measured measured, int year, String unit, Layout.DataColumn found) {}

    /** Whether a column says what the cells of a row mean. */
    boolean isLabel(int col) {
        return col == regionCol
                || col == agreesCol
                || col == withinCol
                || col == periodCol
                || col == seriesCol
                || col == titleCol
                || col == countedCol
                || commentCols.contains(col);
    }

    int firstDataRow() {
        return headerTop + layout.header().rows();
    }

    /** The header of a column, from the top down. */
    List<String> header(int col) {
        return col - left < headers.size() ? headers.get(col - left) : List.of();
    }

    /** Lays a layout on the header that starts in a row, within columns from left to right. */
    static Block at(Layout layout, Head head, int top, int left, int right) {
        List<List<String>> headers = new ArrayList<>();
        for (int col = left; col <= Math.min(right, head.width() - 1); col++) {
            headers.add(
                    !layout.readHidden() && head.hiddenColumn(col)
                            ? List.of()
                            : head.path(top, layout.header().rows(), col));
        }
        List<String> missing = new ArrayList<>();
        int regionCol = -1;
        int withinCol = -1;
        int agreesCol = -1;
        if (layout.region() instanceof Layout.RegionPlace.InColumn in) {
            regionCol = find(headers, left, in.header(), missing);
            agreesCol = in.agrees() == null ? -1 : find(headers, left, in.agrees(), missing);
            withinCol = in.withinColumn() == null ? -1 : find(headers, left, in.withinColumn(), missing);
        }
        int periodCol =
                layout.period() instanceof Layout.Period.InColumn in ? find(headers, left, in.header(), missing) : -1;
        int countedCol = layout.counted() == null
                ? -1
                : find(headers, left, layout.counted().header(), missing);
        int seriesCol = -1;
        int titleCol = -1;
        Layout.Measured series = null;
        Map<Integer, Column> columns = new LinkedHashMap<>();
        if (layout.series() instanceof Layout.SeriesPlace.InColumn in) {
            seriesCol = find(headers, left, in.header(), missing);
            if (seriesCol >= 0 && !namesASeries(in, head, top + layout.header().rows(), seriesCol)) {
                // Tables of one shape are told apart by what their rows are about.
                missing.add(String.join("/", in.header()) + ": "
                        + String.join(" | ", in.values().keySet()));
            }
            titleCol = in.agrees() == null ? -1 : find(headers, left, in.agrees(), missing);
            int valueCol = in.value() == null ? -1 : find(headers, left, in.value(), missing);
            if (valueCol >= 0) {
                columns.put(valueCol, new Column(valueCol, null, -1, null, null));
            }
        } else if (layout.series() instanceof Layout.SeriesPlace.InTitle in) {
            series = title(
                            head,
                            top,
                            left,
                            right,
                            text -> Optional.ofNullable(in.values().get(text)))
                    .orElse(null);
            if (series == null) {
                missing.add(String.join(" | ", in.values().keySet()));
            }
        }
        int year = -1;
        if (layout.period() instanceof Layout.Period.InTitle in) {
            year = title(head, top, left, right, text -> year(in.pattern(), text))
                    .orElse(-1);
            if (year < 0) {
                missing.add(in.pattern().pattern());
            }
        } else if (layout.period() instanceof Layout.Period.InSheet) {
            Pattern names = layout.sheets().names();
            year = year(names, HeaderText.normal(head.sheet().name())).orElse(-1);
            if (year < 0) {
                missing.add(names.pattern());
            }
        } else if (layout.period() instanceof Layout.Period.Fixed fixed) {
            year = fixed.year();
        } else if (layout.period() instanceof Layout.Period.InHeader in && in.pattern() != null) {
            for (int i = 0; i < headers.size(); i++) {
                Optional<Integer> across = year(in.pattern(), String.join("", headers.get(i)));
                if (across.isPresent()) {
                    columns.put(left + i, new Column(left + i, series, across.get(), null, null));
                }
            }
            if (columns.isEmpty()) {
                missing.add(in.pattern().pattern());
            }
        }
        for (Layout.DataColumn wanted : layout.columns()) {
            List<Column> found =
                    find(headers, left, wanted, columns.keySet(), layout.period() instanceof Layout.Period.InHeader);
            found.forEach(column -> columns.put(column.col(), column));
            if (found.isEmpty()) {
                missing.add(wanted.shown());
            }
        }
        Set<Integer> comments = new LinkedHashSet<>();
        Set<Integer> ignored = new LinkedHashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            int col = left + i;
            String text = String.join("", headers.get(i));
            if (columns.containsKey(col)
                    || List.of(regionCol, agreesCol, withinCol, periodCol, seriesCol, titleCol, countedCol)
                            .contains(col)) {
                continue;
            } else if (layout.comments().contains(text)) {
                comments.add(col);
            } else if (layout.ignored().columns().contains(text) || !layout.readHidden() && head.hiddenColumn(col)) {
                ignored.add(col);
            }
        }
        return new Block(
                layout,
                head,
                left,
                right,
                top,
                regionCol,
                agreesCol,
                withinCol,
                periodCol,
                seriesCol,
                titleCol,
                countedCol,
                series,
                year,
                comments,
                ignored,
                columns,
                headers,
                missing);
    }

    private static boolean namesASeries(Layout.SeriesPlace.InColumn place, Head head, int from, int col) {
        for (SheetRow row : head.rows()) {
            if (row.index() >= from && place.values().containsKey(head.text(row.index(), col))) {
                return true;
            }
        }
        return false;
    }

    /** What the first cell above the header says that says anything: of the block's own columns, then of all. */
    private static <T> Optional<T> title(
            Head head, int top, int left, int right, java.util.function.Function<String, Optional<T>> reading) {
        for (boolean own : new boolean[] {true, false}) {
            for (SheetRow row : head.rows()) {
                for (int col = own ? left : 0;
                        row.index() < top && col < (own ? Math.min(right, row.width() - 1) + 1 : row.width());
                        col++) {
                    Optional<T> read =
                            row.get(col).blank() ? Optional.empty() : reading.apply(head.text(row.index(), col));
                    if (read.isPresent()) {
                        return read;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int find(List<List<String>> headers, int left, List<String> wanted, List<String> missing) {
        int at = headers.indexOf(wanted);
        if (at < 0) {
            missing.add(String.join("/", wanted));
        }
        return at < 0 ? -1 : left + at;
    }

    /** The first column that fits; where columns have their years in their headers, all that do. */
    private static List<Column> find(
            List<List<String>> headers, int left, Layout.DataColumn wanted, Set<Integer> taken, boolean yearInHeader) {
        List<Column> found = new ArrayList<>();
        for (int i = 0; i < headers.size() && (found.isEmpty() || yearInHeader); i++) {
            int col = left + i;
            if (taken.contains(col)) {
                continue;
            }
            if (wanted.header() != null && headers.get(i).equals(wanted.header())) {
                found.add(new Column(col, wanted.measured(), -1, null, wanted));
            } else if (wanted.like() != null) {
                Matcher matcher = wanted.like().matcher(String.join("/", headers.get(i)));
                Optional<Integer> year = matcher.matches() && yearInHeader ? year(matcher) : Optional.of(-1);
                if (matcher.matches() && year.isPresent()) {
                    found.add(new Column(col, wanted.measured(), year.get(), group(matcher, "unit"), wanted));
                }
            }
        }
        return found;
    }

    private static String group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }

    private static Optional<Integer> year(Matcher matcher) {
        String text = group(matcher, "year");
        OptionalInt year = text == null ? OptionalInt.empty() : Years.parse(text);
        return year.isPresent() ? Optional.of(year.getAsInt()) : Optional.empty();
    }

    private static Optional<Integer> year(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? year(matcher) : Optional.empty();
    }
}
