package org.minsheng.equity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.Divisions;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.progress.Progress;
import org.minsheng.run.Configuration;

/** What is scored of the rows that the stage progress makes is their attainment, and no more than 100. */
class ScoresOfProgressTest {
    private static final SparkSession SPARK = TestSpark.session();
    private static final Set<String> INDICATORS = Set.of("30.2", "35.3");

    private final List<Row> observations = new ArrayList<>();

    private void observe(String series, String region, double value) {
        Timestamp received = Timestamp.from(Example.AS_OF.instant());
        observations.add(RowFactory.create(
                series, region, Example.YEAR, value, "A", "id", received, "f", "", "A1", "", null, true));
    }

    /** That so many per cent of a region's rural people have reliable water (30.2: 90%), and whether it has a centre (35.3). */
    private void county(String region, double percent, int centre) {
        observe("rural_population", region, 1000);
        observe("rural_reliable_water", region, percent * 10);
        observe("fitness_centre", region, centre);
    }

    @Test
    void countiesPrefectureAndProvince(@TempDir Path work) throws IOException {
        county("220122", 45, 1);
        county("220182", 99, 1);
        county("220183", 81, 0);
        Path policy = TestConf.copy(work).resolve("policy.yaml");
        TestConf.replace(policy, "coverage: 0.5", "coverage: 0");
        Files.writeString(policy, Files.readString(policy) + "\nscorecard: {least-present: 0, replications: 0}\n");
        Configuration conf = Configuration.read(policy.resolveSibling("minsheng.yaml"), Map.of());
        Dataset<Row> progress = new Progress(
                        SPARK, conf.catalogue(), conf.regions(), Divisions.TODAY, Example.AS_OF, INDICATORS::contains)
                .run(SPARK.createDataFrame(observations, ObservationTable.TABLE.schema()))
                .cache();
        Map<String, Double> attained = new HashMap<>();
        progress.filter("time_period = 2025 AND attainment IS NOT NULL")
                .collectAsList()
                .forEach(row -> attained.put(
                        row.getAs(ProgressTable.REF_AREA) + " "
                                + row.<String>getAs(ProgressTable.INDICATOR).split("\\.")[0],
                        Math.min(100, row.<Double>getAs(ProgressTable.ATTAINMENT))));
        Map<String, Double> scores = new HashMap<>();
        new Scores(SPARK, conf.catalogue(), conf.regions(), Example.AS_OF)
                .run(progress)
                .filter("component = 'measure' AND score IS NOT NULL")
                .collectAsList()
                .forEach(row -> scores.put(
                        row.getAs(ScoreTable.REF_AREA) + " " + row.getAs(ScoreTable.CODE),
                        row.getAs(ScoreTable.SCORE)));
        assertThat(scores).hasSize(10).containsOnlyKeys(attained.keySet());
        scores.forEach((key, score) -> assertThat(score).as(key).isCloseTo(attained.get(key), within(1e-6)));
        assertThat(scores)
                .containsEntry("220122 30", 50.0)
                .containsEntry("220182 30", 100.0)
                .containsEntry("220183 35", 0.0)
                .containsEntry("220100 35", 66.666666667) // two of three counties
                .containsEntry("220000 30", 83.333333333); // 75 of 90
    }
}
