package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.minsheng.SameRows.assertSameRows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Measure;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;

/** Every expected value was worked out by hand; the working stands beside it. */
class ProgressTest extends ProgressFixture {
    private void water(String region, int year, Double people, Double reliable) {
        observe("rural_population", region, year, people, "2025-01-01");
        observe("rural_reliable_water", region, year, reliable, "2025-01-01");
    }

    @Test
    void aRateRollsUpAsSumOverSumAndNotAsMeanOfRates() {
        water("220122", 2025, 100.0, 90.0); // 90%
        water("220182", 2025, 300.0, 150.0); // 50%
        water("220221", 2025, 100.0, 100.0); // in another prefecture
        Dataset<Row> progress = progress(CLOSED).cache();
        // 长春: (90 + 150) / (100 + 300) = 60%, where the mean of the rates would be 70%
        Row prefecture = row(progress, "30.2", "220100", 2025);
        assertNumber(prefecture, "obs_value", 60);
        assertThat(prefecture.<Integer>getAs("regions_reporting")).isEqualTo(2);
        assertThat(prefecture.<Integer>getAs("regions_expected")).isEqualTo(11); // no zone ever reported it
        // province: 340 / 500
        assertNumber(row(progress, "30.2", "220000", 2025), "obs_value", 68);
        progress.unpersist();
    }

    @Test
    void theValueOnTheThresholdMeetsIt() {
        water("220122", 2025, 1000.0, 900.0);
        water("220182", 2025, 1000.0, 899.0);
        Dataset<Row> progress = progress(CLOSED);
        Row met = row(progress, "30.2", "220122", 2025);
        assertThat(met.<String>getAs("status")).isEqualTo("met");
        assertNumber(met, "gap", 0);
        assertNumber(met, "attainment", 100);
        Row missed = row(progress, "30.2", "220182", 2025);
        assertThat(missed.<String>getAs("status")).isEqualTo("missed");
        assertNumber(missed, "gap", -0.1);
        assertNumber(missed, "attainment", 99.888889); // 89.9 / 90
    }

    @Test
    void beforeTheDeadlineThePaceDecides() {
        // Required from 80 in 2018 to 90 in 2025: (90/80)^(1/7) - 1 = 1.6968%.
        // 220122: 85 in 2021, (85/80)^(1/3) - 1 = 2.0413%, R = 1.2030
        // 220182: 84 in 2021, (84/80)^(1/3) - 1 = 1.6396%, R = 0.9663
        // 220183: 83 in 2021, (83/80)^(1/3) - 1 = 1.2347%, R = 0.7277
        // 220221: 81 in 2021, (81/80)^(1/3) - 1 = 0.4149%, R = 0.2445
        // 220281: 79 in 2021, (79/80)^(1/3) - 1 = -0.4184%, R = -0.2466
        double[] values = {85, 84, 83, 81, 79};
        double[] ratios = {1.2030, 0.9663, 0.7277, 0.2445, -0.2466};
        String[] statuses = {"on_track", "on_track", "slow", "behind", "reversing"};
        String[] regions = {"220122", "220182", "220183", "220221", "220281"};
        for (int i = 0; i < regions.length; i++) {
            water(regions[i], 2018, 100.0, 80.0);
            water(regions[i], 2021, 100.0, values[i]);
        }
        Dataset<Row> progress = progress(OPEN).cache();
        for (int i = 0; i < regions.length; i++) {
            Row row = row(progress, "30.2", regions[i], 2021);
            assertThat(row.<String>getAs("status")).as(regions[i]).isEqualTo(statuses[i]);
            assertThat(row.<Double>getAs("pace_ratio")).as(regions[i]).isCloseTo(ratios[i], within(2e-4));
            assertThat(row(progress, "30.2", regions[i], 2018).<String>getAs("status"))
                    .isEqualTo("open");
        }
        progress.unpersist();
    }

    @Test
    void aZeroBaseTakesTheLinearRatio() {
        water("220122", 2018, 100.0, 0.0);
        water("220122", 2021, 100.0, 45.0);
        // (45 - 0) / 3 over (90 - 0) / 7 = 15 / 12.857143
        assertNumber(row(progress(OPEN), "30.2", "220122", 2021), "pace_ratio", 1.166666667);
    }

    @Test
    void metInTheBaseYearAndNotAnyMoreIsLost() {
        water("220122", 2018, 100.0, 95.0);
        water("220122", 2021, 100.0, 85.0);
        assertThat(row(progress(OPEN), "30.2", "220122", 2021).<String>getAs("status"))
                .isEqualTo("lost");
    }

    @Test
    void whatIsAbsentSaysWhyAndIsNeverZero() {
        water("220122", 2025, 0.0, 0.0);
        water("220182", 2025, 100.0, null);
        water("220183", 2025, 100.0, 130.0);
        water("220221", 2025, 100.0, 80.0);
        Dataset<Row> progress = progress(CLOSED).cache();
        String[][] expected = {
            {"220122", "zero_denominator"},
            {"220182", "not_reported"},
            {"220183", "above_whole"},
            {"220281", "not_reported"}
        };
        for (String[] e : expected) {
            Row row = row(progress, "30.2", e[0], 2025);
            assertThat(row.<Double>getAs("obs_value")).isNull();
            assertThat(row.<String>getAs("status")).isEqualTo("no_data");
            assertThat(row.<String>getAs("reason")).as(e[0]).isEqualTo(e[1]);
        }
        // The impossible county is left out of the sums: 80 / (0 + 100), and not (130 + 80) / 200.
        assertNumber(row(progress, "30.2", "220000", 2025), "obs_value", 80);
        progress.unpersist();
    }

    @Test
    void aCountyThatChangedItsCodeGoesOnAndCountsInThePrefectureOfToday() {
        water("220381", 2019, 100.0, 80.0);
        water("220184", 2020, 100.0, 84.0);
        Dataset<Row> progress = progress(OPEN).cache();
        assertNumber(row(progress, "30.2", "220184", 2019), "obs_value", 80);
        Row after = row(progress, "30.2", "220184", 2020);
        assertThat(after.<Integer>getAs("base_period")).isEqualTo(2019);
        assertNumber(row(progress, "30.2", "220100", 2019), "obs_value", 80);
        assertThat(row(progress, "30.2", "220300", 2019).<Double>getAs("obs_value"))
                .isNull();
        progress.unpersist();
    }

    @Test
    void aCorrectionCountsFromItsReceiptOn() {
        water("220122", 2024, 100.0, 80.0);
        observe("rural_reliable_water", "220122", 2024, 92.0, "2025-03-01");
        assertNumber(row(progress(asOf("2025-02-28T23:59:59Z")), "30.2", "220122", 2024), "obs_value", 80);
        assertNumber(row(progress(asOf("2025-03-01T00:00:00Z")), "30.2", "220122", 2024), "obs_value", 92);
    }

    /** 91% in 2019 meets 90%; 2018, 2020 and 2021 were not sent, and 2016 lies before the base year. */
    @Test
    void yearsThatWereNotSentHaveARowThatSaysSo() {
        water("220122", 2016, 100.0, 95.0);
        water("220122", 2019, 100.0, 91.0);
        water("220122", 2022, 100.0, 80.0);
        water("220183", 2019, 100.0, 80.0);
        water("220183", 2021, 100.0, 92.0);
        water("220182", 2020, 100.0, 70.0);
        Dataset<Row> progress = progress(CLOSED);
        assertThat(progress
                        .filter("indicator = '30.2' AND ref_area = '220122'")
                        .orderBy("time_period")
                        .select("time_period", "obs_value", "change", "met_in", "peers", "latest", "status", "reason")
                        .collectAsList()
                        .stream()
                        .map(Row::toString))
                .containsExactly(
                        "[2016,95.0,null,null,1,false,met,null]",
                        "[2018,null,null,null,0,false,no_data,not_reported]",
                        "[2019,91.0,null,2019,2,false,met,null]",
                        "[2020,null,null,2019,1,false,no_data,not_reported]",
                        "[2021,null,null,2019,1,false,no_data,not_reported]",
                        "[2022,80.0,null,2019,1,true,overdue,null]",
                        "[2023,null,null,2019,0,false,no_data,not_reported]",
                        "[2024,null,null,2019,0,false,no_data,not_reported]",
                        "[2025,null,null,2019,0,false,no_data,not_reported]");
        Row before = row(progress, "30.2", "220183", 2020);
        assertThat(before.<Integer>getAs("met_in")).isNull(); // met a year later
        assertThat(before.<Integer>getAs("base_period")).isEqualTo(2019);
        assertThat(row(progress, "30.2", "220183", 2021).<Integer>getAs("met_in"))
                .isEqualTo(2021);
    }

    @Test
    void aRowForEachIndicatorRegionAndYearEvenWithoutAnyData() {
        Dataset<Row> progress = progress(CLOSED);
        // 30 indicators of counties x (60 + 9 + 1) and 22 of the province, x 2018..2025
        assertThat(progress.count()).isEqualTo((30 * 70 + 22) * 8);
        assertThat(progress.filter("status <> 'no_data'").count()).isZero();
        assertThat(progress.filter("latest").count()).isEqualTo(30 * 70 + 22);
        assertThat(progress.columns()).isEqualTo(ProgressTable.TABLE.schema().fieldNames());
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        for (String county : List.of("220122", "220182", "220183", "220184")) {
            water(county, 2025, 0.1 + county.hashCode() % 97, 0.1);
        }
        Dataset<Row> once = progress(CLOSED);
        Collections.reverse(observations);
        assertSameRows(progress(CLOSED), once);
    }

    /** The number of Spark jobs does not follow the size of the catalogue. */
    @Test
    void allIndicatorsTakeAsManyJobsAsFive() throws Exception {
        water("220122", 2025, 100.0, 90.0);
        Set<String> five = Set.of("19.2", "30.1", "30.2", "32.1", "35.2");
        Catalogue whole = JILIN.catalogue();
        Catalogue part = new Catalogue(
                whole.policy(),
                whole.units(),
                whole.series(),
                whole.hasAllSeries(),
                whole.fields().stream()
                        .map(field -> new Field(
                                field.number(),
                                field.title(),
                                field.weight(),
                                field.measures().stream()
                                        .map(measure -> new Measure(
                                                measure.number(),
                                                measure.title(),
                                                measure.lead(),
                                                measure.cooperating(),
                                                measure.weight(),
                                                measure.indicators().stream()
                                                        .filter(i -> five.contains(i.id()))
                                                        .toList()))
                                        .toList()))
                        .toList());
        assertThat(part.indicators().count()).isEqualTo(5);
        assertThat(whole.indicators().count()).isEqualTo(52);
        assertThat(jobs(whole)).isEqualTo(jobs(part)).isPositive();
    }

    /** In a thread of its own: the tests' threads start others, which would count their jobs for the same group. */
    private int jobs(Catalogue catalogue) throws Exception {
        FutureTask<Integer> count = new FutureTask<>(() -> jobsOfThisThread(catalogue));
        new Thread(count, "count jobs").start();
        return count.get();
    }

    private int jobsOfThisThread(Catalogue catalogue) {
        String group = "jobs-" + catalogue.indicators().count();
        SPARK.sparkContext().setJobGroup(group, "count jobs", false);
        new Progress(SPARK, catalogue, JILIN.regions(), Divisions.TODAY, CLOSED)
                .run(SPARK.createDataFrame(observations, ObservationTable.TABLE.schema()))
                .write()
                .format("noop")
                .mode("overwrite")
                .save();
        return SPARK.sparkContext().statusTracker().getJobIdsForGroup(group).length;
    }

    /** One county's row of 2026, sent in 2026, hides nothing of 2025: it stands beside, provisional. */
    @Test
    void aYearThatIsNotOverHidesNothing() {
        for (String county : List.of("220122", "220182", "220183")) {
            observe("rural_population", county, 2025, 100);
            observe("rural_reliable_water", county, 2025, 95);
        }
        observe("rural_population", "220122", 2026, 100);
        observe("rural_reliable_water", "220122", 2026, 97);
        Dataset<Row> progress = progress(CLOSED);
        for (String region : List.of("220000", "220122")) {
            assertThat(row(progress, "30.2", region, 2025).<Boolean>getAs("latest"))
                    .isTrue();
            Row running = row(progress, "30.2", region, 2026);
            assertThat(running.<Boolean>getAs("latest")).isFalse();
            assertThat(running.<Boolean>getAs("provisional")).isTrue();
            assertNumber(running, "obs_value", 97);
        }
        // Once it is over, it is the latest.
        assertThat(row(progress(asOf("2027-01-01T00:00:00Z")), "30.2", "220122", 2026)
                        .<Boolean>getAs("latest"))
                .isTrue();
    }

    /** At 02:15 in Beijing on New Year's Day the year before is over, though in UTC it is not. */
    @Test
    void aYearBeginsAtLocalMidnight() {
        observe("rural_population", "220122", 2026, 100);
        observe("rural_reliable_water", "220122", 2026, 97);
        AsOf beijing = new AsOf(Instant.parse("2026-12-31T18:15:00Z"), ZoneId.of("Asia/Shanghai"));
        assertThat(row(progress(beijing), "30.2", "220122", 2026).<Boolean>getAs("latest"))
                .isTrue();
        assertThat(row(progress(asOf("2026-12-31T18:15:00Z")), "30.2", "220122", 2026)
                        .<Boolean>getAs("latest"))
                .isFalse();
    }
}
