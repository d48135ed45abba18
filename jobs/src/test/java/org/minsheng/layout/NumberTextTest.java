package org.minsheng.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "95.2, 95.2, ''",
        "'1,234,567.5', 1234567.5, ''",
        "１２３.５, 123.5, ''",
        "' 12　 ', 12, ''",
        "'1 234 567', 1234567, ''",
        "'9 5 . 2', 95.2, ''",
        "-3, -3, ''",
        "−3, -3, ''",
        "'- 3', -3, ''",
        "+.5, .5, ''",
        "0, 0, ''",
        "1.2E+05, 120000, ''",
        "95.2①, 95.2, ''",
        "95.2②③, 95.2, ''",
        "95.2*, 95.2, ''",
        "95.2＊, 95.2, ''",
        "95.2¹, 95.2, ''",
        "95.2[1], 95.2, ''",
        "95.2注1, 95.2, ''",
        "95.2%, 95.2, %",
        "95.2％, 95.2, %",
        "'95.2 %*', 95.2, %",
        "9.5‰, 9.5, ‰",
        "1.2万, 1.2, 万",
        "'1,200.5亿元', 1200.5, 亿元",
        "'12 人', 12, 人",
    })
    void numbers(String text, BigDecimal number, String suffix) {
        assertThat(NumberText.parse(text)).hasValueSatisfying(parsed -> {
            assertThat(parsed.number()).isEqualByComparingTo(number);
            assertThat(parsed.suffix()).isEqualTo(suffix);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "约18",
                "暂缺",
                "1,23",
                "12,34,567",
                "1.2.3",
                "#待补",
                "NaN",
                "1e5",
                "--5",
                "①95.2",
                "95①2",
                "12 34",
                "12\n34",
                "(12)",
                "3/4",
                "½",
                "1E+999999999",
                "12-15",
                "％",
                "1.",
                "注1",
                "=1+1",
                "一百"
            })
    void notNumbers(String text) {
        assertThat(NumberText.parse(text)).isEmpty();
        assertThat(Marks.USUAL.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"—, O", "——, O", "-, O", "－, O", "空, O", "…, L", "……, L", ".., L", "不详, L", "/, M", "n/a, M", "不适用, M"})
    void missing(String text, String status) {
        assertThat(Marks.USUAL.of(text).map(Marks.Meaning::status)).contains(status);
        assertThat(NumberText.parse(text)).isEmpty();
    }

    /** What is blank is no mark: it takes nothing away. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void noMarks(String text) {
        assertThat(Marks.USUAL.of(text)).isEmpty();
        assertThat(NumberText.parse(text)).isEmpty();
    }

    /** Whatever number is written in whatever of the usual ways, that number is read. */
    @Test
    void aNumberWrittenInAnyOfTheUsualWays() {
        Random random = new Random(20190716);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = new BigDecimal(random.nextInt(2_000_000_000))
                    .movePointLeft(random.nextInt(6))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
            String text = random.nextBoolean()
                    ? number.toPlainString()
                    : String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
            if (random.nextInt(3) == 0) {
                text = fullWidth(text);
            }
            if (random.nextInt(3) == 0) {
                text = " \u3000" + text + "\u00A0\n";
            }
            if (random.nextInt(3) == 0) {
                text = text.stripTrailing() + (char) ('\u2460' + random.nextInt(20));
            }
            BigDecimal expected = number;
            assertThat(NumberText.parse(text))
                    .as(text)
                    .hasValueSatisfying(parsed -> assertThat(parsed.number()).isEqualByComparingTo(expected));
        }
    }

    /** Whatever the text, there is an answer, and a number has at least one digit. */
    @Test
    void anyTextAtAll() {
        Random random = new Random(39);
        String alphabet = "01234567890123456789.,-+% ‰万亿E①²*[]注()/—…\u3000\u00A0\n人a\uD83D\uDE00";
        int plain = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (NumberText.isPlain(text.toString())) {
                assertThat(NumberText.parse(text.toString()))
                        .contains(new NumberText.Parsed(new BigDecimal(text.toString()), ""));
                plain++;
            }
            NumberText.parse(text.toString()).ifPresent(parsed -> {
                assertThat(text.chars().anyMatch(Character::isDigit)
                                || java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                                        .chars()
                                        .anyMatch(Character::isDigit))
                        .isTrue();
                assertThat(Marks.USUAL.of(text.toString())).isEmpty();
            });
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '\uFF01')));
        return wide.toString();
    }
}
