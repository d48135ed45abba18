package org.minsheng.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ReportingTable;
import org.minsheng.lake.Status;

/** Which offices have not sent figures of the last year: of the workbook's own region by name, of regions below it by those. */
final class Owed {
    private static final int REGIONS = 3;
    private static final int FIGURES = 3;
    private static final int OFFICES = 5;

    private final Shown shown;
    private final Map<String, Set<String>> figures = new TreeMap<>();
    private final Map<String, Set<String>> regions = new TreeMap<>();

    private Owed(Shown shown) {
        this.shown = shown;
    }

    static Owed of(Shown shown) {
        Owed owed = new Owed(shown);
        shown.data().facts(Facts.Kind.OWED).forEach(owed::add);
        return owed;
    }

    private void add(Row row) {
        if (isDone(shown, row.getAs(ObservationTable.SERIES))) {
            return;
        }
        String office = row.getAs(ReportingTable.OFFICE);
        String region = row.getAs(ObservationTable.REF_AREA);
        if (region.equals(shown.data().scope().focus())) {
            figures.computeIfAbsent(office, i -> new LinkedHashSet<>())
                    .add(shown.word(shown.data().series(row).title()));
        } else {
            regions.computeIfAbsent(office, i -> new LinkedHashSet<>()).add(region);
        }
    }

    /** Of a thing that is done, and stays done, nobody needs another report. */
    static boolean isDone(Shown shown, String series) {
        List<Indicator> of = shown.data().indicators().stream()
                .filter(indicator -> indicator
                        .formula()
                        .terms()
                        .anyMatch(term -> term.series().equals(series)))
                .toList();
        return !of.isEmpty()
                && of.stream()
                        .allMatch(indicator -> Status.of(shown.data().focus(indicator)) == Status.MET
                                && indicator
                                        .target(shown.data().day())
                                        .filter(target -> target.kind().lasts())
                                        .isPresent());
    }

    /** A line for figures and one for regions, as far as there are any. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String key = shown.data().scope().kind() == Scope.Kind.COUNTY ? "todo.send" : "todo.ask";
        add(lines, key, figures, owing -> shown.someTargets(List.copyOf(owing), FIGURES));
        add(lines, "todo.ask-of", regions, this::named);
        return lines;
    }

    private String named(Collection<String> codes) {
        // In the order of the divisions, as whatever series came first says nothing.
        List<String> names = codes.stream()
                .sorted()
                .map(code -> shown.shortName(shown.data().regions().find(code).orElseThrow()))
                .toList();
        return shown.some(names, REGIONS);
    }

    private void add(
            List<String> lines,
            String key,
            Map<String, Set<String>> owing,
            Function<Collection<String>, String> words) {
        if (owing.isEmpty()) {
            return;
        }
        List<String> said = owing.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> office) ->
                                office.getValue().size())
                        .reversed())
                .limit(OFFICES)
                .map(office -> shown.texts()
                        .get(key + ".office", shown.office(office.getKey()), words.apply(office.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (owing.size() > OFFICES) {
            said.add(shown.texts().get("todo.ask.more", String.valueOf(owing.size() - OFFICES)));
        }
        lines.add(shown.texts()
                .get(
                        key,
                        String.valueOf(shown.data().lastYear()),
                        String.join(shown.texts().get("page.semicolon"), said)));
    }
}
