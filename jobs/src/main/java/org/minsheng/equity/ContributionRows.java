package org.minsheng.equity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.lake.EquityTable;

/** The rows of the table contribution of one indicator: the counties of the province in the last year that is over, by value. */
final class ContributionRows {
    private final Counties counties;
    private final int lastYear;

    /** What is later than {@code lastYear} is not used. */
    ContributionRows(Counties counties, int lastYear) {
        this.counties = counties;
        this.lastYear = lastYear;
    }

    /** From what the counties reported; none of totals, nor where a value is below zero. */
    List<Row> of(Traits traits, Panel panel) {
        List<Row> rows = new ArrayList<>();
        for (Scope scope : counties.scopes()) {
            if (scope.isProvince() && !traits.isTotal()) {
                year(panel, scope).ifPresent(year -> rows.addAll(of(traits, panel, scope, year)));
            }
        }
        return rows;
    }

    private OptionalInt year(Panel panel, Scope scope) {
        return Arrays.stream(panel.years())
                .filter(year -> year <= lastYear && panel.countOf(year, scope.members()) > 0)
                .max();
    }

    private List<Row> of(Traits traits, Panel panel, Scope scope, int year) {
        Distribution of = panel.distribution(year, panel.byValue(year, scope.members()), EquityTable.BY_PEOPLE);
        if (of == null || of.minimum() < 0) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Change change = new Change(of);
        double amount = of.mean() * of.weight();
        double peopleSoFar = 0;
        double amountSoFar = 0;
        for (int i = 0; i < of.size(); i++) {
            int county = of.regions()[i];
            double value = of.values()[i];
            Double level = level(traits, panel, year, of, i);
            peopleSoFar += of.weights()[i];
            amountSoFar += of.weights()[i] * value;
            rows.add(RowFactory.create(
                    traits.id(),
                    year,
                    counties.code(county),
                    value,
                    (long) counties.people()[county],
                    100 * peopleSoFar / of.weight(),
                    amount == 0 ? null : 100 * amountSoFar / amount,
                    level,
                    level == null ? null : change.removes(i, level)));
        }
        return rows;
    }

    /** What meets the target; where that has no number, the mean for those on the wrong side of it; null where there is no gap. */
    private static Double level(Traits traits, Panel panel, int year, Distribution of, int i) {
        if (panel.hasNumber()) {
            double meeting = panel.meeting(year)[of.regions()[i]];
            return Double.isNaN(meeting) ? null : (Double) meeting;
        }
        double value = of.values()[i];
        double mean = of.mean();
        return (traits.isLessBetter() ? value > mean : value < mean) ? (Double) mean : null;
    }

    /**
     * Theil's T as the mean of f(x/μ) with f(r) = r ln r - r + 1, which is never below zero: r ln r alone sums up to a difference of
     * numbers that agree in all but their last digits where values nearly do.
     */
    private static final class Change {
        private static final double NEAR = 1e-4;

        private final Distribution of;
        private double excess;

        Change(Distribution of) {
            this.of = of;
            for (int i = 0; i < of.size(); i++) {
                excess += of.weights()[i] * f(of.values()[i]);
            }
        }

        /** How much of T, in %, goes away if one county has another value; null where there is no inequality. */
        Double removes(int i, double level) {
            if (of.isEqual() || excess == 0) {
                return null;
            }
            double weight = of.weights()[i];
            double rise = weight * (level - of.values()[i]) / of.mean() / of.weight(); // of the mean, as a share of it
            double changed = (excess + weight * (f(level) - f(of.values()[i]))) / of.weight();
            double t = changed / (1 + rise) + rise / (1 + rise) - StrictMath.log1p(rise);
            return 100 * (1 - t / (excess / of.weight()));
        }

        private double f(double value) {
            double off = (value - of.mean()) / of.mean();
            if (Math.abs(off) < NEAR) {
                return off * off * (1 / 2.0 - off / 6 + off * off / 12);
            }
            return value == 0 ? 1 : (1 + off) * StrictMath.log(1 + off) - off;
        }
    }
}
