package org.minsheng.progress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distributions and their quantiles, each searched for once: thousands of series have as many points. */
final class Student {
    private static final Map<Quantile, Double> QUANTILES = new ConcurrentHashMap<>();

    private Student() {}

    /** The distribution of so many degrees of freedom, at least 1. */
    static TDistribution of(int freedom) {
        return new TDistribution(null, freedom); // no random numbers are drawn, and a generator is slow to make
    }

    /** The value below which a variable stays with a probability. */
    static double quantile(int freedom, double probability) {
        return QUANTILES.computeIfAbsent(
                new Quantile(freedom, probability), q -> of(freedom).inverseCumulativeProbability(probability));
    }

    private record Quantile(int freedom, double probability) {}
}
