package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PACE_RATIO;
import static org.minsheng.lake.ProgressTable.PEERS;
import static org.minsheng.lake.ProgressTable.RANK;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;
import static org.minsheng.report.book.Book.mark;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Formula;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Language;
import org.minsheng.conf.Texts;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Value;

/** How the figures of rows are shown: with how many decimals, in which unit, and by which mark where there is none. */
final class Figures {
    /** A probability below which it is told as less than one in a hundred. */
    static final double NEARLY_NONE = 0.01;

    private final BookData data;
    private final Texts texts;

    Figures(BookData data, Texts texts) {
        this.data = data;
        this.texts = texts;
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
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    /** A difference in the unit of the row's value, with as many decimals as that. */
    Value difference(Row row, Indicator indicator, String column) {
        return value(row, column, Decimals.of(row, indicator));
    }

    /** The numerator or the denominator, with the decimals of its first series. */
    Value part(Row row, Indicator indicator, String column) {
        Formula formula = indicator.formula();
        List<Term> terms = column.equals(NUMERATOR) ? formula.numerator() : formula.denominator();
        int decimals = terms.isEmpty()
                ? 0
                : data.catalogue().series().get(terms.get(0).series()).decimals();
        return value(row, column, decimals);
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

    /** A column that most rows have no figure for, and need none. */
    Value optional(Row row, String column, int decimals, double... against) {
        Double number = row == null ? null : row.getAs(column);
        return number == null ? mark(Book.NOT_APPLICABLE) : Book.number(number, Decimals.of(number, decimals, against));
    }

    /** The median of the regions of the row's level, in its year. */
    Value median(Row row, Indicator indicator) {
        Double median = row == null ? null : data.median(row);
        return median == null || row.<Integer>getAs(PEERS) < 2
                ? mark(Book.NOT_APPLICABLE)
                : against(median, row, indicator);
    }

    /** What the region reported itself beside the sum of its units, marked where the two differ too much. */
    Value reported(Row row, Indicator indicator) {
        Double value = row == null ? null : row.getAs(REPORTED_VALUE);
        if (value == null) {
            return mark(Book.NOT_APPLICABLE);
        }
        Double sum = row.getAs(OBS_VALUE);
        int decimals = sum == null ? indicator.decimals() : Decimals.of(value, indicator.decimals(), sum);
        return row.<Boolean>getAs(REPORTED_DIFFERS)
                ? new Value.Status(texts.get("differs", Decimals.text(value, decimals)), Book.Light.WATCH)
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
        return row.getAs(VALUE_IS).equals(VALUE) ? unitBehind(indicator) : "%";
    }

    /** The same behind a value of a county. */
    String unitBehind(Indicator indicator) {
        String unit = unit(indicator);
        return texts.language() == Language.ZH || unit.startsWith("%") ? unit : " " + unit;
    }

    /** A figure of a row with its unit, where there is little room: what is large is told in the language's own thousands. */
    String shortText(Value.Number figure, Row row, Indicator indicator) {
        return shortText(figure, bounds(row, indicator), unitBehind(row, indicator));
    }

    /** The same of a county's figure, or of what two of them are apart. */
    String shortText(Value.Number figure, Indicator indicator, String unit) {
        return shortText(figure, bounds(null, indicator), unit);
    }

    private String shortText(Value.Number figure, double[] against, String unit) {
        return Large.in(texts)
                .filter(large -> large.isReachedBy(figure.number()))
                .map(large -> {
                    double of = large.unit().doubleValue();
                    double[] bounds =
                            Arrays.stream(against).map(bound -> bound / of).toArray();
                    double count = figure.number() / of;
                    return large.text(Decimals.text(count, Decimals.of(count, 1, bounds)), unit);
                })
                .orElseGet(() -> Decimals.text(figure.number(), figure.decimals()) + unit);
    }

    /** The unit of a difference behind a number in a sentence: of per cent, that is percentage points. */
    String stepBehind(Row row, Indicator indicator) {
        return step(unitBehind(row, indicator));
    }

    /** The same behind a difference of counties' values. */
    String stepBehind(Indicator indicator) {
        return step(unitBehind(indicator));
    }

    private String step(String unit) {
        return unit.equals("%") ? texts.get("say.points") : unit;
    }

    String unit(Indicator indicator) {
        return indicator.unit().in(texts.language());
    }

    /** A figure with as many decimals as tell it from another one of the row. */
    static Value beside(Row row, String column, String other, int decimals) {
        Double figure = row.getAs(column);
        Double beside = row.getAs(other);
        return Book.number(figure, figure == null || beside == null ? decimals : Decimals.of(figure, decimals, beside));
    }

    /** How many there are; null is not available. */
    static Value count(Number count) {
        return Book.number(count == null ? null : count.doubleValue(), 0);
    }

    /** The place among the regions of its level; the province has none beside it. */
    static Value rank(Row row) {
        return row == null || row.isNullAt(row.fieldIndex(RANK)) || row.<Integer>getAs(PEERS) < 2
                ? mark(Book.NOT_APPLICABLE)
                : mark(row.getAs(RANK) + "/" + row.getAs(PEERS));
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

    /** A whole number that is a name and no quantity, such as a year; null is not available. */
    static Value integer(Row row, String column) {
        Integer number = row == null ? null : row.getAs(column);
        return mark(number == null ? Book.NOT_AVAILABLE : number.toString());
    }

    /** A year that there need not be. */
    static Value year(Integer year) {
        return mark(year == null ? Book.NOT_APPLICABLE : year.toString());
    }
}
