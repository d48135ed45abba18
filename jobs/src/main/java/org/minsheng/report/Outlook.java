package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
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
     * The year to be looked forward to: the deadline, or that of the long-term goal where it is over; this one where each year
     * is judged by itself.
     */
    int horizon(Indicator indicator, Row row) {
        if (indicator.target(data.day()).filter(t -> t.kind().yearly()).isPresent()) {
            return data.day().getYear();
        }
        Integer deadline = row.getAs(DEADLINE);
        return deadline != null
                        && deadline > row.<Integer>getAs(TIME_PERIOD)
                        && deadline >= data.day().getYear()
                ? deadline
                : data.catalogue().policy().projectTo();
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
        Double change = row == null || isYesOrNo(indicator, row) ? null : row.getAs(NEEDED_CHANGE);
        int years = change == null ? 0 : horizon(indicator, row) - row.<Integer>getAs(TIME_PERIOD);
        if (years <= 0) {
            return null;
        }
        int decimals = Decimals.of(change / years, Decimals.of(row, indicator) + 1);
        return new Value.Number(Decimals.up(change / years, decimals), decimals);
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
