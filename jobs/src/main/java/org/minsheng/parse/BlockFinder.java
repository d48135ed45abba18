package org.minsheng.parse;

import static org.minsheng.parse.LabelColumns.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.layout.HeaderText;
import org.minsheng.layout.Layout;
import org.minsheng.layout.PatternWords;
import org.minsheng.parse.Block.Column;
import org.minsheng.parse.file.SheetRow;

/** Lays a layout on the header of a block: finds out where each of its places stands, and which are missing. */
final class BlockFinder {
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

    private Block find() {
        LabelColumns labels = labels();
        int valueCol = layout.series() instanceof Layout.SeriesPlace.InColumn in ? columnIfAny(in.value()) : NONE;
        Layout.Measured series = layout.series() instanceof Layout.SeriesPlace.InTitle in ? seriesInTitle(in) : null;
        Integer year = year();
        if (valueCol != NONE) {
            columns.put(valueCol, new Column(valueCol, null, year, null, null));
        }
        if (layout.period() instanceof Layout.Period.InHeader in && in.pattern() != null) {
            yearsAcross(in.pattern(), series);
        }
        dataColumns(year);
        Set<Integer> comments = new LinkedHashSet<>();
        Set<Integer> ignored = new LinkedHashSet<>();
        otherColumns(labels, comments, ignored);
        return new Block(layout, head, left, right, top, labels, comments, ignored, columns, headers, missing);
    }

    /** In the order in which those that are missing are shown. */
    private LabelColumns labels() {
        int region = NONE;
        int again = NONE;
        int within = NONE;
        if (layout.region() instanceof Layout.RegionPlace.InColumn in) {
            region = column(in.header());
            again = columnIfAny(in.agrees());
            within = columnIfAny(in.withinColumn());
        }
        int year = layout.period() instanceof Layout.Period.InColumn in ? column(in.header()) : NONE;
        int counted = layout.counted() == null ? NONE : column(layout.counted().header());
        int series = NONE;
        int title = NONE;
        if (layout.series() instanceof Layout.SeriesPlace.InColumn in) {
            series = seriesColumn(in);
            title = columnIfAny(in.agrees());
        }
        int unit = columnIfAny(layout.unitColumn());
        return new LabelColumns(region, again, within, year, counted, series, title, unit);
    }

    private int column(List<String> wanted) {
        int at = headers.indexOf(wanted);
        if (at < 0) {
            missing.add(String.join("/", wanted));
            return NONE;
        }
        return left + at;
    }

    private int columnIfAny(List<String> wanted) {
        return wanted == null ? NONE : column(wanted);
    }

    /** Tables of one shape are told apart by what their rows are about. */
    private int seriesColumn(Layout.SeriesPlace.InColumn in) {
        int col = column(in.header());
        if (col != NONE && !namesASeries(in, head, top + layout.header().rows(), col)) {
            missing.add(String.join("/", in.header()) + ": "
                    + String.join(" | ", in.values().keySet()));
        }
        return col;
    }

    /** What all cells hold, where a title says so; next year's title has other years in it. */
    private Layout.Measured seriesInTitle(Layout.SeriesPlace.InTitle in) {
        Optional<Layout.Measured> series = title(
                head, top, left, right, text -> Optional.ofNullable(in.values().get(text)));
        if (series.isEmpty()) {
            Map<String, Layout.Measured> undated = new HashMap<>();
            in.values().forEach((text, measured) -> undated.putIfAbsent(Years.without(text), measured));
            series = title(head, top, left, right, text -> Optional.ofNullable(undated.get(Years.without(text))));
        }
        if (series.isEmpty()) {
            missing.add(String.join(" | ", in.values().keySet()));
        }
        return series.orElse(null);
    }

    /** The year of all columns; null where each has its own, or each row. */
    private Integer year() {
        Layout.Period period = layout.period();
        if (period instanceof Layout.Period.InTitle in) {
            return orMissing(title(head, top, left, right, text -> year(in.pattern(), text)), in.pattern());
        } else if (period instanceof Layout.Period.InFile) {
            return orMissing(year(layout.file(), head.file()), layout.file());
        } else if (period instanceof Layout.Period.InSheet) {
            Pattern names = layout.sheets().names();
            return orMissing(year(names, HeaderText.normal(head.sheet().name())), names);
        }
        return period instanceof Layout.Period.Fixed fixed ? fixed.year() : null;
    }

    private Integer orMissing(Optional<Integer> year, Pattern pattern) {
        if (year.isEmpty()) {
            missing.add(PatternWords.of(pattern));
        }
        return year.orElse(null);
    }

    private void yearsAcross(Pattern pattern, Layout.Measured series) {
        for (int i = 0; i < headers.size(); i++) {
            Optional<Integer> across = year(pattern, String.join("", headers.get(i)));
            if (across.isPresent()) {
                columns.put(left + i, new Column(left + i, series, across.get(), null, null));
            }
        }
        if (columns.isEmpty()) {
            missing.add(PatternWords.of(pattern));
        }
    }

    private void dataColumns(Integer year) {
        for (Layout.DataColumn wanted : layout.columns()) {
            List<Column> found = find(wanted, year);
            found.forEach(column -> columns.put(column.col(), column));
            if (found.isEmpty()) {
                missing.add(wanted.shown());
            }
        }
    }

    /** The first column that fits; where columns have their years in their headers, all that do. */
    private List<Column> find(Layout.DataColumn wanted, Integer year) {
        boolean yearInHeader = layout.period() instanceof Layout.Period.InHeader;
        List<Column> found = new ArrayList<>();
        for (int i = 0; i < headers.size() && (found.isEmpty() || yearInHeader); i++) {
            int col = left + i;
            if (columns.containsKey(col)) {
                continue;
            } else if (wanted.header() != null) {
                if (headers.get(i).equals(wanted.header())) {
                    found.add(new Column(col, wanted.measured(), year, null, wanted));
                }
                continue;
            }
            Matcher matcher = wanted.like().matcher(String.join("/", headers.get(i)));
            if (matcher.matches()) {
                Integer own = yearInHeader ? year(matcher).orElse(null) : year;
                if (own != null || !yearInHeader) {
                    found.add(new Column(col, wanted.measured(), own, group(matcher, "unit"), wanted));
                }
            }
        }
        return found;
    }

    private void otherColumns(LabelColumns labels, Set<Integer> comments, Set<Integer> ignored) {
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
            Head head, int top, int left, int right, Function<String, Optional<T>> reading) {
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
