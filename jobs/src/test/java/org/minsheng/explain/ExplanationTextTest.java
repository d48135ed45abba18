package org.minsheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.TestConf;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;

/** How an explanation is told in one language and in both. */
class ExplanationTextTest {
    private static final Catalogue CATALOGUE = TestConf.jilin().catalogue();

    /** Of 10.2, people in transferred employment, of the province. */
    private static Explanation explanation(int rank, int peers) {
        Instant asOf = Instant.parse("2026-03-01T00:00:00Z");
        return new Explanation(
                        new Explanation.Figure(
                                "10.2",
                                "",
                                "220000",
                                "吉林省",
                                "province",
                                2025,
                                asOf,
                                true,
                                null,
                                3010000.0,
                                "",
                                "value",
                                "reported",
                                false,
                                true,
                                null),
                        new Explanation.Formula(
                                List.of(new Explanation.Term("transferred_workers", "", "", 0, 1, 2025, 3010000.0)),
                                List.of(),
                                BigDecimal.ONE,
                                "sums",
                                3010000.0,
                                null),
                        List.of(),
                        null,
                        new Explanation.Target(
                                "annual",
                                "~",
                                new BigDecimal(4000000),
                                new BigDecimal(3880000),
                                null,
                                4000000.0,
                                2025,
                                false,
                                LocalDate.parse("2019-07-16"),
                                null,
                                "每年转移就业约400万人",
                                null),
                        new Explanation.Pace(
                                null, "judged_yearly", 2018, 3950000.0, null, null, null, 0.95, 0.6, 0.02, 0.01),
                        new Explanation.Standing(
                                "missed", "missed.yearly", 75.25, -990000.0, 870000.0, null, null, 2018, rank, peers),
                        List.of(),
                        List.of(),
                        List.of())
                .named(CATALOGUE, Language.ZH);
    }

    private static Texts words(Language language) {
        return new Texts("org.minsheng.report.texts", language);
    }

    private static String told(Explanation explanation, Language words, Language headings) {
        return String.join("\n", new ExplanationText(words(words), headings, ZoneOffset.UTC).lines(explanation));
    }

    @Test
    void aPlaceIsOneAmongOthers() {
        assertThat(told(explanation(3, 57), Language.ZH, Language.ZH)).contains("名次：3（同级有数值的共 57 个）");
        assertThat(told(explanation(1, 1), Language.ZH, Language.ZH))
                .contains("完成率")
                .doesNotContain("名次");
    }

    /** Nobody knows of the year before, which may have met it, too. */
    @Test
    void firstMetAsFarAsIsKnown() {
        Explanation known = explanation(1, 1);
        assertThat(told(known, Language.ZH, Language.ZH)).contains("首次达标：2018 年\n");
        Explanation.Standing standing =
                new Explanation.Standing("met", "met", null, 0.0, null, null, null, 2025, null, 0);
        assertThat(told(with(known, standing), Language.ZH, Language.ZH)).contains("首次达标：2025 年（上年没有可比的数值）");
        Explanation.Standing changed =
                new Explanation.Standing("met", "met", null, 0.0, null, 1000.0, null, 2025, null, 0);
        assertThat(told(with(known, changed), Language.EN, Language.EN))
                .contains("First met in 2025")
                .doesNotContain("the year before has no value");
    }

    private static Explanation with(Explanation known, Explanation.Standing standing) {
        return new Explanation(
                known.figure(),
                known.formula(),
                known.cells(),
                known.rollUp(),
                known.target(),
                known.pace(),
                standing,
                known.projection(),
                known.flags(),
                known.rejects());
    }

    @Test
    void inEnglishUnitsAreEnglish() {
        String told = told(explanation(1, 1).named(CATALOGUE, Language.EN), Language.EN, Language.EN);
        assertThat(told)
                .contains("Value: 3010000 persons")
                .contains("~ 4000000 persons (met from 3880000 on)")
                .doesNotContain(" 人");
    }

    /** On a screen there is one text, in which each reader finds the way. */
    @Test
    void withBothHeadingsAreInBothAndTheRestIsToldOnce() {
        assertThat(told(explanation(1, 1), Language.ZH, Language.BOTH))
                .startsWith("10.2 每年农村劳动力转移就业人数　220000 吉林省　2025年\n")
                .contains("\n计算 How it is computed\n", "\n目标 Target\n", "数值：3010000 人")
                .doesNotContain("persons");
    }

    @Test
    void inAWorkbookEachLanguageHasItsColumnAndUnits() {
        Sheet steps = new ExplanationSheets(
                        explanation(1, 1), CATALOGUE, Language.BOTH, ExplanationTextTest::words, ZoneOffset.UTC)
                .sheets()
                .get(0);
        assertThat(steps.rows())
                .contains(List.of(
                        "结论 Answer", "数值：3010000 人（本地区填报）", "Value: 3010000 persons (as the region reports it)"));
        assertThat(steps.rows()).noneMatch(row -> row.get(2).toString().contains("0 人"));
        assertThat(steps.rows()).noneMatch(row -> row.get(1).toString().contains("persons"));
    }
}
