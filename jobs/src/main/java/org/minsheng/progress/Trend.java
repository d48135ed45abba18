package org.minsheng.progress;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The least-squares trend of a series on its natural scale, with what it says of a later year.
 *
 * <p>The scale is logit for a share of a whole, log for other positive values, else linear. Prediction intervals are those
 * of the textbook (R's {@code predict.lm}): y ± t(n-2) s sqrt(1 + 1/n + (x - mean)² / Sxx), brought back to the unit. One
 * outlier is left out: the point with the largest externally studentized residual, if that is beyond Bonferroni's bound
 * at 5%, t(1 - 0.05 / 2n, n - 3) (R's {@code rstudent}); it takes five points to tell.
 */
final class Trend {
    /** How near to zero or the whole, as a part of it, a share may be on the logit scale, where the bounds are infinite. */
    static final double NEAREST = 0.0005;

    /** Points below which there is no trend. */
    static final int FEWEST = 3;

    private static final int FEWEST_TO_TELL_AN_OUTLIER = 5;
    private static final double OUTLIER_LEVEL = 0.05;
    /** Residuals below this part of the values' spread are those of doubles, and no deviation. */
    private static final double EXACT = 1e-12;

    /** How values are seen. */
    enum Scale {
        LOGIT,
        LOG,
        LINEAR
    }

    /**
     * What the trend says of a year.
     *
     * @param value the most likely value
     * @param lower80 with upper80, the bounds of the 80% prediction interval
     * @param lower95 with upper95, those of the 95% interval
     * @param chance that the value meets the target, 0 to 1; null where there are no bounds to meet
     */
    record Projection(double value, double lower80, double upper80, double lower95, double upper95, Double chance) {}

    private final Scale scale;
    private final double top;
    private final Integer outlier;
    private final int last;
    private final double meanYear;
    private final SimpleRegression line;

    private Trend(Scale scale, double top, Integer outlier, int last, double meanYear, SimpleRegression line) {
        this.scale = scale;
        this.top = top;
        this.outlier = outlier;
        this.last = last;
        this.meanYear = meanYear;
        this.line = line;
    }

    /**
     * The trend of at least {@link #FEWEST} values that are not all the same.
     *
     * @param years in order, each once
     * @param top the whole, null where the values are no shares of one
     */
    static Trend of(int[] years, double[] values, Double top) {
        Scale scale = top != null ? Scale.LOGIT : Arrays.stream(values).allMatch(v -> v > 0) ? Scale.LOG : Scale.LINEAR;
        double whole = top == null ? Double.NaN : top;
        double[] y = Arrays.stream(values).map(v -> seen(v, scale, whole)).toArray();
        int leftOut = outlier(years, y);
        return new Trend(
                scale,
                whole,
                leftOut < 0 ? null : years[leftOut],
                years[years.length - 1],
                mean(years, leftOut),
                line(years, y, leftOut));
    }

    private static double seen(double value, Scale scale, double top) {
        return switch (scale) {
            case LOGIT -> {
                double part = Math.min(Math.max(value / top, NEAREST), 1 - NEAREST);
                yield Math.log(part / (1 - part));
            }
            case LOG -> Math.log(value);
            case LINEAR -> value;
        };
    }

    private double shown(double y) {
        return switch (scale) {
            case LOGIT -> top / (1 + Math.exp(-y));
            case LOG -> Math.exp(y);
            case LINEAR -> y;
        };
    }

    private static SimpleRegression line(int[] years, double[] y, int leftOut) {
        SimpleRegression line = new SimpleRegression();
        IntStream.range(0, y.length).filter(i -> i != leftOut).forEach(i -> line.addData(years[i], y[i]));
        return line;
    }

    /** The index of the outlier, -1 where there is none. */
    private static int outlier(int[] years, double[] y) {
        int n = y.length;
        if (n < FEWEST_TO_TELL_AN_OUTLIER) {
            return -1;
        }
        int worst = -1;
        double largest = 0;
        double spread =
                Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
        for (int i = 0; i < n; i++) {
            SimpleRegression others = line(years, y, i);
            double distance = years[i] - mean(years, i);
            double deviation = y[i] - others.predict(years[i]);
            double error = Math.sqrt(
                    others.getMeanSquareError() * (1 + 1.0 / (n - 1) + distance * distance / others.getXSumSquares()));
            double studentized = Math.abs(deviation) <= EXACT * spread ? 0 : Math.abs(deviation) / error;
            if (studentized > largest) {
                worst = i;
                largest = studentized;
            }
        }
        double bound = Student.quantile(n - 3, 1 - OUTLIER_LEVEL / (2 * n));
        return largest > bound ? worst : -1;
    }

    private static double mean(int[] years, int leftOut) {
        return IntStream.range(0, years.length)
                .filter(i -> i != leftOut)
                .map(i -> years[i])
                .average()
                .orElseThrow();
    }

    Scale scale() {
        return scale;
    }

    /** The year whose value was left out, null where none was. */
    Integer outlier() {
        return outlier;
    }

    /**
     * What it says of a year.
     *
     * @param least the least value that meets the target, null where there is none
     * @param most the largest one, null where there is none
     */
    Projection project(int year, Double least, Double most) {
        double y = line.predict(year);
        double n = line.getN();
        double distance = year - meanYear;
        double error = Math.sqrt(line.getMeanSquareError() * (1 + 1 / n + distance * distance / line.getXSumSquares()));
        TDistribution t = Student.of((int) line.getN() - 2);
        double half80 = Student.quantile((int) line.getN() - 2, 0.90) * error;
        double half95 = Student.quantile((int) line.getN() - 2, 0.975) * error;
        return new Projection(
                shown(y),
                shown(y - half80),
                shown(y + half80),
                shown(y - half95),
                shown(y + half95),
                chance(y, error, t, least, most));
    }

    private Double chance(double y, double error, TDistribution t, Double least, Double most) {
        if (least == null && most == null) {
            return null;
        }
        double below = least == null ? 0 : share(y, error, t, least);
        double upTo = most == null ? 1 : share(y, error, t, most);
        return Math.max(0, upTo - below);
    }

    /** The probability of a value below a bound. */
    private double share(double y, double error, TDistribution t, double bound) {
        if (scale == Scale.LOG && bound <= 0) {
            return 0;
        }
        double distance = seen(bound, scale, top) - y;
        if (error == 0) {
            return distance > 0 ? 1 : 0;
        }
        return t.cumulativeProbability(distance / error);
    }

    /** The first year after the last value, at most so many later, in which the trend meets the target; null if none. */
    Integer reached(Double least, Double most, int farthest) {
        for (int year = last + 1; year <= last + farthest && (least != null || most != null); year++) {
            double y = line.predict(year);
            boolean enough = least == null || scale == Scale.LOG && least <= 0 || y >= seen(least, scale, top);
            boolean notTooMuch = most == null || !(scale == Scale.LOG && most <= 0) && y <= seen(most, scale, top);
            if (enough && notTooMuch) {
                return year;
            }
        }
        return null;
    }
}
