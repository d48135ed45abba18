package org.minsheng.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
        int[] near = {own.rank(), own.rank()};
        places.stream()
                .filter(place -> place.rank() >= own.rank())
                .takeWhile(place -> areNear(place.rank(), own))
                .forEach(place -> near[1] = place.rank());
        List<Place> before = new ArrayList<>(places);
        Collections.reverse(before);
        before.stream()
                .filter(place -> place.rank() <= own.rank())
                .takeWhile(place -> areNear(place.rank(), own))
                .forEach(place -> near[0] = place.rank());
        return near;
    }

    private boolean areNear(int rank, Place own) {
        return places.stream().filter(place -> place.rank() == rank).allMatch(own::meets);
    }

    /** How many other regions have an interval that meets that of one. */
    int countNear(Row row) {
        Place own = Place.of(row);
        return (int) places.stream().filter(own::meets).count() - 1;
    }
}
