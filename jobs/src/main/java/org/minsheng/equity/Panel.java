package org.minsheng.equity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.minsheng.lake.EquityTable;

/** What the counties reported of one indicator, by year and county: values, what they are of, and what would meet the target. */
final class Panel {
    private final Counties counties;
    private final TreeMap<Integer, Year> years = new TreeMap<>();
    private final boolean areBasesWeights;
    private boolean hasBases;
    private boolean hasNumber;

    /**
     * From the rows of one indicator.
     *
     * @param packed as {@link Packing} leaves them, in whatever order
     * @param areBasesWeights whether denominators count those that the rate is for
     */
    Panel(Counties counties, List<byte[]> packed, boolean areBasesWeights) {
        this.counties = counties;
        this.areBasesWeights = areBasesWeights;
        for (byte[] bytes : packed) {
            for (ByteBuffer rows = ByteBuffer.wrap(bytes); rows.hasRemaining(); ) {
                put(Packing.read(rows));
            }
        }
    }

    private void put(Packing.Packed row) {
        Year of = years.computeIfAbsent(row.year(), year -> new Year(counties.count()));
        of.values[row.county()] = row.value();
        of.bases[row.county()] = row.base();
        of.meeting[row.county()] = row.value() + row.needed();
        hasBases |= areBasesWeights && !Double.isNaN(row.base());
        hasNumber |= row.hasNumber();
    }

    /** The years of which there are rows, in order. */
    int[] years() {
        return years.keySet().stream().mapToInt(year -> year).toArray();
    }

    /** The value of a county; NaN where it has none. */
    double value(int year, int county) {
        return years.get(year).values[county];
    }

    /** What its value would have to be to meet the target, by county; NaN where it meets it, or no number says. */
    double[] meeting(int year) {
        return years.get(year).meeting;
    }

    /** Whether the target has a number. */
    boolean hasNumber() {
        return hasNumber;
    }

    /** How many of some counties have a value in a year. */
    int countOf(int year, int[] members) {
        double[] values = years.get(year).values;
        int count = 0;
        for (int county : members) {
            count += Double.isNaN(values[county]) ? 0 : 1;
        }
        return count;
    }

    /** Whether a county has a value below zero in a year. */
    boolean hasNegative(int year, int[] members) {
        double[] values = years.get(year).values;
        return Arrays.stream(members).anyMatch(county -> values[county] < 0);
    }

    /** Those of some counties that have a value in a year, by value and, of equal ones, by number. */
    int[] byValue(int year, int[] members) {
        return years.get(year).byValue(members);
    }

    /**
     * Those of some counties that have a weight.
     *
     * @param byValue as the method of that name gives them
     * @param weightedBy a word of the column of that name
     * @return null where there are none
     */
    Distribution distribution(int year, int[] byValue, String weightedBy) {
        double[] values = years.get(year).values;
        double[] logarithms = years.get(year).logarithms;
        double[] weights = weights(year, weightedBy);
        int[] weighted =
                Arrays.stream(byValue).filter(county -> weights[county] > 0).toArray();
        return weighted.length == 0
                ? null
                : new Distribution(
                        weighted,
                        Arrays.stream(weighted)
                                .mapToDouble(county -> values[county])
                                .toArray(),
                        Arrays.stream(weighted)
                                .mapToDouble(county -> logarithms[county])
                                .toArray(),
                        Arrays.stream(weighted)
                                .mapToDouble(county -> weights[county])
                                .toArray());
    }

    /** By county; NaN where it is not known. Without denominators that are weights people count, and where none are known of any, each the same. */
    private double[] weights(int year, String weightedBy) {
        return switch (weightedBy) {
            case EquityTable.BY_REGIONS -> counties.same();
            case EquityTable.BY_PEOPLE -> counties.people();
            case EquityTable.BY_BASE ->
                hasBases ? years.get(year).bases : counties.havePeople() ? counties.people() : counties.same();
            default -> throw new IllegalArgumentException(weightedBy);
        };
    }

    /** By county; NaN where nothing is known. */
    private static final class Year {
        private final double[] values;
        private final double[] bases;
        private final double[] meeting;
        private double[] logarithms;
        private int[] places;
        private int[] ordered;

        Year(int count) {
            values = unknown(count);
            bases = unknown(count);
            meeting = unknown(count);
        }

        private static double[] unknown(int count) {
            double[] unknown = new double[count];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }

        /** A set of places is in order: all counties are sorted once, and those of each scope never. */
        int[] byValue(int[] members) {
            if (places == null) {
                sort();
            }
            BitSet taken = new BitSet(places.length);
            for (int county : members) {
                if (!Double.isNaN(values[county])) {
                    taken.set(places[county]);
                }
            }
            return taken.stream().map(place -> ordered[place]).toArray();
        }

        /** Numbers that are sorted without what they belong to, which then takes the first place of its number that is free. */
        private void sort() {
            double[] sorted = values.clone();
            Arrays.sort(sorted); // NaN last
            places = new int[values.length];
            logarithms = Arrays.stream(values).map(StrictMath::log).toArray();
            ordered = new int[values.length];
            int[] used = new int[values.length];
            for (int county = 0; county < values.length; county++) {
                if (!Double.isNaN(values[county])) {
                    int first = first(sorted, values[county]);
                    places[county] = first + used[first]++;
                    ordered[places[county]] = county;
                }
            }
        }

        private static int first(double[] sorted, double value) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
