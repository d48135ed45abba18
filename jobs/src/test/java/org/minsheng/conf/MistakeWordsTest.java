package org.minsheng.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.TestConf;

/** Mistakes in the language of whoever made them. */
class MistakeWordsTest {
    private static final MistakeWords ZH = new MistakeWords(Language.ZH);

    /** How the program makes a mistake known: what follows are the texts of it. */
    private static final Pattern MADE =
            Pattern.compile("(new (?:Conf|Parameter)Exception|new Problem|\\bproblem)\\(|String what =");

    /** A text, or what is put between two texts. */
    private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What is no message of its own: a place, a key, or what is joined in the middle of others. */
    private static final Pattern NONE = Pattern.compile("[-a-z_/]*|[^a-z]*|.*(/catalogue|/layouts)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'fr' is not one of zh, en, both|“fr”不在可选的 zh, en, both 之中",
                "a whole number from 1 to 9 is needed here, not 0|这里应是 1 到 9 的整数，不是 0",
                "there is no figure of 30.2 for 农安县 in 2011|农安县 2011 年没有 30.2 的数",
                "'(' is not a regular expression: Unclosed group|“(”不是合格的正则表达式：Unclosed group",
                "Write digits and a decimal point, without a unit|只写数字和小数点，不带单位",
                "Did you mean 'rural_population'?|您要的是不是“rural_population”？",
                "Known: 1, 2, ...|可用的有：1, 2, ...",
                "what nobody has written|what nobody has written"
            })
    void whatIsSaid(String english, String chinese) {
        assertThat(ZH.of(english)).isEqualTo(chinese);
    }

    @Test
    void withPlaceAndRemedy() {
        Problem problem = new Problem("conf/units.yaml", 9, 41, "a number is needed here, not '１万'", "Write 10000");
        assertThat(ZH.of(problem)).isEqualTo("conf/units.yaml:9:41：这里应是数字，不是“１万”。请写：10000");
        assertThat(new MistakeWords(Language.BOTH).of(problem)).isEqualTo(ZH.of(problem));
        assertThat(new MistakeWords(Language.EN).of(problem)).isEqualTo(problem.toString());
        assertThat(ZH.of(new Problem("--out", 0, 0, "x.csv is a folder", ""))).isEqualTo("--out：x.csv 是文件夹");
    }

    @Test
    void ofWhichOnlyTheTextIsKnown() {
        assertThat(ZH.of("Write its keys")).isNotEqualTo("请写：its keys");
        assertThat(ZH.ofText("--out: x. y is a folder. Name a file in it")).isEqualTo("--out：x. y 是文件夹。请指定其中的一个文件");
        assertThat(ZH.ofText("x.csv:1:2: the file is empty")).isEqualTo("x.csv:1:2：文件是空的");
        assertThat(ZH.ofText("query: what Spark says. And more")).isEqualTo("query：what Spark says. And more");
        assertThat(new MistakeWords(Language.EN).ofText("a: b. C")).isEqualTo("a: b. C");
    }

    /** A message that is written anew is to be said in Chinese, too: this one names what lacks it. */
    @Test
    void allThatTheProgramSaysIsSaidInChinese() throws IOException {
        Set<String> untold = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TestConf.HOME.resolve("jobs/src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file).replaceAll("(?m)^ *(/?\\*|//).*", "");
                Matcher made = MADE.matcher(source);
                while (made.find()) {
                    messages(source.substring(made.end())).stream()
                            .filter(message -> !NONE.matcher(message).matches())
                            .filter(message -> ZH.of(message).equals(message))
                            .forEach(message -> untold.add(file.getFileName() + ": " + message));
                }
            }
        }
        assertThat(untold).isEmpty();
    }

    /** The texts among the arguments of a call, with an X for what is filled in. */
    private static List<String> messages(String arguments) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        boolean isText = false;
        int depth = 0;
        for (int i = 0; i < arguments.length() && depth >= 0; i++) {
            Matcher piece = PIECE.matcher(arguments).region(i, arguments.length());
            char c = arguments.charAt(i);
            if (piece.lookingAt()) {
                if (depth == 0) {
                    message.append(piece.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
                    isText = true;
                }
                i = piece.end() - 1;
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || c == ';' || depth == 0 && (c == ',' || c == '?' || c == ':')) {
                if (isText) {
                    messages.add(message.toString());
                }
                message.setLength(0);
                isText = false;
            } else if (Character.isJavaIdentifierPart(c) && !message.toString().endsWith("X")) {
                message.append('X');
            }
        }
        return messages;
    }
}
