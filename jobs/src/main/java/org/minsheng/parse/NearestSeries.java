package org.minsheng.parse;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.layout.HeaderText;

/** Finds the series that the header of a column may mean. */
final class NearestSeries {
    private static final double LEAST_ALIKE = 0.3;

    private final Catalogue catalogue;

    NearestSeries(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The series whose Chinese title is most like a text; empty where none is much like it. */
    Optional<Series> of(String text) {
        return catalogue.series().values().stream()
                .max(Comparator.comparingDouble(series -> alike(text, series)))
                .filter(series -> alike(text, series) >= LEAST_ALIKE);
    }

    private static double alike(String text, Series series) {
        return alike(text, HeaderText.normal(series.title().zh()));
    }

    /** How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
    private static double alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Set<String> pairs = pairs(one);
        Set<String> common = pairs(other);
        int all = pairs.size() + common.size();
        common.retainAll(pairs);
        return all == 0 ? 0 : 2.0 * common.size() / all;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
