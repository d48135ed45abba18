package org.minsheng.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class LayoutReader {
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
    static List<Layout> read(Path conf, Catalogue catalogue, Regions regions, Problems problems) {
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
        Optional<Pattern> sheets = map.get("sheets").flatMap(YamlValue::pattern);
        Optional<Pattern> corner = map.get(CORNER).flatMap(YamlValue::pattern);
        corner.filter(p -> !p.pattern().contains("(?<unit>"))
                .ifPresent(p -> map.get(CORNER).orElseThrow().problem("the pattern has no group (?<unit>...)", ""));
        int headerRows = map.need("header")
                .flatMap(YamlValue::map)
                .flatMap(header -> {
                    Optional<Integer> rows = header.need("rows").flatMap(value -> value.integer(1, 9));
                    header.done();
                    return rows;
                })
                .orElse(1);
        Optional<Layout.RegionPlace> region =
                map.need("region").flatMap(YamlValue::map).flatMap(this::readRegion);
        Optional<Layout.Period> period =
                map.need("period").flatMap(YamlValue::map).flatMap(p -> readPeriod(p, map, sheets));
        List<Layout.DataColumn> columns = new ArrayList<>();
        map.list("columns")
                .forEach(value -> value.map()
                        .flatMap(c -> readColumn(c, corner.isPresent()))
                        .ifPresent(columns::add));
        Map<String, Layout.Measured> values = new LinkedHashMap<>();
        Optional<String> seriesColumn =
                map.get("series").flatMap(YamlValue::map).flatMap(s -> readSeriesColumn(s, values, corner.isPresent()));
        List<String> comments = map.get("comments").map(YamlValue::texts).orElse(List.of()).stream()
                .map(HeaderText::normal)
                .toList();
        List<String> ignoredColumns = new ArrayList<>();
        List<Pattern> ignoredRows = new ArrayList<>();
        map.get("ignore").flatMap(YamlValue::map).ifPresent(ignore -> {
            ignore.get("columns").map(YamlValue::texts).orElse(List.of()).stream()
                    .map(HeaderText::normal)
                    .forEach(ignoredColumns::add);
            ignore.list("rows").forEach(value -> value.pattern().ifPresent(ignoredRows::add));
            ignore.done();
        });
        map.done();
        if (id.isEmpty() || title.isEmpty() || region.isEmpty() || period.isEmpty()) {
            return;
        }
        if (region.get() instanceof Layout.RegionPlace.Fixed && seriesColumn.isEmpty()) {
            place.orElseThrow().problem("a table of one region needs 'series' with a column", "");
            return;
        }
        boolean across = period.get() instanceof Layout.Period.InHeader;
        if (across != columns.isEmpty() || across != seriesColumn.isPresent()) {
            place.orElseThrow()
                    .problem(
                            "a table has either 'columns', or 'series' and its years in the header",
                            "Give 'columns', or 'series' with 'period: {from: header, pattern: ...}'");
            return;
        }
        Layout layout = new Layout(
                id.get(),
                title.get(),
                sheets.orElse(null),
                corner.orElse(null),
                headerRows,
                region.get(),
                period.get(),
                List.copyOf(columns),
                seriesColumn.map(HeaderText::normal).orElse(null),
                values,
                comments,
                List.copyOf(ignoredColumns),
                List.copyOf(ignoredRows));
        if (layouts.putIfAbsent(layout.id(), layout) != null) {
            place.orElseThrow().problem("the layout '" + layout.id() + "' is defined a second time", "");
        }
    }

    private Optional<Layout.RegionPlace> readRegion(YamlMap map) {
        Optional<YamlValue> fixed = map.get("fixed");
        Map<String, String> totals = new LinkedHashMap<>();
        map.get("totals")
                .flatMap(YamlValue::map)
                .ifPresent(texts -> texts.entries()
                        .forEach((text, value) ->
                                readCode(value).ifPresent(code -> totals.put(HeaderText.normal(text), code))));
        Optional<Layout.RegionPlace> place = fixed.isPresent()
                ? fixed.flatMap(this::readCode).map(Layout.RegionPlace.Fixed::new)
                : map.need("column")
                        .flatMap(YamlValue::text)
                        .map(text -> new Layout.RegionPlace.InColumn(HeaderText.normal(text), totals));
        map.done();
        return place;
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

    private Optional<Layout.Period> readPeriod(YamlMap map, YamlMap layout, Optional<Pattern> sheets) {
        enum From {
            SHEET,
            COLUMN,
            HEADER
        }
        Optional<From> from = map.need("from").flatMap(value -> value.choice(From.class));
        Optional<Layout.Period> period = from.flatMap(f -> switch (f) {
            case SHEET -> {
                if (sheets.filter(p -> p.pattern().contains("(?<year>")).isEmpty()) {
                    layout.problem(
                            "'sheets' needs a pattern with a group (?<year>...), as the period stands there", "");
                }
                yield Optional.of(new Layout.Period.InSheet());
            }
            case COLUMN ->
                map.need("column")
                        .flatMap(YamlValue::text)
                        .map(text -> new Layout.Period.InColumn(HeaderText.normal(text)));
            case HEADER -> map.need("pattern").flatMap(YamlValue::pattern).map(Layout.Period.InHeader::new);
        });
        map.done();
        return period;
    }

    private Optional<Layout.DataColumn> readColumn(YamlMap map, boolean corner) {
        List<String> header = map.need("header").map(YamlValue::texts).orElse(List.of()).stream()
                .map(HeaderText::normal)
                .toList();
        Optional<Layout.Measured> measured = readMeasured(map, corner);
        map.done();
        return header.isEmpty() ? Optional.empty() : measured.map(m -> new Layout.DataColumn(header, m));
    }

    private Optional<String> readSeriesColumn(YamlMap map, Map<String, Layout.Measured> values, boolean corner) {
        Optional<String> column = map.need("column").flatMap(YamlValue::text);
        map.need("values")
                .flatMap(YamlValue::map)
                .ifPresent(texts -> texts.entries()
                        .forEach((text, value) -> value.map().ifPresent(m -> {
                            readMeasured(m, corner)
                                    .ifPresent(measured -> values.put(HeaderText.normal(text), measured));
                            m.done();
                        })));
        map.done();
        return column;
    }

    private Optional<Layout.Measured> readMeasured(YamlMap map, boolean corner) {
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
            return series.map(s -> new Layout.Measured(s, null));
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
        return unit.map(u -> new Layout.Measured(series.get(), u));
    }
}
