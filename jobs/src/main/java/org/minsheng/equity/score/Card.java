package org.minsheng.equity.score;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.catalogue.Target;
import org.minsheng.conf.Level;
import org.minsheng.lake.ScoreTable;
import org.minsheng.region.Region;

/**
 * What the regions of a level are scored by: indicators, and the components above them. Indicators come first and each
 * component after its parts, so that the number of a part, its slot, is less than that of what it is in.
 */
final class Card implements Serializable {
    private final Level level;
    private final List<String> regions;
    private final List<String> indicators;
    private final List<Component> components = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /**
     * A measure, a field or the whole.
     *
     * @param kind the word of the column {@code component}
     * @param code its number, or all
     * @param parts the slots of those of its parts that have a weight; at least one
     * @param indicators how many indicators are expected in it
     */
    record Component(String kind, String code, List<Integer> parts, int indicators) implements Serializable {}

    /** The card of a level, by the targets in force on a day. */
    Card(Level level, Catalogue catalogue, List<Region> regions, LocalDate day) {
        this.level = level;
        this.regions = regions.stream().map(Region::code).toList();
        List<Indicator> expected = catalogue
                .indicators()
                .filter(indicator -> isExpected(indicator, day))
                .toList();
        indicators = expected.stream().map(Indicator::id).toList();
        expected.forEach(indicator -> weights.add(indicator.weight()));
        List<Integer> fields = new ArrayList<>();
        for (Field field : catalogue.fields()) {
            List<Integer> measures = new ArrayList<>();
            for (Measure measure : field.measures()) {
                List<Integer> parts = measure.indicators().stream()
                        .map(indicator -> indicators.indexOf(indicator.id()))
                        .filter(slot -> slot >= 0)
                        .toList();
                add(ScoreTable.MEASURE, measure.number(), measure.weight(), parts)
                        .ifPresent(measures::add);
            }
            add(ScoreTable.FIELD, field.number(), field.weight(), measures).ifPresent(fields::add);
        }
        add(ScoreTable.OVERALL, ScoreTable.ALL, 1, fields);
    }

    /** What only a level above reports cannot be asked of a region. */
    private boolean isExpected(Indicator indicator, LocalDate day) {
        Optional<Target> target = indicator.target(day);
        return target.isPresent()
                && target.get().kind().value() != null
                && indicator.level().compareTo(level) <= 0;
    }

    /** Adds a component, unless it has no part with a weight: its slot. */
    private Optional<Integer> add(String kind, Object code, double weight, List<Integer> parts) {
        List<Integer> counting =
                parts.stream().filter(slot -> weights.get(slot) > 0).toList();
        if (counting.isEmpty()) {
            return Optional.empty();
        }
        int expected = counting.stream()
                .mapToInt(slot -> slot < indicators.size()
                        ? 1
                        : components.get(slot - indicators.size()).indicators())
                .sum();
        components.add(new Component(kind, code.toString(), counting, expected));
        weights.add(weight);
        return Optional.of(weights.size() - 1);
    }

    /** The word of the level. */
    String level() {
        return level.word();
    }

    /** Whether there are others to be ranked among. */
    boolean isRanked() {
        return level != Level.PROVINCE;
    }

    /** The codes of the regions, in their order. */
    List<String> regions() {
        return regions;
    }

    /** The ids of the indicators that are expected, in their order. */
    List<String> indicators() {
        return indicators;
    }

    /** The components, in their order; the slot of the first follows the last indicator's. */
    List<Component> components() {
        return components;
    }

    /** What each slot weighs in what it is in. */
    double[] weights() {
        return weights.stream().mapToDouble(weight -> weight).toArray();
    }
}
