package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.conf.Level;
import org.minsheng.region.Region;
import org.minsheng.run.Configuration;

/** Paces, changes, ranks and statuses at their edges; expected paces are R's ({@code statistics/pace.R}). */
class PaceTest extends ProgressFixture {
    private static final String PROVINCE = "220000";
    private static final List<String> COUNTIES =
            JILIN.regions().today(Level.COUNTY).stream().map(Region::code).toList();

    private Map<String, Row> rows;

    private void compute(AsOf asOf) {
        rows = new HashMap<>();
        progress(asOf)
                .collectAsList()
                .forEach(row -> rows.put(
                        row.getAs("indicator") + " " + row.getAs("ref_area") + " " + row.getAs("time_period"), row));
    }

    private Row at(String indicator, String region, int year) {
        Row row = rows.get(indicator + " " + region + " " + year);
        assertThat(row).as(indicator + " " + region + " " + year).isNotNull();
        return row;
    }

    private String statusAt(String indicator, String region, int year) {
        return at(indicator, region, year).getAs("status");
    }

    private static List<String[]> expected() throws IOException {
        try (var in = PaceTest.class.getResourceAsStream("/statistics/pace.csv")) {
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> rows.add(line.split("\\s*,\\s*")));
            return rows;
        }
    }

    /** 90% by 2025, from several bases; the paces are those of R. */
    @Test
    void pacesAgreeWithR() throws IOException {
        List<String[]> expected = expected();
        for (int i = 0; i < expected.size(); i++) {
            String[] e = expected.get(i);
            water(COUNTIES.get(i), Integer.parseInt(e[2]), Double.parseDouble(e[0]));
            water(COUNTIES.get(i), Integer.parseInt(e[3]), Double.parseDouble(e[1]));
        }
        compute(OPEN);
        assertThat(expected).hasSize(8);
        for (int i = 0; i < expected.size(); i++) {
            String[] e = expected.get(i);
            Row row = at("30.2", COUNTIES.get(i), Integer.parseInt(e[3]));
            String what = String.join(",", e);
            assertThat(row.<String>getAs("pace_method")).as(what).isEqualTo(e[4].strip());
            assertThat(row.<Double>getAs("observed_pace")).as(what).isCloseTo(Double.parseDouble(e[5]), within(1e-8));
            assertThat(row.<Double>getAs("required_pace")).as(what).isCloseTo(Double.parseDouble(e[6]), within(1e-8));
            // The ratio of a rate rounded to nine decimals of a per cent that is itself a ten-thousandth.
            assertThat(row.<Double>getAs("pace_ratio")).as(what).isCloseTo(Double.parseDouble(e[7]), within(1e-6));
            assertThat(row.<String>getAs("pace_reason")).as(what).isNull();
            assertThat(row.<Double>getAs("change_since_base"))
                    .as(what)
                    .isCloseTo(Double.parseDouble(e[1]) - Double.parseDouble(e[0]), within(1e-8));
        }
        // A series with a gap has no change on the year before; one that starts later has its base there.
        assertThat(at("30.2", COUNTIES.get(0), 2021).<Double>getAs("change")).isNull();
        assertThat(at("30.2", COUNTIES.get(6), 2024).<Integer>getAs("base_period"))
                .isEqualTo(2020);
        assertThat(at("30.2", COUNTIES.get(7), 2019).<Double>getAs("change")).isCloseTo(0.0005, within(1e-9));
    }

    @Test
    void whyThereIsNoRatio() {
        water("220122", 2018, 95); // met from the start
        water("220122", 2021, 96);
        water("220182", 2021, 80); // one value
        samples("220122", 2018, 80); // no number promised
        samples("220122", 2021, 81);
        observe("return_bases", PROVINCE, 2022, 29);
        observe("return_bases", PROVINCE, 2023, 29.5); // judged each year
        observe("milestone_1", PROVINCE, 2023, 1);
        compute(OPEN);
        assertThat(at("30.2", "220122", 2021).<String>getAs("pace_reason")).isEqualTo("met_in_base_year");
        assertThat(at("30.2", "220122", 2021).<Integer>getAs("met_in")).isEqualTo(2018);
        assertThat(statusAt("30.2", "220122", 2021)).isEqualTo("met");
        assertThat(at("30.2", "220182", 2021).<String>getAs("pace_reason")).isEqualTo("single_value");
        assertThat(statusAt("30.2", "220182", 2021)).isEqualTo("open");
        assertThat(at("30.3", "220122", 2021).<String>getAs("pace_reason")).isEqualTo("no_number");
        assertThat(at("9.1", PROVINCE, 2023).<String>getAs("pace_reason")).isEqualTo("judged_yearly");
        assertThat(at("1.m1", PROVINCE, 2023).<String>getAs("pace_reason")).isEqualTo("milestone");
        assertThat(at("30.2", "220183", 2021).<String>getAs("pace_reason")).isEqualTo("no_value");
    }

    /** 50 studios by 2025 from 15 in 2018, so 5 a year: 0.95, 0.6, just less, 0 and less than 0 of that path. */
    @Test
    void valuesExactlyOnAThreshold() {
        double[] values = {15, 15 + 0.95 * 5, 15 + 2 * 0.6 * 5, 15 + 3 * 0.599 * 5, 15, 14};
        for (int i = 0; i < values.length; i++) {
            observe("technician_studios", PROVINCE, 2018 + i, values[i]);
        }
        compute(OPEN);
        assertThat(statusAt("11.2", PROVINCE, 2018)).isEqualTo("open");
        assertThat(statusAt("11.2", PROVINCE, 2019)).isEqualTo("on_track");
        assertThat(statusAt("11.2", PROVINCE, 2020)).isEqualTo("slow");
        assertThat(statusAt("11.2", PROVINCE, 2021)).isEqualTo("behind");
        assertThat(statusAt("11.2", PROVINCE, 2022)).isEqualTo("behind");
        assertThat(statusAt("11.2", PROVINCE, 2023)).isEqualTo("reversing");
        Row first = at("11.2", PROVINCE, 2019);
        assertNumber(first, "observed_pace", 4.75);
        assertNumber(first, "required_pace", 5);
        assertThat(first.<String>getAs("pace_method")).isEqualTo("linear");
    }

    /**
     * No number: 1.5% and 0.5% a year, times 1 - (base/100)^4.44: 0.6287 from 80, so 0.943% and 0.314%, where (84/80)^(1/3) -
     * 1 = 1.640%, (81.5/80)^(1/3) - 1 = 0.621%, (80.5/80)^(1/3) - 1 = 0.208%; 0.0858 from 98, so 0.129% and 0.043%, where
     * (98.5/98)^(1/3) - 1 = 0.170%, (98.2/98)^(1/3) - 1 = 0.068%, (98.1/98)^(1/3) - 1 = 0.034%.
     */
    @Test
    void improvementIsHeldAgainstFixedGrowthThatShrinksNearTheLimit() {
        double[][] cases = {
            {80, 84}, {80, 81.5}, {80, 80.5}, {80, 80}, {80, 79}, {98, 98.5}, {98, 98.2}, {98, 98.1}, {0, 5}
        };
        String[] statuses = {
            "on_track", "slow", "behind", "behind", "reversing", "on_track", "slow", "behind", "on_track"
        };
        for (int i = 0; i < cases.length; i++) {
            samples(COUNTIES.get(i), 2018, cases[i][0]);
            samples(COUNTIES.get(i), 2021, cases[i][1]);
        }
        compute(OPEN);
        for (int i = 0; i < cases.length; i++) {
            assertThat(statusAt("30.3", COUNTIES.get(i), 2021))
                    .as(cases[i][0] + " to " + cases[i][1])
                    .isEqualTo(statuses[i]);
        }
        assertThat(at("30.3", COUNTIES.get(0), 2021).<String>getAs("pace_method"))
                .isEqualTo("growth");
        assertNumber(at("30.3", COUNTIES.get(0), 2021), "observed_pace", 1.639635681);
    }

    @Test
    void afterTheDeadlineMetAndWhenMissedAndByHowMuchLostAndNeverReached() {
        for (int year : new int[] {2018, 2022, 2024, 2025}) {
            water(
                    "220122",
                    year,
                    Map.of(2018, 70.0, 2022, 91.0, 2024, 92.0, 2025, 93.0).get(year));
            water(
                    "220182",
                    year,
                    Map.of(2018, 70.0, 2022, 75.0, 2024, 80.0, 2025, 84.0).get(year));
            water(
                    "220183",
                    year,
                    Map.of(2018, 70.0, 2022, 90.0, 2024, 80.0, 2025, 89.0).get(year));
            water(
                    "220221",
                    year,
                    Map.of(2018, 70.0, 2022, 70.0, 2024, 69.0, 2025, 68.0).get(year));
        }
        compute(CLOSED);
        assertThat(statusAt("30.2", "220122", 2025)).isEqualTo("met");
        assertThat(at("30.2", "220122", 2025).<Integer>getAs("met_in")).isEqualTo(2022);
        Row missed = at("30.2", "220182", 2025);
        assertThat(missed.<String>getAs("status")).isEqualTo("missed");
        assertNumber(missed, "gap", -6);
        assertNumber(missed, "change", 4);
        assertThat(statusAt("30.2", "220183", 2025)).isEqualTo("lost");
        // Of four counties: 93, 89, 84 and 68; the province of 69 units is not complete.
        assertThat(List.of("220122", "220183", "220182", "220221"))
                .extracting(region -> at("30.2", region, 2025).<Integer>getAs("rank"))
                .containsExactly(1, 2, 3, 4);
        assertThat(at("30.2", "220122", 2025).<Integer>getAs("peers")).isEqualTo(4);
        assertThat(at("30.2", PROVINCE, 2025).<Boolean>getAs("provisional")).isTrue();
        assertThat(missed.<Boolean>getAs("provisional")).isFalse();
    }

    @Test
    void ranksTieAndGoByWhatIsWanted() {
        double[] poor = {0, 3, 0, 1}; // the fewer the better
        for (int i = 0; i < poor.length; i++) {
            observe("rural_poor", COUNTIES.get(i), 2020, poor[i]);
        }
        double[] done = {75, 72, 79, 77.5}; // about 75, where more is no worse
        for (int i = 0; i < done.length; i++) {
            observe("inpatient_all", COUNTIES.get(i), 2020, 100);
            observe("inpatient_done", COUNTIES.get(i), 2020, done[i]);
        }
        compute(CLOSED);
        assertThat(COUNTIES.subList(0, 5))
                .extracting(region -> at("21.1", region, 2020).<Integer>getAs("rank"))
                .containsExactly(1, 4, 1, 3, null);
        assertThat(COUNTIES.subList(0, 4))
                .extracting(region -> at("15.1", region, 2020).<Integer>getAs("rank"))
                .containsExactly(3, 4, 1, 2);
    }

    /** (84 - 80) / 3 over (90 - 80) / 7 = 0.9333, 2.2 / 3 over 10 / 7 = 0.5133, 1.1 / 3 over 10 / 7 = 0.2567. */
    @Test
    void anIndicatorMayHaveAMethodAndThresholdsOfItsOwn(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(
                conf.resolve("catalogue/06-public-services.yaml"),
                "      - id: \"30.2\"\n",
                "      - id: \"30.2\"\n        pace: {method: linear, on-track: 0.9, slow: 0.5}\n");
        double[] values = {84, 82.2, 81.1};
        for (int i = 0; i < values.length; i++) {
            water(COUNTIES.get(i), 2018, 80);
            water(COUNTIES.get(i), 2021, values[i]);
        }
        var changed = Configuration.read(conf.resolve("minsheng.yaml"), Map.of());
        var progress = progress(changed, Divisions.TODAY, OPEN);
        Row first = row(progress, "30.2", COUNTIES.get(0), 2021);
        assertThat(first.<String>getAs("pace_method")).isEqualTo("linear");
        assertNumber(first, "pace_ratio", 0.933333333);
        assertThat(first.<String>getAs("status")).isEqualTo("on_track");
        assertThat(status(progress, "30.2", COUNTIES.get(1), 2021)).isEqualTo("slow");
        assertThat(status(progress, "30.2", COUNTIES.get(2), 2021)).isEqualTo("behind");
    }

    /** With the floor of half of the people, one county makes no province; 763983 of 24073453 people live there. */
    @Test
    void aSumOfTooFewPeopleHasAValueAndNoStatus() {
        water("220122", 2025, 95);
        var jilin = TestConf.jilin();
        Row province = row(progress(jilin, Divisions.TODAY, CLOSED), "30.2", PROVINCE, 2025);
        assertThat(province.<String>getAs("status")).isEqualTo("low_coverage");
        assertNumber(province, "obs_value", 95);
        assertNumber(province, "people_covered", 100.0 * 763983 / 24073453);
    }
}
