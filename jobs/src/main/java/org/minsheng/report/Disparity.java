package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.REASON;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;

/**
 * How far apart counties are in an indicator, in the last year that is over and has a value, and whether they come closer.
 *
 * @param group which counties are compared: all, or those of a group
 * @param row each county weighted by the base of its rate; null where nothing is known
 * @param byPeople the same, weighted by people
 * @param trend null where nothing is known
 */
record Disparity(Indicator indicator, String group, Row row, Row byPeople, Row trend) {
    /** Whether all counties are compared. */
    boolean isOfAll() {
        return group.equals(EquityTable.ALL);
    }

    int year() {
        return row.<Integer>getAs(TIME_PERIOD);
    }

    /** The coefficient of difference; null where counties are not compared. */
    Double coefficient() {
        return row == null ? null : row.getAs(EquityTable.CV);
    }

    /** Why counties are not compared; null where they are. */
    String reason() {
        return row == null ? EquityTable.NO_VALUE : row.getAs(REASON);
    }

    String tendency() {
        return trend == null ? ConvergenceTable.UNKNOWN : trend.getAs(ConvergenceTable.TENDENCY);
    }

    /** Why no tendency is known; null where one is. */
    String trendReason() {
        return trend == null ? EquityTable.NO_VALUE : trend.getAs(REASON);
    }

    /** Of Theil's T the part, in per cent, that is between prefectures; null where it has no parts, or is nothing. */
    Double shareBetween() {
        Double all = byPeople == null ? null : byPeople.getAs(EquityTable.THEIL_T);
        Double between = byPeople == null ? null : byPeople.getAs(EquityTable.THEIL_T_BETWEEN);
        return all == null || all <= 0 || between == null ? null : (Double) (100 * between / all);
    }
}
