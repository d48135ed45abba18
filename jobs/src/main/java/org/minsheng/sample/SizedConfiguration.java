package org.minsheng.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.ConfException;

/** Writes a configuration for so many invented counties and indicators; policy and units are those of the one that is given. */
final class SizedConfiguration {
    private static final String PROVINCE = "100000";
    private static final int FIRST_PREFECTURE = 200_000;
    private static final int FIRST_COUNTY = 300_000;
    private static final int MOST_FIELDS = 5;
    private static final int INDICATORS_OF_A_MEASURE = 4;

    /** Where things lie, below the folder. */
    private static final List<Map.Entry<String, String>> PLACES = List.of(
            Map.entry("landing", "landing"),
            Map.entry("lake", "var/lake"),
            Map.entry("workbooks", "var/workbooks"),
            Map.entry("summaries", "var/log"));

    private final Size size;
    private final SizedFigures figures;
    private final Catalogue given;
    private final Unit share;
    private final Unit people;

    /**
     * For figures of a size.
     *
     * @throws ConfException if the given configuration has no units for them
     */
    SizedConfiguration(Size size, SizedFigures figures, Catalogue given) {
        this.size = size;
        this.figures = figures;
        this.given = given;
        this.share = unit(
                unit -> unit.dimension().equals(Unit.RATIO) && unit.factor().doubleValue() == 0.01);
        this.people = unit(unit -> unit.whole() && unit.factor().doubleValue() == 1);
    }

    private Unit unit(Predicate<Unit> fits) {
        return given.units().all().stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new ConfException(
                        "--conf",
                        "there is no unit for shares in % or none that is counted in whole pieces",
                        "Name another configuration with --conf"));
    }

    /** The code of a county, counted from 0. */
    static int county(int county) {
        return FIRST_COUNTY + county;
    }

    /** The name of a county, counted from 0. */
    static String name(Size size, int county) {
        return "合成县" + number(county, size.counties());
    }

    /** As many digits as the last has, and at least four: no name is the beginning of another. */
    private static String number(int from0, int all) {
        return ("%0" + Math.max(4, String.valueOf(all).length()) + "d").formatted(from0 + 1);
    }

    /**
     * Writes it but for the settings.
     *
     * @param from the settings that it is like
     * @param conf its folder
     */
    void write(Path from, Path conf) throws IOException {
        for (String folder : List.of("catalogue", "layouts", "schema")) {
            Files.createDirectories(conf.resolve(folder));
        }
        copySchemas(from.resolveSibling("schema"), conf.resolve("schema"));
        Files.copy(from.resolveSibling("units.yaml"), conf.resolve("units.yaml"));
        Files.writeString(conf.resolve("policy.yaml"), policy(Files.readString(from.resolveSibling("policy.yaml"))));
        Files.write(conf.resolve("regions.csv"), (Iterable<String>) regions()::iterator);
        for (int field = 1; field <= fields(); field++) {
            Files.write(conf.resolve("catalogue/synthetic-" + field + ".yaml"), field(field));
        }
        Files.write(conf.resolve("layouts/synthetic.yaml"), layout());
    }

    /** Writes the settings: from then on there is something to run. */
    void writeSettings(Path from, Path conf) throws IOException {
        Files.writeString(conf.resolve("minsheng.yaml"), settings(Files.readString(from), conf.getParent()));
    }

    private static void copySchemas(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> schemas = Files.list(from)) {
            schemas.filter(file -> file.toString().endsWith(".schema.json")).forEach(file -> {
                try {
                    Files.copy(file, to.resolve(file.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** The settings with places beside this configuration, in full: a short one may lie elsewhere, such as below MINSHENG_VAR. */
    private static String settings(String given, Path folder) {
        String text = given;
        for (Map.Entry<String, String> place : PLACES) {
            Path there = folder.resolve(place.getValue());
            String line = place.getKey() + ": '" + there.toString().replace("'", "''") + "'";
            String without = text.replaceAll("(?m)^" + place.getKey() + ":.*$", Matcher.quoteReplacement(line));
            text = without.contains(line) ? without : text.stripTrailing() + "\n" + line + "\n";
        }
        return text;
    }

    /** The policy; of offices it names the English of those that are invented, and of its issuer. */
    private String policy(String text) {
        String issuer = "  " + given.policy().issuer() + ":";
        StringBuilder policy = new StringBuilder();
        boolean isOffices = false;
        for (String line : text.lines().toList()) {
            isOffices = line.startsWith("offices:") || isOffices && line.matches("(\\s.*)?");
            if (!isOffices) {
                policy.append(line).append('\n');
            }
        }
        policy.append("\noffices:\n");
        text.lines()
                .filter(line -> line.startsWith(issuer))
                .forEach(line -> policy.append(line).append('\n'));
        IntStream.rangeClosed(1, fields())
                .forEach(field -> policy.append("  " + office(field)).append(": Synthetic office " + field + "\n"));
        return policy.toString();
    }

    private static String office(int field) {
        return "合成责任单位" + field;
    }

    private int fields() {
        return Math.min(MOST_FIELDS, measures());
    }

    private Stream<String> regions() {
        List<String> groups =
                given.policy().equalisation().peerGroups().keySet().stream().toList();
        Stream<String> above = Stream.concat(
                Stream.of(
                        "code,name,short_name,name_en,short_name_en,level,parent,valid_from,valid_to,replaced_by,tile_row,"
                                + "tile_col,population,rural_population,peer_group,also_elsewhere,aliases",
                        PROVINCE + ",合成省,合成省,Synthetic Province,Synthetic Province,province,,,,,,,,,,,"),
                IntStream.range(0, size.prefectures()).mapToObj(this::prefecture));
        return Stream.concat(
                above,
                IntStream.range(0, size.counties())
                        .mapToObj(
                                county -> county(county, groups.isEmpty() ? "" : groups.get(county % groups.size()))));
    }

    private String prefecture(int prefecture) {
        String number = number(prefecture, size.prefectures());
        return (FIRST_PREFECTURE + prefecture) + ",合成市" + number + ",合成市" + number + ",Synthetic prefecture " + number
                + ",Synthetic prefecture " + number + ",prefecture," + PROVINCE + ",,,,,,,,,,";
    }

    private String county(int county, String group) {
        String english = "Synthetic county " + number(county, size.counties());
        String name = name(size, county);
        return county(county) + "," + name + "," + name + "," + english + "," + english + ",county,"
                + (FIRST_PREFECTURE + Size.prefecture(county)) + ",,,,,," + figures.population(county) + ","
                + figures.ruralPopulation(county) + "," + group + ",,";
    }

    private int measures() {
        return (size.indicators() + INDICATORS_OF_A_MEASURE - 1) / INDICATORS_OF_A_MEASURE;
    }

    private List<String> field(int field) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + SizedTable.TITLE);
        lines.add("field: " + field);
        lines.add("title: {zh: 合成领域%d, en: Synthetic field %d}".formatted(field, field));
        int from = measures() * (field - 1) / fields() + 1;
        int to = measures() * field / fields();
        lines.add("series:");
        for (int measure = from; measure <= to; measure++) {
            indicators(measure)
                    .boxed()
                    .flatMap(indicator -> SizedSeries.of(indicator).stream())
                    .forEach(series -> {
                        boolean isShare = series.kind() == SizedSeries.Kind.SHARE;
                        lines.add("  - id: " + series.id());
                        lines.add("    title: {zh: %s, en: \"%s\"}".formatted(series.zh(), series.en()));
                        lines.add("    unit: \"%s\"".formatted((isShare ? share : people).name()));
                        lines.add("    level: county");
                        lines.add("    least: 0");
                        if (isShare) {
                            lines.add("    most: 100");
                        }
                    });
        }
        lines.add("measures:");
        for (int measure = from; measure <= to; measure++) {
            lines.add("  - measure: " + measure);
            lines.add("    title: {zh: 合成实事%d, en: Synthetic measure %d}".formatted(measure, measure));
            lines.add("    lead: " + office(field));
            lines.add("    indicators:");
            int first = (measure - 1) * INDICATORS_OF_A_MEASURE;
            for (int indicator : indicators(measure).toArray()) {
                addIndicator(measure + "." + (indicator - first), indicator, lines);
            }
        }
        return lines;
    }

    private IntStream indicators(int measure) {
        return IntStream.rangeClosed(
                (measure - 1) * INDICATORS_OF_A_MEASURE + 1,
                Math.min(size.indicators(), measure * INDICATORS_OF_A_MEASURE));
    }

    private void addIndicator(String id, int indicator, List<String> lines) {
        List<SizedSeries> series = SizedSeries.of(indicator);
        int horizon = given.policy().horizon();
        lines.add("      - id: \"" + id + "\"");
        lines.add("        title: {zh: 合成指标%04d, en: Synthetic indicator %04d}".formatted(indicator, indicator));
        lines.add("        unit: \"%s\"".formatted(share.name()));
        lines.add("        most: 100");
        if (series.size() == 1) {
            lines.add("        roll-up: share-of-counties");
            lines.add("        formula: {numerator: " + series.get(0).id() + "}");
        } else {
            lines.add("        formula: {numerator: %s, denominator: %s, scale: 100}"
                    .formatted(series.get(0).id(), series.get(1).id()));
        }
        lines.add("        targets:");
        lines.add("          - {kind: level, value: %d, deadline: %d, quote: 合成目标}"
                .formatted(figures.goal(indicator), horizon));
    }

    private List<String> layout() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + SizedTable.TITLE);
        lines.add("layout: synthetic");
        lines.add("title: {zh: 合成样例数据表, en: Synthetic data}");
        lines.add("header: {rows: 1}");
        lines.add("region: {column: \"%s\"}".formatted(SizedTable.COUNTY));
        lines.add("period: {from: column, column: %s}".formatted(SizedTable.YEAR));
        lines.add("columns:");
        for (SizedSeries series : SizedSeries.all(size.indicators())) {
            lines.add("  - {header: [%s], series: %s, unit: \"%s\"}"
                    .formatted(
                            series.zh(),
                            series.id(),
                            (series.kind() == SizedSeries.Kind.SHARE ? share : people).name()));
        }
        return lines;
    }
}
