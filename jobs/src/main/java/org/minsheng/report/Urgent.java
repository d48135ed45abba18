package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;

/**
 * A target that somebody has to act on.
 *
 * @param row the latest row of the region that the workbook is about
 * @param order the place of the indicator in the catalogue
 * @param counties counties of which the same has to be said
 */
record Urgent(Indicator indicator, Row row, int order, int counties) {

    /** Those of a workbook, the most urgent first: by status, then by counties that are short of it, then by distance. */
    static List<Urgent> of(Shown shown) {
        List<Indicator> indicators = shown.indicators();
        return java.util.stream.IntStream.range(0, indicators.size())
                .mapToObj(i -> of(shown, indicators.get(i), i))
                .filter(urgent ->
                        urgent.row() != null && Statuses.isUrgent(urgent.row().getAs(STATUS)))
                .sorted(Comparator.<Urgent>comparingInt(
                                u -> Statuses.urgency(u.row().getAs(STATUS)))
                        .thenComparing(Comparator.comparingInt(Urgent::counties).reversed())
                        .thenComparing(Comparator.comparingDouble((Urgent u) -> distance(u.row()))
                                .reversed())
                        .thenComparingInt(Urgent::order))
                .toList();
    }

    private static Urgent of(Shown shown, Indicator indicator, int order) {
        int counties = (int) shown.areas(Level.COUNTY).stream()
                .map(county -> shown.latest(indicator).get(county.code()))
                .filter(row -> row != null && Statuses.isUrgent(row.getAs(STATUS)))
                .count();
        return new Urgent(indicator, shown.focus(indicator), order, counties);
    }

    /** How far from the target, as a share of it; 0 where no number says. */
    static double distance(Row row) {
        Double gap = row.getAs(GAP);
        Double target = row.getAs(TARGET_VALUE);
        return gap == null || target == null || target == 0 ? 0 : Math.abs(gap / target);
    }
}
