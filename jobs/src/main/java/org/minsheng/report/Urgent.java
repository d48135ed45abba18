package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.CHANGE;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;

/**
 * A target that somebody in a region has to act on, as its status says; which there are, and which of them come first.
 *
 * @param row the region's latest row
 */
record Urgent(Indicator indicator, Region region, Row row) {
    /** How many of a workbook's are told in sentences. */
    static final int MOST_TOLD = 10;

    /** How much more a target counts that moves away than one that stands still or comes nearer. */
    private static final double AWAY = 2;

    /** Those of the region that the workbook is about, the most urgent first. */
    static List<Urgent> ofFocus(Shown shown) {
        return of(shown, List.of(shown.data().focusRegion()));
    }

    /** Those of all regions that it shows, the most urgent first. */
    static List<Urgent> ofAll(Shown shown) {
        return of(shown, shown.data().areas(Level.values()));
    }

    /** With what orders them, worked out once: a province of thousands of counties compares each of them many times. */
    private record Weighed(Urgent urgent, double weight, Status status) {
        private static final Comparator<Weighed> ORDER = Comparator.comparingDouble(Weighed::weight)
                .reversed()
                .thenComparing(Weighed::status, Status.byUrgency());

        static Weighed of(Urgent urgent, BookData data) {
            return new Weighed(urgent, urgent.weight(data), Status.of(urgent.row()));
        }
    }

    /** By distance and direction, then by status, then in the order of the catalogue and the divisions. */
    private static List<Urgent> of(Shown shown, List<Region> regions) {
        return shown.data().indicators().stream()
                .flatMap(indicator -> regions.stream()
                        .map(region -> new Urgent(
                                indicator,
                                region,
                                shown.data().latest(indicator).get(region.code())))
                        .filter(one -> Status.of(one.row()).isUrgent()))
                .map(urgent -> Weighed.of(urgent, shown.data()))
                .sorted(Weighed.ORDER)
                .map(Weighed::urgent)
                .toList();
    }

    private double weight(BookData data) {
        return distance() * (isMovingAway(data) ? AWAY : 1);
    }

    /** How far from the target, as a share of it, from 0; 0 where no number says. */
    double distance() {
        Double change = row.getAs(NEEDED_CHANGE);
        Double target = row.getAs(TARGET_VALUE);
        if (change == null || target == null) {
            return 0;
        }
        // What ought not to be at all is as far from that as can be.
        return target == 0 ? 1 : Math.abs(change / target);
    }

    /** Whether it is asked of each county, and what the row has is how many meet it. */
    boolean isShareOfCounties() {
        return !row.getAs(VALUE_IS).equals(VALUE);
    }

    /** Whether it moves away from its target, by the last three years where they are at hand, else by the last one. */
    boolean isMovingAway(BookData data) {
        Double needed = row.getAs(NEEDED_CHANGE);
        Double change = row.getAs(CHANGE);
        if (needed == null || isShareOfCounties()) {
            return false;
        }
        return region.equals(data.focusRegion())
                ? RecentPace.of(data.history(indicator), row)
                        .filter(pace -> pace.isAwayFrom(needed))
                        .isPresent()
                : change != null && change * needed < 0;
    }
}
