package org.minsheng.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.conf.Problems;
import org.minsheng.conf.YamlFile;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/**
 * A synthetic table as {@code sample-data/tables.yaml} asks for it.
 *
 * @param file path below the landing folder
 * @param title the table's title
 * @param shape how it is laid out
 * @param zones whether the zones report beside the counties
 * @param total what the province reports itself of shares, over the sum of its counties; null where it reports nothing
 * @param until the last year in it
 * @param protect whether Excel's own password protects it
 * @param columns the series, in order
 */
record TableSpec(
        String file,
        String title,
        Shape shape,
        boolean zones,
        BigDecimal total,
        int until,
        boolean protect,
        List<Column> columns) {
    /** The shapes. */
    enum Shape {
        /** The year in a column. */
        LONG,
        /** One sheet per year. */
        SHEETS,
        /** One sheet per year, the counties below a row of their prefecture and above its sub-totals, names indented. */
        GROUPED,
        /** One block per series, side by side, each with its title and header at another height and the years across. */
        BLOCKS,
        /** One sheet per year, with the counties across. */
        TRANSPOSED,
        /** One sheet per year, with year and unit in its title and a header in two languages. */
        TITLED,
        /** The form of the table observation. */
        CANONICAL,
        /** Figures of the province, a row each, with the years across. */
        PROVINCE,
        /** Milestones, a row each, with the years across and evidence beside. */
        MILESTONES
    }

    /**
     * A series.
     *
     * @param header as the table names it
     * @param english as a table in two languages names it, null where there is none
     * @param unit as the table names it beside, null where the header does
     * @param series the catalogue's id
     * @param figures how its figures run, by name
     */
    record Column(String header, String english, String unit, String series, Map<String, YamlValue> figures) {
        Optional<String> text(String key) {
            return Optional.ofNullable(figures.get(key)).flatMap(YamlValue::text);
        }

        boolean has(String key) {
            return figures.containsKey(key);
        }

        double number(String key, double otherwise) {
            return Optional.ofNullable(figures.get(key))
                    .flatMap(YamlValue::number)
                    .map(BigDecimal::doubleValue)
                    .orElse(otherwise);
        }

        List<Double> numbers(String key) {
            return figures.get(key).list().stream()
                    .flatMap(value -> value.number().stream())
                    .map(BigDecimal::doubleValue)
                    .toList();
        }
    }

    static List<TableSpec> read(Path file) {
        Problems problems = new Problems();
        List<TableSpec> specs = new ArrayList<>();
        YamlFile.read(file, file.getFileName().toString(), problems).ifPresent(map -> {
            map.list("tables")
                    .forEach(value -> value.map().map(TableSpec::table).ifPresent(specs::add));
            map.done();
        });
        problems.throwIfAny();
        return specs;
    }

    private static TableSpec table(YamlMap map) {
        List<Column> columns = new ArrayList<>();
        map.list("columns").forEach(value -> value.map().map(TableSpec::column).ifPresent(columns::add));
        TableSpec spec = new TableSpec(
                map.need("file").flatMap(YamlValue::text).orElse(""),
                map.need("title").flatMap(YamlValue::text).orElse(""),
                map.need("shape").flatMap(value -> value.choice(Shape.class)).orElse(Shape.LONG),
                map.get("zones").flatMap(YamlValue::bool).orElse(false),
                map.get("total").flatMap(YamlValue::number).orElse(null),
                map.get("until").flatMap(value -> value.integer(2018, 2025)).orElse(Figures.LAST_YEAR),
                map.get("protect").flatMap(YamlValue::bool).orElse(false),
                columns);
        map.done();
        return spec;
    }

    private static Column column(YamlMap map) {
        Column column = new Column(
                map.need("header").flatMap(YamlValue::text).orElse(""),
                map.get("en").flatMap(YamlValue::text).orElse(null),
                map.get("unit").flatMap(YamlValue::text).orElse(null),
                map.need("series").flatMap(YamlValue::text).orElse(""),
                map.need("figures")
                        .flatMap(YamlValue::map)
                        .map(figures -> (Map<String, YamlValue>) new LinkedHashMap<>(figures.entries()))
                        .orElse(Map.of()));
        map.done();
        return column;
    }
}
