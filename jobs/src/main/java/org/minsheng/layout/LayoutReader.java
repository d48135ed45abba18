package org.minsheng.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Label;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.conf.YamlFile;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Reads {@code conf/layouts/*.yaml} and holds them against the catalogue and the regions. */
public final class LayoutReader {
    private static final String CORNER = "corner";

    private final Catalogue catalogue;
    private final Regions regions;
    private final Problems problems;
    private final Map<String, Layout> layouts = new LinkedHashMap<>();

    private LayoutReader(Catalogue catalogue, Regions regions, Problems problems) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.problems = problems;
    }

    /** All layouts, by file name; of use only if there were no problems. */
    public static List<Layout> read(Path conf, Catalogue catalogue, Regions regions, Problems problems) {
        LayoutReader reader = new LayoutReader(catalogue, regions, problems);
        try (Stream<Path> files = Files.list(conf.resolve("layouts"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                YamlFile.read(file, conf.getFileName() + "/layouts/" + file.getFileName(), problems)
                        .ifPresent(reader::readOne);
            }
        } catch (IOException e) {
            problems.add(new Problem(
                    conf.getFileName() + "/layouts",
                    0,
                    0,
                    "the folder cannot be read (" + e.getMessage() + ")",
                    "It holds a YAML file for each kind of table"));
        }
        return List.copyOf(reader.layouts.values());
    }

    private void readOne(YamlMap map) {
        Optional<YamlValue> place = map.need("layout");
        Optional<String> id = place.flatMap(YamlValue::text);
        Optional<Label> title = map.need("title").flatMap(YamlValue::label);
        Optional<String> provider = map.get("provider").flatMap(YamlValue::text);
        Layout.Sheets sheets = readSheets(map);
        boolean readHidden =
                map.get("hidden").flatMap(value -> value.choice(Hidden.class)).orElse(Hidden.READ) == Hidden.READ;
        boolean transposed = map.get("transposed").flatMap(YamlValue::bool).orElse(false);
        Optional<Pattern> corner = map.get(CORNER).flatMap(value -> patternWith(value, "unit"));
        boolean hasCorner = map.get(CORNER).isPresent();
        Layout.Header header = map.need("header")
                .flatMap(YamlValue::map)
                .map(LayoutReader::readHeader)
                .orElse(new Layout.Header(1, false));
        Optional<Layout.RegionPlace> region =
                map.need("region").flatMap(YamlValue::map).flatMap(this::readRegion);
        List<YamlValue> listed = map.list("columns");
        List<Layout.DataColumn> columns = new ArrayList<>();
        listed.forEach(
                value -> value.map().flatMap(c -> readColumn(c, hasCorner)).ifPresent(columns::add));
        if (!header.repeats()) {
            tellSameYear(listed);
        }
        Optional<Layout.Period> period = map.need("period")
                .flatMap(YamlValue::map)
                .flatMap(p -> readPeriod(p, map, sheets.names(), !listed.isEmpty()));
        Optional<Layout.SeriesPlace> series =
                map.get("series").flatMap(YamlValue::map).flatMap(s -> readSeries(s, hasCorner));
        Optional<YamlValue> rows = map.get("rows");
        Optional<Layout.CountedRows> counted = rows.flatMap(YamlValue::map).flatMap(LayoutReader::readRows);
        Marks marks = map.get("marks").flatMap(YamlValue::map).map(Marks::read).orElse(Marks.USUAL);
        List<String> comments = normal(map.get("comments"));
        Layout.Ignored ignored = map.get("ignore")
                .flatMap(YamlValue::map)
                .map(LayoutReader::readIgnored)
                .orElse(new Layout.Ignored(List.of(), List.of()));
        map.done();
        boolean broken = columns.size() < listed.size(); // which has been told
        if (id.isEmpty()
                || title.isEmpty()
                || region.isEmpty()
                || period.isEmpty()
                || broken
                || rows.isPresent() && counted.isEmpty()) {
            return;
        }
        Optional<Layout.SeriesPlace.InColumn> seriesColumn = series.filter(
                        Layout.SeriesPlace.InColumn.class::isInstance)
                .map(Layout.SeriesPlace.InColumn.class::cast);
        if (region.get() instanceof Layout.RegionPlace.Fixed && seriesColumn.isEmpty()) {
            place.orElseThrow().problem("a table of one region needs 'series' with a column", "");
            return;
        }
        boolean across = period.get() instanceof Layout.Period.InHeader in && in.pattern() != null;
        boolean valueColumn = seriesColumn.filter(c -> c.value() != null).isPresent();
        if (columns.isEmpty() != series.isPresent() || series.isPresent() && across == valueColumn) {
            place.orElseThrow()
                    .problem(
                            "a table has either 'columns', or 'series' and its years in the header or one column of values",
                            "Give 'columns', or 'series' with 'period: {from: header, pattern: ...}' or with 'value'");
            return;
        }
        Layout layout = new Layout(
                id.get(),
                title.get(),
                provider.orElse(null),
                sheets,
                readHidden,
                transposed,
                corner.orElse(null),
                header,
                region.get(),
                period.get(),
                List.copyOf(columns),
                series.orElse(null),
                counted.orElse(null),
                marks,
                comments,
                ignored);
        if (layouts.putIfAbsent(layout.id(), layout) != null) {
            place.orElseThrow().problem("the layout '" + layout.id() + "' is defined a second time", "");
        }
    }

    /** What becomes of hidden sheets, rows and columns. */
    private enum Hidden {
        READ,
        IGNORE
    }

    private static Layout.Sheets readSheets(YamlMap map) {
        Optional<YamlValue> value = map.get("sheets");
        Optional<Integer> number = value.filter(
                        v -> v.text().filter(t -> t.matches("\\d{1,3}")).isPresent())
                .flatMap(v -> v.integer(1, 999));
        return number.map(n -> new Layout.Sheets(null, n))
                .orElseGet(() ->
                        new Layout.Sheets(value.flatMap(YamlValue::pattern).orElse(null), 0));
    }

    private static Layout.Header readHeader(YamlMap map) {
        Layout.Header header = new Layout.Header(
                map.need("rows").flatMap(value -> value.integer(1, 9)).orElse(1),
                map.get("repeats").flatMap(YamlValue::bool).orElse(false));
        map.done();
        return header;
    }

    private static Optional<Layout.CountedRows> readRows(YamlMap map) {
        Optional<List<String>> header = readHeaderText(map.need("column"));
        Optional<YamlValue> keep = map.need("keep");
        List<String> texts = keep.filter(YamlValue::isList).isPresent()
                ? normal(keep)
                : keep.flatMap(YamlValue::text)
                        .map(HeaderText::normal)
                        .map(List::of)
                        .orElse(List.of());
        if (keep.filter(YamlValue::isList).isPresent() && texts.isEmpty()) {
            keep.orElseThrow().problem("no row would count", "List the texts of the rows that do");
        }
        map.done();
        return header.filter(h -> !texts.isEmpty()).map(h -> new Layout.CountedRows(h, Set.copyOf(texts)));
    }

    /** Two columns of one series have a year each, and so it has to stand in their headers. */
    private static void tellSameYear(List<YamlValue> columns) {
        Set<String> series = new HashSet<>();
        for (YamlValue column : columns) {
            Optional<YamlMap> map = Optional.of(column).filter(YamlValue::isMap).flatMap(YamlValue::map);
            boolean ownYear = map.flatMap(m -> m.get("like"))
                    .flatMap(YamlValue::text)
                    .filter(like -> like.contains("(?<year>"))
                    .isPresent();
            map.filter(m -> !ownYear)
                    .flatMap(m -> m.get("series"))
                    .ifPresent(place -> place.text()
                            .filter(id -> !series.add(id))
                            .ifPresent(id -> place.problem(
                                    "a second column of the series '" + id + "' would be of the same year",
                                    "Ignore one of them, or read the years from the headers: 'period: {from: header}' and 'like'"
                                            + " with a group (?<year>...)")));
        }
    }

    private static Layout.Ignored readIgnored(YamlMap map) {
        List<Pattern> rows = new ArrayList<>();
        map.list("rows").forEach(value -> value.pattern().ifPresent(rows::add));
        Layout.Ignored ignored = new Layout.Ignored(normal(map.get("columns")), List.copyOf(rows));
        map.done();
        return ignored;
    }

    private static List<String> normal(Optional<YamlValue> texts) {
        return texts.map(YamlValue::texts).orElse(List.of()).stream()
                .map(HeaderText::normal)
                .toList();
    }

    private static Optional<Pattern> patternWith(YamlValue value, String group) {
        Optional<Pattern> pattern = value.pattern();
        pattern.filter(p -> !p.pattern().contains("(?<" + group + ">"))
                .ifPresent(p -> value.problem("the pattern has no group (?<" + group + ">...)", ""));
        return pattern;
    }

    /** The header of a column: one text, or those of its rows from the top down. */
    private static Optional<List<String>> readHeaderText(Optional<YamlValue> value) {
        return value.flatMap(v -> v.isList()
                        ? Optional.of(normal(value))
                        : v.text().map(text -> List.of(HeaderText.normal(text))))
                .filter(texts -> !texts.isEmpty());
    }

    private Optional<Layout.RegionPlace> readRegion(YamlMap map) {
        Optional<YamlValue> fixed = map.get("fixed");
        Map<String, String> totals = new LinkedHashMap<>();
        map.get("totals")
                .flatMap(YamlValue::map)
                .ifPresent(texts -> texts.entries()
                        .forEach((text, value) ->
                                readTotal(value).ifPresent(code -> totals.put(HeaderText.normal(text), code))));
        Optional<Pattern> name = map.get("name").flatMap(value -> patternWith(value, "name"));
        Optional<YamlValue> within = map.get(Layout.RegionPlace.WITHIN);
        boolean withinRows = within.filter(v -> !v.isMap())
                .flatMap(v -> v.choice(Within.class))
                .isPresent();
        Optional<List<String>> withinColumn = within.filter(YamlValue::isMap)
                .flatMap(YamlValue::map)
                .flatMap(m -> {
                    Optional<List<String>> column = readHeaderText(m.need("column"));
                    m.done();
                    return column;
                });
        Optional<List<String>> agrees = readHeaderText(map.get("agrees"));
        Optional<Layout.RegionPlace> place = fixed.isPresent()
                ? fixed.flatMap(this::readCode).map(Layout.RegionPlace.Fixed::new)
                : readHeaderText(map.need("column"))
                        .map(header -> new Layout.RegionPlace.InColumn(
                                header,
                                name.orElse(null),
                                agrees.orElse(null),
                                withinColumn.orElse(null),
                                withinRows,
                                totals));
        map.done();
        return place;
    }

    /** Where the division above a region stands, if not in a column. */
    private enum Within {
        ROWS
    }

    private Optional<String> readTotal(YamlValue value) {
        return value.text()
                        .filter(t -> t.equals(Layout.RegionPlace.WITHIN) || t.equals(Layout.RegionPlace.DISTRICTS))
                        .isPresent()
                ? value.text()
                : readCode(value);
    }

    private Optional<String> readCode(YamlValue value) {
        return value.text().filter(code -> {
            if (regions.find(code).isEmpty()) {
                value.problem(
                        "the region " + code + " is not in regions.csv",
                        Nearest.remedy(
                                code, regions.all().stream().map(Region::code).toList()));
            }
            return regions.find(code).isPresent();
        });
    }

    private static Optional<Layout.Period> readPeriod(YamlMap map, YamlMap layout, Pattern sheets, boolean columns) {
        enum From {
            SHEET,
            COLUMN,
            HEADER,
            TITLE
        }
        Optional<YamlValue> fixed = map.get("fixed");
        if (fixed.isPresent()) {
            map.done();
            return fixed.flatMap(v -> v.integer(1900, 2099)).map(Layout.Period.Fixed::new);
        }
        Optional<From> from = map.need("from").flatMap(value -> value.choice(From.class));
        Optional<Layout.Period> period = from.flatMap(f -> switch (f) {
            case SHEET -> {
                if (sheets == null || !sheets.pattern().contains("(?<year>")) {
                    layout.problem(
                            "'sheets' needs a pattern with a group (?<year>...), as the period stands there", "");
                }
                yield Optional.of(new Layout.Period.InSheet());
            }
            case COLUMN -> readHeaderText(map.need("column")).map(Layout.Period.InColumn::new);
            case HEADER ->
                columns
                        ? Optional.of(new Layout.Period.InHeader(null))
                        : map.need("pattern")
                                .flatMap(value -> patternWith(value, "year"))
                                .map(Layout.Period.InHeader::new);
            case TITLE ->
                map.need("pattern").flatMap(value -> patternWith(value, "year")).map(Layout.Period.InTitle::new);
        });
        map.done();
        return period;
    }

    private Optional<Layout.DataColumn> readColumn(YamlMap map, boolean corner) {
        Optional<Pattern> like = map.get("like").flatMap(YamlValue::pattern);
        Optional<List<String>> header = map.get("like").isPresent()
                ? map.get("header").flatMap(value -> {
                    value.problem("a column has either 'header' or 'like'", "");
                    return Optional.empty();
                })
                : readHeaderText(map.need("header"));
        Optional<Layout.Measured> measured = readMeasured(map, corner, like.orElse(null));
        map.done();
        return header.isEmpty() && like.isEmpty()
                ? Optional.empty()
                : measured.map(m -> new Layout.DataColumn(header.orElse(null), like.orElse(null), m));
    }

    private Optional<Layout.SeriesPlace> readSeries(YamlMap map, boolean corner) {
        enum From {
            COLUMN,
            TITLE
        }
        boolean title = map.get("from").flatMap(v -> v.choice(From.class)).orElse(From.COLUMN) == From.TITLE;
        Optional<List<String>> column = title ? Optional.empty() : readHeaderText(map.need("column"));
        Optional<List<String>> valueColumn = readHeaderText(map.get("value"));
        Map<String, Layout.Measured> values = new LinkedHashMap<>();
        map.need("values")
                .flatMap(YamlValue::map)
                .ifPresent(texts -> texts.entries()
                        .forEach((text, value) -> value.map().ifPresent(m -> {
                            readMeasured(m, corner, null)
                                    .ifPresent(measured -> values.put(HeaderText.normal(text), measured));
                            m.done();
                        })));
        map.done();
        return title
                ? Optional.of(new Layout.SeriesPlace.InTitle(values))
                : column.map(c -> new Layout.SeriesPlace.InColumn(c, null, valueColumn.orElse(null), values));
    }

    /**
     * Reads a series and its unit.
     *
     * @param like the pattern of the column's header, null where there is none
     */
    private Optional<Layout.Measured> readMeasured(YamlMap map, boolean corner, Pattern like) {
        Optional<Series> series = map.need("series")
                .flatMap(value -> value.text().flatMap(id -> {
                    Optional<Series> known =
                            Optional.ofNullable(catalogue.series().get(id));
                    if (known.isEmpty()) {
                        value.problem(
                                "the series '" + id + "' is not in the catalogue",
                                Nearest.remedy(id, catalogue.series().keySet()));
                    }
                    return known;
                }));
        Optional<YamlValue> place = map.need("unit");
        if (place.isEmpty() || series.isEmpty()) {
            return Optional.empty();
        }
        if (place.get().text().filter(CORNER::equals).isPresent()) {
            if (!corner) {
                place.get().problem("the layout has no 'corner' that names the unit", "");
            }
            return series.map(s -> new Layout.Measured(s, null, Layout.UnitPlace.CORNER));
        } else if (place.get().text().filter("header"::equals).isPresent()) {
            if (like == null || !like.pattern().contains("(?<unit>")) {
                place.get().problem("the column has no 'like' with a group (?<unit>...)", "");
            }
            return series.map(s -> new Layout.Measured(s, null, Layout.UnitPlace.HEADER));
        }
        Optional<Unit> unit = catalogue.units().find(place.get());
        if (unit.isPresent()
                && !unit.get().dimension().equals(series.get().unit().dimension())) {
            place.get()
                    .problem(
                            unit.get().name() + " does not convert into "
                                    + series.get().unit().name() + ", the unit of the series",
                            "");
        }
        return unit.map(u -> new Layout.Measured(series.get(), u, Layout.UnitPlace.LAYOUT));
    }
}
