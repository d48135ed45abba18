package org.minsheng.sample;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Invents the figure of any cell from nothing but the seed and the cell, so that any machine can make any part of them. Shares
 * rise from before the policy to its horizon; about two counties of five come to the goal.
 */
final class SizedFigures implements Serializable {
    private static final int LEAST_TENTHS = 50;
    private static final int MOST_TENTHS = 1000;

    private final long seed;
    private final double middle;
    private final double slowness;

    /** What a number is drawn for. */
    private enum Draw {
        POPULATION,
        RURAL,
        GOAL,
        START,
        PLACE,
        PACE,
        NOISE,
        WHOLE,
        CORRECTED,
        CORRECTION
    }

    /** Figures that rise between two years. */
    SizedFigures(long seed, int base, int horizon) {
        this.seed = seed;
        this.middle = (base + horizon) / 2.0;
        this.slowness = Math.max(1, horizon - base) / 5.0;
    }

    long population(int county) {
        double chance = chance(Draw.POPULATION, 0, county, 0);
        return 30_000 + (long) (770_000 * chance * chance);
    }

    long ruralPopulation(int county) {
        return (long) (population(county) * (0.1 + 0.7 * chance(Draw.RURAL, 0, county, 0)));
    }

    /** What an indicator is to reach, in %. */
    int goal(int indicator) {
        return 80 + 5 * (int) (4 * chance(Draw.GOAL, indicator, 0, 0));
    }

    /** The figure of a county, counted from 0, and a year. */
    BigDecimal value(SizedSeries series, int county, int year) {
        int indicator = series.indicator();
        return switch (series.kind()) {
            case SHARE -> tenths(share(indicator, county, year));
            case WHOLE -> BigDecimal.valueOf(whole(indicator, county, year));
            case PART ->
                BigDecimal.valueOf(whole(indicator, county, year) * share(indicator, county, year) / MOST_TENTHS);
        };
    }

    /** Whether the figure is sent again where such a share of all are. */
    boolean isCorrected(SizedSeries series, int county, int year, double share) {
        return chance(Draw.CORRECTED, key(series), county, year) < share;
    }

    /** Another figure in the place of it, of the same size: of parts less and of wholes more, so that they fit. */
    BigDecimal correction(SizedSeries series, int county, int year) {
        double chance = chance(Draw.CORRECTION, key(series), county, year);
        BigDecimal before = value(series, county, year);
        if (series.kind() == SizedSeries.Kind.SHARE) {
            int by = 5 + (int) (26 * chance);
            return before.add(tenths(before.intValue() < 50 ? by : -by));
        }
        long by = Math.max(1, (long) (before.longValue() * (0.01 + 0.02 * chance)));
        return before.add(BigDecimal.valueOf(series.kind() == SizedSeries.Kind.WHOLE ? by : -by));
    }

    /** In tenths of a per cent. */
    private int share(int indicator, int county, int year) {
        double from = 45 + 25 * chance(Draw.START, indicator, 0, 0) + 10 * chance(Draw.PLACE, indicator, county, 0) - 5;
        double pace = 0.5 + chance(Draw.PACE, indicator, county, 0);
        double done = 1 / (1 + StrictMath.exp((middle - year) / slowness));
        double noise = 0.6 * chance(Draw.NOISE, indicator, county, year) - 0.3;
        double share = from + (goal(indicator) - from) * pace * done + noise;
        return (int) Math.max(LEAST_TENTHS, Math.min(MOST_TENTHS, Math.round(10 * share)));
    }

    /** People; half a per cent of those of 2020 more each year. */
    private long whole(int indicator, int county, int year) {
        double part = 0.05 + 0.35 * chance(Draw.WHOLE, indicator, county, 0);
        return (long) (population(county) * part * (1 + 0.005 * (year - 2020)));
    }

    private static BigDecimal tenths(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    private static int key(SizedSeries series) {
        return 3 * series.indicator() + series.kind().ordinal();
    }

    /** A number from 0 to below 1. */
    private double chance(Draw draw, int what, int county, int year) {
        long mixed = mixed(mixed(mixed(mixed(seed) + draw.ordinal()) + what) + county);
        return (mixed(mixed + year) >>> 11) * 0x1.0p-53;
    }

    /** SplitMix64: each bit depends on each. */
    private static long mixed(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
