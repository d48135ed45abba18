package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.conf.Divisions;
import org.minsheng.run.Configuration;

/** An example worked out by hand for each kind of target and each rule of adding up. */
class TargetKindsTest extends ProgressFixture {
    private static final String PROVINCE = "220000";

    private Configuration changed(Path work, String file, String from, String to) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve(file), from, to);
        return Configuration.read(conf.resolve("minsheng.yaml"), Map.of());
    }

    @Test
    void annualFlowsAreJudgedYearByYear() {
        observe("return_bases", PROVINCE, 2022, 29); // at least 30
        observe("return_bases", PROVINCE, 2023, 30);
        observe("return_bases", PROVINCE, 2024, 31);
        observe("return_bases", PROVINCE, 2025, 12); // the year is not over
        observe("return_starters", PROVINCE, 2023, 9500); // about 10000, with a tolerance of 500
        observe("return_starters", PROVINCE, 2024, 9499);
        Dataset<Row> progress = progress(OPEN);
        assertThat(status(progress, "9.1", PROVINCE, 2022)).isEqualTo("missed");
        assertThat(status(progress, "9.1", PROVINCE, 2023)).isEqualTo("met");
        assertThat(status(progress, "9.1", PROVINCE, 2024)).isEqualTo("met");
        assertThat(status(progress, "9.1", PROVINCE, 2025)).isEqualTo("open");
        assertThat(status(progress, "9.2", PROVINCE, 2023)).isEqualTo("met");
        assertThat(status(progress, "9.2", PROVINCE, 2024)).isEqualTo("missed");
        assertNumber(row(progress, "9.2", PROVINCE, 2024), "gap", -501);
    }

    @Test
    void cumulativeTotals() {
        observe("technician_studios", PROVINCE, 2018, 10);
        observe("technician_studios", PROVINCE, 2025, 50); // 50 by 2025
        observe("village_museums", PROVINCE, 2025, 79); // 80 by 2025
        Dataset<Row> progress = progress(CLOSED);
        assertThat(status(progress, "11.2", PROVINCE, 2025)).isEqualTo("met");
        Row missed = row(progress, "34.4", PROVINCE, 2025);
        assertThat(missed.<String>getAs("status")).isEqualTo("missed");
        assertNumber(missed, "attainment", 98.75); // 79 / 80
    }

    @Test
    void aShareHasABandOnBothSidesAndAboutNoneAboveWhereThatIsFine() {
        double[] values = {73, 77, 72.9, 77.1}; // 75 with a tolerance of 2
        String[] regions = {"220122", "220182", "220183", "220221"};
        for (int i = 0; i < regions.length; i++) {
            observe("inpatient_all", regions[i], 2025, 100);
            observe("inpatient_done", regions[i], 2025, values[i]);
        }
        observe("elderly", PROVINCE, 2025, 1000);
        observe("elderly_home", PROVINCE, 2025, 921);
        observe("elderly_community", PROVINCE, 2025, 80);
        Dataset<Row> progress = progress(CLOSED);
        assertThat(status(progress, "15.1", "220122", 2025)).isEqualTo("met");
        assertThat(status(progress, "15.1", "220182", 2025)).isEqualTo("met");
        assertThat(status(progress, "15.1", "220183", 2025)).isEqualTo("missed");
        assertThat(status(progress, "15.1", "220221", 2025)).isEqualTo("met");
        assertThat(status(progress, "28.1", PROVINCE, 2025)).isEqualTo("missed"); // 92.1 against 90 ± 2
        assertThat(status(progress, "28.2", PROVINCE, 2025)).isEqualTo("met"); // 8 against 7 ± 1
    }

    @Test
    void aRatioFloorTakesLastYearsDenominatorAndRollsUpAsShareOfCounties() {
        String[] regions = {"220122", "220182", "220183"};
        double[] standards = {130, 129, 140}; // over 100 of the year before: 1.3, 1.29, 1.4
        for (int i = 0; i < regions.length; i++) {
            observe("dibao_urban", regions[i], 2024, 100);
            observe("dibao_urban", regions[i], 2025, 120);
            observe("destitute_urban", regions[i], 2024, 125);
            observe("destitute_urban", regions[i], 2025, standards[i]);
        }
        Dataset<Row> progress = progress(CLOSED);
        assertNumber(row(progress, "17.1", "220122", 2025), "obs_value", 1.3);
        assertThat(status(progress, "17.1", "220122", 2025)).isEqualTo("met");
        assertThat(status(progress, "17.1", "220182", 2025)).isEqualTo("missed");
        // In the first year there is no year before.
        assertThat(row(progress, "17.1", "220122", 2024).<String>getAs("reason"))
                .isEqualTo("not_reported");
        Row province = row(progress, "17.1", PROVINCE, 2025);
        assertThat(province.<String>getAs("value_is")).isEqualTo("share_of_counties");
        assertNumber(province, "obs_value", 66.666666667); // 2 of 3
        assertNumber(province, "target_value", 100);
        assertThat(province.<String>getAs("status")).isEqualTo("missed");
    }

    @Test
    void facilitiesRollUpAsTheShareOfCountiesThatHaveThem() {
        observe("fitness_centre", "220122", 2025, 1);
        observe("fitness_centre", "220182", 2025, 1);
        observe("fitness_centre", "220183", 2025, 0);
        Dataset<Row> progress = progress(CLOSED);
        assertNumber(row(progress, "35.3", "220122", 2025), "obs_value", 100);
        assertThat(status(progress, "35.3", "220183", 2025)).isEqualTo("missed");
        assertNumber(row(progress, "35.3", "220100", 2025), "obs_value", 66.666666667);
    }

    @Test
    void theShareOfPeopleWeighsByTheCensus(@TempDir Path work) throws IOException {
        Configuration conf = changed(
                work,
                "catalogue/08-culture-sport.yaml",
                "roll-up: share-of-counties\n        formula:\n          numerator: fitness_centre",
                "roll-up: share-of-people\n        formula:\n          numerator: fitness_centre");
        observe("fitness_centre", "220122", 2025, 1); // 763983 people
        observe("fitness_centre", "220182", 2025, 1); // 836098
        observe("fitness_centre", "220183", 2025, 0); // 635476
        Row province = row(progress(conf, Divisions.TODAY, CLOSED), "35.3", PROVINCE, 2025);
        assertThat(province.<String>getAs("value_is")).isEqualTo("share_of_people");
        assertNumber(province, "obs_value", 100.0 * 1600081 / 2235557);
    }

    @Test
    void aDifference(@TempDir Path work) throws IOException {
        Configuration conf = changed(
                work,
                "catalogue/02-employment.yaml",
                "numerator: return_bases",
                "numerator: [return_bases, {series: technician_studios, minus: true}]");
        observe("return_bases", PROVINCE, 2024, 40);
        observe("technician_studios", PROVINCE, 2024, 15);
        observe("return_bases", PROVINCE, 2023, 40); // the other term was not reported
        Dataset<Row> progress = progress(conf, Divisions.TODAY, CLOSED);
        assertNumber(row(progress, "9.1", PROVINCE, 2024), "obs_value", 25);
        assertThat(row(progress, "9.1", PROVINCE, 2023).<String>getAs("reason")).isEqualTo("not_reported");
    }

    @Test
    void aShareMayBeMissedOnBothSides() {
        // 3% with a tolerance of 0.5
        double[] served = {2.5, 3.6, 2.4};
        for (int i = 0; i < served.length; i++) {
            observe("elderly", PROVINCE, 2023 + i, 100);
            observe("elderly_institution", PROVINCE, 2023 + i, served[i]);
        }
        Dataset<Row> closed = progress(CLOSED);
        assertThat(status(closed, "28.3", PROVINCE, 2025)).isEqualTo("lost"); // it was met in 2023
        assertThat(row(closed, "28.3", PROVINCE, 2025).<Integer>getAs("met_in")).isEqualTo(2023);
        Dataset<Row> before = progress(OPEN);
        assertThat(status(before, "28.3", PROVINCE, 2023)).isEqualTo("met");
        assertThat(status(before, "28.3", PROVINCE, 2024)).isEqualTo("lost");
    }

    @Test
    void absenceIsZeroAndNothingElse() {
        observe("rural_poor", "220122", 2018, 100);
        observe("rural_poor", "220122", 2020, 0);
        observe("rural_poor", "220182", 2020, 3);
        Dataset<Row> progress = progress(CLOSED);
        Row met = row(progress, "21.1", "220122", 2020);
        assertThat(met.<String>getAs("status")).isEqualTo("met");
        assertThat(met.<Double>getAs("attainment")).isNull(); // a share of zero
        assertThat(status(progress, "21.1", "220182", 2020)).isEqualTo("missed");
        assertNumber(row(progress, "21.1", PROVINCE, 2020), "obs_value", 3);
    }

    @Test
    void absenceHasALinearPaceDownwards() {
        observe("rural_poor", "220122", 2018, 100);
        observe("rural_poor", "220122", 2019, 60);
        // (100 - 60) / 1 year over (100 - 0) / 2 years to 2020
        Row row = row(progress(asOf("2020-06-30T00:00:00Z")), "21.1", "220122", 2019);
        assertNumber(row, "pace_ratio", 0.8);
        assertThat(row.<String>getAs("status")).isEqualTo("slow");
    }

    @Test
    void anImprovementIsHeldAgainstTheBaseYear() {
        double[] last = {85, 80, 79};
        String[] regions = {"220122", "220182", "220183"};
        for (int i = 0; i < regions.length; i++) {
            for (int year : new int[] {2018, 2025}) {
                observe("water_sample_all", regions[i], year, 100);
                observe("water_sample_done", regions[i], year, year == 2018 ? 80 : last[i]);
            }
        }
        Dataset<Row> progress = progress(CLOSED);
        assertThat(status(progress, "30.3", "220122", 2025)).isEqualTo("met");
        assertThat(status(progress, "30.3", "220182", 2025)).isEqualTo("missed");
        assertThat(status(progress, "30.3", "220183", 2025)).isEqualTo("missed");
        assertThat(row(progress, "30.3", "220122", 2025).<Double>getAs("gap")).isNull();
    }

    @Test
    void milestones() {
        observe("milestone_1", PROVINCE, 2023, 0);
        observe("milestone_1", PROVINCE, 2024, 1);
        observe("milestone_1", PROVINCE, 2025, 2);
        observe("milestone_3", PROVINCE, 2025, 1);
        Dataset<Row> before = progress(OPEN);
        assertThat(status(before, "1.m1", PROVINCE, 2023)).isEqualTo("not_started");
        assertThat(status(before, "1.m1", PROVINCE, 2024)).isEqualTo("under_way");
        Dataset<Row> after = progress(CLOSED);
        assertThat(status(after, "1.m1", PROVINCE, 2025)).isEqualTo("met");
        assertThat(status(after, "3.m1", PROVINCE, 2025)).isEqualTo("missed");
        assertThat(row(after, "3.m1", PROVINCE, 2025).<Double>getAs("attainment"))
                .isNull();
    }

    /** 35.2: 2.2 m² in 2019, raised to 2.6 from 2022 on. */
    @Test
    void aResultAsOfAnEarlierDayUsesTheNumberThenInForce() {
        observe("sports_area", "220122", 2020, 240);
        observe("resident_population", "220122", 2020, 100);
        Row then = row(progress(asOf("2021-06-30T00:00:00Z")), "35.2", "220122", 2020);
        assertNumber(then, "target_value", 2.2);
        assertThat(then.<String>getAs("status")).isEqualTo("met");
        Row now = row(progress(CLOSED), "35.2", "220122", 2020);
        assertNumber(now, "target_value", 2.6);
        assertThat(now.<String>getAs("status")).isEqualTo("overdue");
        Row before = row(progress(asOf("2019-01-01T00:00:00Z")), "35.2", "220122", 2018);
        assertThat(before.<Double>getAs("target_value")).isNull();
    }

    private void water(String region, int year, double people, double reliable) {
        observe("rural_population", region, year, people);
        observe("rural_reliable_water", region, year, reliable);
    }

    @Test
    void onTheDivisionsThenInForceACountyCountsWhereItWas() {
        water("220381", 2019, 100, 80); // 公主岭市, in 四平市
        water("220184", 2020, 100, 84); // in 长春市
        water("220322", 2019, 100, 60); // 梨树县, in 四平市
        Dataset<Row> then = progress(JILIN, Divisions.THEN, CLOSED);
        assertNumber(row(then, "30.2", "220300", 2019), "obs_value", 70); // (80 + 60) / 200
        assertThat(row(then, "30.2", "220100", 2019).<Double>getAs("obs_value")).isNull();
        assertNumber(row(then, "30.2", "220100", 2020), "obs_value", 84);
        assertNumber(row(then, "30.2", "220184", 2019), "obs_value", 80); // its own series goes on
        assertNumber(row(then, "30.2", PROVINCE, 2019), "obs_value", 70);
        Dataset<Row> today = progress(CLOSED);
        assertNumber(row(today, "30.2", "220100", 2019), "obs_value", 80);
        assertNumber(row(today, "30.2", "220300", 2019), "obs_value", 60);
    }

    @Test
    void whatTheProvinceReportsItselfStandsBesideTheSum() {
        water("220122", 2024, 100, 90);
        water(PROVINCE, 2024, 100, 90.4); // 0.44% off: within the tolerance of 0.5%
        water("220122", 2025, 100, 90);
        water(PROVINCE, 2025, 100, 95); // 5.6% off
        water("220200", 2025, 100, 91); // 吉林市 reports, its counties do not
        Dataset<Row> progress = progress(CLOSED);
        Row near = row(progress, "30.2", PROVINCE, 2024);
        assertNumber(near, "obs_value", 90);
        assertNumber(near, "reported_value", 90.4);
        assertThat(near.<Boolean>getAs("reported_differs")).isFalse();
        Row far = row(progress, "30.2", PROVINCE, 2025);
        assertNumber(far, "obs_value", 90);
        assertNumber(far, "reported_value", 95);
        assertThat(far.<Boolean>getAs("reported_differs")).isTrue();
        assertThat(far.<String>getAs("source")).isEqualTo("rolled_up");
        Row only = row(progress, "30.2", "220200", 2025);
        assertNumber(only, "obs_value", 91);
        assertThat(only.<String>getAs("source")).isEqualTo("reported");
    }

    /** 60 counties hold 21989150 of the province's 24073453 people; the nine zones hold the rest. */
    @Test
    void zonesCountInTheProvince() {
        observe("sports_area", "220171", 2025, 300);
        observe("resident_population", "220171", 2025, 100);
        observe("sports_area", "220122", 2025, 200);
        observe("resident_population", "220122", 2025, 100);
        Dataset<Row> progress = progress(CLOSED);
        Row province = row(progress, "35.2", PROVINCE, 2025);
        assertNumber(province, "obs_value", 2.5); // (300 + 200) / 200
        assertThat(province.<Integer>getAs("regions_reporting")).isEqualTo(2);
        // The eight other zones never reported it.
        assertThat(province.<Integer>getAs("regions_expected")).isEqualTo(61);
        // 429387 in the zone and 763983 in the county
        assertNumber(province, "people_covered", 100.0 * 1193370 / 24073453);
        assertThat(row(progress, "35.2", "220171", 2025).<String>getAs("region_level"))
                .isEqualTo("zone");
    }
}
