package org.minsheng.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** Reads which series the cells of a layout hold, and in which units: by columns, or by what names the series of a row. */
final class MeasuredReader {
    private final Catalogue catalogue;
    private final boolean hasCorner;
    private final boolean hasUnitColumn;

    /**
     * A reader for one layout.
     *
     * @param hasCorner whether the layout has a corner that names the unit
     * @param hasUnitColumn whether it has a column that does
     */
    MeasuredReader(Catalogue catalogue, boolean hasCorner, boolean hasUnitColumn) {
        this.catalogue = catalogue;
        this.hasCorner = hasCorner;
        this.hasUnitColumn = hasUnitColumn;
    }

    /**
     * Reads the columns of data.
     *
     * @param repeats whether the header may stand several times, over a year each
     * @param period where the years stand; null where that cannot be read
     */
    List<Layout.DataColumn> columns(List<YamlMap> maps, boolean repeats, Layout.Period period) {
        List<Layout.DataColumn> columns = new ArrayList<>();
        Set<Series> ofOneYear = new HashSet<>();
        for (YamlMap map : maps) {
            Layout.DataColumn column = column(map);
            Series series = column.measured().series();
            boolean hasYear = isInHeader("year", column.like(), map);
            if (period instanceof Layout.Period.InHeader) {
                if (!hasYear) {
                    map.problem(
                            map.has("like") ? "like" : "header",
                            "the header of the column has no year, and 'period' says that it has",
                            "Find the column by 'like' with a group (?<year>...)");
                }
            } else if (series != null && !repeats && !hasYear && !ofOneYear.add(series)) {
                // Two columns of one series have a year each, and so it has to stand in their headers.
                map.problem(
                        "series",
                        "a second column of the series '" + series.id() + "' would be of the same year",
                        "Ignore one of them, or read the years from the headers: 'period: {from: header}' and 'like'"
                                + " with a group (?<year>...)");
            }
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    private Layout.DataColumn column(YamlMap map) {
        Pattern like = map.get("like", YamlValue::pattern);
        List<String> header = map.has("like") ? null : map.need("header", HeaderText::read);
        if (map.has("like")) {
            map.problem("header", "a column has either 'header' or 'like'", "");
        }
        Layout.Measured measured = measured(map, isInHeader("unit", like, map));
        map.done();
        return new Layout.DataColumn(header, like, measured);
    }

    /** Whether a column's pattern has a group; a pattern that cannot be read may have it. */
    private static boolean isInHeader(String group, Pattern like, YamlMap map) {
        return like == null ? map.has("like") : like.pattern().contains("(?<" + group + ">");
    }

    /** Reads where the series of a row or block stands. */
    Layout.SeriesPlace series(YamlMap map) {
        enum From {
            COLUMN,
            TITLE
        }
        boolean isTitle = map.get("from", value -> value.choice(From.class), From.COLUMN) == From.TITLE;
        List<String> header = isTitle ? null : map.need("column", HeaderText::read);
        List<String> valueColumn = map.get("value", HeaderText::read);
        Map<String, Layout.Measured> values = new LinkedHashMap<>();
        map.needMap("values")
                .entries()
                .forEach((text, value) -> value.map().ifPresent(of -> {
                    values.put(HeaderText.normal(text), measured(of, false));
                    of.done();
                }));
        map.done();
        return isTitle
                ? new Layout.SeriesPlace.InTitle(values)
                : new Layout.SeriesPlace.InColumn(header, null, valueColumn, values);
    }

    /**
     * Reads a series and its unit.
     *
     * @param isInHeader whether the header names the unit
     */
    private Layout.Measured measured(YamlMap map, boolean isInHeader) {
        Series series = map.need("series", this::known);
        String named = map.need("unit", YamlValue::text, "");
        if (named.equals("corner")) {
            if (!hasCorner) {
                map.problem("unit", "the layout has no 'corner' that names the unit", "");
            }
            return new Layout.Measured(series, null, Layout.UnitPlace.CORNER);
        } else if (named.equals("column")) {
            if (!hasUnitColumn) {
                map.problem("unit", "the layout has no 'unit: {column: ...}' that names the unit", "");
            }
            return new Layout.Measured(series, null, Layout.UnitPlace.COLUMN);
        } else if (named.equals("header")) {
            if (!isInHeader) {
                map.problem("unit", "the column has no 'like' with a group (?<unit>...)", "");
            }
            return new Layout.Measured(series, null, Layout.UnitPlace.HEADER);
        }
        Unit unit = named.isEmpty() ? Unit.UNREAD : map.get("unit", catalogue.units()::find, Unit.UNREAD);
        Unit wanted = series == null ? Unit.UNREAD : series.unit();
        if (unit != Unit.UNREAD && wanted != Unit.UNREAD && !unit.dimension().equals(wanted.dimension())) {
            map.problem(
                    "unit", unit.name() + " does not convert into " + wanted.name() + ", the unit of the series", "");
        }
        return new Layout.Measured(series, unit, Layout.UnitPlace.LAYOUT);
    }

    private Optional<Series> known(YamlValue value) {
        return value.text().flatMap(id -> {
            Optional<Series> known = Optional.ofNullable(catalogue.series().get(id));
            if (known.isEmpty() && catalogue.hasAllSeries()) {
                value.problem(
                        "the series '" + id + "' is not in the catalogue",
                        Nearest.remedy(id, catalogue.series().keySet()));
            }
            return known;
        });
    }
}
