package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.TARGET_VALUE;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.Status;

/**
 * A target that somebody has to act on.
 *
 * @param row the latest row of the region that the workbook is about
 * @param order the place of the indicator in the catalogue
 * @param counties how many counties stand where with it
 */
record Urgent(Indicator indicator, Row row, int order, Counties counties) {

    /** Those of a workbook, the most urgent first: by status, then by counties that are short of it, then by distance. */
    static List<Urgent> of(Shown shown) {
        List<Indicator> indicators = shown.data().indicators();
        return java.util.stream.IntStream.range(0, indicators.size())
                .mapToObj(i -> of(shown, indicators.get(i), i))
                .filter(urgent -> Status.of(urgent.row()).isUrgent())
                .sorted(Comparator.comparing((Urgent u) -> Status.of(u.row()), Status.byUrgency())
                        .thenComparing(Comparator.comparingInt(
                                        (Urgent u) -> u.counties().notMet())
                                .reversed())
                        .thenComparing(Comparator.comparingDouble((Urgent u) -> distance(u.row()))
                                .reversed())
                        .thenComparingInt(Urgent::order))
                .toList();
    }

    private static Urgent of(Shown shown, Indicator indicator, int order) {
        return new Urgent(indicator, shown.data().focus(indicator), order, Counties.of(shown, indicator));
    }

    /** How far from the target, as a share of it; 0 where no number says. */
    static double distance(Row row) {
        Double change = row.getAs(NEEDED_CHANGE);
        Double target = row.getAs(TARGET_VALUE);
        return change == null || target == null || target == 0 ? 0 : Math.abs(change / target);
    }
}
