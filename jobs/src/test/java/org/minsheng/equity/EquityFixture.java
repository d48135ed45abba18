package org.minsheng.equity;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.minsheng.TestConf;
import org.minsheng.TestSpark;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.Table;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.run.Configuration;

/** Rows of progress of a test, in a province of two prefectures, and what follows from them. */
class EquityFixture {
    static final SparkSession SPARK = TestSpark.session();
    /** A share of at most 100, of which 90 are wanted. */
    static final String WATER = "30.2";
    /** Square metres a person, without a largest value. */
    static final String SPORT = "35.2";
    /** A number of cases, of which none is wanted. */
    static final String CASES = "21.1";
    /** To become better, by no number. */
    static final String IMPROVE = "30.3";

    private static final StructType SCHEMA = new StructType()
            .add(ProgressTable.INDICATOR, StringType)
            .add(ProgressTable.REGION_LEVEL, StringType)
            .add(ProgressTable.REF_AREA, StringType)
            .add(ProgressTable.TIME_PERIOD, IntegerType)
            .add(ProgressTable.OBS_VALUE, DoubleType)
            .add(ProgressTable.DENOMINATOR, DoubleType)
            .add(ProgressTable.NEEDED_CHANGE, DoubleType)
            .add(ProgressTable.TARGET_VALUE, DoubleType);

    private AsOf asOf = asOf("2026-06-30T00:00:00Z");
    private final List<Region> regions = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String goal = "difference: 0.05";

    EquityFixture() {
        region("P", Level.PROVINCE, null, null, null);
        region("A", Level.PREFECTURE, "P", null, null);
        region("B", Level.PREFECTURE, "P", null, null);
    }

    /** A county of A or B, which its code begins with. */
    void county(String code, Long people, String peerGroup) {
        region(code, Level.COUNTY, code.substring(0, 1), people, peerGroup);
    }

    private void region(String code, Level level, String parent, Long people, String group) {
        regions.add(new Region(
                code, code, code, null, null, level, parent, null, null, null, null, null, people, null, group, false,
                List.of()));
    }

    private static AsOf asOf(String instant) {
        return new AsOf(Instant.parse(instant), ZoneOffset.UTC);
    }

    void asKnownAt(String instant) {
        asOf = asOf(instant);
    }

    void withoutGoal() {
        goal = "";
    }

    /** A value of a share of 90% or more, with what it is of. */
    void water(String county, int year, Double value, Double of) {
        row(WATER, county, year, value, of, value == null || value >= 90 ? null : (Double) (90 - value), 90.0);
    }

    void sport(String county, int year, double value) {
        row(SPORT, county, year, value, 1.0, null, 1.0);
    }

    void row(String indicator, String county, int year, Double value, Double of, Double needed, Double target) {
        rows.add(RowFactory.create(indicator, Level.COUNTY.word(), county, year, value, of, needed, target));
    }

    void ofLevel(Level level, String region, int year, double value) {
        rows.add(RowFactory.create(WATER, level.word(), region, year, value, 1.0, null, 90.0));
    }

    Dataset<Row> rows(Table table) {
        return rows(table, SPARK.createDataFrame(rows, SCHEMA));
    }

    Dataset<Row> rows(Table table, Dataset<Row> progress) {
        Configuration conf = conf();
        return Equity.rows(new Equity(conf.catalogue(), new Regions(regions), asOf).run(progress), table);
    }

    /** The rows in another order, in so many partitions. */
    Dataset<Row> shuffled(int partitions) {
        List<Row> turned = new ArrayList<>(rows);
        java.util.Collections.reverse(turned);
        return SPARK.createDataFrame(turned, SCHEMA).repartition(partitions);
    }

    private Configuration conf() {
        try {
            Path conf = TestConf.copy(Files.createTempDirectory("conf"));
            TestConf.replace(conf.resolve("policy.yaml"), "difference: 0.10", goal);
            return Configuration.read(conf.resolve("minsheng.yaml"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only row of a table for which a condition holds. */
    Row only(Table table, String condition) {
        List<Row> found = rows(table).filter(condition).collectAsList();
        if (found.size() != 1) {
            throw new AssertionError(condition + " holds for " + found);
        }
        return found.get(0);
    }
}
