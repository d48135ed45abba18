package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Trends agree with R's lm, predict.lm and rstudent to six digits ({@code statistics/trend.R}, R 4.2.2), and at their edges. */
class TrendTest {
    private static final int FARTHEST = 15;

    private static Double number(String text) {
        return text.equals("NA") ? null : Double.valueOf(text.strip());
    }

    private static Offset<Double> sixDigits(double expected) {
        return within(Math.abs(expected) * 1e-6 + 1e-12);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/trend.csv", numLinesToSkip = 1)
    void agreesWithR(
            String id,
            String years,
            String values,
            String top,
            double target,
            boolean down,
            int at,
            String outlier,
            double value,
            double lower80,
            double upper80,
            double lower95,
            double upper95,
            double chance,
            String reached) {
        int[] x = Arrays.stream(years.split(" ")).mapToInt(Integer::parseInt).toArray();
        double[] y = Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Trend trend = Trend.of(x, y, number(top));
        Double least = down ? null : (Double) target;
        Double most = down ? (Double) target : null;
        Trend.Projection projection = trend.project(at, least, most);
        assertThat(projection.value()).isCloseTo(value, sixDigits(value));
        assertThat(projection.lower80()).isCloseTo(lower80, sixDigits(lower80));
        assertThat(projection.upper80()).isCloseTo(upper80, sixDigits(upper80));
        assertThat(projection.lower95()).isCloseTo(lower95, sixDigits(lower95));
        assertThat(projection.upper95()).isCloseTo(upper95, sixDigits(upper95));
        assertThat(projection.chance()).isCloseTo(chance, sixDigits(chance));
        Double leftOut = number(outlier);
        assertThat(trend.outlier()).isEqualTo(leftOut == null ? null : (Integer) leftOut.intValue());
        Double year = number(reached);
        boolean near = year != null && year <= x[x.length - 1] + FARTHEST;
        assertThat(trend.reached(least, most, FARTHEST)).isEqualTo(near ? (Integer) year.intValue() : null);
    }

    /** 2, 4, 6, 8, 10: no residual, so the interval has no width and the answer is yes or no. */
    @Test
    void anExactLineIsCertain() {
        Trend trend = Trend.of(new int[] {2018, 2019, 2020, 2021, 2022}, new double[] {-2, 0, 2, 4, 6}, null);
        Trend.Projection projection = trend.project(2025, 12.0, null);
        assertThat(trend.scale()).isEqualTo(Trend.Scale.LINEAR);
        assertThat(trend.outlier()).isNull();
        assertThat(projection.value()).isCloseTo(12, within(1e-9));
        assertThat(projection.upper95() - projection.lower95()).isCloseTo(0, within(1e-6));
        assertThat(trend.project(2025, 11.0, null).chance()).isCloseTo(1, within(1e-6));
        assertThat(trend.project(2025, 13.0, null).chance()).isCloseTo(0, within(1e-6));
        assertThat(trend.reached(13.0, null, FARTHEST)).isEqualTo(2026);
        assertThat(trend.reached(-5.0, -4.0, FARTHEST)).isNull();
    }

    /** Whole and nothing are taken as 0.05% from the bound, so that a share that is nearly there has a trend. */
    @Test
    void sharesAtTheirBounds() {
        Trend trend = Trend.of(new int[] {2020, 2021, 2022}, new double[] {0, 50, 100}, 100.0);
        assertThat(trend.scale()).isEqualTo(Trend.Scale.LOGIT);
        Trend.Projection projection = trend.project(2023, 100.0, null);
        assertThat(projection.lower95()).isBetween(0.0, 100.0);
        assertThat(projection.upper95()).isBetween(0.0, 100.0);
        assertThat(projection.value()).isGreaterThan(99.9);
    }

    /** Zero of what is counted on the log scale is never met, and nothing to meet has no chance. */
    @Test
    void boundsThatTheScaleDoesNotReach() {
        Trend falling = Trend.of(new int[] {2018, 2019, 2020}, new double[] {80, 39, 21}, null);
        assertThat(falling.scale()).isEqualTo(Trend.Scale.LOG);
        assertThat(falling.project(2025, null, 0.0).chance()).isZero();
        assertThat(falling.reached(null, 0.0, FARTHEST)).isNull();
        assertThat(falling.project(2025, 0.0, null).chance()).isEqualTo(1);
        assertThat(falling.project(2025, null, null).chance()).isNull();
    }
}
