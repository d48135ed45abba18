package org.minsheng.equity;

import static org.minsheng.lake.EquityTable.BY_BASE;
import static org.minsheng.lake.EquityTable.BY_PEOPLE;
import static org.minsheng.lake.EquityTable.BY_REGIONS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.minsheng.lake.EquityTable;

/** The rows of the table equity of one indicator: each year, scope and way to weigh counties. */
final class EquityRows {
    private static final List<String> WEIGHTS = List.of(BY_REGIONS, BY_PEOPLE, BY_BASE);
    private static final double TENTH = 0.1;
    private static final double FIFTH = 0.2;
    private static final double HALF = 0.5;

    private final Counties counties;
    private final int lastYear;

    /** What is later than {@code lastYear} is provisional. */
    EquityRows(Counties counties, int lastYear) {
        this.counties = counties;
        this.lastYear = lastYear;
    }

    /** From what the counties reported. */
    List<Row> of(Traits traits, Panel panel) {
        List<Row> rows = new ArrayList<>();
        for (int year : panel.years()) {
            for (Scope scope : counties.scopes()) {
                Case compared = new Case(traits, panel, year, scope, panel.byValue(year, scope.members()));
                for (String weightedBy : WEIGHTS) {
                    rows.add(row(compared, weightedBy, panel.distribution(year, compared.byValue(), weightedBy)));
                }
            }
        }
        return rows;
    }

    /**
     * The counties of a scope in a year.
     *
     * @param byValue those with a value
     */
    private record Case(Traits traits, Panel panel, int year, Scope scope, int[] byValue) {
        /** Why there are no measures of inequality; null where there are. */
        String reason(Distribution of) {
            if (of == null) {
                return byValue.length == 0 ? EquityTable.NO_VALUE : EquityTable.NO_WEIGHT;
            } else if (traits.isTotal()) {
                return EquityTable.TOTAL;
            } else if (of.minimum() < 0) {
                return EquityTable.NEGATIVE_VALUE;
            }
            return of.size() == 1 ? EquityTable.SINGLE_REGION : null;
        }

        double belowTarget(Distribution of) {
            double[] meeting = panel.meeting(year);
            double below = 0;
            for (int i = 0; i < of.size(); i++) {
                below += Double.isNaN(meeting[of.regions()[i]]) ? 0 : of.weights()[i];
            }
            return 100 * below / of.weight();
        }
    }

    private Row row(Case of, String weightedBy, Distribution values) {
        String reason = of.reason(values);
        Distribution compared = reason == null ? values : null;
        Scope scope = of.scope();
        Theil t = compared == null ? null : Theil.t(compared, groups(scope));
        Theil l = compared == null ? null : Theil.l(compared, groups(scope));
        boolean hasParts = scope.groupOf() != null;
        Double p10 = figure(values, v -> v.quantile(TENTH));
        Double p90 = figure(values, v -> v.quantile(1 - TENTH));
        return RowFactory.create(
                of.traits().id(),
                of.year(),
                scope.refArea(),
                scope.peerGroup(),
                weightedBy,
                values == null ? 0 : values.size(),
                scope.members().length,
                people(of.byValue()),
                of.year() > lastYear,
                figure(values, Distribution::mean),
                figure(values, v -> v.quantile(HALF)),
                figure(values, Distribution::minimum),
                values == null ? null : counties.code(values.regions()[0]),
                figure(values, Distribution::maximum),
                values == null ? null : counties.code(values.regions()[first(values)]),
                figure(values, v -> v.maximum() - v.minimum()),
                figure(compared, Inequality::variation),
                figure(compared, Inequality::gini),
                figure(t, Theil::total),
                figure(hasParts ? t : null, Theil::between),
                figure(hasParts ? t : null, Theil::within),
                figure(l, Theil::total),
                figure(hasParts ? l : null, Theil::between),
                figure(hasParts ? l : null, Theil::within),
                p10,
                p90,
                compared == null || p10 == 0 ? null : p90 / p10,
                figure(values, v -> v.meanOfEnd(FIFTH, of.traits().isLessBetter())),
                figure(of.panel().hasNumber() ? values : null, of::belowTarget),
                reason);
    }

    private static <T> Double figure(T of, ToDoubleFunction<T> measure) {
        return of == null ? null : (Double) measure.applyAsDouble(of);
    }

    /** Within a region that has no parts, all counties are of one group. */
    private int[] groups(Scope scope) {
        return scope.groupOf() == null ? new int[counties.count()] : scope.groupOf();
    }

    /** The first, by number, of those with the largest value. */
    private static int first(Distribution of) {
        int first = of.size() - 1;
        while (first > 0 && of.values()[first - 1] == of.maximum()) {
            first--;
        }
        return first;
    }

    /** The people of some counties; null where none are known. */
    private Long people(int[] members) {
        double[] known = Arrays.stream(members)
                .mapToDouble(county -> counties.people()[county])
                .filter(people -> !Double.isNaN(people))
                .toArray();
        return known.length == 0 ? null : (Long) (long) Arrays.stream(known).sum();
    }
}
