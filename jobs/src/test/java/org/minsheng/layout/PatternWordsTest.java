package org.minsheng.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns as an office is told of them. */
class PatternWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "年末人口#年末人口",
                "^年末(人口|总人口).*$#年末人口",
                "(?:常住|户籍)人口数?#常住人口数",
                "(?<year>\\d{4})年?#YYYY年",
                "(?<year>\\d{4})年/(人数|人口).*\\((?<unit>.+)\\)#YYYY年/人数…(…)",
                ".*\\(单位[:：](?<unit>.+?)\\).*#(单位:…)",
                "单位[:：]\\s*(?<unit>\\S+)#单位:",
                "救助标准|保障标准#救助标准",
                "[^/]+/其中[:：]女#/其中:女",
                "\\p{IsHan}+费用[（(]元[)）]#费用（元)",
                "\\Q(a|b)\\E.+#(a|b)",
                "(?!合计).*小计#小计",
                "a{2,3}b[]x]#ab]",
                ".*#.*"
            })
    void whatAnOfficeReads(String pattern, String words) {
        assertThat(PatternWords.of(Pattern.compile(pattern))).isEqualTo(words);
    }
}
