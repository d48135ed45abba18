package org.minsheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that officials read, as a copy editor would look at them. */
class WordsTest {
    /** A mark of half the width beside a Chinese character, a quotation mark of one or what is filled in. */
    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}“”—…、。}] ?[,:;()]|[,:;()] ?[\\p{IsHan}“”—…{]");

    private static List<String> lines(String bundle) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream(bundle + ".properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts_zh", "template_zh"})
    void chineseHasItsOwnPunctuation(String bundle) throws IOException {
        assertThat(lines(bundle))
                .isNotEmpty()
                .noneMatch(line -> HALF_WIDTH
                        .matcher(line.substring(line.indexOf('=') + 1))
                        .find());
    }

    /** Of two lines with one key the first is never seen. */
    @ParameterizedTest
    @ValueSource(strings = {"texts_zh", "texts_en", "template_zh", "template_en"})
    void noWordIsGivenTwice(String bundle) throws IOException {
        assertThat(lines(bundle))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .doesNotHaveDuplicates();
    }
}
