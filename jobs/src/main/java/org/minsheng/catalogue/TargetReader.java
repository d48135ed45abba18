package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minsheng.catalogue.TargetKind.Above;
import org.minsheng.catalogue.TargetKind.Operator;
import org.minsheng.conf.YamlMap;
import org.minsheng.conf.YamlValue;

/** Reads one version of a target. */
final class TargetReader {
    /** The directions of an improvement. */
    private enum Direction {
        UP,
        DOWN
    }

    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])\\d{4}(?![\\d.]|,\\d)");
    private static final int LAST = 2100;

    private final Policy policy;

    TargetReader(Policy policy) {
        this.policy = policy;
    }

    /**
     * Reads it; its kind, its value or the day from which it is in force is null where that cannot be read.
     *
     * @param most the largest value that the indicator can have, null where there is none
     */
    Target read(YamlMap map, BigDecimal most) {
        Target target = new Target(
                kind(map),
                map.get("deadline", year -> year.integer(policy.baseYear() + 1, LAST), policy.horizon()),
                map.has("deadline"),
                map.has("valid-from") ? map.get("valid-from", YamlValue::date) : policy.issued(),
                // One that cannot be read is so early that it reaches into the time of no other.
                map.has("valid-to") ? map.get("valid-to", YamlValue::date, LocalDate.MIN) : null,
                map.need("quote", YamlValue::text),
                map.get("source", YamlValue::text));
        map.done();
        if (target.validTo() != null
                && target.validFrom() != null
                && target.validTo().isBefore(target.validFrom())) {
            map.problem("valid-to", "'valid-to' is before " + target.validFrom() + ", from when it is in force", "");
        }
        BigDecimal value = target.kind() == null ? null : target.kind().value();
        if (most != null && value != null && value.compareTo(most) > 0) {
            // The value of some kinds goes without saying.
            map.problem(
                    map.has("value") ? "value" : "kind",
                    "the target, " + value.toPlainString() + ", is above " + most.toPlainString()
                            + ", the indicator's 'most'",
                    "");
        }
        if (!target.deadlineStated()) {
            yearsIn(target.quote())
                    .filter(year -> value == null || value.compareTo(BigDecimal.valueOf(year)) != 0)
                    .findFirst()
                    .ifPresent(year -> map.get("quote")
                            .ifPresent(quote -> quote.warning(
                                    "the sentence names the year " + year
                                            + ", and the target has no deadline of its own: it counts" + " as asked by "
                                            + policy.horizon() + ", the horizon of the policy",
                                    "Write 'deadline: " + year + "' if that is the year by which it is asked")));
        }
        return target;
    }

    /** What may be a deadline in a sentence: its numbers that can be one. */
    private Stream<Integer> yearsIn(String quote) {
        return quote == null
                ? Stream.empty()
                : YEAR.matcher(quote)
                        .results()
                        .map(found -> Integer.valueOf(found.group()))
                        .filter(year -> year > policy.baseYear() && year <= LAST);
    }

    private static TargetKind kind(YamlMap map) {
        TargetKind.Name word = map.need("kind", value -> value.choice(TargetKind.Name.class));
        if (word == null) {
            List.of("value", "tolerance", "above", "direction")
                    .forEach(map::get); // nobody knows which of them it needs
            return null;
        }
        return switch (word) {
            case LEVEL -> new TargetKind.Level(value(map));
            case AT_MOST -> new TargetKind.AtMost(value(map));
            case COVERAGE -> new TargetKind.Coverage(value(map));
            case MAINTAIN -> {
                if (!map.has("tolerance")) {
                    map.problem("above", "'above' needs a 'tolerance' to be above of", "");
                }
                yield new TargetKind.Maintain(value(map), tolerance(map), above(map));
            }
            case ANNUAL -> new TargetKind.Annual(value(map), tolerance(map));
            case CUMULATIVE -> new TargetKind.Cumulative(value(map));
            case RATIO_FLOOR -> new TargetKind.RatioFloor(value(map));
            case SHARE -> {
                map.need("tolerance");
                yield new TargetKind.Share(value(map), tolerance(map), above(map));
            }
            case ABSENCE -> new TargetKind.Absence();
            case IMPROVE ->
                new TargetKind.Improve(
                        map.need("direction", value -> value.choice(Direction.class)) == Direction.UP
                                ? Operator.UP
                                : Operator.DOWN);
            case MILESTONE -> new TargetKind.Milestone();
        };
    }

    private static BigDecimal value(YamlMap map) {
        return map.need("value", YamlValue::number);
    }

    private static Above above(YamlMap map) {
        return map.get("above", value -> value.choice(Above.class), Above.MISSED);
    }

    private static BigDecimal tolerance(YamlMap map) {
        BigDecimal tolerance = map.get("tolerance", YamlValue::number);
        if (tolerance != null && tolerance.signum() < 0) {
            map.problem("tolerance", "a tolerance is not below zero", "");
        }
        return tolerance;
    }
}
