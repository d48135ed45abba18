package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.DEADLINE;
import static org.minsheng.lake.ProgressTable.MET_IN;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PACE_RATIO;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;
import static org.minsheng.lake.ProgressTable.RANK;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;
import static org.minsheng.report.book.Book.mark;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Label;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Value;

/** How the figures of a workbook are shown, and in which words. */
final class Shown {
    /** A probability below which it is told as less than one in a hundred. */
    static final double NEARLY_NONE = 0.01;

    private final BookData data;
    private final Outlook outlook;
    private final Texts texts;
    private List<Shown> each;

    /** Over the rows of a workbook; the targets in force on their day are shown. */
    Shown(BookData data, Texts texts) {
        this.data = data;
        this.outlook = new Outlook(data);
        this.texts = texts;
    }

    BookData data() {
        return data;
    }

    Outlook outlook() {
        return outlook;
    }

    /** The same in each of the workbook's languages, for sentences, which do not mix. */
    List<Shown> each() {
        if (each == null) {
            each = texts.language() != Language.BOTH
                    ? List.of(this)
                    : Stream.of(Language.ZH, Language.EN)
                            .map(one -> new Shown(data, Words.in(one)))
                            .toList();
        }
        return each;
    }

    Texts texts() {
        return texts;
    }

    String projectionNote() {
        return texts.get(
                "note.projection", String.valueOf(data.catalogue().policy().projectFarthest()));
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

    String title() {
        return texts.get("book.title." + data.scope().kind().key(), data.scope().name());
    }

    /** The line below each title. As-of is told by the last file and not by the clock: the same data, the same bytes. */
    String subtitle() {
        String notices = data.notices().isEmpty() ? "" : "  " + data.notices();
        return texts.get("subtitle", data.scope().name(), data.receivedOn()) + notices;
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
                : Book.number(number, Decimals.of(number, Decimals.of(row, indicator), bounds(row, indicator)));
    }

    /** What a row's value is held against. */
    private double[] bounds(Row row, Indicator indicator) {
        if (row != null && !row.getAs(VALUE_IS).equals(VALUE)) {
            return new double[] {100};
        }
        return indicator.target(data.day()).stream()
                .map(Target::kind)
                .flatMap(kind -> Stream.of(kind.least(), kind.most(), kind.value()))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    /** A difference in the unit of the row's value, with as many decimals as that. */
    Value difference(Row row, Indicator indicator, String column) {
        return value(row, column, Decimals.of(row, indicator));
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
        Double median = row == null ? null : data.median(row);
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

    /** The place among the regions of its level; the province has none beside it. */
    static Value rank(Row row) {
        return row == null || row.isNullAt(row.fieldIndex(RANK)) || row.<Integer>getAs(PEERS) < 2
                ? mark(Book.NOT_APPLICABLE)
                : mark(row.getAs(RANK) + "/" + row.getAs(PEERS));
    }

    /** What the region reported itself beside the sum of its regions, in amber where the two differ too much. */
    Value reported(Indicator indicator, Row row) {
        boolean differs = row != null && row.<Boolean>getAs(REPORTED_DIFFERS);
        Double value = row == null ? null : row.getAs(REPORTED_VALUE);
        if (value == null) {
            return mark(Book.NOT_APPLICABLE);
        }
        Double sum = row.getAs(OBS_VALUE);
        int decimals = sum == null ? indicator.decimals() : Decimals.of(value, indicator.decimals(), sum);
        return differs
                ? new Value.Status(
                        texts.get("differs", String.format(java.util.Locale.ROOT, "%,." + decimals + "f", value)),
                        Book.Light.AMBER)
                : Book.number(value, decimals);
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

    /** The colour of a status. */
    static Book.Light light(Status status) {
        return switch (status.signal()) {
            case GOOD -> Book.Light.GREEN;
            case WATCH -> Book.Light.AMBER;
            case BAD -> Book.Light.RED;
            case NONE -> Book.Light.GREY;
        };
    }

    /** A word or two for a status, where there is no room for more. */
    Value.Status symbol(Row row) {
        Status status = Status.of(row);
        return new Value.Status(texts.get("symbol." + status.code()), light(status));
    }

    /** The titles of a formula's series. */
    String terms(List<Term> terms) {
        return terms.stream().map(this::term).collect(Collectors.joining(" + "));
    }

    private String term(Term term) {
        String title = word(data.catalogue().series().get(term.series()).title());
        return switch (term.lag()) {
            case 0 -> title;
            case 1 -> texts.get("term.last-year", title);
            default -> texts.get("term.lagged", title, String.valueOf(term.lag()));
        };
    }

    /** The target in force, in words. */
    String target(Indicator indicator) {
        return indicator
                .target(data.day())
                .map(target -> target(target, indicator))
                .orElse(Book.NOT_AVAILABLE);
    }

    /** The same, of a row: where its value is a share of counties, what is asked is asked of each of them. */
    String target(Indicator indicator, Row row) {
        return row == null || row.getAs(VALUE_IS).equals(VALUE)
                ? target(indicator)
                : outlook.isYesOrNo(indicator)
                        ? texts.get("target.each-there")
                        : texts.get("target.each", target(indicator));
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
                .target(data.day())
                .map(target -> String.valueOf(target.deadline()))
                .orElse(Book.NOT_AVAILABLE);
    }

    String statusNote() {
        return texts.get(
                "note.status",
                String.format(Locale.ROOT, "%.2f", data.catalogue().policy().onTrack()),
                String.format(Locale.ROOT, "%.2f", data.catalogue().policy().slow()),
                number(BigDecimal.valueOf(100 * data.catalogue().policy().coverage())));
    }
}
