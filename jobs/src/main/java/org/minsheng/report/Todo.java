package org.minsheng.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;

/** What somebody has to do next, by rule: ask for what did not come, remind, meet, get done, and check. */
final class Todo {
    private static final int TARGETS = 3;

    private final Shown shown;
    private final BookData data;
    private final boolean isCounty;

    private Todo(Shown shown) {
        this.shown = shown;
        this.data = shown.data();
        this.isCounty = data.scope().kind() == Scope.Kind.COUNTY;
    }

    /** A line for each kind that there is something of; one that says so where there is nothing. */
    static List<String> of(Shown shown, List<Urgent> urgent) {
        Todo todo = new Todo(shown);
        List<String> lines = new ArrayList<>(Owed.of(shown).lines());
        todo.name(lines, "todo.remind", urgent, one -> todo.is(one, Closing.Effort.TURN));
        todo.name(lines, "todo.meet", urgent, one -> todo.is(one, Closing.Effort.TIMES));
        todo.name(
                lines,
                "todo.counties",
                urgent,
                one -> one.isShareOfCounties() && Status.of(one.row()).isShort());
        todo.name(lines, "todo.do", urgent, todo::isToBeDone);
        todo.below(lines);
        ToCheck.of(shown, urgent).ifPresent(lines::add);
        if (lines.isEmpty()) {
            todo.name(lines, "todo.go-on", urgent, one -> todo.is(one, Closing.Effort.AS_NOW));
        }
        if (lines.isEmpty() && urgent.isEmpty()) {
            lines.add(shown.texts().get("todo.nothing"));
        }
        return lines;
    }

    /** A milestone, or a facility that is not there: no pace leads to it. */
    private boolean isToBeDone(Urgent one) {
        return !one.isShareOfCounties()
                && Status.of(one.row()).isShort()
                && (shown.outlook().isYesOrNo(one.indicator())
                        ? Status.of(one.row()) != Status.LOST
                        : one.row().isNullAt(one.row().fieldIndex(ProgressTable.NEEDED_CHANGE)));
    }

    private boolean is(Urgent one, Closing.Effort effort) {
        return shown.outlook()
                .closing(one.indicator(), one.row())
                .filter(closing -> closing.effort() == effort)
                .isPresent();
    }

    /** A county has offices of its own to turn to; all others turn to the lead offices. */
    private void name(List<String> lines, String key, List<Urgent> urgent, Predicate<Urgent> which) {
        List<Indicator> indicators =
                urgent.stream().filter(which).map(Urgent::indicator).toList();
        if (!indicators.isEmpty()) {
            List<String> leads = indicators.stream()
                    .limit(TARGETS)
                    .map(Indicator::lead)
                    .distinct()
                    .map(shown::office)
                    .toList();
            lines.add(shown.texts()
                    .get(
                            key,
                            shown.someTargets(
                                    indicators.stream().map(shown::name).toList(), TARGETS),
                            isCounty
                                    ? shown.texts().get("todo.own-offices")
                                    : leads.stream()
                                            .collect(Collectors.joining(
                                                    shown.texts().get("page.and"))),
                            String.valueOf(data.lastYear() + 1)));
        }
    }

    /** What the region meets, and some of its counties do not. */
    private void below(List<String> lines) {
        if (isCounty) {
            return;
        }
        List<String> names = data.indicators().stream()
                .filter(indicator -> indicator.level() == Level.COUNTY
                        && Status.of(data.focus(indicator)) == Status.MET
                        && shown.counties(indicator).tooSlow() > 0)
                .sorted(Comparator.comparingInt((Indicator indicator) ->
                                shown.counties(indicator).tooSlow())
                        .reversed())
                .map(indicator -> shown.texts()
                        .get(
                                "todo.below.counties",
                                shown.name(indicator),
                                String.valueOf(shown.counties(indicator).tooSlow())))
                .toList();
        if (!names.isEmpty()) {
            lines.add(shown.texts().get("todo.below", shown.someTargets(names, TARGETS)));
        }
    }
}
