package org.minsheng.query.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers along a side of a chart.
 *
 * @param least at the one end
 * @param most at the other
 * @param step from one mark to the next
 * @param from place of the one end
 * @param to place of the other
 */
record Axis(double least, double most, double step, double from, double to) {
    private static final int MARKS = 5;

    /** One whose ends are round and beyond all numbers; from zero where that is not far away. */
    static Axis of(double[] numbers, double from, double to) {
        double least = java.util.Arrays.stream(numbers).min().orElse(0);
        double most = java.util.Arrays.stream(numbers).max().orElse(1);
        double low = least >= 0 && least <= (most - least) * 1.5 ? 0 : least;
        double high = most > low ? most : low + 1;
        double step = round((high - low) / MARKS);
        return new Axis(Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step, step, from, to);
    }

    /** 1, 2 or 5 with zeros, and no less than a number. */
    private static double round(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        return List.of(1.0, 2.0, 5.0, 10.0).stream()
                .mapToDouble(digit -> digit * power)
                .filter(step -> step >= number * (1 - 1e-9))
                .findFirst()
                .orElse(10 * power);
    }

    /** Where a number is. */
    double at(double number) {
        return from + (to - from) * (number - least) / (most - least);
    }

    /** The marks. */
    double[] marks() {
        int steps = (int) Math.round((most - least) / step);
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> least + i * step)
                .toArray();
    }
}
