package org.minsheng.parse;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Series;
import org.minsheng.catalogue.Unit;
import org.minsheng.conf.Level;
import org.minsheng.layout.HeaderText;

/** Finds the series that a header may mean: by its words, its unit, and what the table says of itself. */
final class NearestSeries {
    /** Below it the words have hardly more in common than any two headers. */
    private static final double LEAST_ALIKE = 0.45;
    /** The same where the regions are those that report the series, too. */
    private static final double LEAST_ALIKE_OF_LEVEL = 0.35;
    /** What a series loses that regions of another level report. */
    private static final double OTHER_LEVEL = 0.5;

    /** What a series loses that is of another dimension than the units that the table names for all. */
    private static final double OTHER_UNIT = 0.5;

    private static final double SURELY_ALIKE = 0.7;
    private static final double CLOSE = 0.05;
    private static final int SHOWN = 3;

    private final Catalogue catalogue;

    NearestSeries(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What is asked for.
     *
     * @param header the texts from the top down, without years and units
     * @param unit the unit that its header names, null where it names none
     * @param ofTable the units that the table names for all that has none of its own; may be empty
     * @param title the title of the table
     * @param level of the table's regions
     */
    record Wanted(List<String> header, Unit unit, List<Unit> ofTable, String title, Level level) {
        /** Whether a series is in what the unit of the header measures, or else one of those of the table. */
        private boolean hasUnitOf(Series series) {
            return units().anyMatch(one -> one.dimension().equals(series.unit().dimension()));
        }

        private Stream<Unit> units() {
            return unit == null ? ofTable.stream() : Stream.of(unit);
        }
    }

    /**
     * A series that it may be.
     *
     * @param alike how much of the words is the same, from 0 to 1
     * @param score the same with what else speaks for it
     * @param otherUnit whether the table names units, and none for it
     */
    record Candidate(
            Series series, double alike, double score, boolean unitFits, boolean otherUnit, boolean levelFits) {
        boolean isLikely() {
            return alike >= (otherUnit ? SURELY_ALIKE : levelFits ? LEAST_ALIKE_OF_LEVEL : LEAST_ALIKE);
        }

        /** In few words, and why. */
        String shown() {
            return series.id() + " " + series.title().zh()
                    + String.format(
                            Locale.ROOT,
                            " (words %.0f%%%s%s)",
                            100 * alike,
                            unitFits ? ", unit" : "",
                            levelFits ? ", level" : "");
        }
    }

    /** Whether there are none at all. */
    boolean isEmpty() {
        return catalogue.series().isEmpty();
    }

    /** The nearest series, the best first; none of which the unit does not convert. */
    List<Candidate> of(Wanted wanted) {
        return catalogue.series().values().stream()
                .filter(series -> wanted.unit() == null || wanted.hasUnitOf(series))
                .map(series -> candidate(wanted, series))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** Whether somebody should look at the first. */
    static boolean areUncertain(List<Candidate> candidates) {
        return candidates.get(0).alike() < SURELY_ALIKE
                || candidates.size() > 1
                        && candidates.get(0).alike() < 1
                        && candidates.get(0).score() - candidates.get(1).score() < CLOSE;
    }

    private static Candidate candidate(Wanted wanted, Series series) {
        List<String> header = wanted.header();
        String last = header.isEmpty() ? "" : header.get(header.size() - 1);
        double alike = Stream.of(last, String.join("", header))
                .mapToDouble(text -> alike(text, series))
                .max()
                .orElseThrow();
        // A header such as 总数 says what is counted in the title.
        double inTitle = alike(wanted.title(), series);
        alike = Math.max(alike, 0.9 * alike(wanted.title() + last, series));
        boolean unitFits = wanted.hasUnitOf(series);
        boolean otherUnit = !unitFits && wanted.units().findAny().isPresent();
        boolean levelFits = wanted.level() != null && wanted.level().reportsAs(series.level());
        double score = alike
                + 0.1 * inTitle
                + (levelFits ? 0.04 : wanted.level() == null ? 0 : -OTHER_LEVEL)
                - (otherUnit ? OTHER_UNIT : 0);
        return new Candidate(series, alike, score, unitFits, otherUnit, levelFits);
    }

    private static double alike(String text, Series series) {
        return Stream.of(series.title().zh(), series.title().en())
                .mapToDouble(title -> alike(plain(text), plain(title)))
                .max()
                .orElseThrow();
    }

    private static String plain(String text) {
        return HeaderText.normal(text).replaceAll("[()/,、;:·-]", "").toLowerCase(Locale.ROOT);
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
