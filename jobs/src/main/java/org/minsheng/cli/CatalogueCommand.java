package org.minsheng.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.catalogue.Target;
import org.minsheng.conf.ConfException;
import org.minsheng.conf.Language;
import org.minsheng.conf.Nearest;
import org.minsheng.conf.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code catalogue}: lists what was promised, without Spark. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Lists every target of the catalogue, as a table, CSV or JSON.")
public final class CatalogueCommand implements Callable<Integer> {
    /** The forms of the list. */
    enum Format {
        table,
        csv,
        json
    }

    /** What the list is put in order by. */
    enum By {
        field,
        measure,
        lead,
        kind
    }

    private static final List<String> TABLE =
            List.of("indicator", "title", "kind", "operator", "value", "unit", "deadline", "level", "lead");

    @Mixin
    private CommonOptions common;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    @Option(names = "--by", description = "In order by ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private By by = By.measure;

    @Option(names = "--field", paramLabel = "N", description = "Only this field.")
    private Integer field;

    @Option(names = "--measure", paramLabel = "N", description = "Only this measure.")
    private Integer measure;

    @Option(names = "--lead", paramLabel = "OFFICE", description = "Only this lead office.")
    private String lead;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind of target.")
    private String kind;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var conf = common.configuration();
        Language language = conf.settings().language();
        CatalogueWords words = new CatalogueWords(conf.catalogue(), language);
        List<Map<String, String>> rows = rows(conf.catalogue(), language);
        checkTyped(rows, words);
        rows.removeIf(row -> !wanted(row, words));
        if (by != By.measure && by != By.field) {
            rows.sort(Comparator.comparing(row -> row.get(by.name()))); // stable: within, by measure
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case table -> table(rows, words, out);
            case csv -> out.print(csv(rows));
            case json ->
                out.println(new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(rows));
        }
        out.flush();
        return 0;
    }

    /** What nothing in the catalogue has is a mistake, and not a list of nothing. */
    private void checkTyped(List<Map<String, String>> rows, CatalogueWords words) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("field", field);
        typed.put("measure", measure);
        typed.put("lead", lead);
        typed.put("kind", kind);
        List<Problem> problems = new ArrayList<>();
        typed.forEach((column, value) -> {
            List<String> known =
                    rows.stream().map(row -> row.get(column)).distinct().toList();
            if (value != null && known.stream().noneMatch(code -> isTyped(value.toString(), column, code, words))) {
                problems.add(new Problem(
                        "--" + column,
                        0,
                        0,
                        "no target of the catalogue has the " + column + " '" + value + "'",
                        Nearest.remedy(value.toString(), known)));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfException(problems);
        }
    }

    /** As programs call it, or as the table shows it. */
    private static boolean isTyped(String typed, String column, String code, CatalogueWords words) {
        return typed.equals(code) || typed.equals(words.value(column, code));
    }

    private boolean wanted(Map<String, String> row, CatalogueWords words) {
        return (field == null || row.get("field").equals(field.toString()))
                && (measure == null || row.get("measure").equals(measure.toString()))
                && (lead == null || isTyped(lead, "lead", row.get("lead"), words))
                && (kind == null || isTyped(kind, "kind", row.get("kind"), words));
    }

    /** One row per version of a target, by measure. */
    private static List<Map<String, String>> rows(Catalogue catalogue, Language language) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Field field : catalogue.fields()) {
            for (Measure measure : field.measures()) {
                for (Indicator indicator : measure.indicators()) {
                    for (Target target : indicator.targets()) {
                        Map<String, String> row = new LinkedHashMap<>();
                        row.put("field", String.valueOf(field.number()));
                        row.put("field_title", field.title().in(language));
                        row.put("measure", String.valueOf(measure.number()));
                        row.put("measure_title", measure.title().in(language));
                        row.put("indicator", indicator.id());
                        row.put("title", indicator.title().in(language));
                        row.put("kind", target.kind().word());
                        row.put("operator", target.kind().operator().sign());
                        row.put(
                                "value",
                                target.kind().value() == null
                                        ? ""
                                        : target.kind().value().toPlainString());
                        row.put("unit", indicator.unit().name());
                        row.put("deadline", String.valueOf(target.deadline()));
                        row.put("deadline_is", target.deadlineStated() ? "stated" : "horizon");
                        row.put("level", indicator.level().word());
                        row.put("lead", indicator.lead());
                        row.put("valid_from", target.validFrom().toString());
                        row.put(
                                "valid_to",
                                target.validTo() == null ? "" : target.validTo().toString());
                        row.put("quote", target.quote());
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private void table(List<Map<String, String>> rows, CatalogueWords words, PrintWriter out) {
        List<List<String>> cells = rows.stream().map(row -> values(row, words)).toList();
        TextTable table = new TextTable(TABLE.stream().map(words::column).toList(), cells, Set.of());
        out.println(table.header());
        String before = null;
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String group = by == By.field || by == By.measure
                    ? row.get(by.name()) + ". " + row.get(by.name() + "_title")
                    : words.value(by.name(), row.get(by.name()));
            if (!group.equals(before)) {
                out.println("-- " + group);
                before = group;
            }
            out.println(table.line(cells.get(i)));
        }
        out.println(words.count(rows.size()));
    }

    private static List<String> values(Map<String, String> row, CatalogueWords words) {
        return TABLE.stream()
                .map(column -> words.value(column, row.get(column)))
                .toList();
    }

    private static String csv(List<Map<String, String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            if (!rows.isEmpty()) {
                csv.writeRecord(rows.get(0).keySet());
            }
            rows.forEach(row -> csv.writeRecord(row.values()));
        }
        return text.toString();
    }
}
