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

    private void water(String region, int year, double percent) {
        observe("rural_population", region, year, 100_000);
        observe("rural_reliable_water", region, year, percent * 1000);
    }

    private Map<String, Row> project(Configuration conf) {
        Map<String, Row> rows = new HashMap<>();
        var found = new Projections(SPARK, conf.catalogue(), conf.regions(), OPEN)
                .run(progress(conf, Divisions.TODAY, OPEN));
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
        Map<String, Row> rows = project(SHIPPED);
        Row deadline = rows.get("30.2 220122 2025");
        assertNumber(deadline, "obs_value", 84.8975900151);
        assertNumber(deadline, "lower_80", 84.0724700455);
        assertNumber(deadline, "upper_95", 86.2504892102);
        assertThat(deadline.<Double>getAs("chance")).isCloseTo(5.32691399703e-05, within(1e-9));
        assertThat(deadline.<Integer>getAs("reached_in")).isEqualTo(2028);
        assertThat(deadline.<Integer>getAs("points")).isEqualTo(7);
        assertThat(deadline.<Integer>getAs("last_period")).isEqualTo(2024);
        assertThat(deadline.<String>getAs("scale")).isEqualTo("logit");
        assertNumber(rows.get("30.2 220122 2035"), "obs_value", 97.123302254);
        assertNumber(rows.get("30.2 220122 2035"), "lower_95", 96.3748075604);
        assertThat(rows.get("30.2 220182 2035").<String>getAs("reason")).isEqualTo("too_few_points");
        assertThat(rows.get("30.2 220183 2035").<String>getAs("reason")).isEqualTo("constant");
        assertThat(rows.get("30.2 220183 2035").<Double>getAs("obs_value")).isNull();
        assertThat(rows.get("1.m1 " + PROVINCE + " 2035").<String>getAs("reason"))
                .isEqualTo("milestone");
        assertThat(rows.get("30.2 220221 2035").<Integer>getAs("points")).isZero();
    }

    @Test
    void nothingIsSaidBeyondTheHorizon(@TempDir Path work) throws IOException {
        Path conf = TestConf.copy(work);
        TestConf.replace(conf.resolve("policy.yaml"), "farthest: 15", "farthest: 5");
        water("220122", 2018, 70);
        water("220122", 2019, 72);
        water("220122", 2020, 75);
        Map<String, Row> rows = project(Configuration.read(conf.resolve("minsheng.yaml"), Map.of()));
        assertThat(rows.get("30.2 220122 2025").<Double>getAs("obs_value")).isNotNull();
        assertThat(rows.get("30.2 220122 2035").<String>getAs("reason")).isEqualTo("beyond_horizon");
        assertThat(rows.get("30.2 220122 2035").<Double>getAs("obs_value")).isNull();
    }
}
