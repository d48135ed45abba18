package org.minsheng.equity.score;

import java.util.Arrays;

/** Places among others, the largest value being first. */
final class Ranks {
    /** Values are compared and kept to nine decimals, as all figures of the tables. */
    private static final double SCALE = 1e9;

    private Ranks() {}

    /** A value as it is compared. */
    static double rounded(double value) {
        return Math.rint(value * SCALE) / SCALE;
    }

    /** One more than there are larger values; 0 of NaN. Equal values share a rank. */
    static int[] of(double[] values) {
        double[] sorted = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[count++] = rounded(value);
            }
        }
        Arrays.sort(sorted, 0, count);
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = Double.isNaN(values[i]) ? 0 : 1 + larger(rounded(values[i]), sorted, count);
        }
        return ranks;
    }

    private static int larger(double value, double[] sorted, int count) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return count - low;
    }
}
