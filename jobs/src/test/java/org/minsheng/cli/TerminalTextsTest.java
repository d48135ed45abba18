package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.stage.Change;

/** The words of the terminal: both languages say the same things. */
class TerminalTextsTest {
    private static final List<String> STAGES =
            List.of("dimension", "ingest", "quality", "progress", "equity", "report");

    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}“”—…、。}] ?[,:;()]|[,:;()] ?[\\p{IsHan}“”—…{]");

    private static List<String> lines(String language) throws IOException {
        try (InputStream in = Terminal.class.getResourceAsStream("terminal_" + language + ".properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .toList();
        }
    }

    /** The places to be filled, by key. */
    private static TreeMap<String, List<String>> places(String language) throws IOException {
        TreeMap<String, List<String>> places = new TreeMap<>();
        for (String line : lines(language)) {
            Matcher matcher = Pattern.compile("\\{\\d}").matcher(line);
            places.put(
                    line.substring(0, line.indexOf('=')),
                    matcher.results().map(one -> one.group()).sorted().toList());
        }
        return places;
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() throws IOException {
        assertThat(places("zh")).isEqualTo(places("en"));
    }

    @Test
    void everyStageAndReasonHasItsWords() throws IOException {
        assertThat(places("en").keySet())
                .containsAll(Arrays.stream(Change.values())
                        .map(change -> "change." + change.word())
                        .toList())
                .containsAll(STAGES.stream()
                        .flatMap(stage -> Stream.of("stage." + stage, "done." + stage))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void noWordIsGivenTwice(String language) throws IOException {
        assertThat(lines(language))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .doesNotHaveDuplicates();
    }

    /** A blank at the beginning is lost without its backslash, and an apostrophe has to be there twice. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatIsWrittenIsWhatIsSaid(String language) throws IOException {
        assertThat(lines(language)).noneMatch(line -> line.matches("[^=]*= .*|[^']*'[^'].*"));
    }

    @Test
    void chineseHasItsOwnPunctuation() throws IOException {
        assertThat(lines("zh"))
                .noneMatch(line -> HALF_WIDTH
                        .matcher(line.substring(line.indexOf('=') + 1))
                        .find());
    }
}
