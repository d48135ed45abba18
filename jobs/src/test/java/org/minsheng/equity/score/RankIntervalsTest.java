package org.minsheng.equity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.minsheng.SameRows.assertSameRows;
import static org.minsheng.equity.score.Example.indicator;
import static org.minsheng.equity.score.Example.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.catalogue.Scorecard;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;

/** How sure ranks are: by hand, against R ({@code statistics/score.R}), and the same wherever they are worked out. */
class RankIntervalsTest {
    private static final Path R = TestConf.HOME.resolve("jobs/src/test/resources/statistics/score.csv");

    private static List<NamedCsvRecord> ofR() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(R)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Double number(NamedCsvRecord row, String field) {
        return row.getField(field).equals("NA") ? null : Double.valueOf(row.getField(field));
    }

    /** The example of {@code score.R}. */
    private static Example example(Scorecard scorecard) {
        Example example = new Example(scorecard)
                .regions(Level.COUNTY, "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8")
                .field(
                        1,
                        2,
                        measure(1, 1, indicator("1.1", 2), indicator("1.2", 1)),
                        measure(2, 3, indicator("2.1", 1), indicator("2.2", 1), indicator("2.3", 1)))
                .field(
                        2,
                        1,
                        measure(3, 1, indicator("3.1", 1)),
                        measure(4, 1, indicator("4.1", 0.5), indicator("4.2", 0.2)));
        for (NamedCsvRecord row : ofR()) {
            if (row.getField("component").equals("indicator") && number(row, "score") != null) {
                example.met(row.getField("code"), row.getField("region"), number(row, "score"));
            }
        }
        return example;
    }

    /** Its random numbers are others, so ranks are between those that it has a little before and after. */
    @Test
    void agreesWithR() {
        Map<String, Row> scores =
                example(new Scorecard(0.5, 10_000, 2035, 0.25)).scores();
        for (NamedCsvRecord row : ofR()) {
            String component = row.getField("component");
            if (!component.equals("indicator")) {
                String key = row.getField("region") + " " + component + " " + row.getField("code");
                Row found = scores.get(key);
                assertNumber(key, found.getAs(ScoreTable.SCORE), number(row, "score"));
                assertNumber(key, found.getAs(ScoreTable.SCORE_GEOMETRIC), number(row, "geometric"));
                assertNumber(key, found.getAs(ScoreTable.RANK), number(row, "rank"));
                assertBetween(key, found.getAs(ScoreTable.RANK_LOW), row, "low");
                assertBetween(key, found.getAs(ScoreTable.RANK_MEDIAN), row, "median");
                assertBetween(key, found.getAs(ScoreTable.RANK_HIGH), row, "high");
            }
        }
    }

    private static void assertNumber(String of, Number actual, Double expected) {
        if (expected == null) {
            assertThat(actual).as(of).isNull();
        } else {
            assertThat(actual.doubleValue()).as(of).isCloseTo(expected, within(1e-9));
        }
    }

    private static void assertBetween(String of, Number actual, NamedCsvRecord row, String field) {
        Double from = number(row, field + "_from");
        if (from == null) {
            assertThat(actual).as(of).isNull();
        } else {
            assertThat(actual.doubleValue()).as(of + " " + field).isBetween(from, number(row, field + "_to"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theSameToTheDigitWhateverThePartitions(int partitions) {
        Scorecard scorecard = new Scorecard(0.5, 130, 2035, 0.25);
        Example example = example(scorecard);
        SparkSession spark = TestSpark.session().newSession();
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        Dataset<Row> spread = example.progress(spark).repartition(partitions).orderBy("ref_area");
        SparkSession session = TestSpark.session();
        assertSameRows(
                example.scored(spark, spread.repartition(partitions)),
                example.scored(session, example.progress(session)));
    }

    @Test
    void theSeedIsAllThatChanceIs() {
        List<Row> one = intervals(1, 0.25);
        assertThat(intervals(1, 0.25)).isEqualTo(one);
        assertThat(intervals(2, 0.25)).isNotEqualTo(one);
    }

    private static List<Row> intervals(long seed, double noise) {
        Example example = example(new Scorecard(0.5, 7, seed, noise));
        return example.scored(TestSpark.session(), example.progress(TestSpark.session()))
                .orderBy(ScoreTable.REF_AREA, ScoreTable.COMPONENT, ScoreTable.CODE)
                .collectAsList();
    }

    @Test
    void withoutReplicationsThereAreNoIntervals() {
        Map<String, Row> scores = example(new Scorecard(0.5, 0, 1, 0.25)).scores();
        assertThat(scores).hasSize(8 * 7);
        assertThat(scores.get("c4 overall all").<Integer>getAs(ScoreTable.RANK)).isEqualTo(1);
        assertThat(scores.values())
                .allMatch(row -> row.isNullAt(row.fieldIndex(ScoreTable.RANK_LOW))
                        && row.isNullAt(row.fieldIndex(ScoreTable.RANK_MEDIAN))
                        && row.isNullAt(row.fieldIndex(ScoreTable.RANK_HIGH)));
    }

    /** A is ahead in both indicators, C behind in both: no choice changes that. */
    @Test
    void whoIsAheadInEverythingIsFirstForSure() {
        Map<String, Row> scores = two("90 80", "60 70", "20 0", 1000, 0.25).scores();
        assertRanks(scores.get("A measure 1"), 1, 1, 1, 1);
        assertRanks(scores.get("B measure 1"), 2, 2, 2, 2);
        assertRanks(scores.get("C measure 1"), 3, 3, 3, 3);
    }

    private static Example two(String a, String b, String c, int replications, double noise) {
        return new Example(new Scorecard(0.5, replications, 1, noise))
                .regions(Level.COUNTY, "A", "B", "C")
                .field(1, 1, measure(1, 1, indicator("1.1", 1), indicator("1.2", 1)))
                .met("A", "1.1 1.2", a)
                .met("B", "1.1 1.2", b)
                .met("C", "1.1 1.2", c);
    }

    /**
     * A has 100 and 20, B 55 and 60, C 50 and 64, with weights as they are. The means are 60, 57.5 and 57; between the least
     * and the largest 50 (of 100 and 0), 50.5 (of 10 and 90.9) and 50 (of 0 and 100); of places 50, 50 and 50. The roots of the
     * products are 44.7, 57.4 and 56.6; with 1 for 0 they are 10, 30.2 and 10; 10, 50 and 10. Each of these six comes up in a
     * sixth of the replications, give or take.
     */
    @Test
    void eachWayOfPuttingScoresTogetherComesUp() {
        Map<String, Row> scores = two("100 20", "55 60", "50 64", 1000, 0).scores();
        assertRanks(scores.get("A measure 1"), 1, 1, 2, 3); // 1, 2, 1; 3, 2, 2
        assertRanks(scores.get("B measure 1"), 2, 1, 1, 2); // 2, 1, 1; 1, 1, 1
        assertRanks(scores.get("C measure 1"), 3, 1, 2, 3); // 3, 2, 1; 2, 2, 2
    }

    private static void assertRanks(Row row, int rank, int low, double median, int high) {
        assertThat(row.<Integer>getAs(ScoreTable.RANK)).isEqualTo(rank);
        assertThat(row.<Integer>getAs(ScoreTable.RANK_LOW)).isEqualTo(low);
        assertThat(row.<Double>getAs(ScoreTable.RANK_MEDIAN)).isEqualTo(median);
        assertThat(row.<Integer>getAs(ScoreTable.RANK_HIGH)).isEqualTo(high);
    }

    /** As {@code n_minmax} and {@code n_prank} of COINr have it; the latter with ties at their best place; what all have alike stays. */
    @Test
    void normalisations() {
        double none = Double.NaN;
        assertThat(Normalisation.TARGET.of(new double[] {20, none, 60})).containsExactly(20, none, 60);
        assertThat(Normalisation.MIN_MAX.of(new double[] {20, none, 60, 30})).containsExactly(0, none, 100, 25);
        assertThat(Normalisation.PERCENTILE.of(new double[] {100, none, 0, 40, 100, 0}))
                .containsExactly(100, none, 25, 50, 100, 25);
        for (Normalisation normalisation : Set.of(Normalisation.MIN_MAX, Normalisation.PERCENTILE)) {
            assertThat(normalisation.of(new double[] {70, none, 70})).containsExactly(70, none, 70);
            assertThat(normalisation.of(new double[] {none})).containsExactly(none);
        }
    }

    @Test
    void ranksAreShared() {
        assertThat(Ranks.of(new double[] {3, Double.NaN, 7, 7, 1, 7.0000000001}))
                .containsExactly(4, 0, 1, 1, 5, 1);
        assertThat(Ranks.of(new double[0])).isEmpty();
    }
}
