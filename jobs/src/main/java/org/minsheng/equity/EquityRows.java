package org.minsheng.equity;

import static org.minsheng.lake.EquityTable.BY_BASE;
import static org.minsheng.lake.EquityTable.BY_PEOPLE;
import static org.minsheng.lake.EquityTable.BY_REGIONS;

import java.util.ArrayList;
import java.util.List;
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
                int[] byValue = panel.byValue(year, scope.members());
                for (String weightedBy : WEIGHTS) {
                    Distribution of = panel.distribution(year, byValue, weightedBy);
                    rows.add(row(traits, panel, year, scope, weightedBy, of));
                }
            }
        }
        return rows;
    }

    private Row row(Traits traits, Panel panel, int year, Scope scope, String weightedBy, Distribution of) {
        String reason = reason(traits, panel, year, scope, of);
        Distribution compared = reason == null ? of : null;
        Theil t = compared == null ? null : Theil.t(of, groups(scope));
        Theil l = compared == null ? null : Theil.l(of, groups(scope));
        boolean hasParts = scope.groupOf() != null;
        Double p10 = of == null ? null : (Double) of.quantile(TENTH);
        Double p90 = of == null ? null : (Double) of.quantile(1 - TENTH);
        return RowFactory.create(
                traits.id(),
                year,
                scope.refArea(),
                scope.peerGroup(),
                weightedBy,
                of == null ? 0 : of.size(),
                scope.members().length,
                panel.people(year, scope.members()),
                year > lastYear,
                of == null ? null : of.mean(),
                of == null ? null : of.quantile(HALF),
                of == null ? null : of.minimum(),
                of == null ? null : counties.code(of.regions()[0]),
                of == null ? null : of.maximum(),
                of == null ? null : counties.code(of.regions()[first(of)]),
                of == null ? null : of.maximum() - of.minimum(),
                compared == null ? null : Inequality.variation(of),
                compared == null ? null : Inequality.gini(of),
                t == null ? null : t.total(),
                t == null || !hasParts ? null : t.between(),
                t == null || !hasParts ? null : t.within(),
                l == null ? null : l.total(),
                l == null || !hasParts ? null : l.between(),
                l == null || !hasParts ? null : l.within(),
                p10,
                p90,
                compared == null || p10 == 0 ? null : p90 / p10,
                of == null ? null : of.meanOfEnd(FIFTH, traits.isLessBetter()),
                of == null || !panel.hasNumber() ? null : belowTarget(panel, year, of),
                reason);
    }

    private static String reason(Traits traits, Panel panel, int year, Scope scope, Distribution of) {
        if (of == null) {
            return panel.withValue(year, scope.members()).length == 0 ? EquityTable.NO_VALUE : EquityTable.NO_WEIGHT;
        } else if (traits.isTotal()) {
            return EquityTable.TOTAL;
        } else if (of.minimum() < 0) {
            return EquityTable.NEGATIVE_VALUE;
        }
        return of.size() == 1 ? EquityTable.SINGLE_REGION : null;
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

    private static double belowTarget(Panel panel, int year, Distribution of) {
        double below = 0;
        for (int i = 0; i < of.size(); i++) {
            if (!Double.isNaN(panel.meeting(year, of.regions()[i]))) {
                below += of.weights()[i];
            }
        }
        return 100 * below / of.weight();
    }
}
