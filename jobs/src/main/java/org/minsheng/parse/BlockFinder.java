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
import org.minsheng.parse.Block.Column;
import org.minsheng.parse.file.SheetRow;

/** Lays a layout on the header of a block: finds out where each of its places stands, and which are missing. */
final class BlockFinder {
    private static final int NOWHERE = -1;

    private final Layout layout;
    private final Head head;
    private final int top;
    private final int left;
    private final int right;
    private final List<List<String>> headers = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<Integer, Column> columns = new LinkedHashMap<>();

    private BlockFinder(Layout layout, Head head, int top, int left, int right) {
        this.layout = layout;
        this.head = head;
        this.top = top;
        this.left = left;
        this.right = right;
        for (int col = left; col <= Math.min(right, head.width() - 1); col++) {
            headers.add(
                    isHidden(col) ? List.of() : head.path(top, layout.header().rows(), col));
        }
    }

    /** The block whose header starts in a row, within columns from left to right. */
    static Block at(Layout layout, Head head, int top, int left, int right) {
        return new BlockFinder(layout, head, top, left, right).find();
    }

    private boolean isHidden(int col) {
        return !layout.readHidden() && head.hiddenColumn(col);
    }

    /** In the order in which what is missing is shown. */
    private Block find() {
        int regionCol = NOWHERE;
        int agreesCol = NOWHERE;
        int withinCol = NOWHERE;
        if (layout.region() instanceof Layout.RegionPlace.InColumn in) {
            regionCol = column(in.header());
            agreesCol = columnIfAny(in.agrees());
            withinCol = columnIfAny(in.withinColumn());
        }
        int periodCol = layout.period() instanceof Layout.Period.InColumn in ? column(in.header()) : NOWHERE;
        int countedCol =
                layout.counted() == null ? NOWHERE : column(layout.counted().header());
        int seriesCol = NOWHERE;
        int titleCol = NOWHERE;
        Layout.Measured series = null;
        if (layout.series() instanceof Layout.SeriesPlace.InColumn in) {
            seriesCol = seriesColumn(in);
            titleCol = columnIfAny(in.agrees());
            valueColumn(in);
        } else if (layout.series() instanceof Layout.SeriesPlace.InTitle in) {
            series = seriesInTitle(in);
        }
        int year = year(series);
        dataColumns();
        Set<Integer> comments = new LinkedHashSet<>();
        Set<Integer> ignored = new LinkedHashSet<>();
        otherColumns(
                List.of(regionCol, agreesCol, withinCol, periodCol, seriesCol, titleCol, countedCol),
                comments,
                ignored);
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

    private int column(List<String> wanted) {
        int at = headers.indexOf(wanted);
        if (at < 0) {
            missing.add(String.join("/", wanted));
            return NOWHERE;
        }
        return left + at;
    }

    private int columnIfAny(List<String> wanted) {
        return wanted == null ? NOWHERE : column(wanted);
    }

    /** Tables of one shape are told apart by what their rows are about. */
    private int seriesColumn(Layout.SeriesPlace.InColumn in) {
        int col = column(in.header());
        if (col >= 0 && !namesASeries(in, head, top + layout.header().rows(), col)) {
            missing.add(String.join("/", in.header()) + ": "
                    + String.join(" | ", in.values().keySet()));
        }
        return col;
    }

    private void valueColumn(Layout.SeriesPlace.InColumn in) {
        int col = columnIfAny(in.value());
        if (col >= 0) {
            columns.put(col, new Column(col, null, NOWHERE, null, null));
        }
    }

    /** What all cells hold, where a title says so. */
    private Layout.Measured seriesInTitle(Layout.SeriesPlace.InTitle in) {
        Optional<Layout.Measured> series = title(
                head, top, left, right, text -> Optional.ofNullable(in.values().get(text)));
        if (series.isEmpty()) {
            missing.add(String.join(" | ", in.values().keySet()));
        }
        return series.orElse(null);
    }

    /** The year of all cells, where they have one; years in the header become columns. */
    private int year(Layout.Measured series) {
        Layout.Period period = layout.period();
        if (period instanceof Layout.Period.InTitle in) {
            return orMissing(title(head, top, left, right, text -> year(in.pattern(), text)), in.pattern());
        } else if (period instanceof Layout.Period.InSheet) {
            Pattern names = layout.sheets().names();
            return orMissing(year(names, HeaderText.normal(head.sheet().name())), names);
        } else if (period instanceof Layout.Period.Fixed fixed) {
            return fixed.year();
        } else if (period instanceof Layout.Period.InHeader in && in.pattern() != null) {
            yearsAcross(in.pattern(), series);
        }
        return NOWHERE;
    }

    private int orMissing(Optional<Integer> year, Pattern pattern) {
        if (year.isEmpty()) {
            missing.add(pattern.pattern());
        }
        return year.orElse(NOWHERE);
    }

    private void yearsAcross(Pattern pattern, Layout.Measured series) {
        for (int i = 0; i < headers.size(); i++) {
            Optional<Integer> across = year(pattern, String.join("", headers.get(i)));
            if (across.isPresent()) {
                columns.put(left + i, new Column(left + i, series, across.get(), null, null));
            }
        }
        if (columns.isEmpty()) {
            missing.add(pattern.pattern());
        }
    }

    private void dataColumns() {
        boolean yearInHeader = layout.period() instanceof Layout.Period.InHeader;
        for (Layout.DataColumn wanted : layout.columns()) {
            List<Column> found = find(headers, left, wanted, columns.keySet(), yearInHeader);
            found.forEach(column -> columns.put(column.col(), column));
            if (found.isEmpty()) {
                missing.add(wanted.shown());
            }
        }
    }

    private void otherColumns(List<Integer> labels, Set<Integer> comments, Set<Integer> ignored) {
        for (int i = 0; i < headers.size(); i++) {
            int col = left + i;
            String text = String.join("", headers.get(i));
            if (columns.containsKey(col) || labels.contains(col)) {
                continue;
            } else if (layout.comments().contains(text)) {
                comments.add(col);
            } else if (layout.ignored().columns().contains(text) || isHidden(col)) {
                ignored.add(col);
            }
        }
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
