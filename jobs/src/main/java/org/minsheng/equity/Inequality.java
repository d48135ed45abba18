package org.minsheng.equity;

/** Measures of how far the values of a distribution, none of them below zero, differ from each other; zero where none does. */
final class Inequality {
    private Inequality() {}

    /** The coefficient of variation: the standard deviation, over all of the weight and not one less, as a share of the mean. */
    static double variation(Distribution of) {
        if (of.isEqual()) {
            return 0;
        }
        double mean = of.mean();
        double squares = 0;
        for (int i = 0; i < of.size(); i++) {
            double deviation = of.values()[i] - mean;
            squares += of.weights()[i] * deviation * deviation;
        }
        return Math.sqrt(squares / of.weight()) / mean;
    }

    /** The Gini coefficient: twice the area between the Lorenz curve and the diagonal. */
    static double gini(Distribution of) {
        if (of.isEqual()) {
            return 0;
        }
        double total = of.weight();
        double below = 0;
        double sum = 0;
        for (int i = 0; i < of.size(); i++) {
            double weight = of.weights()[i];
            sum += weight * (2 * below + weight) * of.values()[i];
            below += weight;
        }
        return Math.max(0, sum / (total * total * of.mean()) - 1);
    }
}
