package org.minsheng.report;

import java.util.List;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;

/**
 * How many targets of a region stand where.
 *
 * @param met reached
 * @param ahead due later, and nothing says that it will be missed
 * @param notMet missed, lost, or too slow
 * @param overdue whose deadline is over without its figure
 * @param unknown of which nothing can be said
 */
record Tally(int met, int ahead, int notMet, int overdue, int unknown) {
    static Tally of(BookData data, List<Indicator> indicators, Region region) {
        Tally tally = new Tally(0, 0, 0, 0, 0);
        for (Indicator indicator : indicators) {
            tally = tally.with(Status.of(data.latest(indicator).get(region.code())));
        }
        return tally;
    }

    private Tally with(Status status) {
        if (status == Status.NO_TARGET) {
            return this;
        } else if (status == Status.MET) {
            return new Tally(met + 1, ahead, notMet, overdue, unknown);
        } else if (status == Status.OVERDUE) {
            return new Tally(met, ahead, notMet, overdue + 1, unknown);
        } else if (status.isUnknown()) {
            return new Tally(met, ahead, notMet, overdue, unknown + 1);
        }
        return status.isShort()
                ? new Tally(met, ahead, notMet + 1, overdue, unknown)
                : new Tally(met, ahead + 1, notMet, overdue, unknown);
    }

    /** All that have a target. */
    int targets() {
        return judged() + overdue + unknown;
    }

    /** Those of which it can be said. */
    int judged() {
        return met + ahead + notMet;
    }
}
