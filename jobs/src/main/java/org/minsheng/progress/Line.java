package org.minsheng.progress;

import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The least-squares line through all values, with the prediction error of the textbook (R's {@code predict.lm}):
 * s sqrt(1 + 1/n + (x - mean)² / Sxx).
 */
final class Line implements Model {
    private final SimpleRegression line = new SimpleRegression();
    private final double meanYear;

    Line(int[] years, double[] values) {
        for (int i = 0; i < years.length; i++) {
            line.addData(years[i], values[i]);
        }
        meanYear = Arrays.stream(years).average().orElseThrow();
    }

    @Override
    public Forecast at(int year) {
        double n = line.getN();
        double distance = year - meanYear;
        double error = Math.sqrt(line.getMeanSquareError() * (1 + 1 / n + distance * distance / line.getXSumSquares()));
        return new Forecast(line.predict(year), error, (int) line.getN() - 2);
    }
}
