package org.minsheng.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows what a file has given so far, so that nothing is taken twice from it, and of two values for one thing neither;
 * sixteen bytes for each value.
 */
final class FileKeys {
    private static final int FIRST_YEAR = 1900;

    private final Map<String, Map<String, Years>> given = new HashMap<>();
    private final List<String> sheets = new ArrayList<>();

    /** What a series and region have, by year from the first on. */
    private static final class Years {
        /** 0 where nothing was given; below zero where two values were. */
        private long[] places = {};

        private double[] values = {};

        private void reach(int index) {
            if (places.length <= index) {
                places = Arrays.copyOf(places, index + 1);
                values = Arrays.copyOf(values, index + 1);
            }
        }
    }

    /**
     * What was given for the same thing before.
     *
     * @param place where, with the sheet if it has a name
     * @param same whether it was the same value, or mark for missing
     * @param isFirstConflict whether it counted until now, and does not any more
     */
    record Before(String place, boolean same, boolean isFirstConflict) {}

    /** From now on places are on this sheet. */
    void sheet(String name) {
        sheets.add(name);
    }

    /**
     * Notes a value and its place.
     *
     * @param value null for a mark for missing
     * @return what was there before; null where nothing was
     */
    Before put(String series, String region, int year, int row, int col, BigDecimal value) {
        Years years = given.computeIfAbsent(series, s -> new HashMap<>()).computeIfAbsent(region, r -> new Years());
        int index = year - FIRST_YEAR;
        years.reach(index);
        double number = value == null ? Double.NaN : value.doubleValue();
        long place = years.places[index];
        if (place == 0) {
            years.places[index] = (long) sheets.size() << 48 | (long) row << 16 | col;
            years.values[index] = number;
            return null;
        }
        boolean same = place > 0 && Double.compare(years.values[index], number) == 0;
        if (!same) {
            years.places[index] = -Math.abs(place);
        }
        return new Before(shown(Math.abs(place)), same, !same && place > 0);
    }

    private String shown(long place) {
        String sheet = sheets.get((int) (place >> 48) - 1);
        return shown(sheet, Place.of((int) (place >> 16), (int) (place & 0xFFFF)));
    }

    /** A cell with its sheet, where that has a name. */
    static String shown(String sheet, String cell) {
        return sheet.isEmpty() ? cell : sheet + "!" + cell;
    }
}
