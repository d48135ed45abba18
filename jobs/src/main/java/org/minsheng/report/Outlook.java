package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.conf.AsOf;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book.Value;

/** What lies ahead of a target: the year to be looked to, what it takes until then, and what the projection says. */
final class Outlook {
    private final BookData data;

    Outlook(BookData data) {
        this.data = data;
    }

    /**
     * What is projected of the year that a row is on its way to, or else of the last one before it that is not over. Where
     * nothing is, the row that says why; null where there is none.
     */
    Row projection(Indicator indicator, Row row) {
        if (row == null) {
            return null;
        }
        TreeMap<Integer, Row> all = data.projections(indicator, row.getAs(REF_AREA));
        int horizon = horizon(indicator, row);
        return all.headMap(horizon, true).tailMap(data.lastYear(), false).descendingMap().values().stream()
                .filter(one -> !one.isNullAt(one.fieldIndex(ProjectionTable.OBS_VALUE)))
                .findFirst()
                .orElse(all.get(horizon));
    }

    /**
     * The year at whose end a gap is to be closed: the deadline, or where that is over, and where each year is judged by itself,
     * the year after the last one that is over.
     */
    int horizon(Indicator indicator, Row row) {
        if (indicator.target(data.day()).filter(t -> t.kind().yearly()).isPresent()) {
            return data.lastYear() + 1;
        }
        Integer deadline = row.getAs(DEADLINE);
        return deadline != null && deadline > row.<Integer>getAs(TIME_PERIOD) && deadline > data.lastYear()
                ? deadline
                : data.lastYear() + 1;
    }

    /** The last year that is the horizon of any target of a catalogue. */
    static int lastHorizon(Catalogue catalogue, AsOf asOf) {
        return catalogue
                .indicators()
                .flatMap(indicator -> indicator.targets().stream())
                .mapToInt(Target::deadline)
                .reduce(asOf.lastYear() + 1, Math::max);
    }

    /** What it takes to meet a target at the horizon; none where no number says, the value meets it, or it is there or not. */
    Optional<Closing> closing(Indicator indicator, Row row) {
        // A share of counties is a count of them: each meets it or not, and a pace of that says nothing of the last
        // ones.
        boolean isValue = row != null && row.getAs(VALUE_IS).equals(VALUE) && !isYesOrNo(indicator);
        Double change = isValue ? row.<Double>getAs(NEEDED_CHANGE) : null;
        if (change == null) {
            return Optional.empty();
        }
        int horizon = horizon(indicator, row);
        int years = horizon - row.<Integer>getAs(TIME_PERIOD);
        if (years <= 0) {
            return Optional.empty();
        }
        // Of other regions than the workbook's own the years before are not at hand.
        Optional<RecentPace> pace = row.getAs(REF_AREA).equals(data.scope().focus())
                ? RecentPace.of(data.history(indicator), row)
                : Optional.empty();
        return Optional.of(new Closing(horizon, years, change, pace));
    }

    /** Whether a row tells whether something is there, and not how much of it. */
    boolean isYesOrNo(Indicator indicator, Row row) {
        return row.getAs(VALUE_IS).equals(VALUE) && isYesOrNo(indicator);
    }

    /** Whether an indicator tells that. */
    boolean isYesOrNo(Indicator indicator) {
        return indicator
                .formula()
                .terms()
                .anyMatch(term ->
                        data.catalogue().series().get(term.series()).unit().isYesOrNo());
    }

    /**
     * How much the value has to change each year from now on to meet its target at the horizon, rounded so that it is enough;
     * null where no number says, or it does.
     */
    Value.Number neededPace(Indicator indicator, Row row) {
        return closing(indicator, row)
                .map(closing -> {
                    int decimals =
                            Decimals.of(closing.yearly(), Decimals.of(row, indicator) + (closing.years() > 1 ? 1 : 0));
                    return new Value.Number(Decimals.up(closing.yearly(), decimals), decimals);
                })
                .orElse(null);
    }

    /** The first year to come in which the trend meets the target; null where it does not, or says nothing. */
    Integer reachedIn(Indicator indicator, Row row) {
        Row projection = projection(indicator, row);
        Integer reached = projection == null || Status.of(row) == Status.MET
                ? null
                : projection.getAs(ProjectionTable.REACHED_IN);
        if (reached == null || reached > data.lastYear()) {
            return reached;
        }
        // Nobody expects anything of a year that is over; what it would have met then it still meets in this one, if
        // likely.
        Row next = data.projections(indicator, row.getAs(REF_AREA)).get(data.lastYear() + 1);
        Double chance = next == null ? null : next.getAs(ProjectionTable.CHANCE);
        return chance != null && chance >= 0.5 ? (Integer) (data.lastYear() + 1) : null;
    }
}
