package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Status;
import org.minsheng.region.Region;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Block;
import org.minsheng.report.book.Book.Purpose;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** A workbook's data as its sheets show them, in a language. */
final class Shown {
    private final BookData data;
    private final Outlook outlook;
    private final Texts texts;
    private final Figures figures;
    private final TargetWords targets;
    private final Closings closings;
    private final Equality equality;
    private final Scores scores;
    private final Map<String, Counties> counties = new HashMap<>();
    private List<Shown> each;

    /** Over the rows of a workbook; the targets in force on their day are shown. */
    Shown(BookData data, Texts texts) {
        this.data = data;
        this.outlook = new Outlook(data);
        this.texts = texts;
        this.figures = new Figures(data, texts);
        this.targets = new TargetWords(data, outlook, texts);
        this.closings = new Closings(data, outlook, figures, texts);
        this.equality = new Equality(data, outlook);
        this.scores = new Scores(data);
    }

    BookData data() {
        return data;
    }

    Outlook outlook() {
        return outlook;
    }

    Texts texts() {
        return texts;
    }

    Figures figures() {
        return figures;
    }

    TargetWords targets() {
        return targets;
    }

    Closings closings() {
        return closings;
    }

    Equality equality() {
        return equality;
    }

    Scores scores() {
        return scores;
    }

    /** How many counties stand where with a target. */
    Counties counties(Indicator indicator) {
        return counties.computeIfAbsent(indicator.id(), id -> Counties.of(data, indicator));
    }

    /** The same in each of the workbook's languages, for sentences, which do not mix. */
    List<Shown> each() {
        if (each == null) {
            each = texts.language() != Language.BOTH
                    ? List.of(this)
                    : Stream.of(Language.ZH, Language.EN)
                            .map(one -> new Shown(data, texts.in(one)))
                            .toList();
        }
        return each;
    }

    /** A sheet whose name and title are the words of a key, as long as it takes. */
    Sheet sheet(String key, int fixedColumns, Block... blocks) {
        return sheet(key, fixedColumns, false, blocks);
    }

    /** The same, printed on one page. */
    Sheet onePage(String key, int fixedColumns, Block... blocks) {
        return sheet(key, fixedColumns, true, blocks);
    }

    private Sheet sheet(String key, int fixedColumns, boolean onePage, Block... blocks) {
        String title = texts.get(key + ".title", data.scope().name());
        return titled(key, title, fixedColumns, onePage, blocks);
    }

    /** A sheet whose name is that of a key, under a title of its own. */
    Sheet titled(String key, String title, int fixedColumns, boolean onePage, Block... blocks) {
        Sheet sheet = new Sheet(
                texts.get(key + ".name"),
                title,
                subtitle(),
                null,
                purpose(key),
                List.of(blocks),
                fixedColumns,
                onePage,
                false);
        return LongTables.cut(sheet, LongTables.MOST_ROWS, texts);
    }

    /** What a sheet is for. */
    private static Purpose purpose(String key) {
        return switch (key) {
            case "details", "trend-data", "equality-data" -> Purpose.FIGURES;
            case "reporting", "rejects", "flags", "changes", "submissions" -> Purpose.REPORTING;
            case "method" -> Purpose.METHOD;
            default -> Purpose.STANDING;
        };
    }

    /** The notes of some keys. */
    Book.Lines notes(String... keys) {
        return new Notes(data.catalogue().policy(), texts).of(keys);
    }

    String title() {
        return texts.get("book.title." + data.scope().kind().key(), data.scope().name());
    }

    /**
     * The line below each title: the year that all workbooks of a night go up to, and the last file of this one. No clock is
     * in it: the same data, the same bytes.
     */
    String subtitle() {
        String notices = data.notices().isEmpty() ? "" : "  " + data.notices();
        String lastYear = String.valueOf(data.lastYear());
        return texts.get("subtitle", data.scope().name(), lastYear, data.receivedOn()) + notices;
    }

    /** A label in the workbook's language. */
    String word(Label label) {
        return label.in(texts.language());
    }

    Value text(Label label) {
        return Book.text(word(label));
    }

    /** The full name of a region. */
    String name(Region region) {
        return word(region.label());
    }

    /** The full name of a region, or its code where nobody knows that. */
    String regionName(String code) {
        return data.regions().find(code).map(this::name).orElse(code);
    }

    /** A region's name in use, for where there is little room: in one language. */
    String shortName(Region region) {
        return region.shortLabel().in(texts.language().first());
    }

    /** An office of the catalogue, by its name there. */
    String office(String name) {
        return word(data.catalogue().policy().offices().label(name));
    }

    /** An indicator's number and title. */
    String name(Indicator indicator) {
        return indicator.id() + " " + word(indicator.title());
    }

    /** The first few of some names, with how many there are where not all are named. */
    String some(List<String> names, int most) {
        return some("page.some", names, most);
    }

    /** The same of targets and figures, of which Chinese counts otherwise. */
    String someTargets(List<String> names, int most) {
        return some("page.some-targets", names, most);
    }

    private String some(String key, List<String> names, int most) {
        String first = names.stream().limit(most).collect(Collectors.joining(texts.get("page.and")));
        return names.size() <= most ? first : texts.get(key, first, String.valueOf(names.size()));
    }

    /** A text on a row's figure, with the year of that where it is not the last one. */
    String ofYear(String text, Row row) {
        int year = row.<Integer>getAs(TIME_PERIOD);
        return year == data.lastYear() ? text : texts.get("page.of-year", text, String.valueOf(year));
    }

    Value.Status status(Row row) {
        Status status = Status.of(row);
        String word = texts.get("status." + status.code());
        if (status == Status.MET && isLate(row)) {
            word = texts.get("status.late", word);
        }
        boolean closed = List.of(Status.MET, Status.LOST, Status.MISSED).contains(status);
        boolean provisional = closed && row.<Boolean>getAs(PROVISIONAL);
        return new Value.Status(provisional ? texts.get("status.provisional", word) : word, light(status));
    }

    /** Whether a target was first met after its deadline. */
    private static boolean isLate(Row row) {
        Integer met = row.getAs(MET_IN);
        Integer deadline = row.getAs(DEADLINE);
        return met != null && deadline != null && met > deadline;
    }

    /** A word or two for a status, where there is no room for more. */
    Value.Status symbol(Status status) {
        return new Value.Status(texts.get("symbol." + status.code()), light(status));
    }

    /** The colour of a status. */
    static Book.Light light(Status status) {
        return switch (status.signal()) {
            case GOOD -> Book.Light.GOOD;
            case WATCH -> Book.Light.WATCH;
            case BAD -> Book.Light.BAD;
            case NONE -> Book.Light.NONE;
        };
    }
}
