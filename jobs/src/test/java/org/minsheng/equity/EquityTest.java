package org.minsheng.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.conf.Level;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;

/** Counties are compared as worked out by hand, and where they cannot be, the row says why. */
class EquityTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    private final EquityFixture data = new EquityFixture();

    /** A1: 50, A2: 100, B1: 80, with 100, 300 and 200 people; of 1, 1 and 2 in the countryside. */
    private void three() {
        data.county("A1", 100L, "town");
        data.county("A2", 300L, "land");
        data.county("B1", 200L, "land");
        data.water("A1", 2025, 50.0, 1.0);
        data.water("A2", 2025, 100.0, 1.0);
        data.water("B1", 2025, 80.0, 2.0);
    }

    private Row province(String weightedBy) {
        return data.only(
                EquityTable.TABLE,
                "ref_area = 'P' AND peer_group = 'all' AND time_period = 2025 AND weighted_by = '" + weightedBy + "'");
    }

    private static double figure(Row row, String column) {
        return row.<Double>getAs(column);
    }

    @Test
    void eachCountyCountsTheSame() {
        three();
        Row row = province("regions");
        assertThat(figure(row, "mean")).isEqualTo(230 / 3.0, CLOSE);
        assertThat(figure(row, "median")).isEqualTo(80);
        assertThat(figure(row, "minimum")).isEqualTo(50);
        assertThat(row.<String>getAs("minimum_area")).isEqualTo("A1");
        assertThat(figure(row, "maximum")).isEqualTo(100);
        assertThat(row.<String>getAs("maximum_area")).isEqualTo("A2");
        assertThat(figure(row, "value_range")).isEqualTo(50);
        // Deviations -26 2/3, 23 1/3 and 3 1/3: the root of a third of 1266 2/3, over 76 2/3.
        assertThat(figure(row, "cv")).isEqualTo(0.2680180001290859, CLOSE);
        // (-2 x 50 + 2 x 100) / (9 x 76 2/3)
        assertThat(figure(row, "gini")).isEqualTo(100 / 690.0, CLOSE);
        assertThat(figure(row, "p90_p10")).isEqualTo(2);
        assertThat(figure(row, "worst_fifth")).isEqualTo(50);
        assertThat(figure(row, "below_target")).isEqualTo(200 / 3.0, CLOSE);
        assertThat(row.<Integer>getAs("regions")).isEqualTo(3);
        assertThat(row.<Integer>getAs("regions_expected")).isEqualTo(3);
        assertThat(row.<Long>getAs("people")).isEqualTo(600);
        assertThat(row.<String>getAs("reason")).isNull();
    }

    /** Worked out by a few lines of Python from the definitions. */
    @Test
    void eachCountyCountsByItsPeople() {
        three();
        Row row = province("people");
        assertThat(figure(row, "mean")).isEqualTo(85, CLOSE);
        assertThat(figure(row, "median")).isEqualTo(90); // half of the people are up to 80, the next have 100
        assertThat(figure(row, "cv")).isEqualTo(0.21209125149788172, CLOSE);
        assertThat(figure(row, "gini")).isEqualTo(0.10784313725490202, CLOSE);
        assertThat(figure(row, "theil_t")).isEqualTo(0.024557503540381165, CLOSE);
        assertThat(figure(row, "theil_t_between")).isEqualTo(0.00087391846080135, CLOSE);
        assertThat(figure(row, "theil_t_within")).isEqualTo(0.023683585079579815, CLOSE);
        assertThat(figure(row, "theil_l")).isEqualTo(0.027386784366952535, CLOSE);
        assertThat(figure(row, "theil_l_between")).isEqualTo(0.0008831826899767492, CLOSE);
        assertThat(figure(row, "theil_l_within")).isEqualTo(0.026503601676975786, CLOSE);
        assertThat(figure(row, "worst_fifth")).isEqualTo((100 * 50 + 20 * 80) / 120.0, CLOSE);
        assertThat(figure(row, "below_target")).isEqualTo(50);
    }

    /** The mean by what the rate is of is that of the province: 50 + 100 + 2 x 80, of 4. */
    @Test
    void eachCountyCountsByWhatItsRateIsOf() {
        three();
        assertThat(figure(province("base"), "mean")).isEqualTo(77.5);
    }

    @Test
    void prefecturesAndGroupsAreComparedApart() {
        three();
        data.ofLevel(Level.ZONE, "A1", 2024, 10);
        data.ofLevel(Level.PREFECTURE, "A", 2025, 10);
        List<String> scopes = data.rows(EquityTable.TABLE)
                .filter("weighted_by = 'people' AND cv IS NOT NULL")
                .selectExpr("concat_ws(' ', ref_area, peer_group, regions, mean)")
                .as(Encoders.STRING())
                .collectAsList();
        assertThat(scopes).containsExactlyInAnyOrder("P all 3 85.0", "A all 2 87.5", "P land 2 92.0");
        Row alone = data.only(EquityTable.TABLE, "ref_area = 'B' AND weighted_by = 'people'");
        assertThat(alone.<String>getAs("reason")).isEqualTo(EquityTable.SINGLE_REGION);
        assertThat(figure(alone, "mean")).isEqualTo(80);
        Row prefecture = data.only(EquityTable.TABLE, "ref_area = 'A' AND weighted_by = 'people'");
        assertThat(prefecture.<Double>getAs("theil_t_between")).isNull();
    }

    @Test
    void allTheSameIsEqualAlsoWhereTheyHaveNothing() {
        data.county("A1", 3L, null);
        data.county("B1", 7L, null);
        data.water("A1", 2024, 0.0, 1.0);
        data.water("B1", 2024, 0.0, 1.0);
        data.water("A1", 2025, 100.0, 3.0);
        data.water("B1", 2025, 100.0, 7.0);
        for (Row row : data.rows(EquityTable.TABLE).filter("ref_area = 'P'").collectAsList()) {
            for (String measure : List.of("value_range", "cv", "gini", "theil_t", "theil_l", "theil_t_between")) {
                assertThat(figure(row, measure)).as(measure + " of " + row).isZero();
            }
        }
        assertThat(province("people").<Double>getAs("mean")).isEqualTo(100);
    }

    /** Two of three have nothing: T is ln 3, L has no limit, and nothing divides by zero. */
    @Test
    void whoHasNothingIsCompared() {
        data.county("A1", 1L, null);
        data.county("A2", 1L, null);
        data.county("B1", 1L, null);
        data.water("A1", 2025, 0.0, 1.0);
        data.water("A2", 2025, 0.0, 1.0);
        data.water("B1", 2025, 60.0, 1.0);
        Row row = province("people");
        assertThat(figure(row, "theil_t")).isEqualTo(Math.log(3), CLOSE);
        assertThat(row.<Double>getAs("theil_l")).isNull();
        assertThat(row.<Double>getAs("p90_p10")).isNull();
        assertThat(figure(row, "gini")).isEqualTo(2 / 3.0, CLOSE);
    }

    @Test
    void aYearOfWhichNobodyReportedSaysSo() {
        three();
        data.water("A1", 2024, null, null);
        Row row = data.only(
                EquityTable.TABLE,
                "ref_area = 'P' AND peer_group = 'all' AND time_period = 2024 AND weighted_by = 'regions'");
        assertThat(row.<String>getAs("reason")).isEqualTo(EquityTable.NO_VALUE);
        assertThat(row.<Integer>getAs("regions")).isZero();
        assertThat(row.<Double>getAs("mean")).isNull();
    }

    @Test
    void theRunningYearIsProvisionalAndInNoTrend() {
        three();
        data.water("A1", 2026, 60.0, 1.0);
        assertThat(data.rows(EquityTable.TABLE)
                        .filter("provisional <> (time_period = 2026)")
                        .count())
                .isZero();
        assertThat(data.only(ConvergenceTable.TABLE, "ref_area = 'P' AND peer_group = 'all'")
                        .<Integer>getAs("periods"))
                .isEqualTo(1);
        assertThat(data.rows(ContributionTable.TABLE)
                        .filter("time_period = 2025")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void peopleOfZeroOrUnknownCountForNothing() {
        data.county("A1", 0L, null);
        data.county("A2", null, null);
        data.water("A1", 2025, 50.0, 1.0);
        data.water("A2", 2025, 100.0, 1.0);
        assertThat(province("people").<String>getAs("reason")).isEqualTo(EquityTable.NO_WEIGHT);
        assertThat(figure(province("regions"), "cv")).isEqualTo(1 / 3.0, CLOSE);
        assertThat(data.rows(ContributionTable.TABLE).count()).isZero();
    }

    /** A yes or no has no denominator: it counts by people, and where no province knows its people, each county the same. */
    @Test
    void withoutADenominatorOrPeopleEachCountsTheSame() {
        data.county("A1", null, null);
        data.county("A2", null, null);
        data.row("34.1", "A1", 2025, 0.0, null, 100.0, 100.0);
        data.row("34.1", "A2", 2025, 100.0, null, null, 100.0);
        assertThat(figure(province("base"), "cv")).isEqualTo(1);
    }

    @Test
    void aValueBelowZeroHasNoRatioToTheMean() {
        three();
        data.water("A1", 2024, -1.0, 1.0);
        data.water("A2", 2024, 5.0, 1.0);
        Row row = data.only(
                EquityTable.TABLE,
                "ref_area = 'P' AND peer_group = 'all' AND time_period = 2024 AND weighted_by = 'regions'");
        assertThat(row.<String>getAs("reason")).isEqualTo(EquityTable.NEGATIVE_VALUE);
        assertThat(figure(row, "value_range")).isEqualTo(6);
        assertThat(row.<Double>getAs("gini")).isNull();
    }

    @Test
    void totalsAreNotCompared() {
        data.county("A1", 100L, null);
        data.county("A2", 900L, null);
        data.row(EquityFixture.CASES, "A1", 2025, 0.0, null, null, 0.0);
        data.row(EquityFixture.CASES, "A2", 2025, 9.0, null, -9.0, 0.0);
        Row row = province("people");
        assertThat(row.<String>getAs("reason")).isEqualTo(EquityTable.TOTAL);
        assertThat(row.<Double>getAs("gini")).isNull();
        assertThat(figure(row, "below_target")).isEqualTo(90);
        assertThat(figure(row, "worst_fifth")).isEqualTo(9); // the worst off have most
        assertThat(data.rows(ContributionTable.TABLE).count()).isZero();
        assertThat(data.only(ConvergenceTable.TABLE, "ref_area = 'P' AND peer_group = 'all'")
                        .<String>getAs("reason"))
                .isEqualTo(EquityTable.TOTAL);
    }

    @Test
    void ofTwoThatAreTheLeastTheFirstIsNamed() {
        data.county("A1", 1L, null);
        data.county("A2", 1L, null);
        data.county("B1", 1L, null);
        data.county("B2", 1L, null);
        data.water("A1", 2025, 60.0, 1.0);
        data.water("A2", 2025, 70.0, 1.0);
        data.water("B1", 2025, 70.0, 1.0);
        data.water("B2", 2025, 60.0, 1.0);
        Row row = province("people");
        assertThat(row.<String>getAs("minimum_area")).isEqualTo("A1");
        assertThat(row.<String>getAs("maximum_area")).isEqualTo("A2");
    }

    /** Raising A1 to 90, or B1 to 90; the same few lines of Python. The Lorenz curve begins with the poorest. */
    @Test
    void whatClosingAGapRemoves() {
        three();
        List<Row> rows =
                data.rows(ContributionTable.TABLE).orderBy("cumulative_people").collectAsList();
        assertThat(rows).extracting(row -> row.<String>getAs("ref_area")).containsExactly("A1", "B1", "A2");
        assertThat(rows.get(0).<Double>getAs("closing_removes")).isEqualTo(80.2256867295044, within(1e-9));
        assertThat(rows.get(1).<Double>getAs("closing_removes")).isEqualTo(6.836667885235559, within(1e-9));
        assertThat(rows.get(2).<Double>getAs("closing_removes")).isNull();
        assertThat(rows.get(0).<Double>getAs("cumulative_people")).isEqualTo(100 / 6.0, CLOSE);
        assertThat(rows.get(0).<Double>getAs("cumulative_amount")).isEqualTo(500_000 / 51_000.0, CLOSE);
        assertThat(rows.get(2).<Double>getAs("cumulative_amount")).isEqualTo(100, CLOSE);
    }

    /** All have 100 but one, which has less by so little that the logarithms of ratios have but a few digits left. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 99, 99.999, 99.999999})
    void closingTheOnlyGapRemovesAll(double below) {
        for (int i = 0; i < 60; i++) {
            data.county("A" + i, 1000L, null);
            data.row("32.1", "A" + i, 2025, i == 0 ? below : 100.0, 1.0, i == 0 ? 100 - below : null, 100.0);
        }
        assertThat(data.only(ContributionTable.TABLE, "ref_area = 'A0'").<Double>getAs("closing_removes"))
                .isCloseTo(100, within(1e-6));
    }

    /** All have nothing of what they should have: there is a gap, and no inequality that closing it could remove. */
    @Test
    void whereAllHaveNothingNoGapIsMeasured() {
        data.county("A1", 1L, null);
        data.county("B1", 1L, null);
        data.water("A1", 2025, 0.0, 1.0);
        data.water("B1", 2025, 0.0, 1.0);
        for (Row row : data.rows(ContributionTable.TABLE).collectAsList()) {
            assertThat(row.<Double>getAs("target_level")).isEqualTo(90);
            assertThat(row.<Double>getAs("closing_removes")).isNull();
            assertThat(row.<Double>getAs("cumulative_amount")).isNull();
        }
    }

    /** The denominator of 17.3 is last year's minimum wage, which nobody is served by: people are the weights. */
    @Test
    void aWageIsNoWeight() {
        data.county("A1", 100L, null);
        data.county("B1", 300L, null);
        data.row("17.3", "A1", 2025, 10.0, 2000.0, null, 10.0);
        data.row("17.3", "B1", 2025, 20.0, 1000.0, null, 10.0);
        assertThat(figure(province("base"), "mean")).isEqualTo(17.5);
    }

    /** Without a number those below the mean have a gap, up to the mean. */
    @Test
    void withoutANumberTheGapIsToTheMean() {
        data.county("A1", 1L, null);
        data.county("B1", 1L, null);
        data.row(EquityFixture.IMPROVE, "A1", 2025, 60.0, 1.0, null, null);
        data.row(EquityFixture.IMPROVE, "B1", 2025, 80.0, 1.0, null, null);
        Row low = data.only(ContributionTable.TABLE, "ref_area = 'A1'");
        assertThat(low.<Double>getAs("target_level")).isEqualTo(70);
        assertThat(data.only(ContributionTable.TABLE, "ref_area = 'B1'").<Double>getAs("target_level"))
                .isNull();
        assertThat(province("people").<Double>getAs("below_target")).isNull();
    }

    /** To the last digit: the order in which Spark brings the rows together changes nothing. */
    @Test
    void howTheRowsLieChangesNoDigit() {
        for (int i = 0; i < 40; i++) {
            String code = (i % 2 == 0 ? "A" : "B") + i;
            data.county(code, 1000L + 37 * i, i % 3 == 0 ? "town" : "land");
            for (int year = 2018; year < 2026; year++) {
                data.water(code, year, Math.abs(Math.sin(i * 31 + year)) * 100, 10.0 + i);
            }
        }
        for (var table : List.of(EquityTable.TABLE, ConvergenceTable.TABLE, ContributionTable.TABLE)) {
            List<String> once = lines(data.rows(table));
            assertThat(lines(data.rows(table, data.shuffled(1)))).isEqualTo(once);
            assertThat(lines(data.rows(table, data.shuffled(7)))).isEqualTo(once);
        }
    }

    private static List<String> lines(org.apache.spark.sql.Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
