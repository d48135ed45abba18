package org.minsheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "95.2, 95.2",
        "'1,234,567.5', 1234567.5",
        "１２３.５, 123.5",
        "' 12　 ', 12",
        "-3, -3",
        "−3, -3",
        "+.5, .5",
        "0, 0",
    })
    void numbers(String text, BigDecimal number) {
        assertThat(NumberText.parse(text, false))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"约18", "暂缺", "1,23", "12,34,567", "1.2.3", "95.2%", "#待补", "12 人", "NaN", "1e5", "--5"})
    void notNumbers(String text) {
        assertThat(NumberText.parse(text, false)).isEmpty();
        assertThat(NumberText.missing(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"95.2%", "95.2％", "95.2"})
    void aSignIsAllowedWhereTheUnitIsPerCent(String text) {
        assertThat(NumberText.parse(text, true)).contains(new BigDecimal("95.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "—", "——", "-", "…", "..", "/", "不详", "空", "　"})
    void missing(String text) {
        assertThat(NumberText.missing(text)).isTrue();
    }
}
