package org.minsheng.equity;

/**
 * Values in ascending order, each with a weight above zero: what is said of the counties of one region in one year. Sums go along
 * that order, so that they are the same to the digit wherever they are made.
 */
final class Distribution {
    /** Cumulative weights this close together, as a share of all, are the same: tenths are not exact in doubles. */
    private static final double SAME = 1e-12;

    private final int[] regions;
    private final double[] values;
    private final double[] logarithms;
    private final double[] weights;
    private final double weight;
    private final double mean;

    /**
     * Of at least one value.
     *
     * @param regions numbers of the counties
     * @param values their values, in ascending order
     * @param logarithms of the values, which take longer than all else; of no matter where one is not above zero
     * @param weights what each counts for
     */
    Distribution(int[] regions, double[] values, double[] logarithms, double[] weights) {
        this.regions = regions;
        this.values = values;
        this.logarithms = logarithms;
        this.weights = weights;
        double count = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            count += weights[i];
            sum += weights[i] * values[i];
        }
        weight = count;
        mean = isEqual()
                ? minimum()
                : sum / count; // a sum of the same value over its parts may be off in the last digit
    }

    int[] regions() {
        return regions;
    }

    double[] values() {
        return values;
    }

    double[] logarithms() {
        return logarithms;
    }

    double[] weights() {
        return weights;
    }

    int size() {
        return values.length;
    }

    double minimum() {
        return values[0];
    }

    double maximum() {
        return values[values.length - 1];
    }

    /** Whether no value differs, so that there is no inequality whatever the mean. */
    boolean isEqual() {
        return minimum() == maximum();
    }

    /** The sum of the weights. */
    double weight() {
        return weight;
    }

    /** The weighted mean. */
    double mean() {
        return mean;
    }

    /**
     * The value up to which a share of the weight lies; where one ends just there, the mean of it and the next (definition 2 of
     * Hyndman and Fan 1996).
     */
    double quantile(double share) {
        double cumulative = 0;
        for (int i = 0; i < values.length - 1; i++) {
            cumulative += weights[i];
            double beyond = cumulative / weight - share;
            if (Math.abs(beyond) <= SAME) {
                return (values[i] + values[i + 1]) / 2;
            } else if (beyond > 0) {
                return values[i];
            }
        }
        return maximum();
    }

    /**
     * The weighted mean of a share of the weight at one end; a county at the border is in it in part.
     *
     * @param fromTop whether it is the end of the largest values
     */
    double meanOfEnd(double share, boolean fromTop) {
        double left = share * weight;
        double wanted = left;
        double sum = 0;
        for (int n = 0; n < values.length && left > 0; n++) {
            int i = fromTop ? values.length - 1 - n : n;
            double taken = Math.min(left, weights[i]);
            sum += taken * values[i];
            left -= taken;
        }
        return sum / wanted;
    }
}
