package org.minsheng.equity.score;

import java.util.Arrays;

/** One of the ways in which the scores of indicators become those of components. */
record Choice(Normalisation normalisation, Aggregation aggregation) {
    /** By indicator and region what the means are of. */
    double[][] of(double[][] scores) {
        return Arrays.stream(scores)
                .map(normalisation::of)
                .map(marks -> Arrays.stream(marks).map(aggregation::before).toArray())
                .toArray(double[][]::new);
    }
}
