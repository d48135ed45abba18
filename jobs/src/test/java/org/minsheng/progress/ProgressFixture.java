package org.minsheng.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Divisions;
import org.minsheng.lake.ObservationTable;
import org.minsheng.run.Configuration;

/** Observations of a test, and the rows of progress that follow from them. */
class ProgressFixture {
    static final SparkSession SPARK = TestSpark.session();
    /** Jilin's configuration, but a status however few counties a test has. */
    static final Configuration JILIN = anyCoverage();
    /** After the deadline of 2025. */
    static final AsOf CLOSED = asOf("2026-06-30T00:00:00Z");
    /** Before it. */
    static final AsOf OPEN = asOf("2025-06-30T00:00:00Z");

    final List<Row> observations = new ArrayList<>();

    static AsOf asOf(String instant) {
        return new AsOf(Instant.parse(instant), ZoneOffset.UTC);
    }

    private static Configuration anyCoverage() {
        try {
            Path conf = TestConf.copy(Files.createTempDirectory("conf"));
            TestConf.replace(conf.resolve("policy.yaml"), "coverage: 0.5", "coverage: 0");
            return Configuration.read(conf.resolve("minsheng.yaml"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void observe(String series, String region, int year, double value) {
        observe(series, region, year, value, "2020-01-01");
    }

    void observe(String series, String region, int year, Double value, String received) {
        observations.add(RowFactory.create(
                series,
                region,
                year,
                value,
                value == null ? "M" : "A",
                "id-" + received,
                Timestamp.from(Instant.parse(received + "T00:00:00Z")),
                "f",
                "",
                "A1",
                "",
                null,
                true));
    }

    /** That so many per cent of a region's rural people have reliable water (30.2: 90% by 2025). */
    void water(String region, int year, double percent) {
        observe("rural_population", region, year, 100_000);
        observe("rural_reliable_water", region, year, percent * 1000);
    }

    /** That so many per cent of its water samples were good (30.3: better by 2025). */
    void samples(String region, int year, double percent) {
        observe("water_sample_all", region, year, 100_000);
        observe("water_sample_done", region, year, percent * 1000);
    }

    Dataset<Row> progress(AsOf asOf) {
        return progress(JILIN, Divisions.TODAY, asOf);
    }

    /** Kept for the test, as several of its rows are looked at. */
    Dataset<Row> progress(Configuration conf, Divisions divisions, AsOf asOf) {
        // Of the indicators that were observed, if any: those of the whole catalogue would be most of a test's time.
        Set<String> series = observations.stream().map(row -> row.getString(0)).collect(Collectors.toSet());
        Set<String> observed = conf.catalogue()
                .indicators()
                .filter(indicator -> indicator.formula().terms().anyMatch(term -> series.contains(term.series())))
                .map(Indicator::id)
                .collect(Collectors.toSet());
        return new Progress(
                        SPARK,
                        conf.catalogue(),
                        conf.regions(),
                        divisions,
                        asOf,
                        id -> series.isEmpty() || observed.contains(id))
                .run(SPARK.createDataFrame(observations, ObservationTable.TABLE.schema()))
                .cache();
    }

    static Row row(Dataset<Row> progress, String indicator, String region, int year) {
        List<Row> rows = progress.filter(String.format(
                        "indicator = '%s' AND ref_area = '%s' AND time_period = %d", indicator, region, year))
                .collectAsList();
        assertThat(rows).as(indicator + " " + region + " " + year).hasSize(1);
        return rows.get(0);
    }

    static String status(Dataset<Row> progress, String indicator, String region, int year) {
        return row(progress, indicator, region, year).getAs("status");
    }

    static void assertNumber(Row row, String column, double expected) {
        assertThat(row.<Double>getAs(column)).as(column).isCloseTo(expected, within(1e-6));
    }
}
