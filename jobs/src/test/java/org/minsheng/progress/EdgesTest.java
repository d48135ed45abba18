package org.minsheng.progress;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.run.Configuration;

/** Statuses and paces at their edges; every expected value was worked out by hand, and the working stands beside it. */
class EdgesTest extends ProgressFixture {
    private static final String PROVINCE = "220000";
    private static final List<String> COUNTIES =
            JILIN.regions().today(Level.COUNTY).stream().map(Region::code).toList();

    private static Configuration changed(Path work, String file, String from, String to) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("catalogue").resolve(file), from, to);
        return Configuration.read(conf.resolve("minsheng.yaml"), Map.of());
    }

    private void inpatients(String region, int year, double percent) {
        observe("inpatient_all", region, year, 100_000);
        observe("inpatient_done", region, year, percent * 1000);
    }

    @Test
    void aYearWithoutAValueHasNoPace() {
        water("220122", 2018, 70);
        water("220122", 2021, 80);
        Dataset<Row> progress = progress(CLOSED);
        for (int year : new int[] {2019, 2020, 2022, 2025}) {
            Row row = row(progress, "30.2", "220122", year);
            assertThat(row.<String>getAs("pace_method")).isNull();
            assertThat(row.<Double>getAs("observed_pace")).isNull();
            assertThat(row.<Double>getAs("required_pace")).isNull();
            assertThat(row.<String>getAs("pace_reason")).isEqualTo("no_value");
        }
    }

    /**
     * Better than in the base year is met at the deadline; what stands at 100% from the start cannot be better. From 100 to
     * 100 it grows by 0%, and 1 - (100/100)^4.44 = 0 times 1.5% is asked; from 80 it is 0.943% and 0.314%, and 82 is 0.826%.
     */
    @Test
    void improvementHasAYearInWhichItWasMetAndIsMetAtItsLimit() {
        double[][] series = {{80, 79, 81}, {80, 82, 79}, {100, 100, 100}, {100, 100, 99}, {80, 80, 80}};
        for (int i = 0; i < series.length; i++) {
            samples(COUNTIES.get(i), 2018, series[i][0]);
            samples(COUNTIES.get(i), 2021, series[i][1]);
            samples(COUNTIES.get(i), 2025, series[i][2]);
        }
        Dataset<Row> progress = progress(CLOSED);
        String[] middle = {"reversing", "slow", "on_track", "on_track", "behind"};
        String[] end = {"met", "lost", "met", "lost", "missed"};
        Integer[] metIn = {2025, 2021, 2018, 2018, null};
        for (int i = 0; i < series.length; i++) {
            assertThat(status(progress, "30.3", COUNTIES.get(i), 2018)).isEqualTo("open");
            assertThat(status(progress, "30.3", COUNTIES.get(i), 2021)).isEqualTo(middle[i]);
            Row last = row(progress, "30.3", COUNTIES.get(i), 2025);
            assertThat(last.<String>getAs("status")).as("series " + i).isEqualTo(end[i]);
            assertThat(last.<Integer>getAs("met_in")).as("series " + i).isEqualTo(metIn[i]);
        }
    }

    /**
     * 75 with a tolerance of 2, where above misses too. 60, 85, 86: the bound 77 asked of 60 (77/60)^(1/7) - 1 = 3.628% a
     * year; 85 came by 41.667%, but has to fall, so R = -41.667 / 3.628 = -11.48; 86 by 19.722%, -5.44. From 90 down to 80:
     * (80/90)^(1/3) - 1 = -3.850% over (77/90)^(1/7) - 1 = -2.204%, R = 1.747; on to 70 it has gone too far.
     */
    @Test
    void whatGoesThroughABandMovesAwayFromIt(@TempDir Path work) throws IOException {
        inpatients("220122", 2018, 60);
        inpatients("220122", 2019, 85);
        inpatients("220122", 2020, 86);
        inpatients("220182", 2018, 90);
        inpatients("220182", 2021, 80);
        inpatients("220182", 2022, 70);
        double[] near = {75, 72, 79, 77.5, 72.5}; // the nearer the better, with equal places at 2.5 on either side
        for (int i = 0; i < near.length; i++) {
            inpatients(COUNTIES.get(i), 2017, near[i]);
        }
        inpatients("220183", 2018, 60);
        inpatients("220183", 2020, 80);
        Configuration both = changed(work, "03-social-security.yaml", "above: fine", "above: missed");
        Dataset<Row> progress = progress(both, Divisions.TODAY, OPEN);
        Row over = row(progress, "15.1", "220122", 2019);
        assertThat(over.<String>getAs("status")).isEqualTo("reversing");
        assertNumber(over, "pace_ratio", -11.484785);
        assertNumber(over, "needed_change", -8); // to 77, not to 75
        assertNumber(over, "gap", 10);
        assertThat(status(progress, "15.1", "220122", 2020)).isEqualTo("reversing");
        assertNumber(row(progress, "15.1", "220122", 2020), "pace_ratio", -5.436043);
        Row falling = row(progress, "15.1", "220182", 2021);
        assertThat(falling.<String>getAs("status")).isEqualTo("on_track");
        assertNumber(falling, "pace_ratio", 1.746852);
        assertNumber(falling, "needed_change", -3);
        Row under = row(progress, "15.1", "220182", 2022);
        assertThat(under.<String>getAs("status")).isEqualTo("reversing");
        assertNumber(under, "needed_change", 3); // to 73
        assertThat(COUNTIES.subList(0, 5))
                .extracting(region -> row(progress, "15.1", region, 2017).<Integer>getAs("rank"))
                .containsExactly(1, 4, 5, 2, 2);
        // As it is, a county that pays 80% back has not to lower that.
        Row fine = row(progress(OPEN), "15.1", "220183", 2020);
        assertThat(fine.<String>getAs("status")).isEqualTo("met");
        assertThat(fine.<Double>getAs("needed_change")).isNull();
        assertThat(row(progress(OPEN), "15.1", "220183", 2018).<Double>getAs("needed_change"))
                .isEqualTo(13);
    }

    /**
     * At most 10 by 2025, from 40 in 2018: (10/40)^(1/7) - 1 = -17.966% a year. In three years 20 is -20.630%, R = 1.148; 35
     * is -4.355%, R = 0.242; 45 is 4.004%, R = -0.223.
     */
    @Test
    void atMostHasAPathDownwards(@TempDir Path work) throws IOException {
        Configuration conf = changed(
                work,
                "04-poverty.yaml",
                "          - kind: absence\n            deadline: 2020\n",
                "          - kind: at-most\n            value: 10\n            deadline: 2025\n");
        double[] values = {20, 35, 45, 10, 9};
        String[] statuses = {"on_track", "behind", "reversing", "met", "met"};
        Double[] ratios = {1.148247, 0.242309, -0.222870, null, null};
        for (int i = 0; i < values.length; i++) {
            observe("rural_poor", COUNTIES.get(i), 2018, 40);
            observe("rural_poor", COUNTIES.get(i), 2021, values[i]);
        }
        Dataset<Row> progress = progress(conf, Divisions.TODAY, OPEN);
        for (int i = 0; i < values.length; i++) {
            Row row = row(progress, "21.1", COUNTIES.get(i), 2021);
            assertThat(row.<String>getAs("status")).isEqualTo(statuses[i]);
            if (ratios[i] != null) {
                assertNumber(row, "pace_ratio", ratios[i]);
                assertNumber(row, "needed_change", 10 - values[i]);
            }
            assertThat(row.<String>getAs("target_operator")).isEqualTo("<=");
            assertThat(row.<Double>getAs("attainment")).isNull();
        }
        assertThat(row(progress, "21.1", COUNTIES.get(4), 2021).<Integer>getAs("rank"))
                .isEqualTo(1);
    }

    /** No number: the base is negative or zero, so the pace is a line: -10 to 5 in 3 years over -10 to 30 in 7, 5 / 5.714. */
    @Test
    void aNegativeBaseHasALinearPace(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        Path file = conf.resolve("catalogue/02-employment.yaml");
        TestConf.replace(
                file,
                "numerator: return_bases",
                "numerator: [return_bases, {series: technician_studios, minus: true}]");
        TestConf.replace(file, "- kind: annual\n            value: 30\n", "- kind: level\n            value: 30\n");
        Configuration changed = Configuration.read(conf.resolve("minsheng.yaml"), Map.of());
        observe("return_bases", PROVINCE, 2018, 10);
        observe("technician_studios", PROVINCE, 2018, 20);
        observe("return_bases", PROVINCE, 2021, 25);
        observe("technician_studios", PROVINCE, 2021, 20);
        Row row = row(progress(changed, Divisions.TODAY, OPEN), "9.1", PROVINCE, 2021);
        assertThat(row.<String>getAs("pace_method")).isEqualTo("linear");
        assertNumber(row, "pace_ratio", 0.875);
        assertThat(row.<String>getAs("status")).isEqualTo("slow");
    }

    /** 四平 had six units in 2019, 公主岭市 among them, and five since: 314307 + 313650 + 537145 + 331873 + 317758 people. */
    @Test
    void theUnitsAndPeopleOfThen() {
        List<String> siping = List.of("220302", "220303", "220322", "220323", "220382");
        siping.forEach(county -> water(county, 2019, 80));
        siping.forEach(county -> water(county, 2020, 80));
        water("220381", 2019, 80);
        Dataset<Row> then = progress(JILIN, Divisions.THEN, CLOSED);
        Row before = row(then, "30.2", "220300", 2019);
        assertThat(before.<Integer>getAs("regions_expected")).isEqualTo(6);
        assertThat(before.<Integer>getAs("regions_reporting")).isEqualTo(6);
        assertNumber(before, "people_covered", 100);
        Row after = row(then, "30.2", "220300", 2020);
        assertThat(after.<Integer>getAs("regions_expected")).isEqualTo(5);
        assertNumber(after, "people_covered", 100);
        // 长春 had one county less then: ten, and a zone that reports nothing.
        assertThat(row(then, "30.2", "220100", 2019).<Integer>getAs("regions_expected"))
                .isEqualTo(10);
        assertThat(row(then, "30.2", "220100", 2020).<Integer>getAs("regions_expected"))
                .isEqualTo(11);
        assertThat(row(then, "30.2", PROVINCE, 2019).<Integer>getAs("regions_expected"))
                .isEqualTo(60);
        assertThat(row(progress(CLOSED), "30.2", "220300", 2019).<Integer>getAs("regions_expected"))
                .isEqualTo(5);
    }

    /** 辽源: 西安区 has 136337 of 996903 people, 13.7%; 龙山区, 东丰县 and 东辽县 the rest. */
    @Test
    void aSumOfTooFewPeopleIsNoBaseMeetsNothingAndIsRankedNowhere() {
        water("220403", 2018, 95);
        for (String county : List.of("220402", "220421", "220422")) {
            water(county, 2019, 70);
            water(county, 2021, 78);
        }
        water("220403", 2022, 97);
        Configuration jilin = TestConf.jilin();
        Dataset<Row> progress = progress(jilin, Divisions.TODAY, OPEN);
        Row few = row(progress, "30.2", "220400", 2018);
        assertThat(few.<String>getAs("status")).isEqualTo("low_coverage");
        assertThat(few.<Integer>getAs("met_in")).isNull();
        assertThat(few.<Integer>getAs("rank")).isNull();
        Row base = row(progress, "30.2", "220400", 2019);
        assertThat(base.<Integer>getAs("base_period")).isEqualTo(2019);
        assertThat(base.<Double>getAs("change")).isNull(); // 95 was of others
        assertThat(row(progress, "30.2", "220400", 2021).<String>getAs("status"))
                .isEqualTo("on_track");
        Row again = row(progress, "30.2", "220400", 2022);
        assertNumber(again, "obs_value", 97);
        assertThat(again.<String>getAs("pace_reason")).isEqualTo("low_coverage");
        assertThat(again.<Double>getAs("change_since_base")).isNull();
        assertThat(again.<String>getAs("pace_method")).isNull();
        assertThat(again.<Integer>getAs("met_in")).isNull();
        // No point of a projection either: two are left.
        Row projection = new Projections(SPARK, jilin.catalogue(), OPEN)
                .run(progress.filter("indicator = '30.2' AND ref_area = '220400'"))
                .collectAsList()
                .get(0);
        assertThat(projection.<Integer>getAs("points")).isEqualTo(2);
        assertThat(projection.<Integer>getAs("last_period")).isEqualTo(2021);
        assertThat(projection.<String>getAs("reason")).isEqualTo("too_few_points");
    }

    /** A spreadsheet's 29.999999999999996 is 30; 4500000.1 x 100 is 450000009.99999994 in doubles; 90.45 is 0.5% above 90. */
    @Test
    void theTailOfADoubleChangesNothing() {
        observe("return_bases", PROVINCE, 2024, 29.999999999999996);
        observe("rural_population", "220122", 2024, 100);
        observe("rural_reliable_water", "220122", 2024, 90);
        observe("rural_population", PROVINCE, 2024, 1000);
        observe("rural_reliable_water", PROVINCE, 2024, 904.5);
        Dataset<Row> progress = progress(OPEN);
        assertThat(row(progress, "9.1", PROVINCE, 2024).<Double>getAs("obs_value"))
                .isEqualTo(30);
        assertThat(status(progress, "9.1", PROVINCE, 2024)).isEqualTo("met");
        assertThat(row(progress, "30.2", PROVINCE, 2024).<Boolean>getAs("reported_differs"))
                .isFalse();
        assertThat(4500000.1 * 100).isLessThan(450000010);
        double[][] figures = {
            {4500000.1 * 100, 450000010},
            {28.799999999999997, 28.8},
            {-28.799999999999997, -28.8},
            {0, 0},
            {0.1 + 0.2, 0.3},
            {999999.9999999999, 1000000},
            {1e15 / 3, 333333333333333.0},
            {123456789012345678.0, 123456789012345678.0}
        };
        for (double[] figure : figures) {
            assertThat(Exact.figure(figure[0])).isEqualTo(figure[1]);
            assertThat(SPARK.range(1)
                            .select(Exact.figure(lit(figure[0])))
                            .head()
                            .getDouble(0))
                    .isEqualTo(figure[1]);
        }
    }

    @Test
    void onceTheDeadlineIsOverAnOlderFigureIsOverdueUnlessWhatItMetLasts() {
        water("220122", 2018, 70);
        water("220122", 2023, 84); // on track of 90 by 2025: (84/70)^(1/5) over (90/70)^(1/7), 3.71 / 3.66
        water("220182", 2023, 91);
        water("220183", 2018, 70);
        water("220183", 2025, 84);
        samples("220122", 2018, 70);
        samples("220122", 2023, 80);
        inpatients("220122", 2023, 76); // about 75, to be kept
        observe("return_bases", PROVINCE, 2023, 31);
        observe("technician_studios", PROVINCE, 2023, 50);
        observe("milestone_1", PROVINCE, 2023, 1);
        observe("milestone_3", PROVINCE, 2023, 2);
        Dataset<Row> before = progress(OPEN);
        assertThat(status(before, "30.2", "220122", 2023)).isEqualTo("on_track");
        assertThat(status(before, "9.1", PROVINCE, 2023)).isEqualTo("met");
        assertThat(status(before, "1.m1", PROVINCE, 2023)).isEqualTo("under_way");
        Dataset<Row> after = progress(CLOSED);
        assertThat(status(after, "30.2", "220122", 2023)).isEqualTo("overdue");
        assertThat(status(after, "30.2", "220122", 2018)).isEqualTo("open");
        assertThat(status(after, "30.2", "220182", 2023)).isEqualTo("overdue"); // 91% may be less by now
        assertThat(status(after, "11.2", PROVINCE, 2023)).isEqualTo("met"); // 50 studios in all stay 50
        assertThat(status(after, "30.2", "220183", 2025)).isEqualTo("missed");
        assertThat(status(after, "3.m1", PROVINCE, 2023)).isEqualTo("met");
        assertThat(status(after, "15.1", "220122", 2023)).isEqualTo("overdue");
        assertThat(status(after, "30.3", "220122", 2023)).isEqualTo("overdue");
        assertThat(status(after, "9.1", PROVINCE, 2023)).isEqualTo("overdue");
        assertThat(status(after, "1.m1", PROVINCE, 2023)).isEqualTo("overdue");
        assertThat(status(after, "30.2", "220221", 2025)).isEqualTo("no_data");
    }

    /** 辽源 of four counties: 80% of all in 2023, 90% of three in 2024 (the one with 50% is missing), and of the same three in 2025. */
    @Test
    void sumsOfOtherUnitsAreNotCompared() {
        for (int year = 2023; year <= 2025; year++) {
            for (String county : List.of("220402", "220403", "220421")) {
                water(county, year, year == 2023 ? 90 : year == 2024 ? 90 : 92);
            }
        }
        water("220422", 2023, 50);
        Dataset<Row> progress = progress(CLOSED);
        assertNumber(row(progress, "30.2", "220400", 2023), "obs_value", 80);
        assertThat(row(progress, "30.2", "220400", 2024).<Double>getAs("change"))
                .isNull();
        assertNumber(row(progress, "30.2", "220400", 2025), "change", 2);
        assertNumber(row(progress, "30.2", "220402", 2024), "change", 0);
    }

    /** All sixty counties, and a zone that reported once. */
    @Test
    void aSumIsProvisionalOnlyWhileUnitsAreMissingThatReportOrAreTold() {
        COUNTIES.forEach(county -> water(county, 2024, 90));
        COUNTIES.forEach(county -> samples(county, 2024, 90));
        samples("220171", 2022, 90);
        Dataset<Row> progress = progress(OPEN);
        Row all = row(progress, "30.2", PROVINCE, 2024);
        assertThat(all.<Integer>getAs("regions_reporting")).isEqualTo(60);
        assertThat(all.<Integer>getAs("regions_expected")).isEqualTo(60);
        assertThat(all.<Boolean>getAs("provisional")).isFalse();
        assertNumber(
                all, "people_covered", 100.0 * 21989150 / 24073453); // the zones' people are not in it all the same
        Row without = row(progress, "30.3", PROVINCE, 2024);
        assertThat(without.<Integer>getAs("regions_expected")).isEqualTo(61);
        assertThat(without.<Boolean>getAs("provisional")).isTrue();
        assertThat(row(progress, "30.3", "220200", 2024).<Boolean>getAs("provisional"))
                .isFalse();
    }

    /** Done late is done, not done is missed, and lost is what was done before. */
    @Test
    void afterTheDeadline() {
        for (String milestone : List.of("milestone_1", "milestone_3", "milestone_6")) {
            observe(milestone, PROVINCE, 2025, milestone.equals("milestone_6") ? 2 : 1);
        }
        observe("milestone_1", PROVINCE, 2026, 2);
        observe("milestone_6", PROVINCE, 2026, 1);
        observe("return_bases", PROVINCE, 2018, 29);
        observe("return_bases", PROVINCE, 2025, 31);
        observe("return_bases", PROVINCE, 2026, 29);
        Dataset<Row> progress = progress(asOf("2027-06-30T00:00:00Z"));
        assertThat(status(progress, "1.m1", PROVINCE, 2025)).isEqualTo("missed");
        Row late = row(progress, "1.m1", PROVINCE, 2026);
        assertThat(late.<String>getAs("status")).isEqualTo("met");
        assertThat(late.<Integer>getAs("met_in")).isEqualTo(2026);
        assertThat(status(progress, "3.m1", PROVINCE, 2025)).isEqualTo("missed");
        assertThat(status(progress, "6.m1", PROVINCE, 2026)).isEqualTo("lost");
        assertThat(status(progress, "9.1", PROVINCE, 2018)).isEqualTo("open"); // promised in 2019
        // Each year by itself: one that misses is missed, whatever the others did.
        assertThat(status(progress, "9.1", PROVINCE, 2026)).isEqualTo("missed");
    }
}
