package org.minsheng.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds of measures of inequality whatever the values (the axioms of Cowell 2011, chapter 3), on random ones. */
class InequalityTest {
    private static final int GROUPS = 9;

    private Random random;

    private Distribution any() {
        int count = 2 + random.nextInt(80);
        double[] values = IntStream.range(0, count)
                .mapToDouble(i -> random.nextInt(5) == 0 ? 100 : Math.exp(random.nextGaussian() * 2))
                .sorted()
                .toArray();
        return new Distribution(
                IntStream.range(0, count).toArray(),
                values,
                logarithms(values),
                IntStream.range(0, count)
                        .mapToDouble(i -> 1 + random.nextInt(1_000_000))
                        .toArray());
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }

    private int[] groups(Distribution of) {
        return IntStream.range(0, of.size()).map(i -> random.nextInt(GROUPS)).toArray();
    }

    private static Distribution with(Distribution of, double[] values) {
        return new Distribution(of.regions(), values, logarithms(values), of.weights());
    }

    /** Between and within are worked out apart from each other, and the whole here apart from both. */
    @RepeatedTest(200)
    void betweenAndWithinAddUp(RepetitionInfo run) {
        random = new Random(run.getCurrentRepetition());
        Distribution of = any();
        int[] groups = groups(of);
        double mean = of.mean();
        double t = 0;
        double l = 0;
        for (int i = 0; i < of.size(); i++) {
            double share = of.weights()[i] / of.weight();
            t += share * of.values()[i] / mean * Math.log(of.values()[i] / mean);
            l += share * Math.log(mean / of.values()[i]);
        }
        Theil theilT = Theil.t(of, groups);
        Theil theilL = Theil.l(of, groups);
        assertThat(theilT.total()).isEqualTo(theilT.between() + theilT.within()).isCloseTo(t, within(1e-12));
        assertThat(theilL.total()).isEqualTo(theilL.between() + theilL.within()).isCloseTo(l, within(1e-12));
        assertThat(theilT.between()).isNotNegative();
        assertThat(theilL.within()).isNotNegative();
    }

    @RepeatedTest(50)
    void inAnotherUnitTheyAreTheSame(RepetitionInfo run) {
        random = new Random(run.getCurrentRepetition());
        Distribution of = any();
        Distribution tenfold =
                with(of, Arrays.stream(of.values()).map(v -> v * 10).toArray());
        int[] groups = groups(of);
        assertThat(Inequality.gini(tenfold)).isCloseTo(Inequality.gini(of), within(1e-12));
        assertThat(Inequality.variation(tenfold)).isCloseTo(Inequality.variation(of), within(1e-12));
        assertThat(Theil.t(tenfold, groups).total())
                .isCloseTo(Theil.t(of, groups).total(), within(1e-12));
        assertThat(Theil.l(tenfold, groups).total())
                .isCloseTo(Theil.l(of, groups).total(), within(1e-12));
    }

    /** What the richest county gives to the poorest, without either passing the mean, makes each of them less. */
    @RepeatedTest(50)
    void aTransferFromRichToPoorMakesThemLess(RepetitionInfo run) {
        random = new Random(run.getCurrentRepetition());
        Distribution of = any();
        double[] values = of.values().clone();
        int last = values.length - 1;
        if (of.isEqual()) {
            return;
        }
        double mean = of.mean();
        double given = 0.5 * Math.min((mean - values[0]) * of.weights()[0], (values[last] - mean) * of.weights()[last]);
        values[0] += given / of.weights()[0];
        values[last] -= given / of.weights()[last];
        Distribution after = sorted(of, values);
        int[] none = new int[of.size()];
        assertThat(Inequality.gini(after)).isLessThan(Inequality.gini(of));
        assertThat(Inequality.variation(after)).isLessThan(Inequality.variation(of));
        assertThat(Theil.t(after, none).total()).isLessThan(Theil.t(of, none).total());
        assertThat(Theil.l(after, none).total()).isLessThan(Theil.l(of, none).total());
    }

    private static Distribution sorted(Distribution of, double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(i -> i)
                .toArray();
        double[] inOrder = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        return new Distribution(
                order,
                inOrder,
                logarithms(inOrder),
                Arrays.stream(order).mapToDouble(i -> of.weights()[i]).toArray());
    }
}
