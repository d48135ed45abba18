package org.minsheng.equity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.minsheng.equity.Packing.Packed;
import org.minsheng.lake.EquityTable;

/** What the counties reported of one indicator, by year and county: values, what they are of, and what would meet the target. */
final class Panel {
    private final Counties counties;
    private final double[] same;
    private final double[] people;
    private final boolean hasPeople;
    private final int[] years;
    private final double[][] values;
    private final double[][] bases;
    private final double[][] meeting;
    private final Map<Integer, Order> orders = new HashMap<>();
    private boolean hasBases;
    private boolean hasNumber;

    /**
     * From the rows of one indicator.
     *
     * @param packed as {@link Packing} leaves them, in whatever order
     */
    Panel(Counties counties, List<byte[]> packed) throws IOException {
        this.counties = counties;
        same = IntStream.range(0, counties.count()).mapToDouble(county -> 1).toArray();
        people = IntStream.range(0, counties.count())
                .mapToDouble(county -> counties.people(county) == null ? Double.NaN : counties.people(county))
                .toArray();
        hasPeople = Arrays.stream(people).anyMatch(number -> !Double.isNaN(number));
        Map<Integer, double[]> valuesOf = new TreeMap<>();
        Map<Integer, double[]> basesOf = new TreeMap<>();
        Map<Integer, double[]> meetingOf = new TreeMap<>();
        for (byte[] bytes : packed) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            while (in.available() > 0) {
                Packed row = Packed.read(in);
                put(row, valuesOf, row.value());
                put(row, basesOf, row.base());
                put(row, meetingOf, row.value() + row.needed());
                hasBases |= !Double.isNaN(row.base());
                hasNumber |= row.hasNumber();
            }
        }
        years = valuesOf.keySet().stream().mapToInt(year -> year).toArray();
        values = valuesOf.values().toArray(double[][]::new);
        bases = basesOf.values().toArray(double[][]::new);
        meeting = meetingOf.values().toArray(double[][]::new);
    }

    private void put(Packed row, Map<Integer, double[]> years, double figure) {
        years.computeIfAbsent(row.year(), year -> unknown())[row.county()] = figure;
    }

    private double[] unknown() {
        double[] unknown = new double[counties.count()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** The years of which there are rows, in order. */
    int[] years() {
        return years;
    }

    /** The value of a county; NaN where it has none. */
    double value(int year, int county) {
        return values[index(year)][county];
    }

    /** What its value would have to be to meet the target; NaN where it meets it, or no number says. */
    double meeting(int year, int county) {
        return meeting[index(year)][county];
    }

    /** Whether the target has a number. */
    boolean hasNumber() {
        return hasNumber;
    }

    /** Those of some counties that have a value in a year. */
    int[] withValue(int year, int[] members) {
        double[] of = values[index(year)];
        return Arrays.stream(members)
                .filter(county -> !Double.isNaN(of[county]))
                .toArray();
    }

    /** Whether a county has a value below zero in a year. */
    boolean hasNegative(int year, int[] members) {
        double[] of = values[index(year)];
        return Arrays.stream(members).anyMatch(county -> of[county] < 0);
    }

    /** The people of those with a value; null where none are known. */
    Long people(int year, int[] members) {
        return Arrays.stream(withValue(year, members))
                .mapToObj(counties::people)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    /** Those of some counties that have a value in a year, by value and, of equal ones, by number. */
    int[] byValue(int year, int[] members) {
        Order of = orders.computeIfAbsent(index(year), index -> Order.of(values[index]));
        return Arrays.stream(withValue(year, members))
                .map(county -> of.places()[county])
                .sorted()
                .map(place -> of.counties()[place])
                .toArray();
    }

    /**
     * Those of some counties that have a weight.
     *
     * @param byValue as the method of that name gives them
     * @param weightedBy a word of the column of that name
     * @return null where there are none
     */
    Distribution distribution(int year, int[] byValue, String weightedBy) {
        double[] of = values[index(year)];
        double[] weightOf = weights(year, weightedBy);
        int[] weighted =
                Arrays.stream(byValue).filter(county -> weightOf[county] > 0).toArray();
        return weighted.length == 0
                ? null
                : new Distribution(
                        weighted,
                        Arrays.stream(weighted)
                                .mapToDouble(county -> of[county])
                                .toArray(),
                        Arrays.stream(weighted)
                                .mapToDouble(county -> weightOf[county])
                                .toArray());
    }

    /** By county; NaN where it is not known. Without denominators people count, and where none are known of any, each the same. */
    private double[] weights(int year, String weightedBy) {
        return switch (weightedBy) {
            case EquityTable.BY_REGIONS -> same;
            case EquityTable.BY_PEOPLE -> people;
            case EquityTable.BY_BASE -> hasBases ? bases[index(year)] : hasPeople ? people : same;
            default -> throw new IllegalArgumentException(weightedBy);
        };
    }

    private int index(int year) {
        return Arrays.binarySearch(years, year);
    }

    /**
     * The counties with a value in a year, sorted once for all scopes: a place is sorted faster than what it stands for.
     *
     * @param counties by place
     * @param places by county, 0 where it has no value
     */
    private record Order(int[] counties, int[] places) {
        static Order of(double[] values) {
            int[] counties = IntStream.range(0, values.length)
                    .filter(county -> !Double.isNaN(values[county]))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer county) -> values[county])
                            .thenComparing(county -> county))
                    .mapToInt(county -> county)
                    .toArray();
            int[] places = new int[values.length];
            for (int place = 0; place < counties.length; place++) {
                places[counties[place]] = place;
            }
            return new Order(counties, places);
        }
    }
}
