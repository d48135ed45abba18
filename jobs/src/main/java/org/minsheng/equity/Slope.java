package org.minsheng.equity;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The slope of a line through points by least squares, with Student's 95% interval.
 *
 * @param error its standard error
 */
record Slope(double slope, double error, double lower95, double upper95) {
    private static final double UPPER = 0.975;

    /** Of at least three points; null where all have the same abscissa. */
    static Slope of(double[] x, double[] y) {
        if (Arrays.stream(x).distinct().count() < 2) {
            return null;
        } else if (Arrays.stream(y).distinct().count() < 2) {
            return new Slope(0, 0, 0, 0); // what is level is so without error
        }
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            line.addData(x[i], y[i]);
        }
        double half =
                line.getSlopeStdErr() * new TDistribution(null, x.length - 2.0).inverseCumulativeProbability(UPPER);
        return new Slope(line.getSlope(), line.getSlopeStdErr(), line.getSlope() - half, line.getSlope() + half);
    }
}
