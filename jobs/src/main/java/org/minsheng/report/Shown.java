package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.book.Book.mark;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.AsOf;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Level;
import org.minsheng.conf.Texts;
import org.minsheng.lake.ObservationTable;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.lake.WithdrawalTable;
import org.minsheng.region.Region;
import org.minsheng.region.Regions;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Value;

/** What all sheets of a workbook share: its scope, the data behind it, and how figures and words are shown. */
final class Shown {
    /** A probability below which it is told as less than one in a hundred. */
    static final double NEARLY_NONE = 0.01;

    private final Catalogue catalogue;
    private final Regions regions;
    private final Texts texts;
    private final AsOf asOf;
    private final Scope scope;
    private final Facts facts;
    private final List<Indicator> indicators;
    private final Map<String, Map<String, Row>> latest = new HashMap<>();
    private final Map<String, TreeMap<Integer, Row>> history = new HashMap<>();
    private final Map<String, Row> running = new HashMap<>();
    private final Map<String, TreeMap<Integer, Row>> projections = new HashMap<>();
    private final Map<String, String> evidence = new HashMap<>();
    private final Map<String, Double> medians = new HashMap<>();
    private final String receivedOn;
    private final String notices;
    private List<Shown> each;

    /** Over the rows of a workbook; the targets in force on the day are shown. */
    Shown(Catalogue catalogue, Regions regions, Texts texts, AsOf asOf, Scope scope, Facts facts) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.texts = texts;
        this.asOf = asOf;
        this.scope = scope;
        this.facts = facts;
        this.indicators = catalogue
                .indicators()
                .filter(indicator -> scope.indicators().contains(indicator.id()))
                .toList();
        for (Row row : facts.of(Facts.PROGRESS)) {
            String indicator = row.getAs(INDICATOR);
            if (row.<Boolean>getAs(LATEST)) {
                latest.computeIfAbsent(indicator, i -> new HashMap<>()).put(row.getAs(REF_AREA), row);
            }
            boolean isFocus = row.getAs(REF_AREA).equals(scope.focus());
            if (isFocus && row.<Integer>getAs(TIME_PERIOD) > asOf.lastYear()) {
                running.put(indicator, row);
            } else if (isFocus) {
                history.computeIfAbsent(indicator, i -> new TreeMap<>()).put(row.getAs(TIME_PERIOD), row);
            }
        }
        for (Row row : facts.of(Facts.PROJECTION)) {
            projections
                    .computeIfAbsent(row.getAs(INDICATOR) + " " + row.getAs(REF_AREA), i -> new TreeMap<>())
                    .put(row.getAs(TIME_PERIOD), row);
        }
        facts.of(Facts.EVIDENCE)
                .forEach(row -> evidence.put(row.getAs(ObservationTable.SERIES), row.getAs(ObservationTable.COMMENT)));
        facts.of(Facts.MEDIAN)
                .forEach(row -> medians.put(
                        row.getAs(INDICATOR) + " " + row.getAs(REGION_LEVEL) + " " + row.getAs(TIME_PERIOD),
                        row.getAs(Report.MEDIAN)));
        this.receivedOn = Stream.concat(
                        facts.of(Facts.RECEIVED).stream().map(this::day),
                        Stream.of(Facts.WITHDRAWN, Facts.WITHDRAWN_VALUES)
                                .flatMap(kind -> facts.of(kind).stream())
                                .map(row -> day(row.<Timestamp>getAs(WithdrawalTable.WITHDRAWN_AT))))
                .map(LocalDate::toString)
                .max(Comparator.naturalOrder())
                .orElse(Book.NOT_AVAILABLE);
        this.notices = facts.of(Facts.NOTICE).stream()
                .map(row -> row.<String>getAs(SubmissionTable.NOTICE).lines().collect(Collectors.joining(" ")))
                .map(notice -> "  " + notice)
                .collect(Collectors.joining());
    }

    /** The whole workbook. */
    Book book() {
        List<Book.Sheet> sheets = new ArrayList<>(Stream.of(
                        SummarySheet.of(this),
                        TargetsSheet.of(this),
                        HeatSheet.of(this),
                        MapSheet.of(this),
                        TrendsSheet.of(this),
                        WarningsSheet.of(this),
                        DetailsSheet.of(this),
                        ReportingSheet.of(this),
                        RejectsSheet.of(this),
                        FlagsSheet.of(this),
                        ChangesSheet.of(this),
                        SubmissionsSheet.of(this),
                        TrendDataSheet.of(this),
                        MethodSheet.of(this))
                .flatMap(java.util.Optional::stream)
                .toList());
        sheets.add(0, CoverSheet.of(this, sheets));
        String locale = texts.language() == Language.EN ? "en" : "zh-CN";
        return new Book(title(), texts.get("book.subject"), locale, sheets);
    }

    /** The same in each of the workbook's languages, for sentences, which do not mix. */
    List<Shown> each() {
        if (each == null) {
            each = texts.language() != Language.BOTH
                    ? List.of(this)
                    : Stream.of(Language.ZH, Language.EN)
                            .map(one -> new Shown(catalogue, regions, Report.texts(one), asOf, scope, facts))
                            .toList();
        }
        return each;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Regions regions() {
        return regions;
    }

    Texts texts() {
        return texts;
    }

    Scope scope() {
        return scope;
    }

    List<Row> facts(String kind) {
        return facts.of(kind);
    }

    /** The indicators that the workbook shows. */
    List<Indicator> indicators() {
        return indicators;
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

    /** Its row of the year that is not over, provisional as that is; null where nothing came yet. */
    Row running(Indicator indicator) {
        return running.get(indicator.id());
    }

    /** Whether anything of a year came that is not over. */
    boolean hasRunning() {
        return !running.isEmpty();
    }

    /** Its rows by year, of years that are over. */
    TreeMap<Integer, Row> history(Indicator indicator) {
        return history.getOrDefault(indicator.id(), new TreeMap<>());
    }

    /** What is projected of a region, by year. */
    TreeMap<Integer, Row> projections(Indicator indicator, String region) {
        return projections.getOrDefault(indicator.id() + " " + region, new TreeMap<>());
    }

    /**
     * What is projected of the year that a row is on its way to, or else of the last one before it that is not over. Where
     * nothing is, the row that says why; null where there is none.
     */
    Row projection(Indicator indicator, Row row) {
        if (row == null) {
            return null;
        }
        TreeMap<Integer, Row> all = projections(indicator, row.getAs(REF_AREA));
        int horizon = horizon(indicator, row);
        return all.headMap(horizon, true).tailMap(asOf.lastYear(), false).descendingMap().values().stream()
                .filter(one -> !one.isNullAt(one.fieldIndex(ProjectionTable.OBS_VALUE)))
                .findFirst()
                .orElse(all.get(horizon));
    }

    String projectionNote() {
        return texts.get("note.projection", String.valueOf(catalogue.policy().projectFarthest()));
    }

    /**
     * The year to be looked forward to: the deadline, or that of the long-term goal where it is over; this one where each year
     * is judged by itself.
     */
    int horizon(Indicator indicator, Row row) {
        if (indicator.target(asOf.day()).filter(t -> t.kind().yearly()).isPresent()) {
            return asOf.day().getYear();
        }
        Integer deadline = row.getAs(DEADLINE);
        return deadline != null
                        && deadline > row.<Integer>getAs(TIME_PERIOD)
                        && deadline >= asOf.day().getYear()
                ? deadline
                : catalogue.policy().projectTo();
    }

    /** Whether a row tells whether something is there, and not how much of it. */
    boolean isYesOrNo(Indicator indicator, Row row) {
        return row.getAs(VALUE_IS).equals(VALUE) && isYesOrNo(indicator);
    }

    private boolean isYesOrNo(Indicator indicator) {
        return indicator
                .formula()
                .terms()
                .anyMatch(term -> catalogue.series().get(term.series()).unit().isYesOrNo());
    }

    /**
     * How much the value has to change each year from now on to meet its target at the horizon, rounded so that it is enough;
     * null where no number says, or it does.
     */
    Value.Number neededPace(Indicator indicator, Row row) {
        Double change = row == null || isYesOrNo(indicator, row) ? null : row.getAs(NEEDED_CHANGE);
        int years = change == null ? 0 : horizon(indicator, row) - row.<Integer>getAs(TIME_PERIOD);
        if (years <= 0) {
            return null;
        }
        int decimals = Decimals.of(change / years, decimals(row, indicator) + 1);
        return new Value.Number(Decimals.up(change / years, decimals), decimals);
    }

    /** The first year to come in which the trend meets the target; null where it does not, or says nothing. */
    Integer reachedIn(Indicator indicator, Row row) {
        Row projection = projection(indicator, row);
        Integer reached = projection == null || row.getAs(STATUS).equals(MET)
                ? null
                : projection.getAs(ProjectionTable.REACHED_IN);
        if (reached == null || reached > asOf.lastYear()) {
            return reached;
        }
        // Nobody expects anything of a year that is over; what it would have met then it still meets in this one, if
        // likely.
        Row next = projections(indicator, row.getAs(REF_AREA)).get(asOf.lastYear() + 1);
        Double chance = next == null ? null : next.getAs(ProjectionTable.CHANCE);
        return chance != null && chance >= 0.5 ? (Integer) (asOf.lastYear() + 1) : null;
    }

    /** The last year that is over. */
    int lastYear() {
        return asOf.lastYear();
    }

    /** A probability in per cent; what is neither impossible nor certain is not shown as if it were. */
    static Value chance(Double chance) {
        if (chance == null) {
            return mark(Book.NOT_APPLICABLE);
        } else if (chance < NEARLY_NONE) {
            return mark("<1");
        }
        return chance > 1 - NEARLY_NONE ? mark(">99") : Book.number(chance * 100, 0);
    }

    /** What the province sent beside a figure of its own. */
    String evidence(Indicator indicator, Region region) {
        String first = indicator.formula().numerator().get(0).series();
        return region.level() == Level.PROVINCE && indicator.level() == Level.PROVINCE
                ? evidence.getOrDefault(first, Book.NOT_APPLICABLE)
                : Book.NOT_APPLICABLE;
    }

    String title() {
        return texts.get("book.title." + scope.kind().key(), scope.name());
    }

    /** The line below each title. As-of is told by the last file and not by the clock: the same data, the same bytes. */
    String subtitle() {
        return texts.get("subtitle", scope.name(), receivedOn) + notices;
    }

    String receivedOn() {
        return receivedOn;
    }

    String notices() {
        return notices.strip();
    }

    Column column(String key, int width) {
        return column(key, width, Look.PLAIN);
    }

    Column column(String key, int width, Look look) {
        return new Column(texts.get("column." + key), width, look);
    }

    /** A label in the workbook's language. */
    String word(Label label) {
        return label.in(texts.language());
    }

    Value text(Label label) {
        return Book.text(word(label));
    }

    /** An indicator's number and title. */
    String name(Indicator indicator) {
        return indicator.id() + " " + word(indicator.title());
    }

    /** The value itself, as a word where its unit has words, such as the stages of a milestone. */
    Value value(Row row, Indicator indicator) {
        Double number = row == null ? null : row.getAs(OBS_VALUE);
        if (number == null || !row.getAs(VALUE_IS).equals(VALUE)) {
            return against(number, row, indicator);
        }
        return indicator
                .unit()
                .word(BigDecimal.valueOf(number), texts.language())
                .map(Book::mark)
                .orElseGet(() -> against(number, row, indicator));
    }

    /** A figure of the kind of a row's value, with as many decimals as tell it from what is asked. */
    Value against(Double number, Row row, Indicator indicator) {
        return number == null
                ? mark(Book.NOT_AVAILABLE)
                : Book.number(number, Decimals.of(number, decimals(row, indicator), bounds(row, indicator)));
    }

    /** What a row's value is held against. */
    private double[] bounds(Row row, Indicator indicator) {
        if (row != null && !row.getAs(VALUE_IS).equals(VALUE)) {
            return new double[] {100};
        }
        return indicator.target(asOf.day()).stream()
                .map(Target::kind)
                .flatMap(kind -> Stream.of(kind.least(), kind.most(), kind.value()))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    /** How many decimals a row's value is shown with: a share of counties has one. */
    int decimals(Row row, Indicator indicator) {
        return row == null || row.getAs(VALUE_IS).equals(VALUE) ? indicator.decimals() : 1;
    }

    /** A difference in the unit of the row's value, with as many decimals as that. */
    Value difference(Row row, Indicator indicator, String column) {
        return value(row, column, decimals(row, indicator));
    }

    /** The ratio of paces, told from the ratios that the status goes by. */
    Value paceRatio(Row row, Indicator indicator) {
        return value(
                row, PACE_RATIO, 2, indicator.pace().onTrack(), indicator.pace().slow());
    }

    /** A column of progress; a region without a row has no figure, and a value need not have each of them. */
    Value value(Row row, String column, int decimals, double... against) {
        Double number = row == null ? null : row.getAs(column);
        boolean applies = row == null || row.isNullAt(row.fieldIndex(OBS_VALUE));
        return number == null && applies ? mark(Book.NOT_AVAILABLE) : optional(row, column, decimals, against);
    }

    /** The median of the regions of the row's level, in its year. */
    Value median(Row row, Indicator indicator) {
        Double median = row == null
                ? null
                : medians.get(row.getAs(INDICATOR) + " " + row.getAs(REGION_LEVEL) + " " + row.getAs(TIME_PERIOD));
        return median == null || row.<Integer>getAs(PEERS) < 2
                ? mark(Book.NOT_APPLICABLE)
                : against(median, row, indicator);
    }

    /** A column that most rows have no figure for, and need none. */
    Value optional(Row row, String column, int decimals, double... against) {
        Double number = row == null ? null : row.getAs(column);
        return number == null ? mark(Book.NOT_APPLICABLE) : Book.number(number, Decimals.of(number, decimals, against));
    }

    /** A figure with as many decimals as tell it from another one of the row. */
    static Value beside(Row row, String column, String other, int decimals) {
        Double figure = row.getAs(column);
        Double beside = row.getAs(other);
        return Book.number(figure, figure == null || beside == null ? decimals : Decimals.of(figure, decimals, beside));
    }

    /** The unit of a row's value: of a share of counties it is per cent, whatever the indicator's is. */
    String unit(Row row, Indicator indicator) {
        return row == null || row.getAs(VALUE_IS).equals(VALUE)
                ? unit(indicator)
                : texts.get("unit." + row.getAs(VALUE_IS));
    }

    /** The same behind a number in a sentence. */
    String unitBehind(Row row, Indicator indicator) {
        if (!row.getAs(VALUE_IS).equals(VALUE)) {
            return "%";
        }
        String unit = unit(indicator);
        return texts.language() == Language.ZH || unit.startsWith("%") ? unit : " " + unit;
    }

    String unit(Indicator indicator) {
        return indicator.unit().in(texts.language());
    }

    /** A whole number that is a name and no quantity, such as a year. */
    Value integer(Row row, String column) {
        Integer number = row == null ? null : row.getAs(column);
        return mark(number == null ? Book.NOT_AVAILABLE : number.toString());
    }

    Value year(Integer year) {
        return mark(year == null ? Book.NOT_APPLICABLE : year.toString());
    }

    Value.Status status(Row row) {
        String status = row == null ? NO_DATA : row.getAs(STATUS);
        String word = texts.get("status." + status);
        if (status.equals(MET) && isLate(row)) {
            word = texts.get("status.late", word);
        }
        boolean closed = List.of(MET, LOST, MISSED).contains(status);
        boolean provisional = closed && row.<Boolean>getAs(PROVISIONAL);
        return new Value.Status(provisional ? texts.get("status.provisional", word) : word, Statuses.light(status));
    }

    /** Whether a target was first met after its deadline. */
    private static boolean isLate(Row row) {
        Integer met = row.getAs(MET_IN);
        Integer deadline = row.getAs(DEADLINE);
        return met != null && deadline != null && met > deadline;
    }

    /** A word or two for a status, where there is no room for more. */
    Value.Status symbol(Row row) {
        String status = row == null ? NO_DATA : row.getAs(STATUS);
        return new Value.Status(texts.get("symbol." + status), Statuses.light(status));
    }

    /** The titles of a formula's series. */
    String terms(List<Term> terms) {
        return terms.stream().map(this::term).collect(Collectors.joining(" + "));
    }

    private String term(Term term) {
        String title = word(catalogue.series().get(term.series()).title());
        return switch (term.lag()) {
            case 0 -> title;
            case 1 -> texts.get("term.last-year", title);
            default -> texts.get("term.lagged", title, String.valueOf(term.lag()));
        };
    }

    /** The target in force, in words. */
    String target(Indicator indicator) {
        return indicator
                .target(asOf.day())
                .map(target -> target(target, indicator))
                .orElse(Book.NOT_AVAILABLE);
    }

    /** The same, of a row: where its value is a share of counties, what is asked is asked of each of them. */
    String target(Indicator indicator, Row row) {
        return row == null || row.getAs(VALUE_IS).equals(VALUE)
                ? target(indicator)
                : isYesOrNo(indicator) ? texts.get("target.each-there") : texts.get("target.each", target(indicator));
    }

    /** A target in words, with its tolerance. */
    String target(Target target, Indicator indicator) {
        TargetKind kind = target.kind();
        if (kind instanceof TargetKind.Milestone) {
            return texts.get("target.milestone");
        }
        String key = "target." + kind.operator().name().toLowerCase(Locale.ROOT);
        if (kind.value() == null) {
            return texts.get(key);
        }
        String unit = unit(indicator);
        String plain = texts.get(key, number(kind.value()), unit);
        if (kind.tolerance() == null) {
            return plain;
        }
        return kind.most() == null
                ? texts.get("target.not-below", plain, number(kind.least()), unit)
                : texts.get("target.tolerance", plain, number(kind.tolerance()));
    }

    private static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    String deadline(Indicator indicator) {
        return indicator
                .target(asOf.day())
                .map(target -> String.valueOf(target.deadline()))
                .orElse(Book.NOT_AVAILABLE);
    }

    String statusNote() {
        return texts.get(
                "note.status",
                String.format(Locale.ROOT, "%.2f", catalogue.policy().onTrack()),
                String.format(Locale.ROOT, "%.2f", catalogue.policy().slow()),
                number(BigDecimal.valueOf(100 * catalogue.policy().coverage())));
    }

    /** The day on which a row's file was received. */
    LocalDate day(Row row) {
        return day(row.getTimestamp(row.fieldIndex(SubmissionTable.RECEIVED_AT)));
    }

    /** The local day of an instant of the tables. */
    LocalDate day(Timestamp instant) {
        return asOf.day(instant.toInstant());
    }
}
