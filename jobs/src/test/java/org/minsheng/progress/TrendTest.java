package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.minsheng.catalogue.ProjectionMethod;
import org.minsheng.catalogue.ProjectionMethod.Model;
import org.minsheng.catalogue.ProjectionMethod.Scale;

/** Trends agree with R's forecast::rwf, lm and rstudent to six digits ({@code statistics/trend.R}), and at their edges. */
class TrendTest {
    private static final int FARTHEST = 5;
    private static final ProjectionMethod DRIFT = new ProjectionMethod(Model.DRIFT, Scale.NATURAL);

    private static Double number(String text) {
        return text.equals("NA") ? null : Double.valueOf(text.strip());
    }

    private static Integer year(String text) {
        return text.equals("NA") ? null : Integer.valueOf(text.strip());
    }

    private static Offset<Double> sixDigits(double expected) {
        return within(Math.abs(expected) * 1e-6 + 1e-12);
    }

    private static int[] years(int first, int count) {
        return java.util.stream.IntStream.range(first, first + count).toArray();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/trend.csv", numLinesToSkip = 1)
    void agreesWithR(
            String id,
            String model,
            String scale,
            String years,
            String values,
            String bottom,
            String top,
            String least,
            String most,
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
        Trend trend = new Trend(
                new ProjectionMethod(
                        Model.valueOf(model.toUpperCase(Locale.ROOT)), Scale.valueOf(scale.toUpperCase(Locale.ROOT))),
                x,
                y,
                number(bottom),
                number(top));
        Trend.Projection projection = trend.project(at, number(least), number(most));
        assertThat(projection.value()).isCloseTo(value, sixDigits(value));
        assertThat(projection.lower80()).isCloseTo(lower80, sixDigits(lower80));
        assertThat(projection.upper80()).isCloseTo(upper80, sixDigits(upper80));
        assertThat(projection.lower95()).isCloseTo(lower95, sixDigits(lower95));
        assertThat(projection.upper95()).isCloseTo(upper95, sixDigits(upper95));
        assertThat(projection.chance()).isCloseTo(chance, sixDigits(chance));
        assertThat(trend.reached(number(least), number(most), FARTHEST)).isEqualTo(year(reached));
        assertThat(Outlier.of(x, y)).isEqualTo(year(outlier));
    }

    /** -2, 0, 2, 4, 6: no step differs, so nothing tells how far from 8 the next year may be; two years on, the drift may. */
    @Test
    void withoutAnyDeviationThereIsNoIntervalForTheNextYear() {
        Trend trend = new Trend(DRIFT, years(2018, 5), new double[] {-2, 0, 2, 4, 6}, null, null);
        assertThat(trend.project(2023, 9.0, null)).isEqualTo(new Trend.Projection(8, null, null, null, null, null));
        Trend.Projection later = trend.project(2024, 9.0, null);
        assertThat(later.value()).isEqualTo(10);
        // (2/2)² x 2 x 1 / 2 = 1, and t(3) at 97.5% is 3.182446.
        assertThat(later.upper95()).isCloseTo(13.182446, within(1e-6));
        assertThat(trend.reached(10.0, null, FARTHEST)).isEqualTo(2024);
        assertThat(trend.reached(-5.0, -4.0, FARTHEST)).isNull();
    }

    /** Three years of history tell of two more, eight of five. */
    @Test
    void noFartherAheadThanThereAreYearsBehind() {
        double[] values = {50, 54, 57, 60, 61, 63, 64, 68};
        assertThat(new Trend(DRIFT, years(2018, 3), Arrays.copyOf(values, 3), 0.0, 100.0).horizon(FARTHEST))
                .isEqualTo(2022);
        assertThat(new Trend(DRIFT, years(2018, 8), values, 0.0, 100.0).horizon(FARTHEST))
                .isEqualTo(2030);
    }

    /** 98, 100, 100, 100: the mean step is up, so that more than half of what may come stands at the whole. */
    @Test
    void whatStandsAtItsBoundHasReachedIt() {
        Trend trend = new Trend(DRIFT, years(2020, 4), new double[] {98, 100, 100, 100}, 0.0, 100.0);
        Trend.Projection projection = trend.project(2024, 100.0, null);
        assertThat(projection.value()).isEqualTo(100);
        assertThat(projection.upper95()).isEqualTo(100);
        assertThat(projection.chance()).isGreaterThan(0.5);
        assertThat(trend.project(2024, 0.0, null).chance()).isEqualTo(1);
        assertThat(trend.project(2024, null, 100.0).chance()).isEqualTo(1);
        assertThat(trend.project(2024, null, null).chance()).isNull();
        assertThat(trend.project(2024, 101.0, null).chance()).isZero(); // no value can be there
        assertThat(trend.project(2024, null, -1.0).chance()).isZero();
        assertThat(trend.reached(100.0, null, FARTHEST)).isEqualTo(2024);
    }

    /** 朝阳区, 5.2: rising by 4.7 a year to 95.4, with a deviation of 0.38; it is not unlikely to get from there to 100. */
    @Test
    void asNearAsThatItIsNotUnlikely() {
        double[] values = {62.5, 67.2, 71.8, 76.7, 81.5, 86.3, 90.7, 95.4};
        Trend trend = new Trend(DRIFT, years(2018, 8), values, 0.0, 100.0);
        assertThat(trend.project(2026, 100.0, null).value()).isEqualTo(100);
        assertThat(trend.project(2026, 100.0, null).chance()).isBetween(0.5, 0.9);
        assertThat(trend.reached(100.0, null, FARTHEST)).isEqualTo(2026);
    }

    /** On the log scale nothing is below zero; where a value is, the natural scale is taken. */
    @Test
    void whatTheScaleDoesNotReach() {
        ProjectionMethod log = new ProjectionMethod(Model.DRIFT, Scale.LOG);
        Trend falling = new Trend(log, years(2018, 3), new double[] {80, 39, 21}, 0.0, null);
        assertThat(falling.scale()).isEqualTo(Scale.LOG);
        assertThat(falling.project(2021, 0.0, null).chance()).isEqualTo(1);
        assertThat(new Trend(log, years(2018, 3), new double[] {80, 39, 0}, 0.0, null).scale())
                .isEqualTo(Scale.NATURAL);
        assertThat(new Trend(
                                new ProjectionMethod(Model.LINE, Scale.LOGIT),
                                years(2018, 3),
                                new double[] {80, 39, 2},
                                0.0,
                                null)
                        .scale())
                .isEqualTo(Scale.NATURAL);
    }
}
