package org.minsheng.progress;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Which value looks like an outlier: the one with the largest externally studentized residual from the least-squares line, if
 * it is beyond Bonferroni's bound at 5%, t(1 - 0.05 / 2n, n - 3) (R's {@code rstudent}); it takes five values to tell. It is
 * told, and left where it is.
 */
final class Outlier {
    private static final int FEWEST = 5;
    private static final double LEVEL = 0.05;
    /** Residuals below this part of the values' spread are those of doubles, and no deviation. */
    private static final double EXACT = 1e-12;

    private Outlier() {}

    /** The year of the value; null where none looks like one. */
    static Integer of(int[] years, double[] values) {
        int n = values.length;
        if (n < FEWEST) {
            return null;
        }
        int worst = -1;
        double largest = 0;
        double spread = Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
        for (int i = 0; i < n; i++) {
            int leftOut = i;
            SimpleRegression others = new SimpleRegression();
            IntStream.range(0, n).filter(j -> j != leftOut).forEach(j -> others.addData(years[j], values[j]));
            double mean = IntStream.range(0, n)
                    .filter(j -> j != leftOut)
                    .map(j -> years[j])
                    .average()
                    .orElseThrow();
            double distance = years[i] - mean;
            double deviation = values[i] - others.predict(years[i]);
            double error = Math.sqrt(
                    others.getMeanSquareError() * (1 + 1.0 / (n - 1) + distance * distance / others.getXSumSquares()));
            double studentized = Math.abs(deviation) <= EXACT * spread ? 0 : Math.abs(deviation) / error;
            if (studentized > largest) {
                worst = i;
                largest = studentized;
            }
        }
        double bound = Student.quantile(n - 3, 1 - LEVEL / (2 * n));
        return largest > bound ? (Integer) years[worst] : null;
    }
}
