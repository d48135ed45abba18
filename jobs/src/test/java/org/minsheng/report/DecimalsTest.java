package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decimals by hand: the fewest with which a figure stands where it is. */
class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "94.96, 1, 95, 2",
        "94.94, 1, 95, 1",
        "95, 1, 95, 1",
        "95.04, 0, 95, 2",
        "0.0004, 2, 5, 4",
        "-0.04, 1, 5, 2",
        "0, 2, 5, 2",
        "399999.6, 0, 400000, 1",
        "94.9999999999, 1, 95, 9"
    })
    void asManyAsItTakes(double figure, int fewest, double against, int decimals) {
        assertThat(Decimals.of(figure, fewest, against)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"1.421, 2, 1.43", "-1.421, 2, -1.43", "1.42, 2, 1.42", "0.30000000000000004, 1, 0.3", "0.1, 0, 1"})
    void whatHasToBeDoneIsRoundedUp(double figure, int decimals, double up) {
        assertThat(Decimals.up(figure, decimals)).isEqualTo(up);
    }
}
