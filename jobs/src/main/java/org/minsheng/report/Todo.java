package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;

/** What somebody has to do next, by rule: ask for what did not come, remind, meet, and check. */
final class Todo {
    private static final int OFFICES = 4;
    private static final int REGIONS = 3;
    private static final int TARGETS = 6;

    private final Shown shown;
    private final BookData data;

    private Todo(Shown shown) {
        this.shown = shown;
        this.data = shown.data();
    }

    /** A line for each kind that there is something of; one that says so where there is nothing. */
    static List<String> of(Shown shown, List<Urgent> urgent) {
        Todo todo = new Todo(shown);
        List<String> lines = new ArrayList<>();
        todo.ask(lines);
        todo.name(
                lines,
                "todo.remind",
                urgent.stream()
                        .filter(one -> one.isMovingAway(shown.data()))
                        .map(Urgent::indicator)
                        .toList());
        todo.name(
                lines,
                "todo.meet",
                urgent.stream()
                        .filter(one -> !one.isMovingAway(shown.data()))
                        .filter(one -> shown.outlook()
                                .closing(one.indicator(), one.row())
                                .filter(closing -> closing.effort() == Closing.Effort.TIMES)
                                .isPresent())
                        .map(Urgent::indicator)
                        .toList());
        todo.check(lines);
        return lines.isEmpty() ? List.of(shown.texts().get("todo.nothing")) : lines;
    }

    /** Which offices have to be asked for figures of the last year: their regions that are missing, or the figure itself. */
    private void ask(List<String> lines) {
        Map<String, Set<Region>> regions = new LinkedHashMap<>();
        Map<String, Set<String>> figures = new LinkedHashMap<>();
        for (Indicator indicator : data.indicators()) {
            for (Region region : missing(indicator)) {
                if (region.equals(data.focusRegion())) {
                    figures.computeIfAbsent(indicator.lead(), i -> new LinkedHashSet<>())
                            .add(indicator.id());
                } else {
                    regions.computeIfAbsent(indicator.lead(), i -> new LinkedHashSet<>())
                            .add(region);
                }
            }
        }
        List<String> parts = new ArrayList<>();
        parts.addAll(most(
                regions,
                (office, owing) -> shown.texts()
                        .get(
                                "todo.ask.regions",
                                office,
                                String.valueOf(owing.size()),
                                some(owing.stream().map(Region::shortName).toList(), REGIONS))));
        parts.addAll(most(
                figures,
                (office, owing) -> shown.texts().get("todo.ask.figures", office, some(List.copyOf(owing), TARGETS))));
        if (!parts.isEmpty()) {
            lines.add(shown.texts()
                    .get(
                            "todo.ask",
                            String.valueOf(data.lastYear()),
                            String.join(shown.texts().get("page.semicolon"), parts)));
        }
    }

    /** The offices that owe most in words, with how many more there are. */
    private <T> List<String> most(Map<String, Set<T>> owing, BiFunction<String, Set<T>, String> words) {
        List<String> parts = owing.entrySet().stream()
                .sorted(Comparator.comparing(one -> -one.getValue().size()))
                .limit(OFFICES)
                .map(one -> words.apply(one.getKey(), one.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (owing.size() > OFFICES) {
            parts.add(shown.texts().get("todo.ask.more", String.valueOf(owing.size() - OFFICES)));
        }
        return parts;
    }

    /** The regions without a figure of the last year: those that report it, or the one of the workbook. */
    private List<Region> missing(Indicator indicator) {
        List<Region> owing = indicator.level() == Level.COUNTY
                ? data.areas(Level.COUNTY)
                : indicator.level() == data.focusRegion().level() ? List.of(data.focusRegion()) : List.of();
        return owing.stream()
                .filter(region -> !isOfLastYear(data.latest(indicator).get(region.code())))
                .toList();
    }

    private boolean isOfLastYear(Row row) {
        return row != null
                && !row.isNullAt(row.fieldIndex(OBS_VALUE))
                && row.<Integer>getAs(TIME_PERIOD) >= data.lastYear();
    }

    private void name(List<String> lines, String key, List<Indicator> indicators) {
        if (!indicators.isEmpty()) {
            String leads =
                    some(indicators.stream().map(Indicator::lead).distinct().toList(), OFFICES);
            lines.add(shown.texts()
                    .get(
                            key,
                            some(indicators.stream().map(Indicator::id).toList(), TARGETS),
                            leads,
                            String.valueOf(data.lastYear() + 1)));
        }
    }

    private void check(List<String> lines) {
        int flags = data.facts(Facts.Kind.FLAG).size();
        List<String> differing = data.indicators().stream()
                .filter(indicator ->
                        data.focus(indicator) != null && data.focus(indicator).<Boolean>getAs(REPORTED_DIFFERS))
                .map(Indicator::id)
                .toList();
        List<String> parts = new ArrayList<>();
        if (flags > 0) {
            parts.add(shown.texts().get("todo.check.flags", String.valueOf(flags)));
        }
        if (!differing.isEmpty()) {
            parts.add(shown.texts().get("todo.check.differs", some(differing, TARGETS)));
        }
        if (!parts.isEmpty()) {
            lines.add(shown.texts().get("todo.check", String.join(shown.texts().get("page.semicolon"), parts)));
        }
    }

    /** The first few of them, with how many there are where not all are named. */
    private String some(List<String> names, int most) {
        String first = names.stream()
                .limit(most)
                .collect(Collectors.joining(shown.texts().get("page.and")));
        return names.size() <= most ? first : shown.texts().get("page.some", first, String.valueOf(names.size()));
    }
}
