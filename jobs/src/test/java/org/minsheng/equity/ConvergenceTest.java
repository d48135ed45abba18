package org.minsheng.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.minsheng.lake.ConvergenceTable;

/** Whether counties come closer, as worked out by hand: two that are 100 ± d have a coefficient of difference of d in a hundred. */
class ConvergenceTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final EquityFixture data = new EquityFixture();

    /** From 2018 on; as of the year after the four of most tests. */
    private void pair(double... apart) {
        data.asKnownAt("2022-06-30T00:00:00Z");
        data.county("A1", 1L, null);
        data.county("A2", 1L, null);
        for (int i = 0; i < apart.length; i++) {
            data.sport("A1", 2018 + i, 100 - apart[i]);
            data.sport("A2", 2018 + i, 100 + apart[i]);
        }
    }

    private Row province() {
        return data.only(ConvergenceTable.TABLE, "ref_area = 'P' AND peer_group = 'all'");
    }

    /** A tenth less each year: 0.05 is reached one year after 0.1. */
    @Test
    void theyComeCloser() {
        pair(40, 30, 20, 10);
        Row row = province();
        assertThat(row.<String>getAs("tendency")).isEqualTo(ConvergenceTable.CONVERGING);
        assertThat(row.<Double>getAs("sigma")).isEqualTo(-0.1, CLOSE);
        assertThat(row.<Double>getAs("difference_first")).isEqualTo(0.4, CLOSE);
        assertThat(row.<Double>getAs("difference_last")).isEqualTo(0.1, CLOSE);
        assertThat(row.<Double>getAs("range_first")).isEqualTo(80, CLOSE);
        assertThat(row.<Double>getAs("range_last")).isEqualTo(20, CLOSE);
        assertThat(row.<Integer>getAs("reached_in")).isEqualTo(2022);
        assertThat(row.<String>getAs("reached_reason")).isNull();
        assertThat(row.<Integer>getAs("periods")).isEqualTo(4);
        assertThat(row.<Integer>getAs("first_period")).isEqualTo(2018);
        assertThat(row.<Integer>getAs("last_period")).isEqualTo(2021);
    }

    /** The same, asked in 2026: that it was reached in 2022 nobody has reported. */
    @Test
    void noYearThatIsOverIsForeseen() {
        pair(40, 30, 20, 10);
        data.asKnownAt("2026-06-30T00:00:00Z");
        assertThat(province().<Integer>getAs("reached_in")).isNull();
        assertThat(province().<String>getAs("reached_reason")).isEqualTo(ConvergenceTable.NO_RECENT_VALUE);
    }

    @Test
    void theyGrowApart() {
        pair(10, 20, 30, 40);
        assertThat(province().<String>getAs("tendency")).isEqualTo(ConvergenceTable.DIVERGING);
        assertThat(province().<String>getAs("reached_reason")).isEqualTo(ConvergenceTable.NOT_CLOSING);
    }

    /**
     * 0.4, 0.3, 0.4, 0.3: the slope is -0.02, the squares of the residuals 0.008, so the error is √(0.008/2/5) = 0.0283, and Student's
     * 4.303 times it is 0.1217.
     */
    @Test
    void aTrendThatMayBeNoneIsNotClaimed() {
        pair(40, 30, 40, 30);
        Row row = province();
        assertThat(row.<String>getAs("tendency")).isEqualTo(ConvergenceTable.UNCLEAR);
        assertThat(row.<Double>getAs("sigma")).isEqualTo(-0.02, CLOSE);
        assertThat(row.<Double>getAs("sigma_se")).isEqualTo(Math.sqrt(0.0008), CLOSE);
        assertThat(row.<Double>getAs("sigma_upper_95")).isEqualTo(-0.02 + 0.121697, within(1e-5));
        assertThat(row.<String>getAs("reached_reason")).isEqualTo(ConvergenceTable.UNCLEAR);
    }

    @Test
    void equalInEachYear() {
        pair(0, 0, 0);
        assertThat(province().<String>getAs("tendency")).isEqualTo(ConvergenceTable.EQUAL);
        assertThat(province().<Integer>getAs("reached_in")).isEqualTo(2018);
    }

    /** Reached in 2018, lost in 2019, reached again in 2020 and since. */
    @Test
    void whatIsReachedIsReachedSinceItLastWasNot() {
        pair(4, 6, 5, 3);
        assertThat(province().<Integer>getAs("reached_in")).isEqualTo(2020);
    }

    /** 0.4, 0.39, 0.38: 33 years more. */
    @Test
    void whatTakesLongerThanTheLongTermGoalHasNoYear() {
        pair(40, 39, 38);
        assertThat(province().<Integer>getAs("reached_in")).isNull();
        assertThat(province().<String>getAs("reached_reason")).isEqualTo(ConvergenceTable.BEYOND_GOAL);
    }

    @Test
    void withoutAStatedDispersionNoYear() {
        data.withoutGoal();
        pair(40, 30, 20);
        assertThat(province().<String>getAs("reached_reason")).isEqualTo(ConvergenceTable.NO_GOAL);
    }

    @Test
    void twoYearsMakeNoTrend() {
        pair(40, 30);
        Row row = province();
        assertThat(row.<String>getAs("reason")).isEqualTo(ConvergenceTable.TOO_FEW_YEARS);
        assertThat(row.<String>getAs("tendency")).isEqualTo(ConvergenceTable.UNKNOWN);
        assertThat(row.<Double>getAs("sigma")).isNull();
    }

    @Test
    void oneCountyHasNothingToComeCloserTo() {
        data.county("A1", 1L, null);
        data.sport("A1", 2018, 1);
        assertThat(province().<String>getAs("reason")).isEqualTo(ConvergenceTable.SINGLE_REGION);
    }

    /** 2019 has no values; A3, far off, reported in 2021 alone, and makes no trend. */
    @Test
    void whoDidNotReportEachYearMakesNoTrend() {
        pair(40, 30, 20, 10);
        data.county("A3", 1L, null);
        data.sport("A3", 2021, 900);
        Row row = province();
        assertThat(row.<Integer>getAs("regions")).isEqualTo(2);
        assertThat(row.<String>getAs("tendency")).isEqualTo(ConvergenceTable.CONVERGING);
    }

    /** Those that reported each year are alike by 2021; A3, which was silent in 2019, is far behind, and nothing is reached. */
    @Test
    void whoIsLeftOutOfTheTrendStillCountsForWhatIsReached() {
        pair(40, 30, 20, 3);
        data.county("A3", 1L, null);
        for (int year : new int[] {2018, 2020, 2021}) {
            data.sport("A3", year, 10);
        }
        Row row = province();
        assertThat(row.<Integer>getAs("regions")).isEqualTo(2);
        assertThat(row.<Double>getAs("difference_last")).isEqualTo(0.03, CLOSE);
        assertThat(row.<String>getAs("tendency")).isEqualTo(ConvergenceTable.CONVERGING);
        // 97, 103 and 10: the mean is 70 and the deviation 42.5; at 0.124 a year it takes five years more.
        assertThat(row.<Integer>getAs("reached_in")).isEqualTo(2026);
    }

    @Test
    void aYearThatIsMissingIsNoStep() {
        data.county("A1", 1L, null);
        data.county("A2", 1L, null);
        for (int[] one : new int[][] {{2018, 40}, {2020, 20}, {2021, 10}}) {
            data.sport("A1", one[0], 100 - one[1]);
            data.sport("A2", one[0], 100 + one[1]);
        }
        assertThat(province().<Double>getAs("sigma")).isEqualTo(-0.1, CLOSE);
        assertThat(province().<Integer>getAs("periods")).isEqualTo(3);
    }

    @Test
    void mostOfThemWereNotThereEachYear() {
        pair(40, 30, 20);
        for (String late : new String[] {"A3", "A4", "B1", "B2"}) {
            data.county(late, 1L, null);
            data.sport(late, "A3 A4".contains(late) ? 2018 : 2020, 100);
            data.sport(late, 2019, 100);
        }
        assertThat(province().<String>getAs("reason")).isEqualTo(ConvergenceTable.TOO_FEW_REGIONS);
    }

    /** 1, e and e² all come to e² in two years: logarithms 0, 1 and 2 grow by 1, 0.5 and 0 a year. */
    @Test
    void thoseBehindGrowFaster() {
        double[] initial = {1, Math.E, Math.E * Math.E};
        for (int i = 0; i < 3; i++) {
            data.county("A" + i, 1L, null);
            data.sport("A" + i, 2018, initial[i]);
            data.sport("A" + i, 2019, 3);
            data.sport("A" + i, 2020, Math.E * Math.E);
        }
        Row row = province();
        assertThat(row.<Double>getAs("beta")).isEqualTo(-0.5, CLOSE);
        assertThat(row.<String>getAs("beta_method")).isEqualTo(ConvergenceTable.COMPOUND);
        assertThat(row.<String>getAs("beta_reason")).isNull();
    }

    /** A share that ends at 100 grows in points: 40, 70 and 100 become 100 each in two years, 30, 15 and 0 a year. */
    @Test
    void whatHasALargestValueGrowsInItsUnit() {
        for (int i = 0; i < 3; i++) {
            data.county("A" + i, 1L, null);
            data.water("A" + i, 2018, 40.0 + 30 * i, 1.0);
            data.water("A" + i, 2019, 90.0, 1.0);
            data.water("A" + i, 2020, 100.0, 1.0);
        }
        Row row = province();
        assertThat(row.<Double>getAs("beta")).isEqualTo(-0.5, CLOSE);
        assertThat(row.<String>getAs("beta_method")).isEqualTo(ConvergenceTable.LINEAR);
        assertThat(row.<Double>getAs("difference_last")).isZero();
    }

    @Test
    void allThatBeganAlikeHaveNoBeta() {
        for (int i = 0; i < 3; i++) {
            data.county("A" + i, 1L, null);
            for (int year = 2018; year < 2021; year++) {
                data.sport("A" + i, year, year == 2018 ? 50 : 50 + i);
            }
        }
        assertThat(province().<String>getAs("beta_reason")).isEqualTo(ConvergenceTable.NO_SPREAD);
    }

    @Test
    void twoCountiesHaveNoBeta() {
        pair(40, 30, 20);
        assertThat(province().<String>getAs("beta_reason")).isEqualTo(ConvergenceTable.TOO_FEW_REGIONS);
    }

    @Test
    void belowZeroThereIsNoRatio() {
        pair(40, 130, 20);
        assertThat(province().<String>getAs("reason")).isEqualTo(ConvergenceTable.NEGATIVE_VALUE);
    }
}
