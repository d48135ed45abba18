package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.INDICATOR;
import static org.minsheng.lake.ProgressTable.LATEST;
import static org.minsheng.lake.ProgressTable.REF_AREA;
import static org.minsheng.lake.ProgressTable.REGION_LEVEL;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Series;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Level;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;

/** The rows behind a workbook, by what is asked for: an indicator, a region, a year. */
final class BookData {
    private final Catalogue catalogue;
    private final Regions regions;
    private final AsOf asOf;
    private final Scope scope;
    private final Facts facts;
    private final Set<String> shown;
    private final List<Indicator> indicators;
    private final Map<String, Map<String, Row>> latest = new HashMap<>();
    private final Map<String, TreeMap<Integer, Row>> history = new HashMap<>();
    private final Map<String, Row> running = new HashMap<>();
    private final Map<String, TreeMap<Integer, Row>> projections = new HashMap<>();
    private final Map<String, String> evidence = new HashMap<>();
    private final Map<String, Double> medians = new HashMap<>();
    private final LocalDate lastReceipt;
    private final String notices;

    /** The rows of a scope; the targets in force on the day of {@code asOf} are the ones that count. */
    BookData(Catalogue catalogue, Regions regions, AsOf asOf, Scope scope, Facts facts) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.asOf = asOf;
        this.scope = scope;
        this.facts = facts;
        this.shown = Set.copyOf(scope.indicators());
        this.indicators = catalogue.indicators().filter(this::shows).toList();
        facts.of(Facts.Kind.PROGRESS).forEach(this::addProgress);
        facts.of(Facts.Kind.HISTORY).forEach(this::addProgress);
        for (Row row : facts.of(Facts.Kind.PROJECTION)) {
            projections
                    .computeIfAbsent(row.getAs(INDICATOR) + " " + row.getAs(REF_AREA), i -> new TreeMap<>())
                    .put(row.getAs(TIME_PERIOD), row);
        }
        for (Row row : facts.of(Facts.Kind.EVIDENCE)) {
            evidence.put(row.getAs(ObservationTable.SERIES), row.getAs(ObservationTable.COMMENT));
        }
        for (Row row : facts.of(Facts.Kind.MEDIAN)) {
            medians.put(peers(row), row.getAs(Facts.MEDIAN_VALUE));
        }
        this.lastReceipt = lastReceipt(facts);
        this.notices = facts.of(Facts.Kind.NOTICE).stream()
                .map(row -> row.<String>getAs(SubmissionTable.NOTICE).lines().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("  "))
                .strip();
    }

    private void addProgress(Row row) {
        String indicator = row.getAs(INDICATOR);
        if (row.<Boolean>getAs(LATEST)) {
            latest.computeIfAbsent(indicator, i -> new HashMap<>()).put(row.getAs(REF_AREA), row);
        }
        if (!row.getAs(REF_AREA).equals(scope.focus())) {
            return;
        }
        if (row.<Integer>getAs(TIME_PERIOD) > asOf.lastYear()) {
            running.put(indicator, row);
        } else {
            history.computeIfAbsent(indicator, i -> new TreeMap<>()).put(row.getAs(TIME_PERIOD), row);
        }
    }

    private LocalDate lastReceipt(Facts facts) {
        return Stream.concat(
                        facts.of(Facts.Kind.RECEIVED).stream().map(this::day),
                        Stream.of(Facts.Kind.WITHDRAWN, Facts.Kind.WITHDRAWN_VALUES)
                                .flatMap(kind -> facts.of(kind).stream())
                                .map(this::withdrawnOn))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The regions among which a row stands: those of its level, in its year. */
    private static String peers(Row row) {
        return row.getAs(INDICATOR) + " " + row.getAs(REGION_LEVEL) + " " + row.getAs(TIME_PERIOD);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Regions regions() {
        return regions;
    }

    Scope scope() {
        return scope;
    }

    /** The region that the workbook is about. */
    Region focusRegion() {
        return regions.find(scope.focus()).orElseThrow();
    }

    List<Row> facts(Facts.Kind kind) {
        return facts.of(kind);
    }

    /** What was withdrawn, with how many values: the province's workbook names files of which nothing was used, too. */
    List<Row> withdrawn() {
        return facts.of(scope.kind() == Scope.Kind.PROVINCE ? Facts.Kind.WITHDRAWN : Facts.Kind.WITHDRAWN_VALUES);
    }

    /** The series of a row. */
    Series series(Row row) {
        return catalogue.series().get(row.<String>getAs(ObservationTable.SERIES));
    }

    /** The indicators that the workbook shows. */
    List<Indicator> indicators() {
        return indicators;
    }

    /** Whether it is one of them: by its id, as all that an indicator is would be compared with all of each. */
    boolean shows(Indicator indicator) {
        return shown.contains(indicator.id());
    }

    /** The same by the policy's fields, in their order; without the fields that have none. */
    Map<Field, List<Indicator>> byField() {
        Map<Field, List<Indicator>> fields = new LinkedHashMap<>();
        for (Field field : catalogue.fields()) {
            List<Indicator> own = field.measures().stream()
                    .flatMap(measure -> measure.indicators().stream())
                    .filter(this::shows)
                    .toList();
            if (!own.isEmpty()) {
                fields.put(field, own);
            }
        }
        return fields;
    }

    /** The regions of some levels that the workbook shows, in the file's order. */
    List<Region> areas(Level... levels) {
        List<Level> wanted = List.of(levels);
        return scope.areas().stream()
                .map(code -> regions.find(code).orElseThrow())
                .filter(region -> wanted.contains(region.level()))
                .toList();
    }

    /** The latest row of progress of each region. */
    Map<String, Row> latest(Indicator indicator) {
        return latest.getOrDefault(indicator.id(), Map.of());
    }

    /** The latest row of the region that the workbook is about; null where it has none. */
    Row focus(Indicator indicator) {
        return latest(indicator).get(scope.focus());
    }

    /** Its row of the year that is not over, provisional as that is, with the columns of {@link FactRows#HISTORY}; null where nothing came yet. */
    Row running(Indicator indicator) {
        return running.get(indicator.id());
    }

    /** Whether anything of a year came that is not over. */
    boolean hasRunning() {
        return !running.isEmpty();
    }

    /** Its rows by year, of years that are over; all but the latest have the columns of {@link FactRows#HISTORY} only. */
    TreeMap<Integer, Row> history(Indicator indicator) {
        return history.getOrDefault(indicator.id(), new TreeMap<>());
    }

    /** What is projected of a region, by year. */
    TreeMap<Integer, Row> projections(Indicator indicator, String region) {
        return projections.getOrDefault(indicator.id() + " " + region, new TreeMap<>());
    }

    /** The last year that is over. */
    int lastYear() {
        return asOf.lastYear();
    }

    /** What the province sent beside a figure of its own. */
    String evidence(Indicator indicator, Region region) {
        String first = indicator.formula().numerator().get(0).series();
        return region.level() == Level.PROVINCE && indicator.level() == Level.PROVINCE
                ? evidence.getOrDefault(first, Book.NOT_APPLICABLE)
                : Book.NOT_APPLICABLE;
    }

    /** The day on which the last file was received that said, or took back, anything of what is shown. */
    Optional<LocalDate> lastReceipt() {
        return Optional.ofNullable(lastReceipt);
    }

    /** The same as text; a mark where nothing came yet. */
    String receivedOn() {
        return lastReceipt().map(LocalDate::toString).orElse(Book.NOT_AVAILABLE);
    }

    /** What senders want said wherever their data are shown; may be empty. */
    String notices() {
        return notices;
    }

    /** The day on which a row's file was received. */
    LocalDate day(Row row) {
        return day(row.getTimestamp(row.fieldIndex(SubmissionTable.RECEIVED_AT)));
    }

    /** The day from which on what a row says is withdrawn. */
    LocalDate withdrawnOn(Row row) {
        return day(row.<Timestamp>getAs(WithdrawalTable.WITHDRAWN_AT));
    }

    /** The local day of an instant of the tables. */
    LocalDate day(Timestamp instant) {
        return asOf.day(instant.toInstant());
    }

    /** The day on which the targets are in force, and after which nothing is known. */
    LocalDate day() {
        return asOf.day();
    }

    /** The median of the regions of a row's level, in its year; null where there is none. */
    Double median(Row row) {
        return medians.get(peers(row));
    }
}
