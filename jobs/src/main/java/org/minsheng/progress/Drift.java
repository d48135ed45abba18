package org.minsheng.progress;

/**
 * A random walk with drift: the last value, and the mean yearly step b of the years that were, goes on.
 *
 * <p>Point and variance are those of R's {@code forecast::rwf(drift = TRUE)} — y + bh, s²(h + h²/T) with T years between the
 * first value and the last, and s the deviation of the steps from b — with two changes, as the back-test over real series
 * asks for ({@code docs/method.md}): quantiles are those of Student's t, as s is known from few steps; and the drift of the
 * years to come is itself no surer than to a half, which adds (b/2)² h(h - 1)/2. Steps over k years without a value count as
 * what they are, k steps whose deviation is √k s.
 */
final class Drift implements Model {
    /** What part of a year's step the next one is, where the drift is damped. */
    static final double DAMPING = 0.9;

    /** How far the drift of the years to come may be from that of those that were, as a part of it. */
    private static final double UNSURE = 0.5;

    private final int last;
    private final double value;
    private final double step;
    private final double variance;
    private final int span;
    private final int degrees;
    private final double damping;

    Drift(int[] years, double[] values, double damping) {
        int n = years.length;
        this.last = years[n - 1];
        this.value = values[n - 1];
        this.span = last - years[0];
        this.step = (value - values[0]) / span;
        this.degrees = n - 2;
        double squares = 0;
        for (int i = 1; i < n; i++) {
            int passed = years[i] - years[i - 1];
            double deviation = values[i] - values[i - 1] - step * passed;
            squares += deviation * deviation / passed;
        }
        this.variance = squares / degrees;
        this.damping = damping;
    }

    @Override
    public Forecast at(int year) {
        int ahead = year - last;
        double steps = 0;
        for (int i = 1; i <= ahead; i++) {
            steps += damping == 1 ? 1 : Math.pow(damping, i);
        }
        double unsure = UNSURE * step;
        double error = Math.sqrt(variance * (ahead + steps * steps / span) + unsure * unsure * ahead * (ahead - 1) / 2);
        return new Forecast(value + step * steps, error, degrees);
    }
}
