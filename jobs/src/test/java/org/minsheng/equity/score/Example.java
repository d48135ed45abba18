package org.minsheng.equity.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.minsheng.TestSpark;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.catalogue.Policy;
import org.minsheng.catalogue.RollUp;
import org.minsheng.catalogue.Scorecard;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.Lookup;
import org.minsheng.lake.ProgressTable;
import org.minsheng.lake.ScoreTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** A small catalogue with its regions and rows of progress, and what is scored of them in 2025. */
final class Example {
    static final AsOf AS_OF = new AsOf(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    static final int YEAR = 2025;

    private final List<Region> regions = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Scorecard scorecard;

    private record Entry(
            String indicator,
            String region,
            int year,
            Level level,
            Double value,
            String kind,
            Double target,
            Double needed,
            String status) {}

    Example(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /** With a rule for missing parts, and so many replications. */
    static Example of(double leastPresent, int replications) {
        return new Example(new Scorecard(leastPresent, replications, 1, 0.25));
    }

    static Indicator indicator(String id, double weight) {
        return indicator(id, weight, Level.COUNTY, new TargetKind.Level(BigDecimal.valueOf(100)));
    }

    static Indicator indicator(String id, double weight, Level level, TargetKind kind) {
        Target target = new Target(kind, YEAR, true, LocalDate.of(2019, 7, 16), null, "", null);
        return new Indicator(
                id, null, null, 1, "", null, RollUp.SUMS, level, null, null, null, weight, List.of(target));
    }

    static Measure measure(int number, double weight, Indicator... indicators) {
        return new Measure(number, null, "", List.of(), weight, List.of(indicators));
    }

    Example field(int number, double weight, Measure... measures) {
        fields.add(new Field(number, null, weight, List.of(measures)));
        return this;
    }

    Example regions(Level level, String... codes) {
        Stream.of(codes)
                .map(code -> new Region(
                        code, code, code, null, null, level, null, null, null, null, null, null, null, null, null,
                        false, List.of()))
                .forEach(regions::add);
        return this;
    }

    /** That the target of an indicator, 100, is met to so many per cent. */
    Example met(String indicator, String region, double percent) {
        return row(indicator, region, "level", percent, 100.0, percent < 100 ? 100 - percent : null);
    }

    /** The scores of several indicators, separated by blanks; - where there is none. */
    Example met(String region, String indicators, String scores) {
        String[] ids = indicators.split(" ");
        String[] percents = scores.split(" ");
        for (int i = 0; i < ids.length; i++) {
            if (!percents[i].equals("-")) {
                met(ids[i], region, Double.parseDouble(percents[i]));
            }
        }
        return this;
    }

    Example row(String indicator, String region, String kind, Double value, Double target, Double needed) {
        return row(indicator, region, YEAR, kind, value, target, needed, "missed");
    }

    Example row(
            String indicator,
            String region,
            int year,
            String kind,
            Double value,
            Double target,
            Double needed,
            String status) {
        Level level = regions.stream()
                .filter(known -> known.code().equals(region))
                .findFirst()
                .orElseThrow()
                .level();
        entries.add(new Entry(indicator, region, year, level, value, kind, target, needed, status));
        return this;
    }

    Dataset<Row> progress(SparkSession spark) {
        return new Lookup<Entry>()
                .column(ProgressTable.INDICATOR, DataTypes.StringType, Entry::indicator)
                .column(ProgressTable.REF_AREA, DataTypes.StringType, Entry::region)
                .column(ProgressTable.TIME_PERIOD, DataTypes.IntegerType, Entry::year)
                .column(
                        ProgressTable.REGION_LEVEL,
                        DataTypes.StringType,
                        entry -> entry.level().word())
                .column(ProgressTable.OBS_VALUE, DataTypes.DoubleType, Entry::value)
                .column(ProgressTable.TARGET_KIND, DataTypes.StringType, Entry::kind)
                .column(ProgressTable.TARGET_VALUE, DataTypes.DoubleType, Entry::target)
                .column(ProgressTable.NEEDED_CHANGE, DataTypes.DoubleType, Entry::needed)
                .column(ProgressTable.STATUS, DataTypes.StringType, Entry::status)
                .of(spark, entries.stream());
    }

    /** What is scored of rows of progress. */
    Dataset<Row> scored(SparkSession spark, Dataset<Row> progress) {
        Policy policy = new Policy(
                null, "", null, "", 2018, YEAR, 0.95, 0.6, 0.015, 0.005, 0.5, 2035, 5, null, 0.005, 3, 10, null, null,
                null, scorecard, null, null, null);
        Catalogue catalogue = new Catalogue(policy, null, Map.of(), true, fields);
        return new Scores(spark, catalogue, new Regions(regions), AS_OF).run(progress);
    }

    /** What is scored, by region, component and code: {@code "A field 1"}. */
    Map<String, Row> scores() {
        Map<String, Row> rows = new HashMap<>();
        scored(TestSpark.session(), progress(TestSpark.session()))
                .collectAsList()
                .forEach(row -> rows.put(
                        row.getAs(ScoreTable.REF_AREA) + " " + row.getAs(ScoreTable.COMPONENT) + " "
                                + row.getAs(ScoreTable.CODE),
                        row));
        return rows;
    }
}
