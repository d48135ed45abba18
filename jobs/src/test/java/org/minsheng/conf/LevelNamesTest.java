package org.minsheng.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the levels of regions are called, and that every text has it from there. */
class LevelNamesTest {
    private static LevelNames read(String yaml) {
        Problems problems = new Problems();
        LevelNames names =
                LevelNames.read(YamlFile.parse(yaml, "levels", problems).orElseThrow());
        assertThat(problems.all()).isEmpty();
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "EN, '{county} {counties} {a county} {County} {Counties} {A county}', district districts a district District Districts A district",
        "EN, '{a prefecture} {prefectures} {Prefectures} {0}', an oblast oblasts Oblasts {0}",
        "EN, '{a province} of {zones}', a union of People''s parks",
        "ZH, '{county}、{county.plain}、{county.short}、{county.shortest}', 区（县、旗）、区县旗、区县旗、区县旗",
        "ZH, '{prefecture}、{prefecture.short}、{prefecture.shortest}，{0}', 盟（市）、盟、盟市盟，{0}",
        "ZH, '{province}或{zone}', 全省或开发区",
    })
    void aTextHasThemInItsBraces(Language language, String text, String filled) {
        LevelNames names = read("""
                province: {en: {one: union}}
                prefecture: {zh: {name: 盟（市）, short: 盟, shortest: 盟市盟}, en: {one: oblast, many: oblasts}}
                county: {zh: {name: 区（县、旗）}, en: {one: district, many: districts}}
                zone: {en: {one: "People's park", many: "People's parks"}}
                """);
        assertThat(names.filled(text, language)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"area, an area", "island, an island", "urban area, an urban area", "unit, a unit", "town, a town"})
    void theArticleIsThatOfTheName(String one, String told) {
        LevelNames names = read("county: {en: {one: " + one + ", many: several}}");
        assertThat(names.filled("{a county}", Language.EN)).isEqualTo(told);
    }

    @Test
    void aNameWithAnApostropheIsToldAsItIs() {
        LevelNames names = read("county: {en: {one: people's ward, many: people's wards}}");
        assertThat(new Texts("org.minsheng.report.texts", Language.EN, names).get("counties.name"))
                .isEqualTo("People's wards ranked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"report.texts", "report.template", "explain.texts", "preview.texts", "query.sdmx", "cli.terminal"
            })
    void everyPlaceInATextHasAName(String bundle) {
        for (Language language : Language.BOTH.each()) {
            Texts texts = new Texts("org.minsheng." + bundle, language, LevelNames.usualOnes());
            for (String key : keys(bundle, language)) {
                assertThat(texts.get(key)).as(key).doesNotContainPattern("\\{[A-Za-z]");
            }
        }
    }

    /** Where a text names a level by itself, it is wrong in another province. The terminal has examples of commands. */
    @ParameterizedTest
    @ValueSource(strings = {"report.texts", "report.template", "explain.texts", "preview.texts", "query.sdmx"})
    void noTextNamesALevelItself(String bundle) {
        Pattern level = Pattern.compile("(?i)[县州]|全省|(?<![{.])\\b(county|counties|prefectures?|province|zones?)\\b");
        for (Language language : Language.BOTH.each()) {
            ResourceBundle texts = bundle(bundle, language);
            assertThat(keys(bundle, language))
                    .allSatisfy(key -> assertThat(texts.getString(key).replaceAll("\\{[A-Za-z][^}]*}", ""))
                            .as(key)
                            .doesNotContainPattern(level));
        }
    }

    private static List<String> keys(String bundle, Language language) {
        return Collections.list(bundle(bundle, language).getKeys());
    }

    private static ResourceBundle bundle(String bundle, Language language) {
        return ResourceBundle.getBundle(
                "org.minsheng." + bundle,
                Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
