package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.*;
import static org.minsheng.report.Book.mark;
import static org.minsheng.report.Book.number;

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
 */
record Shown(
        Catalogue catalogue,
        Regions regions,
        Texts texts,
        LocalDate day,
        String subtitle,
        Map<String, Map<String, Row>> latest) {

    /** The latest row of progress of each region. */
    Map<String, Row> latest(Indicator indicator) {
        return latest.getOrDefault(indicator.id(), Map.of());
    }

    Column column(String key, int width) {
        return new Column(texts.get("column." + key), width);
    }

    /** A column of progress; a region without a row has no figure. */
    Value value(Row row, String column, int decimals) {
        return number(row == null ? null : row.getAs(column), decimals);
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
        return new Value.Status(texts.get("status." + status), light(status));
    }

    private static Book.Light light(String status) {
        return switch (status) {
            case MET, ON_TRACK -> Book.Light.GREEN;
            case SLOW, OPEN -> Book.Light.AMBER;
            case MISSED, BEHIND, REVERSING -> Book.Light.RED;
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
        return texts.get(
                target.kind() == TargetKind.COVERAGE ? "target.coverage" : "target.at-least",
                target.value().stripTrailingZeros().toPlainString(),
                unit(indicator));
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
