package org.minsheng.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Level;
import org.minsheng.lake.FlagTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book.Value;

/** What somebody has to look into before anybody acts on it: figures that contradict each other, or what was there before. */
final class ToCheck {
    private static final int TARGETS = 3;

    private final Shown shown;
    private final BookData data;

    private ToCheck(Shown shown) {
        this.shown = shown;
        this.data = shown.data();
    }

    /** All of it in a line; none where there is nothing. */
    static Optional<String> of(Shown shown, List<Urgent> urgent) {
        ToCheck check = new ToCheck(shown);
        List<String> parts = new ArrayList<>();
        check.add(parts, "todo.check.differs", check.differing());
        check.add(parts, "todo.check.lost", check.lost(urgent));
        check.lostBelow(parts);
        List<String> flagged = check.flagged();
        if (!flagged.isEmpty()) {
            parts.add(shown.texts()
                    .get(
                            "todo.check.flags",
                            String.valueOf(check.data.lastYear()),
                            shown.someTargets(flagged, TARGETS)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.texts()
                        .get("todo.check", String.join(shown.texts().get("page.semicolon"), parts)));
    }

    private void add(List<String> parts, String key, List<String> names) {
        if (!names.isEmpty()) {
            parts.add(shown.texts().get(key, shown.someTargets(names, TARGETS)));
        }
    }

    /** Where a region's own figure is not the sum of its units; first where only one of the two meets the target. */
    private List<String> differing() {
        return data.indicators().stream()
                .filter(indicator -> data.focus(indicator) != null
                        && data.focus(indicator).<Boolean>getAs(ProgressTable.REPORTED_DIFFERS))
                .sorted(Comparator.comparing(indicator -> !isJudgedOtherwise(indicator, data.focus(indicator))))
                .map(this::differing)
                .toList();
    }

    private String differing(Indicator indicator) {
        Row row = data.focus(indicator);
        if (!isJudgedOtherwise(indicator, row)) {
            return shown.name(indicator);
        }
        Value.Number own = (Value.Number)
                Figures.beside(row, ProgressTable.REPORTED_VALUE, ProgressTable.TARGET_VALUE, indicator.decimals());
        String text =
                Decimals.text(own.number(), own.decimals()) + shown.figures().unitBehind(row, indicator);
        return shown.texts().get("todo.check.otherwise", shown.name(indicator), text);
    }

    /** Whether only one of the two meets the target; a sum of too few people is no verdict. */
    private boolean isJudgedOtherwise(Indicator indicator, Row row) {
        Double own = row.getAs(ProgressTable.REPORTED_VALUE);
        Double sum = row.getAs(ProgressTable.OBS_VALUE);
        return own != null
                && sum != null
                && Status.of(row) != Status.LOW_COVERAGE
                && indicator
                        .target(data.day())
                        .filter(target -> meets(target.kind(), own) != meets(target.kind(), sum))
                        .isPresent();
    }

    /** Whether a value is within the bounds of a target; where it has none, nobody can tell one from another. */
    private static boolean meets(TargetKind kind, double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        return (kind.least() == null || number.compareTo(kind.least()) >= 0)
                && (kind.most() == null || number.compareTo(kind.most()) <= 0);
    }

    /** What the region itself had, and has no longer. */
    private List<String> lost(List<Urgent> urgent) {
        return urgent.stream()
                .filter(one ->
                        Status.of(one.row()) == Status.LOST && shown.outlook().isYesOrNo(one.indicator(), one.row()))
                .map(one -> shown.name(one.indicator()))
                .toList();
    }

    /** What counties had, and have no longer: nobody should ask for a road that may well be there. */
    private void lostBelow(List<String> parts) {
        Map<String, Long> counties = new LinkedHashMap<>();
        for (Indicator indicator :
                data.scope().kind() == Scope.Kind.COUNTY ? List.<Indicator>of() : data.indicators()) {
            long lost = data.areas(Level.COUNTY).stream()
                    .map(county -> data.latest(indicator).get(county.code()))
                    .filter(row -> row != null
                            && Status.of(row) == Status.LOST
                            && shown.outlook().isYesOrNo(indicator, row))
                    .count();
            if (lost > 0) {
                counties.put(shown.name(indicator), lost);
            }
        }
        if (!counties.isEmpty()) {
            long all = counties.values().stream().mapToLong(Long::longValue).sum();
            parts.add(shown.texts()
                    .get(
                            "todo.check.lost-below",
                            shown.someTargets(List.copyOf(counties.keySet()), TARGETS),
                            String.valueOf(all)));
        }
    }

    /** Series with something odd about the last year; not what is named above as lost. */
    private List<String> flagged() {
        return data.facts(Facts.Kind.FLAG).stream()
                .filter(flag -> Integer.valueOf(data.lastYear()).equals(flag.getAs(FlagTable.TIME_PERIOD)))
                .filter(flag -> !FlagTable.STEP_BACK.equals(flag.getAs(FlagTable.CHECK))
                        || !data.series(flag).unit().isYesOrNo())
                .map(flag -> shown.word(data.series(flag).title()))
                .distinct()
                .toList();
    }
}
