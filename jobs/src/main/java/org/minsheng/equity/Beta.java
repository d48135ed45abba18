package org.minsheng.equity;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.minsheng.lake.ConvergenceTable;

/**
 * Whether counties that began lower have grown faster: the slope of yearly growth on the initial level (Barro and Sala-i-Martin
 * 1992). Logarithms have no place where a value is zero, nor where growth ends at a largest value: there both are in the unit.
 *
 * @param slope null where there is none
 * @param method of {@link ConvergenceTable#BETA_METHOD}; null where there is none
 * @param reason why there is none; null where there is one
 */
record Beta(Slope slope, String method, String reason) {
    private static final int FEWEST = 3;

    /** Of some counties, each with a value in both years. */
    static Beta of(Traits traits, Panel panel, int[] members, int first, int last) {
        if (members.length < FEWEST) {
            return new Beta(null, null, ConvergenceTable.TOO_FEW_REGIONS);
        }
        boolean hasZero = Arrays.stream(members)
                .anyMatch(county -> panel.value(first, county) <= 0 || panel.value(last, county) <= 0);
        boolean isLinear = traits.isBounded() || hasZero;
        DoubleUnaryOperator scale = isLinear ? value -> value : StrictMath::log;
        double[] initial = IntStream.of(members)
                .mapToDouble(county -> scale.applyAsDouble(panel.value(first, county)))
                .toArray();
        double[] growth = IntStream.range(0, members.length)
                .mapToDouble(i -> (scale.applyAsDouble(panel.value(last, members[i])) - initial[i]) / (last - first))
                .toArray();
        Slope slope = Slope.of(initial, growth);
        return slope == null
                ? new Beta(null, null, ConvergenceTable.NO_SPREAD)
                : new Beta(slope, isLinear ? ConvergenceTable.LINEAR : ConvergenceTable.COMPOUND, null);
    }
}
