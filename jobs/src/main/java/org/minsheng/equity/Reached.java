package org.minsheng.equity;

import org.minsheng.catalogue.Policy;
import org.minsheng.lake.ConvergenceTable;

/**
 * The year in which the dispersion is at most the policy's: the first of those since which it is, or at the pace of its trend
 * from where it is now, until the year of the long-term goal.
 *
 * @param year null where there is none
 * @param reason why there is none; null where there is one
 */
record Reached(Integer year, String reason) {
    static Reached of(Policy policy, int[] years, double[] differences, Slope sigma, int lastYear) {
        Double goal = policy.equalisation().difference();
        if (goal == null) {
            return new Reached(null, ConvergenceTable.NO_GOAL);
        }
        int since = years.length;
        while (since > 0 && differences[since - 1] <= goal) {
            since--;
        }
        if (since < years.length) {
            return new Reached(years[since], null);
        } else if (sigma.upper95() >= 0) {
            return new Reached(null, sigma.lower95() > 0 ? ConvergenceTable.NOT_CLOSING : ConvergenceTable.UNCLEAR);
        }
        double wait = Math.ceil((differences[years.length - 1] - goal) / -sigma.slope());
        double year = years[years.length - 1] + wait;
        if (year <= lastYear) {
            return new Reached(null, ConvergenceTable.NO_RECENT_VALUE);
        }
        return year <= policy.projectTo()
                ? new Reached((int) year, null)
                : new Reached(null, ConvergenceTable.BEYOND_GOAL);
    }
}
