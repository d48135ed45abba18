package org.minsheng.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;

/**
 * All that was promised, and the series that show whether it is kept. Immutable.
 *
 * @param policy the document
 * @param units the units in use
 * @param series by id
 * @param hasAllSeries false where some could not be read, which has been told: any other id may be one of theirs
 * @param fields by number
 */
public record Catalogue(
        Policy policy, Units units, Map<String, Series> series, boolean hasAllSeries, List<Field> fields)
        implements Serializable {
    /** Keeps the order of what it is given. */
    public Catalogue {
        series = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(series));
        fields = List.copyOf(fields);
    }

    /** All measures, by field and number. */
    public Stream<Measure> measures() {
        return fields.stream().flatMap(field -> field.measures().stream());
    }

    /** All indicators, by field, measure and number. */
    public Stream<Indicator> indicators() {
        return measures().flatMap(measure -> measure.indicators().stream());
    }

    /** The indicator of an id. */
    public Optional<Indicator> indicator(String id) {
        return indicators().filter(indicator -> indicator.id().equals(id)).findFirst();
    }

    /** The ids of the indicators whose formula names one of some series. */
    public Set<String> over(Set<String> ids) {
        return indicators()
                .filter(indicator -> indicator.formula().terms().anyMatch(term -> ids.contains(term.series())))
                .map(Indicator::id)
                .collect(Collectors.toSet());
    }

    /** The series that add up over regions: those of which sums are made, but for shares. */
    public Set<String> additive() {
        return indicators()
                .filter(indicator -> indicator.rollUp() == RollUp.SUMS && indicator.level() == Level.COUNTY)
                .flatMap(indicator -> indicator.formula().terms())
                .map(Term::series)
                .filter(id -> !series.get(id).unit().dimension().equals(Unit.RATIO))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The longest time around an instant in which no year begins, no report falls due, and no target comes into force or leaves it. */
    public Interval steady(AsOf around) {
        Stream<LocalDate> targets = indicators()
                .flatMap(indicator -> indicator.targets().stream())
                .flatMap(target -> target.validTo() == null
                        ? Stream.of(target.validFrom())
                        : Stream.of(target.validFrom(), target.validTo().plusDays(1)));
        int year = around.day().getYear();
        return Interval.EVER.between(
                Stream.of(policy.changes(year - 1), policy.changes(year), targets)
                        .flatMap(days -> days)
                        .map(day -> day.atStartOfDay(around.zone()).toInstant()),
                around.instant());
    }
}
