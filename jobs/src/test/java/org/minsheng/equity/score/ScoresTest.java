package org.minsheng.equity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.minsheng.equity.score.Example.indicator;
import static org.minsheng.equity.score.Example.measure;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;

/** Scores and ranks, by hand. */
class ScoresTest {
    private static final TargetKind MILESTONE = new TargetKind.Milestone();
    private static final TargetKind NUMBER = new TargetKind.Level(BigDecimal.valueOf(100));

    private static void assertScore(Row row, double score, double geometric) {
        assertThat(row.<Double>getAs(ScoreTable.SCORE)).isCloseTo(score, within(1e-9));
        assertThat(row.<Double>getAs(ScoreTable.SCORE_GEOMETRIC)).isCloseTo(geometric, within(1e-9));
        assertThat(row.<String>getAs(ScoreTable.REASON)).isNull();
    }

    private static void assertNoScore(Row row, int indicators, int expected) {
        assertThat(row.<Double>getAs(ScoreTable.SCORE)).isNull();
        assertThat(row.<Double>getAs(ScoreTable.SCORE_GEOMETRIC)).isNull();
        assertThat(row.<Integer>getAs(ScoreTable.RANK)).isNull();
        assertThat(row.<Integer>getAs(ScoreTable.RANK_LOW)).isNull();
        assertThat(row.<String>getAs(ScoreTable.REASON)).isEqualTo("too_few");
        assertIndicators(row, indicators, expected);
    }

    private static void assertIndicators(Row row, int indicators, int expected) {
        assertThat(row.<Integer>getAs(ScoreTable.INDICATORS)).isEqualTo(indicators);
        assertThat(row.<Integer>getAs(ScoreTable.INDICATORS_EXPECTED)).isEqualTo(expected);
    }

    private static void assertRank(Row row, Integer rank, int peers) {
        assertThat(row.<Integer>getAs(ScoreTable.RANK)).isEqualTo(rank);
        assertThat(row.<Integer>getAs(ScoreTable.PEERS)).isEqualTo(peers);
    }

    /** Two fields of weight 2 and 1; in a measure 2, 1 and 0; what only the province reports is asked of the province. */
    private static Example twoFields() {
        return Example.of(0.5, 20)
                .regions(Level.PROVINCE, "P")
                .regions(Level.PREFECTURE, "Q")
                .regions(Level.COUNTY, "A", "B", "C")
                .field(
                        1,
                        2,
                        measure(1, 1, indicator("1.1", 2), indicator("1.2", 1), indicator("1.3", 0)),
                        measure(2, 1, indicator("2.1", 1)))
                .field(
                        2,
                        1,
                        measure(3, 1, indicator("3.1", 1), indicator("3.2", 1)),
                        measure(
                                4,
                                1,
                                indicator("4.1", 1, Level.PROVINCE, NUMBER),
                                indicator("4.m1", 1, Level.PROVINCE, MILESTONE)));
    }

    @Test
    void measuresFieldsAndTheWholeAreWeightedMeans() {
        Map<String, Row> scores = twoFields()
                .met("A", "1.1 1.2 1.3 2.1 3.1", "50 100 7 80 40")
                .met("B", "1.2 2.1 3.1 3.2", "100 60 0 100")
                .met("C", "3.1", "100")
                .scores();
        // (2 x 50 + 100) / 3; (66.7 + 80) / 2; (2 x 73.3 + 40) / 3. The geometric ones are roots of products.
        assertScore(scores.get("A measure 1"), 66.666666667, 62.996052495);
        assertIndicators(scores.get("A measure 1"), 2, 2);
        assertScore(scores.get("A field 1"), 73.333333333, 70.990733195);
        // Half of the measure is there, which is enough; the other measure of the field is the province's.
        assertScore(scores.get("A field 2"), 40, 40);
        assertScore(scores.get("A overall all"), 62.222222222, 58.634663644);
        assertIndicators(scores.get("A overall all"), 4, 5);
        assertRank(scores.get("A overall all"), 1, 2);
        assertThat(scores).doesNotContainKey("A measure 4");

        // A third of the measure by weight, and so half of the field by measures: (2 x 60 + 50) / 3.
        assertNoScore(scores.get("B measure 1"), 1, 2);
        assertScore(scores.get("B field 1"), 60, 60);
        assertIndicators(scores.get("B field 1"), 1, 3);
        // A zero is taken as 1: the root of 1 x 100.
        assertScore(scores.get("B measure 3"), 50, 10);
        assertScore(scores.get("B overall all"), 56.666666667, 33.019272489);
        assertRank(scores.get("B overall all"), 2, 2);

        // One field of weight 1 among 3.
        assertScore(scores.get("C field 2"), 100, 100);
        assertRank(scores.get("C field 2"), 1, 3);
        assertRank(scores.get("A field 2"), 3, 3);
        assertNoScore(scores.get("C field 1"), 0, 3);
        assertNoScore(scores.get("C overall all"), 1, 5);
        assertNoScore(scores.get("Q overall all"), 0, 5);
    }

    /** A number that is met, and a milestone that is under way. */
    @Test
    void theProvinceHasMilestonesAndNoRank() {
        Map<String, Row> scores = twoFields()
                .met("4.1", "P", 120)
                .row("4.m1", "P", "milestone", 1.0, 2.0, null)
                .met("P", "3.1 3.2", "90 80")
                .scores();
        assertScore(scores.get("P measure 4"), 50, 10);
        assertScore(scores.get("P field 2"), 67.5, 29.129506302);
        assertRank(scores.get("P field 2"), null, 1);
        assertThat(scores.get("P field 2").<Integer>getAs(ScoreTable.RANK_LOW)).isNull();
        assertIndicators(scores.get("P field 2"), 4, 4);
        Row done = twoFields()
                .row("4.m1", "P", "milestone", 2.0, 2.0, null)
                .scores()
                .get("P measure 4");
        assertScore(done, 100, 100);
        assertIndicators(done, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "level, 45, 90, 45, 50", // as its attainment
        "level, 95, 90, , 100", // and no more than that
        "level, -5, 10, 15, 0", // farther from it than the target itself is
        "annual, 3010000, 4000000, 870000, 77.577319588", // 400万 ± 12万: to 3 880 000
        "at-most, 25, 20, -5, 75",
        "at-most, 50, 20, -30, 0",
        "absence, 0, 0, , 100",
        "absence, 3, 0, -3, 0",
        "maintain, 85, 75, -8, 89.610389610", // 75 ± 2: back to 77
        "coverage, 66.666666667, 100, 33.333333333, 66.666666667", // two of three counties
    })
    void anIndicatorScoresHowFarItsTargetIsMet(String kind, double value, double target, Double needed, double score) {
        Row row = one().row("1.1", "A", kind, value, target, needed).scores().get("A measure 1");
        assertThat(row.<Double>getAs(ScoreTable.SCORE)).isCloseTo(score, within(1e-9));
    }

    private static Example one() {
        return Example.of(0.5, 20).regions(Level.COUNTY, "A").field(1, 1, measure(1, 1, indicator("1.1", 1)));
    }

    /** Of another year, of too few people, without a value. */
    @Test
    void whatDoesNotCount() {
        Row row = one().row("1.1", "A", 2024, "level", 90.0, 100.0, 10.0, "behind")
                .row("1.1", "A", 2025, "level", 90.0, 100.0, 10.0, "low_coverage")
                .row("1.1", "A", 2025, "level", null, 100.0, null, "no_data")
                .scores()
                .get("A measure 1");
        assertNoScore(row, 0, 1);
    }

    @Test
    void aPromiseWithoutANumberIsNotExpected() {
        TargetKind improve = new TargetKind.Improve(TargetKind.Operator.UP);
        Map<String, Row> scores = Example.of(0.5, 20)
                .regions(Level.COUNTY, "A")
                .field(1, 1, measure(1, 1, indicator("1.1", 1, Level.COUNTY, improve)))
                .field(2, 1, measure(2, 1, indicator("2.1", 1)))
                .row("1.1", "A", "improve", 90.0, null, null)
                .met("2.1", "A", 30)
                .scores();
        assertThat(scores).containsOnlyKeys("A measure 2", "A field 2", "A overall all");
        assertScore(scores.get("A overall all"), 30, 30);
    }

    /** One county with one indicator is the first of one, however it is looked at. */
    @Test
    void oneCountyAndOneIndicator() {
        Map<String, Row> scores = one().met("1.1", "A", 30).scores();
        assertThat(scores).containsOnlyKeys("A measure 1", "A field 1", "A overall all");
        for (Row row : scores.values()) {
            assertScore(row, 30, 30);
            assertRank(row, 1, 1);
            assertThat(row.<Integer>getAs(ScoreTable.RANK_LOW)).isEqualTo(1);
            assertThat(row.<Double>getAs(ScoreTable.RANK_MEDIAN)).isEqualTo(1);
            assertThat(row.<Integer>getAs(ScoreTable.RANK_HIGH)).isEqualTo(1);
        }
    }

    @Test
    void equalScoresShareTheRank() {
        Map<String, Row> scores = twoFields()
                .met("A", "1.1 1.2 2.1 3.1 3.2", "30 60 0 100 10")
                .met("B", "1.1 1.2 2.1 3.1 3.2", "30 60 0 100 10")
                .met("C", "1.1 1.2 2.1 3.1 3.2", "30 60 0 100 10")
                .scores();
        for (String region : new String[] {"A", "B", "C"}) {
            Row row = scores.get(region + " overall all");
            assertRank(row, 1, 3);
            assertThat(row.<Integer>getAs(ScoreTable.RANK_LOW)).isEqualTo(1);
            assertThat(row.<Integer>getAs(ScoreTable.RANK_HIGH)).isEqualTo(1);
        }
    }

    /** 0.1 + 0.2 of 0.6 is half of it, whatever doubles say; and 0.5 and 0.2 are 5 and 2. */
    @Test
    void weightsNeedNotAddUp() {
        Map<String, Row> scores = Example.of(0.5, 0)
                .regions(Level.COUNTY, "A")
                .field(1, 0.5, measure(1, 7, indicator("1.1", 0.1), indicator("1.2", 0.2), indicator("1.3", 0.3)))
                .field(2, 0.2, measure(2, 1, indicator("2.1", 1)))
                .met("A", "1.1 1.2 2.1", "30 60 100")
                .scores();
        assertThat(scores.get("A measure 1").<Double>getAs(ScoreTable.SCORE)).isEqualTo(50);
        assertThat(scores.get("A overall all").<Double>getAs(ScoreTable.SCORE)).isEqualTo(64.285714286);
    }

    /** A field without a weight has its score, and is not in the whole; where nothing has one there is no whole. */
    @Test
    void aPartOfWeightZeroIsLeftOut() {
        Map<String, Row> scores = Example.of(0.5, 0)
                .regions(Level.COUNTY, "A")
                .field(1, 0, measure(1, 1, indicator("1.1", 1)))
                .field(2, 1, measure(2, 1, indicator("2.1", 1)), measure(3, 1, indicator("3.1", 0)))
                .met("A", "1.1 2.1 3.1", "10 100 20")
                .scores();
        assertThat(scores).doesNotContainKey("A measure 3");
        assertScore(scores.get("A field 1"), 10, 10);
        assertScore(scores.get("A overall all"), 100, 100);
        assertIndicators(scores.get("A overall all"), 1, 1);
        assertThat(Example.of(0.5, 0)
                        .regions(Level.COUNTY, "A")
                        .field(1, 1, measure(1, 0, indicator("1.1", 1)))
                        .met("1.1", "A", 10)
                        .scores())
                .containsOnlyKeys("A measure 1");
    }

    /** Where nothing need be there, still something must. */
    @Test
    void theRuleForMissingParts() {
        Example example = Example.of(0, 0)
                .regions(Level.COUNTY, "A", "B")
                .field(1, 1, measure(1, 1, indicator("1.1", 1), indicator("1.2", 99)))
                .met("1.1", "A", 40);
        assertScore(example.scores().get("A measure 1"), 40, 40);
        assertNoScore(example.scores().get("B measure 1"), 0, 2);
        Row all = Example.of(1, 0)
                .regions(Level.COUNTY, "A")
                .field(1, 1, measure(1, 1, indicator("1.1", 99), indicator("1.2", 1)))
                .met("1.1", "A", 40)
                .scores()
                .get("A measure 1");
        assertNoScore(all, 1, 2);
    }

    @Test
    void nothingCameAtAll() {
        Map<String, Row> scores = twoFields().scores();
        assertNoScore(scores.get("A overall all"), 0, 5);
        assertNoScore(scores.get("P overall all"), 0, 7);
        assertThat(scores)
                .hasSize(4 * 6 + 7); // of the counties and the prefecture three measures, two fields and the whole
    }
}
