package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.Book.mark;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Catalogue;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Target;
import org.minsheng.catalogue.TargetKind;
import org.minsheng.catalogue.Term;
import org.minsheng.conf.Texts;
import org.minsheng.lake.SubmissionTable;
import org.minsheng.region.Regions;
import org.minsheng.report.Book.Column;
import org.minsheng.report.Book.Value;

/**
 * What all sheets of a workbook share: the data behind them, and how figures and words are shown.
 *
 * @param day the targets in force on this day are shown
 * @param subtitle the line below each title
 * @param latest the latest row of progress by indicator and region
 * @param evidence what the province sent beside a series' values, by series, such as the evidence of a milestone
 */
record Shown(
        Catalogue catalogue,
        Regions regions,
        Texts texts,
        LocalDate day,
        String subtitle,
        Map<String, Map<String, Row>> latest,
        Map<String, String> evidence) {

    /** The latest row of progress of each region. */
    Map<String, Row> latest(Indicator indicator) {
        return latest.getOrDefault(indicator.id(), Map.of());
    }

    Column column(String key, int width) {
        return new Column(texts.get("column." + key), width);
    }

    /** The value itself, as a word where its unit has words, such as the stages of a milestone. */
    Value value(Row row, Indicator indicator) {
        Double number = row == null ? null : row.getAs(OBS_VALUE);
        if (number == null || !row.getAs(VALUE_IS).equals(VALUE)) {
            return Book.number(number, indicator.decimals());
        }
        return indicator
                .unit()
                .word(BigDecimal.valueOf(number), texts.language())
                .map(Book::mark)
                .orElseGet(() -> Book.number(number, indicator.decimals()));
    }

    /** A figure in the unit of the row's value, with as many decimals as that. */
    Value figure(Row row, Indicator indicator, String column) {
        boolean plain = row == null || row.getAs(VALUE_IS).equals(VALUE);
        return value(row, column, plain ? indicator.decimals() : 1);
    }

    /** What the region reported itself beside the sum of its units; mostly it did not. */
    Value reported(Row row, Indicator indicator) {
        return row == null || row.isNullAt(row.fieldIndex(REPORTED_VALUE))
                ? mark(Book.NOT_APPLICABLE)
                : value(row, REPORTED_VALUE, indicator.decimals());
    }

    /** Whether that differs by more than the policy's tolerance. */
    Value differs(Row row) {
        boolean differs = row != null && row.<Boolean>getAs(REPORTED_DIFFERS);
        return differs ? new Value.Status(texts.get("differs"), Book.Light.AMBER) : mark(Book.NOT_APPLICABLE);
    }

    /** How many units are in a sum, of how many, and the share of the people that live in them. */
    Value reporting(Row row) {
        return mark(row == null ? Book.NOT_AVAILABLE : row.getAs(UNITS_REPORTING) + "/" + row.getAs(UNITS_EXPECTED));
    }

    /** The unit of a row's value: of a share of counties it is per cent, whatever the indicator's is. */
    String unit(Row row, Indicator indicator) {
        return row == null || row.getAs(VALUE_IS).equals(VALUE)
                ? unit(indicator)
                : texts.get("unit." + row.getAs(VALUE_IS));
    }

    /** A column of progress; a region without a row has no figure, and a value need not have each of them. */
    Value value(Row row, String column, int decimals) {
        Double number = row == null ? null : row.getAs(column);
        boolean applies = row == null || row.isNullAt(row.fieldIndex(OBS_VALUE));
        return number == null && !applies ? Book.mark(Book.NOT_APPLICABLE) : Book.number(number, decimals);
    }

    Value year(Row row) {
        return integer(row, TIME_PERIOD);
    }

    /** A whole number that is a name and no quantity, such as a year. */
    Value integer(Row row, String column) {
        Integer number = row == null ? null : row.getAs(column);
        return mark(number == null ? Book.NOT_AVAILABLE : number.toString());
    }

    Value status(Row row) {
        String status = row == null ? NO_DATA : row.getAs(STATUS);
        String word = texts.get("status." + status);
        boolean closed = List.of(MET, LOST, MISSED).contains(status);
        boolean provisional = closed && row.<Boolean>getAs(PROVISIONAL);
        return new Value.Status(provisional ? texts.get("status.provisional", word) : word, light(status));
    }

    private static Book.Light light(String status) {
        return switch (status) {
            case MET, ON_TRACK -> Book.Light.GREEN;
            case SLOW, OPEN, UNDER_WAY -> Book.Light.AMBER;
            case MISSED, LOST, BEHIND, REVERSING, NOT_STARTED -> Book.Light.RED;
            default -> Book.Light.GREY;
        };
    }

    String unit(Indicator indicator) {
        return indicator.unit().in(texts.language());
    }

    /** The titles of a formula's series. */
    String terms(List<Term> terms) {
        return terms.stream()
                .map(term -> catalogue.series().get(term.series()).title().in(texts.language()))
                .collect(Collectors.joining(" + "));
    }

    /** The target in force, in words. */
    String target(Indicator indicator) {
        return indicator.target(day).map(target -> target(target, indicator)).orElse(Book.NOT_AVAILABLE);
    }

    String target(Target target, Indicator indicator) {
        if (target.kind() instanceof TargetKind.Milestone) {
            return texts.get("target.milestone");
        }
        String key = "target." + target.kind().operator().name().toLowerCase(Locale.ROOT);
        return target.kind().value() == null
                ? texts.get(key)
                : texts.get(key, number(target.kind().value()), unit(indicator));
    }

    private static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    String deadline(Indicator indicator) {
        return indicator
                .target(day)
                .map(target -> String.valueOf(target.deadline()))
                .orElse(Book.NOT_AVAILABLE);
    }

    String statusNote() {
        return texts.get(
                "note.status",
                String.format(Locale.ROOT, "%.2f", catalogue.policy().onTrack()),
                String.format(Locale.ROOT, "%.2f", catalogue.policy().slow()));
    }

    /** The day on which a row's file was received. */
    static LocalDate day(Row row) {
        return row.getTimestamp(row.fieldIndex(SubmissionTable.RECEIVED_AT))
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
