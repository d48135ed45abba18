package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.region.Regions;
import org.minsheng.report.Facts.Kind;

/**
 * The rows that all workbooks with regions of a level share: medians, and the places of all its regions. Sent to each machine once, as a
 * copy for each workbook would grow with the square of the regions.
 */
final class SharedRows implements Serializable {
    /** What they are of. */
    static final Set<Kind> KINDS = EnumSet.of(Kind.MEDIAN, Kind.PLACE);

    private final Facts facts;
    private final Regions regions;
    /** By what is shown of them, which is the same for thousands of counties. */
    private final Map<Choice, String> fingerprints = new ConcurrentHashMap<>();

    /** Of rows of those kinds. */
    SharedRows(Facts facts, Regions regions) {
        this.facts = facts;
        this.regions = regions;
    }

    /** Those that a workbook shows; of an office, which answers for a part, no places of regions as a whole. */
    Map<Kind, List<Row>> of(Scope scope) {
        return of(choice(scope));
    }

    /** A fingerprint of those that a workbook shows. */
    String fingerprint(Scope scope) {
        return fingerprints.computeIfAbsent(choice(scope), choice -> RowsFingerprint.of(new Facts(of(choice))));
    }

    /**
     * What is shown of them.
     *
     * @param levels words of the levels of the regions
     * @param places whether also the places of regions as a whole
     */
    private record Choice(Set<String> levels, Set<String> indicators, boolean places) implements Serializable {}

    private Choice choice(Scope scope) {
        return new Choice(levels(scope), Set.copyOf(scope.indicators()), scope.kind() != Scope.Kind.OFFICE);
    }

    private Map<Kind, List<Row>> of(Choice choice) {
        return Map.of(
                Kind.MEDIAN,
                facts.of(Kind.MEDIAN).stream()
                        .filter(row -> choice.levels().contains(row.<String>getAs(REGION_LEVEL)))
                        .filter(row -> choice.indicators().contains(row.<String>getAs(INDICATOR)))
                        .toList(),
                Kind.PLACE,
                facts.of(Kind.PLACE).stream()
                        .filter(row -> choice.places() && choice.levels().contains(row.<String>getAs(REGION_LEVEL)))
                        .toList());
    }

    /** Words of the levels of the regions that it shows, under whatever code they were. */
    private Set<String> levels(Scope scope) {
        Set<String> shown = new HashSet<>(scope.areas());
        return regions.all().stream()
                .filter(region -> scope.kind() == Scope.Kind.PROVINCE
                        || shown.contains(regions.today(region).code()))
                .map(region -> region.level().word())
                .collect(Collectors.toSet());
    }
}
