package org.minsheng.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.TestConf;
import org.minsheng.catalogue.Policy;
import org.minsheng.conf.Level;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.ConvergenceTable;
import org.minsheng.lake.EquityTable;
import org.minsheng.lake.Table;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;

/** Measures of inequality and convergence agree with R ({@code statistics/equity.R}) to nine digits, and with what others published. */
class EquityReferenceTest {
    private static final Policy POLICY = TestConf.jilin().catalogue().policy();
    private static final int LAST_YEAR = 2024;
    private static final String PROVINCE = "province";
    private static final double TARGET = 90; // of the case worked, as in docs/method.md
    private static final Traits MORE_IS_BETTER = new Traits("i", false, false, true, false);
    private static final Traits LESS_IS_BETTER_AND_BOUNDED = new Traits("i", false, true, true, true);
    private static final Set<String> EACH_ITS_OWN =
            Set.of(EquityTable.WORST_FIFTH, ContributionTable.TARGET_LEVEL, ContributionTable.CLOSING_REMOVES);

    /** The lines of a file by their case: of the data, a region, its group, its weight, a year and a value. */
    private static Map<String, List<String[]>> lines(String file) throws IOException {
        try (var in = EquityReferenceTest.class.getResourceAsStream("/statistics/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.groupingBy(line -> line[0], LinkedHashMap::new, Collectors.toList()));
        }
    }

    static Set<String> cases() throws IOException {
        return lines("equity-data.csv").keySet();
    }

    /** A county for each region, with its weight as its people, below a prefecture for each group. */
    private static Regions regions(List<String[]> data) {
        Map<String, Region> regions = new LinkedHashMap<>();
        regions.put(PROVINCE, region(PROVINCE, Level.PROVINCE, null, null));
        for (String[] line : data) {
            String prefecture = "group " + line[2];
            regions.putIfAbsent(prefecture, region(prefecture, Level.PREFECTURE, PROVINCE, null));
            regions.putIfAbsent(line[1], region(line[1], Level.COUNTY, prefecture, Long.valueOf(line[3])));
        }
        return new Regions(List.copyOf(regions.values()));
    }

    private static Region region(String code, Level level, String parent, Long people) {
        return new Region(
                code, code, code, null, null, level, parent, null, null, null, null, null, people, null, null, false,
                List.of());
    }

    /** The weight is the denominator too, so that all is the same by people and by base. */
    private static Row reported(String[] line) {
        boolean hasTarget = line[0].equals("worked");
        double value = Double.parseDouble(line[5]);
        return RowFactory.create(
                line[0],
                line[1],
                Integer.valueOf(line[4]),
                value,
                Double.valueOf(line[3]),
                hasTarget && value < TARGET ? TARGET - value : null,
                hasTarget);
    }

    /** What we find of a case, by year, region and measure as R has them. */
    private static Map<String, Double> found(String name) throws IOException {
        Map<String, Double> found = new HashMap<>();
        List<String[]> data = lines("equity-data.csv").get(name);
        Counties counties = new Counties(regions(data));
        Row packed = new Packing(counties)
                .call(data.stream().map(EquityReferenceTest::reported).iterator())
                .next();
        Panel panel = new Panel(counties, List.of(packed.<byte[]>getAs(1)), true);
        for (Traits traits : List.of(LESS_IS_BETTER_AND_BOUNDED, MORE_IS_BETTER)) {
            for (Row row : named(EquityTable.TABLE, new EquityRows(counties, LAST_YEAR).of(traits, panel))) {
                if (isOfProvince(row) && !row.getAs(EquityTable.WEIGHTED_BY).equals(EquityTable.BY_REGIONS)) {
                    put(found, row.getAs(EquityTable.TIME_PERIOD) + ",,", row, traits);
                }
            }
            for (Row row :
                    named(ConvergenceTable.TABLE, new ConvergenceRows(counties, POLICY, LAST_YEAR).of(traits, panel))) {
                if (isOfProvince(row)) {
                    put(found, ",,", row, traits);
                }
            }
            for (Row row :
                    named(ContributionTable.TABLE, new ContributionRows(counties, LAST_YEAR).of(traits, panel))) {
                String key = row.getAs(EquityTable.TIME_PERIOD) + "," + row.getAs(EquityTable.REF_AREA) + ",";
                put(found, key, row, traits);
            }
        }
        return found;
    }

    private static List<Row> named(Table table, List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    Object[] cells = new Object[row.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = row.get(i);
                    }
                    return (Row) new GenericRowWithSchema(cells, table.schema());
                })
                .toList();
    }

    private static boolean isOfProvince(Row row) {
        return row.getAs(EquityTable.REF_AREA).equals(PROVINCE);
    }

    /** Its figures, each under R's name of it: by people, by base and for either side they are the same. */
    private static void put(Map<String, Double> found, String key, Row row, Traits traits) {
        for (String column : row.schema().fieldNames()) {
            if (row.schema().apply(column).dataType().equals(DataTypes.DoubleType)) {
                String name = column;
                if (EACH_ITS_OWN.contains(column) && traits.isLessBetter()) {
                    name = column + "_of_less";
                } else if (column.startsWith(ConvergenceTable.BETA)) {
                    name = column.replace(
                            ConvergenceTable.BETA,
                            ConvergenceTable.BETA + "_" + row.<String>getAs(ConvergenceTable.BETA_METHOD));
                }
                Double value = row.getAs(column);
                assertThat(value).as(key + name).isEqualTo(found.getOrDefault(key + name, value));
                found.put(key + name, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithR(String name) throws IOException {
        Map<String, Double> found = found(name);
        for (String[] line : lines("equity.csv").get(name)) {
            String key = String.join(",", line[1], line[2], line[3]);
            if (line[4].isEmpty()) {
                assertThat(found).containsKey(key);
                assertThat(found.get(key)).as(key).isNull();
            } else {
                double expected = Double.parseDouble(line[4]);
                assertThat(found.get(key))
                        .as(key)
                        .isNotNull()
                        .isCloseTo(expected, within(Math.abs(expected) * 1e-9 + 1e-14));
            }
        }
    }

    /** To the last digit that they give. */
    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/equity-published.csv", numLinesToSkip = 1)
    void agreesWithWhatOthersPublished(String name, int year, String measure, BigDecimal value, String source)
            throws IOException {
        double half = value.ulp().doubleValue() / 2;
        assertThat(found(name).get(year + ",," + measure))
                .as(source)
                .isCloseTo(value.doubleValue(), within(Math.max(half * 1.000001, 1e-15)));
    }
}
