package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.REASON;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.ContributionTable;
import org.minsheng.lake.EquityTable;

/** How far apart the counties of the workbook's region are in each indicator, by what is asked for. */
final class Equality {
    private final BookData data;
    private final Outlook outlook;
    private final Map<String, TreeMap<Integer, Row>> byBase = new HashMap<>();
    private final Map<String, TreeMap<Integer, Row>> byPeople = new HashMap<>();
    private final Map<String, Row> trends = new HashMap<>();
    private final Map<String, List<Row>> contributions = new HashMap<>();

    Equality(BookData data, Outlook outlook) {
        this.data = data;
        this.outlook = outlook;
        if (!isCompared()) {
            return;
        }
        for (Row row : data.facts(Facts.Kind.EQUITY)) {
            boolean isByBase = row.getAs(EquityTable.WEIGHTED_BY).equals(EquityTable.BY_BASE);
            (isByBase ? byBase : byPeople)
                    .computeIfAbsent(key(row), key -> new TreeMap<>())
                    .put(row.getAs(TIME_PERIOD), row);
        }
        data.facts(Facts.Kind.CONVERGENCE).forEach(row -> trends.put(key(row), row));
        data.facts(Facts.Kind.CONTRIBUTION)
                .forEach(row -> contributions
                        .computeIfAbsent(row.getAs(INDICATOR), id -> new ArrayList<>())
                        .add(row));
    }

    private static String key(Row row) {
        return key(row.getAs(INDICATOR), row.getAs(EquityTable.PEER_GROUP));
    }

    private static String key(String indicator, String group) {
        return indicator + " " + group;
    }

    /** Whether the workbook shows counties that can be beside each other, and anything that they report. */
    boolean isCompared() {
        return data.areas(Level.COUNTY).size() > 1 && !indicators().isEmpty();
    }

    /** Whether there is a row of anything. */
    boolean isKnown() {
        return !byBase.isEmpty();
    }

    /** The indicators of counties. */
    List<Indicator> indicators() {
        return data.indicators().stream()
                .filter(indicator -> indicator.level() == Level.COUNTY)
                .toList();
    }

    /** Of an indicator all counties, and each group of which there is a row. */
    Stream<Disparity> withGroups(Indicator indicator) {
        Stream<String> groups = data.catalogue().policy().equalisation().peerGroups().keySet().stream()
                .filter(group -> byBase.containsKey(key(indicator.id(), group)));
        return Stream.concat(Stream.of(EquityTable.ALL), groups).map(group -> of(indicator, group));
    }

    private Disparity of(Indicator indicator, String group) {
        String key = key(indicator.id(), group);
        TreeMap<Integer, Row> years = byBase.getOrDefault(key, new TreeMap<>());
        Row row = years.descendingMap().values().stream()
                .filter(one -> !EquityTable.NO_VALUE.equals(one.getAs(REASON)))
                .findFirst()
                .orElse(null);
        Row people = row == null || !byPeople.containsKey(key)
                ? null
                : byPeople.get(key).get(row.<Integer>getAs(TIME_PERIOD));
        return new Disparity(indicator, group, row, people, trends.get(key));
    }

    /** All counties of each indicator. */
    List<Disparity> ofAll() {
        return indicators().stream()
                .map(indicator -> of(indicator, EquityTable.ALL))
                .toList();
    }

    /** Those that are compared, the largest difference first; not what is there or not, as then all or nothing is between counties. */
    List<Disparity> largestFirst() {
        return ofAll().stream()
                .filter(one -> one.coefficient() != null && !outlook.isYesOrNo(one.indicator()))
                .sorted(Comparator.comparingDouble(Disparity::coefficient).reversed())
                .toList();
    }

    /** How many of those that are compared are of what is there or not. */
    long yesOrNo() {
        return ofAll().stream()
                .filter(one -> one.coefficient() != null && outlook.isYesOrNo(one.indicator()))
                .count();
    }

    /** The coefficient of difference of all counties, by the years that have one. */
    TreeMap<Integer, Double> coefficients(Indicator indicator) {
        TreeMap<Integer, Double> coefficients = new TreeMap<>();
        byBase.getOrDefault(key(indicator.id(), EquityTable.ALL), new TreeMap<>())
                .forEach((year, row) -> {
                    if (row.getAs(EquityTable.CV) != null) {
                        coefficients.put(year, row.getAs(EquityTable.CV));
                    }
                });
        return coefficients;
    }

    /** The counties in the order of the Lorenz curve; none where it has no points. */
    List<Row> lorenz(Indicator indicator) {
        return contributions.getOrDefault(indicator.id(), List.of()).stream()
                .filter(row -> row.getAs(ContributionTable.CUMULATIVE_AMOUNT) != null)
                .sorted(Comparator.comparingDouble(row -> row.<Double>getAs(ContributionTable.CUMULATIVE_PEOPLE)))
                .toList();
    }

    /** The county whose gap, if closed, would take away most of what all are apart; none where none would take away any. */
    Optional<Row> mostRemoving(Indicator indicator) {
        return contributions.getOrDefault(indicator.id(), List.of()).stream()
                .filter(row -> row.getAs(ContributionTable.CLOSING_REMOVES) != null
                        && row.<Double>getAs(ContributionTable.CLOSING_REMOVES) > 0)
                .max(Comparator.comparingDouble(row -> row.<Double>getAs(ContributionTable.CLOSING_REMOVES)));
    }
}
