package org.minsheng.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {
    private final Problems problems = new Problems();

    private YamlMap map(String text) {
        return YamlFile.parse(text, "a.yaml", problems).orElseThrow();
    }

    private List<String> messages() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void readsEachTypeOfValue() {
        YamlMap map = map("""
                text: 省残联
                number: 2.20
                yes: true
                day: 2019-07-16
                name: {zh: 县, en: County}
                level: county
                list: [a, b]
                """);
        assertThat(map.need("text").flatMap(YamlValue::text)).contains("省残联");
        assertThat(map.need("number").flatMap(YamlValue::number)).contains(new BigDecimal("2.20"));
        assertThat(map.need("yes").flatMap(YamlValue::bool)).contains(true);
        assertThat(map.need("day").flatMap(YamlValue::date)).contains(java.time.LocalDate.of(2019, 7, 16));
        assertThat(map.need("name").flatMap(YamlValue::label)).contains(new Label("县", "County"));
        assertThat(map.need("level").flatMap(value -> value.choice(Level.class)))
                .contains(Level.COUNTY);
        assertThat(map.need("list").map(YamlValue::texts)).contains(List.of("a", "b"));
        map.done();
        assertThat(problems.none()).isTrue();
    }

    @Test
    void tellsTheKeyThatMayHaveBeenMeant() {
        YamlMap map = map("landing: x\nlaek: y\n");
        map.need("landing");
        map.need("lake");
        map.done();
        assertThat(messages())
                .containsExactly(
                        "a.yaml:1:1: the key 'lake' is missing",
                        "a.yaml:2:1: the key 'laek' is not known here. Did you mean 'lake'?");
    }

    @Test
    void readsOnWithSomethingElseWhereAValueIsMissingOrWrong() {
        YamlMap map = map("year: x\npace: 3\nnames: [{id: a}, b]\n");
        assertThat(map.need("year", value -> value.integer(2018, 2100), 2018)).isEqualTo(2018);
        assertThat(map.need("title", YamlValue::label)).isNull();
        assertThat(map.get("note", YamlValue::text, "none")).isEqualTo("none");
        assertThat(map.needMaps("names")).hasSize(1);
        assertThat(map.needMap("pace").need("slow", YamlValue::decimal, 0.0)).isZero();
        map.done();
        assertThat(messages())
                .as("of the mapping that is none, no key is missed")
                .containsExactly(
                        "a.yaml:1:1: the key 'title' is missing",
                        "a.yaml:1:7: a number is needed here, not 'x'. Write digits and a decimal point, without a unit",
                        "a.yaml:2:7: keys with values are needed here. Write 'key: value'",
                        "a.yaml:3:18: keys with values are needed here. Write 'key: value'");
    }

    @Test
    void tellsNothingMoreOfAValueThatCannotBeRead() {
        YamlMap map = map("base: 2018\nhorizon: x\n");
        map.need("base", value -> value.integer(2000, 2100), 2000);
        map.need("horizon", value -> value.integer(2000, 2100), 2000);
        map.problem("horizon", "it is not after the base year", "");
        map.problem("base", "it is odd", "");
        map.problem("left-out", "it is odd", "");
        assertThat(messages()).hasSize(2).anyMatch(m -> m.equals("a.yaml:1:7: it is odd"));
    }

    @Test
    void aMappingIsSoundUntilAMistakeIsFoundInItOrBelow() {
        YamlMap map = map("good: {a: 1}\nbad: {a: x}\n");
        map.needMap("good").need("a", YamlValue::number);
        assertThat(map.isSound()).isTrue();
        map.needMap("bad").need("a", YamlValue::number);
        assertThat(map.isSound()).isFalse();
        assertThat(map.needMap("good").isSound()).isTrue();
    }

    @Test
    void fullWidthDigitsAreNoNumberButTheMessageSaysWhatToWrite() {
        assertThat(map("value: ２.２").need("value").flatMap(YamlValue::number)).isEmpty();
        assertThat(messages()).containsExactly("a.yaml:1:8: a number is needed here, not '２.２'. Write 2.2");
    }

    @Test
    void aKeyTwiceIsAMistakeAndTheFirstCounts() {
        YamlMap map = map("a: 1\na: 2\n");
        assertThat(map.need("a").flatMap(YamlValue::text)).isEqualTo(Optional.of("1"));
        assertThat(messages())
                .containsExactly("a.yaml:2:1: the key 'a' stands here a second time. Keep one of the two");
    }

    @Test
    void brokenYamlIsReportedWithItsPlace() {
        assertThat(YamlFile.parse("a: [1, 2\nb: 3\n", "a.yaml", problems)).isEmpty();
        assertThat(problems.all()).hasSize(1);
        assertThat(messages().get(0)).startsWith("a.yaml:2:").contains("this is not YAML");
    }

    @Test
    void anEmptyFileIsReported() {
        assertThat(YamlFile.parse("# nothing\n", "a.yaml", problems)).isEmpty();
        assertThat(messages()).containsExactly("a.yaml:1:1: the file is empty. Write its keys");
    }

    @Test
    void nearestOffersNothingThatIsFar() {
        assertThat(Nearest.to("coverage", List.of("level", "maintain"))).isEmpty();
        assertThat(Nearest.to("农安现", List.of("农安县", "公主岭市"))).contains("农安县");
    }

    /** As Windows' editor saves it. */
    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey(@TempDir Path work) throws IOException {
        Path file = Files.writeString(work.resolve("a.yaml"), "\uFEFFunit: 省残联\n");
        YamlMap map = YamlFile.read(file, "a.yaml", problems).orElseThrow();
        assertThat(map.need("unit").flatMap(YamlValue::text)).contains("省残联");
        assertThat(messages()).isEmpty();
    }
}
