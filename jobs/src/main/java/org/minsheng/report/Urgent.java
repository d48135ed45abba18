package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    private static final Comparator<Urgent> BY_STATUS =
            Comparator.comparing((Urgent urgent) -> Status.of(urgent.row()), Status.byUrgency());
    private static final Comparator<Urgent> BY_DISTANCE =
            Comparator.comparingDouble(Urgent::distance).reversed();

    /**
     * Those of the region that the workbook is about, the most urgent first: by status, then by counties that are short of
     * it, then by distance, then in the order of the catalogue.
     */
    static List<Urgent> ofFocus(Shown shown) {
        Region focus = shown.data().regions().find(shown.data().scope().focus()).orElseThrow();
        Comparator<Urgent> byCounties = Comparator.comparingInt(
                        (Urgent urgent) -> shown.counties(urgent.indicator()).notMet())
                .reversed();
        return of(shown, List.of(focus))
                .sorted(BY_STATUS.thenComparing(byCounties).thenComparing(BY_DISTANCE))
                .toList();
    }

    /** Those of all regions that it shows: by status, then by distance, then in the order of the catalogue and the divisions. */
    static List<Urgent> ofAll(Shown shown) {
        return of(shown, shown.data().areas(Level.values()))
                .sorted(BY_STATUS.thenComparing(BY_DISTANCE))
                .toList();
    }

    private static Stream<Urgent> of(Shown shown, List<Region> regions) {
        return shown.data().indicators().stream()
                .flatMap(indicator -> regions.stream()
                        .map(region -> new Urgent(
                                indicator,
                                region,
                                shown.data().latest(indicator).get(region.code())))
                        .filter(one -> Status.of(one.row()).isUrgent()));
    }

    /** How far from the target, as a share of it; 0 where no number says. */
    private double distance() {
        Double change = row.getAs(NEEDED_CHANGE);
        Double target = row.getAs(TARGET_VALUE);
        return change == null || target == null || target == 0 ? 0 : Math.abs(change / target);
    }
}
