package org.minsheng.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    private final Optional<Policy> policy;

    TargetReader(Optional<Policy> policy) {
        this.policy = policy;
    }

    /**
     * Reads it.
     *
     * @param most the largest value that the indicator can have, null where there is none
     */
    Optional<Target> read(YamlMap map, BigDecimal most) {
        Optional<TargetKind.Name> word = map.need("kind").flatMap(value -> value.choice(TargetKind.Name.class));
        Optional<TargetKind> kind = word.flatMap(w -> kind(w, map));
        if (word.isEmpty()) {
            List.of("value", "tolerance", "above", "direction")
                    .forEach(map::get); // nobody knows which of them it needs
        }
        Optional<YamlValue> stated = map.get("deadline");
        Optional<Integer> deadline = stated.isPresent()
                ? stated.flatMap(
                        year -> year.integer(policy.map(Policy::baseYear).orElse(1900) + 1, 2100))
                : policy.map(Policy::horizon);
        Optional<LocalDate> from = map.get("valid-from").isPresent()
                ? map.get("valid-from").flatMap(YamlValue::date)
                : policy.map(Policy::issued);
        Optional<YamlValue> until = map.get("valid-to");
        LocalDate to = until.flatMap(YamlValue::date).orElse(null);
        Optional<String> quote = map.need("quote").flatMap(YamlValue::text);
        String source = map.get("source").flatMap(YamlValue::text).orElse(null);
        map.done();
        if (to != null && from.filter(to::isBefore).isPresent()) {
            until.get().problem("'valid-to' is before " + from.get() + ", from when it is in force", "");
        }
        if (most != null && kind.filter(k -> above(k, most)).isPresent()) {
            map.get("value")
                    .orElseThrow()
                    .problem("the target is above " + most.toPlainString() + ", the indicator's 'most'", "");
        }
        if (kind.isEmpty() || deadline.isEmpty() || from.isEmpty() || quote.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Target(kind.get(), deadline.get(), stated.isPresent(), from.get(), to, quote.get(), source));
    }

    private static boolean above(TargetKind kind, BigDecimal most) {
        return kind.value() != null && kind.value().compareTo(most) > 0;
    }

    private static Optional<TargetKind> kind(TargetKind.Name word, YamlMap map) {
        return switch (word) {
            case LEVEL -> value(map).map(TargetKind.Level::new);
            case AT_MOST -> value(map).map(TargetKind.AtMost::new);
            case COVERAGE -> value(map).map(TargetKind.Coverage::new);
            case MAINTAIN -> {
                if (map.get("tolerance").isEmpty()) {
                    map.get("above").ifPresent(a -> a.problem("'above' needs a 'tolerance' to be above of", ""));
                }
                yield value(map).map(v -> new TargetKind.Maintain(v, tolerance(map), above(map)));
            }
            case ANNUAL -> value(map).map(v -> new TargetKind.Annual(v, tolerance(map)));
            case CUMULATIVE -> value(map).map(TargetKind.Cumulative::new);
            case RATIO_FLOOR -> value(map).map(TargetKind.RatioFloor::new);
            case SHARE ->
                map.need("tolerance").isEmpty()
                        ? Optional.empty()
                        : value(map).map(v -> new TargetKind.Share(v, tolerance(map), above(map)));
            case ABSENCE -> Optional.of(new TargetKind.Absence());
            case IMPROVE ->
                map.need("direction")
                        .flatMap(value -> value.choice(Direction.class))
                        .map(d -> new TargetKind.Improve(d == Direction.UP ? Operator.UP : Operator.DOWN));
            case MILESTONE -> Optional.of(new TargetKind.Milestone());
        };
    }

    private static Optional<BigDecimal> value(YamlMap map) {
        return map.need("value").flatMap(YamlValue::number);
    }

    private static Above above(YamlMap map) {
        return map.get("above").flatMap(value -> value.choice(Above.class)).orElse(Above.MISSED);
    }

    private static BigDecimal tolerance(YamlMap map) {
        Optional<BigDecimal> tolerance = map.get("tolerance").flatMap(YamlValue::number);
        if (tolerance.filter(t -> t.signum() < 0).isPresent()) {
            map.get("tolerance").orElseThrow().problem("a tolerance is not below zero", "");
        }
        return tolerance.orElse(null);
    }
}
