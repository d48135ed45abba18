package org.minsheng.report;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.lake.ScoreTable;

/** The places of the regions of a level over all targets, with the intervals in which they lie: which of them can be told apart. */
final class Places {
    private final List<Place> places;

    private record Place(int rank, Integer low, Integer high, double score) {
        static Place of(Row row) {
            return new Place(
                    row.<Integer>getAs(ScoreTable.RANK),
                    row.getAs(ScoreTable.RANK_LOW),
                    row.getAs(ScoreTable.RANK_HIGH),
                    row.<Double>getAs(ScoreTable.SCORE));
        }

        boolean hasInterval() {
            return low != null && high != null;
        }

        boolean meets(Place other) {
            return low <= other.high && other.low <= high;
        }
    }

    /** Of rows with a rank. */
    Places(Stream<Row> rows) {
        this.places =
                rows.map(Place::of).sorted(Comparator.comparingInt(Place::rank)).toList();
    }

    int regions() {
        return places.size();
    }

    /** Whether it was tried how far places depend on choices. */
    boolean haveIntervals() {
        return !places.isEmpty() && places.stream().allMatch(Place::hasInterval);
    }

    /** The largest score. */
    double best() {
        return places.stream().mapToDouble(Place::score).max().orElseThrow();
    }

    /** How many pairs of one region and the next can be told apart: their intervals do not meet. */
    int neighboursApart() {
        return (int) IntStream.range(1, places.size())
                .filter(i -> !places.get(i - 1).meets(places.get(i)))
                .count();
    }

    /**
     * The places around that of one, its own among them, whose regions all have intervals that meet its own.
     *
     * @param row of a region with a rank and an interval
     * @return the first of these places and the last
     */
    int[] near(Row row) {
        Place own = Place.of(row);
        int above = places.stream()
                .filter(place -> place.rank() < own.rank() && !own.meets(place))
                .mapToInt(Place::rank)
                .max()
                .orElse(0);
        int below = places.stream()
                .filter(place -> place.rank() > own.rank() && !own.meets(place))
                .mapToInt(Place::rank)
                .min()
                .orElse(Integer.MAX_VALUE);
        IntSummaryStatistics near = places.stream()
                .mapToInt(Place::rank)
                .filter(rank -> rank > above && rank < below)
                .summaryStatistics();
        return new int[] {near.getMin(), near.getMax()};
    }

    /** How many other regions have an interval that meets that of one. */
    int countNear(Row row) {
        Place own = Place.of(row);
        return (int) places.stream().filter(own::meets).count() - 1;
    }
}
