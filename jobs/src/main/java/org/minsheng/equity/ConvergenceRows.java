package org.minsheng.equity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.catalogue.Policy;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;

/**
 * The rows of the table convergence of one indicator, a scope each: over the years that are over and in which enough counties
 * reported, of the counties that did so in each of them, lest who reports makes a trend.
 */
final class ConvergenceRows {
    private static final int FEWEST_YEARS = 3;

    private final Counties counties;
    private final Policy policy;
    private final int lastYear;

    /** By the coverage and the goal of a policy; what is later than {@code lastYear} is not used. */
    ConvergenceRows(Counties counties, Policy policy, int lastYear) {
        this.counties = counties;
        this.policy = policy;
        this.lastYear = lastYear;
    }

    /** From what the counties reported. */
    List<Row> of(Traits traits, Panel panel) {
        List<Row> rows = new ArrayList<>();
        for (Scope scope : counties.scopes()) {
            int[] years = years(panel, scope);
            int[] matched = matched(panel, years, scope);
            String reason = reason(traits, panel, scope, years, matched);
            rows.add(
                    reason == null
                            ? measured(traits, panel, scope, years, matched)
                            : absent(traits, scope, years, reason));
        }
        return rows;
    }

    private int[] years(Panel panel, Scope scope) {
        return Arrays.stream(panel.years())
                .filter(year -> year <= lastYear && panel.countOf(year, scope.members()) >= least(scope.members()))
                .toArray();
    }

    private double least(int[] members) {
        return Math.max(1, policy.coverage() * members.length);
    }

    private static int[] matched(Panel panel, int[] years, Scope scope) {
        return Arrays.stream(scope.members())
                .filter(county -> Arrays.stream(years).noneMatch(year -> Double.isNaN(panel.value(year, county))))
                .toArray();
    }

    private String reason(Traits traits, Panel panel, Scope scope, int[] years, int[] matched) {
        if (traits.isTotal()) {
            return ConvergenceTable.TOTAL;
        } else if (scope.members().length < 2) {
            return ConvergenceTable.SINGLE_REGION;
        } else if (years.length < FEWEST_YEARS) {
            return ConvergenceTable.TOO_FEW_YEARS;
        } else if (matched.length < Math.max(2, least(scope.members()))
                || Arrays.stream(years).anyMatch(year -> distribution(panel, year, matched) == null)) {
            return ConvergenceTable.TOO_FEW_REGIONS;
        }
        return Arrays.stream(years).anyMatch(year -> panel.hasNegative(year, matched))
                ? ConvergenceTable.NEGATIVE_VALUE
                : null;
    }

    private Row measured(Traits traits, Panel panel, Scope scope, int[] years, int[] matched) {
        int first = years[0];
        int last = years[years.length - 1];
        double[] differences = Arrays.stream(years)
                .mapToDouble(year -> Inequality.variation(distribution(panel, year, matched)))
                .toArray();
        Slope sigma = Slope.of(Arrays.stream(years).asDoubleStream().toArray(), differences);
        String tendency = tendency(sigma, differences);
        Beta beta = Beta.of(traits, panel, matched, first, last);
        Reached reached = Reached.of(policy, years, ofAll(panel, years, scope), sigma, lastYear);
        return RowFactory.create(
                traits.id(),
                scope.refArea(),
                scope.peerGroup(),
                first,
                last,
                years.length,
                matched.length,
                range(panel, first, matched),
                range(panel, last, matched),
                differences[0],
                differences[differences.length - 1],
                sigma.slope(),
                sigma.error(),
                sigma.lower95(),
                sigma.upper95(),
                tendency,
                beta.slope() == null ? null : beta.slope().slope(),
                beta.slope() == null ? null : beta.slope().error(),
                beta.slope() == null ? null : beta.slope().lower95(),
                beta.slope() == null ? null : beta.slope().upper95(),
                beta.method(),
                beta.reason(),
                reached.year(),
                reached.reason(),
                null);
    }

    private static Distribution distribution(Panel panel, int year, int[] members) {
        return panel.distribution(year, panel.byValue(year, members), EquityTable.BY_BASE);
    }

    /** The coefficient of all with a value, each year: that of those that are matched may leave out the one that is far behind. */
    private static double[] ofAll(Panel panel, int[] years, Scope scope) {
        return Arrays.stream(years)
                .mapToDouble(year -> Inequality.variation(distribution(panel, year, scope.members())))
                .toArray();
    }

    private static String tendency(Slope sigma, double[] differences) {
        if (Arrays.stream(differences).allMatch(difference -> difference == 0)) {
            return ConvergenceTable.EQUAL;
        } else if (sigma.upper95() < 0) {
            return ConvergenceTable.CONVERGING;
        }
        return sigma.lower95() > 0 ? ConvergenceTable.DIVERGING : ConvergenceTable.UNCLEAR;
    }

    private static double range(Panel panel, int year, int[] members) {
        double[] values = IntStream.of(members)
                .mapToDouble(county -> panel.value(year, county))
                .sorted()
                .toArray();
        return values[values.length - 1] - values[0];
    }

    private static Row absent(Traits traits, Scope scope, int[] years, String reason) {
        Object[] row = new Object[ConvergenceTable.TABLE.schema().size()];
        set(row, ConvergenceTable.INDICATOR, traits.id());
        set(row, ConvergenceTable.REF_AREA, scope.refArea());
        set(row, ConvergenceTable.PEER_GROUP, scope.peerGroup());
        set(row, ConvergenceTable.PERIODS, years.length);
        set(row, ConvergenceTable.REGIONS, 0);
        set(row, ConvergenceTable.TENDENCY, ConvergenceTable.UNKNOWN);
        set(row, ConvergenceTable.BETA_REASON, reason);
        set(row, ConvergenceTable.REACHED_REASON, reason);
        set(row, ConvergenceTable.REASON, reason);
        return RowFactory.create(row);
    }

    private static void set(Object[] row, String column, Object value) {
        row[ConvergenceTable.TABLE.schema().fieldIndex(column)] = value;
    }
}
