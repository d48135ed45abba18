package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.conf.Divisions;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.run.Configuration;

/** Projections of whole tables, with the numbers of R ({@code statistics/trend.csv}), and why there is none. */
class ProjectionsTest extends ProgressFixture {
    private static final String PROVINCE = "220000";

    private Map<String, Row> project(Configuration conf) {
        Map<String, Row> rows = new HashMap<>();
        var found = new Projections(SPARK, conf.catalogue(), OPEN).run(progress(conf, Divisions.TODAY, OPEN));
        assertThat(found.schema().fieldNames())
                .isEqualTo(ProjectionTable.TABLE.schema().fieldNames());
        found.collectAsList()
                .forEach(row -> rows.put(row.getString(0) + " " + row.getString(1) + " " + row.getInt(2), row));
        return rows;
    }

    @Test
    void toTheDeadlineAndTheLongTermGoal() {
        double[] values = {62, 66, 69, 73, 77, 79, 83};
        for (int i = 0; i < values.length; i++) {
            water("220122", 2018 + i, values[i]);
        }
        water("220122", 2025, 99); // the year is not over
        water("220182", 2018, 70);
        water("220182", 2019, 71); // two points
        for (int year = 2018; year < 2022; year++) {
            water("220183", year, 70);
            observe("milestone_1", PROVINCE, year, year - 2018);
        }
        Map<String, Row> rows = project(JILIN);
        Row deadline = rows.get("30.2 220122 2025");
        assertNumber(deadline, "obs_value", 86.5);
        assertNumber(deadline, "lower_80", 85.1662493202);
        assertNumber(deadline, "upper_95", 88.8230248159);
        assertThat(deadline.<Double>getAs("chance")).isCloseTo(0.00586240550198, within(1e-9));
        assertThat(deadline.<Integer>getAs("reached_in")).isEqualTo(2026);
        assertThat(deadline.<Integer>getAs("points")).isEqualTo(7);
        assertThat(deadline.<Integer>getAs("last_period")).isEqualTo(2024);
        assertThat(deadline.<String>getAs("model")).isEqualTo("drift");
        assertThat(deadline.<String>getAs("scale")).isEqualTo("natural");
        // Five years after the last value, and nothing of the year of the goal but that it is too far.
        assertNumber(rows.get("30.2 220122 2029"), "lower_95", 84.8549594178);
        assertThat(rows).doesNotContainKey("30.2 220122 2030");
        assertThat(rows.get("30.2 220122 2035").<Double>getAs("obs_value")).isNull();
        assertThat(rows.get("30.2 220122 2035").<Double>getAs("chance")).isNull();
        assertThat(rows.get("30.2 220122 2035").<String>getAs("reason")).isEqualTo("beyond_horizon");
        assertThat(rows.get("30.2 220182 2035").<String>getAs("reason")).isEqualTo("too_few_points");
        assertThat(rows.get("30.2 220183 2035").<String>getAs("reason")).isEqualTo("constant");
        assertThat(rows.get("30.2 220183 2035").<Double>getAs("obs_value")).isNull();
        assertThat(rows.get("1.m1 " + PROVINCE + " 2035").<String>getAs("reason"))
                .isEqualTo("milestone");
        assertThat(rows.get("30.2 220221 2035").<Integer>getAs("points")).isZero();
    }

    /** Two years after three values; a facility is there or not, but how many counties have one goes on. */
    @Test
    void whatIsNotSaid() {
        for (int year = 2018; year < 2021; year++) {
            water("220122", year, year == 2020 ? 75 : year - 1948); // 70, 71, 75
            observe("fitness_centre", "220122", year, year == 2020 ? 1 : 0);
            observe("fitness_centre", "220182", year, year == 2018 ? 0 : 1);
            observe("fitness_centre", "220183", year, 0);
        }
        Map<String, Row> rows = project(JILIN);
        assertThat(rows.get("30.2 220122 2022").<Double>getAs("obs_value")).isEqualTo(80);
        assertThat(rows).doesNotContainKey("30.2 220122 2023");
        assertThat(rows.get("30.2 220122 2025").<String>getAs("reason")).isEqualTo("beyond_horizon");
        assertThat(rows.get("35.3 220122 2025").<String>getAs("reason")).isEqualTo("no_model");
        assertThat(rows.get("35.3 220122 2025").<Double>getAs("obs_value")).isNull();
        // None, one, two of three: 66.7% and a third more in 2021.
        assertThat(rows.get("35.3 220100 2021").<Double>getAs("obs_value")).isEqualTo(100);
    }

    @Test
    void whatMeetsItsTargetIsNotToReachIt() {
        double[] values = {80, 88, 91};
        for (int i = 0; i < values.length; i++) {
            water("220122", 2022 + i, values[i]);
        }
        Row next = project(JILIN).get("30.2 220122 2025");
        assertThat(next.<Double>getAs("obs_value")).isEqualTo(96.5);
        assertThat(next.<Integer>getAs("reached_in")).isNull();
    }

    /** Poor people: 90, 40, 10 cannot fall below none. */
    @Test
    void nothingIsProjectedWhereNoValueCanBe() {
        int[] poor = {90, 40, 10};
        for (int i = 0; i < poor.length; i++) {
            observe("rural_poor", "220122", 2022 + i, poor[i]);
        }
        Map<String, Row> rows = project(JILIN);
        assertThat(rows.get("21.1 220122 2025").<Double>getAs("obs_value")).isZero();
        assertThat(rows.get("21.1 220122 2025").<Double>getAs("lower_95")).isZero();
    }

    @Test
    void anIndicatorMayHaveAModelOfItsOwn(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(
                conf.resolve("catalogue/06-public-services.yaml"),
                "- id: \"30.2\"\n",
                "- id: \"30.2\"\n        projection: {model: line, scale: logit}\n");
        double[] values = {62, 66, 69, 73, 77, 79, 83};
        for (int i = 0; i < values.length; i++) {
            water("220122", 2018 + i, values[i]);
        }
        Map<String, Row> rows = project(Configuration.read(conf.resolve("minsheng.yaml"), Map.of()));
        assertNumber(rows.get("30.2 220122 2025"), "obs_value", 84.8975900151); // R's lm, statistics/trend.csv
        assertThat(rows.get("30.2 220122 2025").<String>getAs("model")).isEqualTo("line");
    }
}
