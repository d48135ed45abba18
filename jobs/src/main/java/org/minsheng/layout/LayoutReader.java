package org.minsheng.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Problem;
import org.minsheng.conf.Problems;
import org.minsheng.conf.YamlFile;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;
import org.minsheng.region.Regions;

/** Reads {@code conf/layouts/*.yaml} and holds them against the catalogue and the regions. */
public final class LayoutReader {
    /** What becomes of hidden sheets, rows and columns. */
    private enum Hidden {
        READ,
        IGNORE
    }

    /** Where the year stands, if the layout does not fix it. */
    private enum PeriodFrom {
        FILE,
        SHEET,
        COLUMN,
        HEADER,
        TITLE
    }

    /** Stands in for a pattern of sheets that cannot be read, which has been told: it may have the year. */
    private static final Pattern UNREAD = Pattern.compile("(?<year>.*)");

    private final Catalogue catalogue;
    private final Regions regions;
    private final Set<String> ids = new HashSet<>();
    private final List<Layout> layouts = new ArrayList<>();

    private LayoutReader(Catalogue catalogue, Regions regions) {
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** The layouts without a mistake, by file name. */
    public static List<Layout> read(Path conf, Catalogue catalogue, Regions regions, Problems problems) {
        LayoutReader reader = new LayoutReader(catalogue, regions);
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
        return List.copyOf(reader.layouts);
    }

    /** The layout of one file, wherever it lies; none where it has a mistake. */
    public static List<Layout> readFile(Path file, Catalogue catalogue, Regions regions, Problems problems) {
        LayoutReader reader = new LayoutReader(catalogue, regions);
        YamlFile.read(file, file.toString(), problems).ifPresent(reader::readOne);
        return List.copyOf(reader.layouts);
    }

    private void readOne(YamlMap map) {
        String id = map.need("layout", YamlValue::text);
        Pattern file = map.get("file", YamlValue::pattern);
        Layout.Sheets sheets = sheets(map);
        Layout.Header header = header(map.needMap("header"));
        Layout.Period period = period(map.needMap("period"), map);
        if (map.isSound()) {
            checkPlaceOfYear(period, file, sheets.names(), map);
        }
        List<String> unitColumn = unitColumn(map);
        MeasuredReader measured = new MeasuredReader(catalogue, map.has("corner"), map.has("unit"));
        Layout layout = new Layout(
                id,
                map.need("title", YamlValue::label),
                map.get("provider", YamlValue::text),
                file,
                sheets,
                map.get("hidden", value -> value.choice(Hidden.class), Hidden.READ) == Hidden.READ,
                map.get("transposed", YamlValue::bool, false),
                map.get("corner", value -> value.pattern("unit")),
                unitColumn,
                header,
                new RegionPlaceReader(regions).read(map.needMap("region")),
                period,
                measured.columns(map.maps("columns"), header.repeats(), period),
                map.has("series") ? measured.series(map.map("series")) : null,
                map.has("rows") ? countedRows(map.map("rows")) : null,
                Marks.read(map.map("marks")),
                HeaderText.normal(map.texts("comments")),
                ignored(map.map("ignore")));
        map.done();
        if (map.isSound()) {
            checkShape(layout, map);
        }
        if (id != null && !ids.add(id)) {
            map.problem("layout", "the layout '" + id + "' is defined a second time", "");
        }
        if (map.isSound()) {
            layouts.add(layout);
        }
    }

    private static void checkShape(Layout layout, YamlMap map) {
        Layout.SeriesPlace.InColumn seriesColumn =
                layout.series() instanceof Layout.SeriesPlace.InColumn in ? in : null;
        if (layout.region() instanceof Layout.RegionPlace.Fixed && seriesColumn == null) {
            map.problem("layout", "a table of one region needs 'series' with a column", "");
            return;
        }
        boolean across = layout.period() instanceof Layout.Period.InHeader in && in.pattern() != null;
        boolean valueColumn = seriesColumn != null && seriesColumn.value() != null;
        boolean ofRows = layout.series() != null;
        if (layout.columns().isEmpty() != ofRows || ofRows && across == valueColumn) {
            map.problem(
                    "layout",
                    "a table has either 'columns', or 'series' and its years in the header or one column of values",
                    "Give 'columns', or 'series' with 'period: {from: header, pattern: ...}' or with 'value'");
        }
    }

    private static Layout.Sheets sheets(YamlMap map) {
        if (!map.has("sheets")) {
            return new Layout.Sheets(null, 0);
        }
        String text = map.get("sheets", YamlValue::text, "");
        if (text.matches("\\d{1,3}")) {
            return new Layout.Sheets(null, map.get("sheets", value -> value.integer(1, 999), 0));
        }
        return new Layout.Sheets(text.isEmpty() ? UNREAD : map.get("sheets", YamlValue::pattern, UNREAD), 0);
    }

    private static Layout.Header header(YamlMap map) {
        Layout.Header header = new Layout.Header(
                map.need("rows", value -> value.integer(1, 9), 1), map.get("repeats", YamlValue::bool, false));
        map.done();
        return header;
    }

    private static Layout.Period period(YamlMap map, YamlMap layout) {
        if (map.has("fixed")) {
            int year = map.get("fixed", value -> value.integer(1900, 2099), 0);
            map.done();
            return new Layout.Period.Fixed(year);
        }
        PeriodFrom from = map.need("from", value -> value.choice(PeriodFrom.class));
        Layout.Period period = from == null
                ? null
                : switch (from) {
                    case FILE -> new Layout.Period.InFile();
                    case SHEET -> new Layout.Period.InSheet();
                    case COLUMN -> new Layout.Period.InColumn(map.need("column", HeaderText::read));
                    case HEADER ->
                        new Layout.Period.InHeader(
                                layout.has("columns") ? null : map.need("pattern", value -> value.pattern("year")));
                    case TITLE -> new Layout.Period.InTitle(map.need("pattern", value -> value.pattern("year")));
                };
        map.done();
        return period;
    }

    private static void checkPlaceOfYear(Layout.Period period, Pattern file, Pattern sheets, YamlMap layout) {
        if (period instanceof Layout.Period.InSheet && hasNoYear(sheets)) {
            layout.problem("'sheets' needs a pattern with a group (?<year>...), as the period stands there", "");
        } else if (period instanceof Layout.Period.InFile && hasNoYear(file)) {
            layout.problem("'file' needs a pattern with a group (?<year>...), as the period stands there", "");
        }
    }

    private static boolean hasNoYear(Pattern pattern) {
        return pattern == null || !pattern.pattern().contains("(?<year>");
    }

    private static List<String> unitColumn(YamlMap map) {
        if (!map.has("unit")) {
            return null;
        }
        YamlMap unit = map.map("unit");
        List<String> header = unit.need("column", HeaderText::read);
        unit.done();
        return header;
    }

    private static Layout.CountedRows countedRows(YamlMap map) {
        Layout.CountedRows counted = new Layout.CountedRows(
                map.need("column", HeaderText::read), Set.copyOf(map.need("keep", LayoutReader::kept, List.of())));
        map.done();
        return counted;
    }

    private static Optional<List<String>> kept(YamlValue value) {
        if (value.isList() && value.list().isEmpty()) {
            value.problem("no row would count", "List the texts of the rows that do");
            return Optional.empty();
        }
        return HeaderText.read(value);
    }

    private static Layout.Ignored ignored(YamlMap map) {
        List<Pattern> rows = map.list("rows").stream()
                .flatMap(value -> value.pattern().stream())
                .toList();
        Layout.Ignored ignored = new Layout.Ignored(HeaderText.normal(map.texts("columns")), rows, null);
        map.done();
        return ignored;
    }
}
