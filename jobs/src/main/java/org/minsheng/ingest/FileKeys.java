package org.minsheng.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows what a file has given so far, so that nothing is taken twice from it; eight bytes for each value. */
final class FileKeys {
    private static final int FIRST_YEAR = 1900;

    private final Map<String, Map<String, long[]>> places = new HashMap<>();
    private final List<String> sheets = new ArrayList<>();

    /** From now on places are on this sheet. */
    void sheet(String name) {
        sheets.add(name);
    }

    /** Notes a value and its place; if it was there before, says where, and keeps that. */
    String put(String series, String region, int year, int row, int col) {
        Map<String, long[]> ofSeries = places.computeIfAbsent(series, s -> new HashMap<>());
        int index = year - FIRST_YEAR;
        long[] years = ofSeries.get(region);
        if (years == null || years.length <= index) {
            years = years == null ? new long[index + 1] : Arrays.copyOf(years, index + 1);
            ofSeries.put(region, years);
        }
        if (years[index] != 0) {
            return shown(years[index]);
        }
        years[index] = (long) sheets.size() << 48 | (long) row << 16 | col;
        return null;
    }

    private String shown(long place) {
        String sheet = sheets.get((int) (place >> 48) - 1);
        String cell = Place.of((int) (place >> 16), (int) (place & 0xFFFF));
        return sheet.isEmpty() ? cell : sheet + "!" + cell;
    }
}
