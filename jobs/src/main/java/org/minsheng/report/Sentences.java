package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.BASE_PERIOD;
import static org.minsheng.lake.ProgressTable.DENOMINATOR;
import static org.minsheng.lake.ProgressTable.NEEDED_CHANGE;
import static org.minsheng.lake.ProgressTable.NUMERATOR;
import static org.minsheng.lake.ProgressTable.OBS_VALUE;
import static org.minsheng.lake.ProgressTable.PROVISIONAL;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.REPORTED_VALUE;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.lake.ProgressTable.VALUE;
import static org.minsheng.lake.ProgressTable.VALUE_IS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Indicator;
import org.minsheng.conf.Level;
import org.minsheng.lake.ProjectionTable;
import org.minsheng.lake.Status;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Value;

/** Says in a sentence where a target stands, whom it concerns, what the trend says and what it takes: by rule. */
final class Sentences {
    private Sentences() {}

    static String of(Shown shown, Urgent urgent) {
        return shown.each().stream().map(one -> inOneLanguage(one, urgent)).collect(Collectors.joining(" "));
    }

    /** No more than where it stands and what it takes, from the row alone. */
    static String brief(Shown shown, Urgent urgent) {
        List<String> parts = new ArrayList<>();
        stands(shown, urgent, parts);
        takes(shown, urgent, parts);
        return String.join("", parts).strip();
    }

    private static String inOneLanguage(Shown shown, Urgent urgent) {
        Indicator indicator = urgent.indicator();
        Row row = urgent.row();
        List<String> parts = new ArrayList<>();
        stands(shown, urgent, parts);
        if (row.<Boolean>getAs(REPORTED_DIFFERS)) {
            Value.Number own = (Value.Number) Figures.beside(row, REPORTED_VALUE, OBS_VALUE, indicator.decimals());
            parts.add(shown.texts()
                    .get(
                            "say.reported-differs",
                            Decimals.text(own.number(), own.decimals())
                                    + shown.figures().unitBehind(row, indicator)));
        }
        if (shown.counties(indicator).notMet() > 0 && shown.data().scope().kind() != Scope.Kind.COUNTY) {
            parts.add(counties(shown, shown.counties(indicator)));
        }
        if (isShort(row) && !shown.outlook().isYesOrNo(indicator, row)) {
            parts.add(trend(shown, row, indicator));
            parts.add(outlier(shown, row, indicator));
        }
        takes(shown, urgent, parts);
        return String.join("", parts);
    }

    private static void stands(Shown shown, Urgent urgent, List<String> parts) {
        Indicator indicator = urgent.indicator();
        Row row = urgent.row();
        String deadline = shown.targets().deadline(indicator);
        parts.add(shown.texts()
                .get(
                        "say.stands",
                        shown.name(indicator),
                        Figures.integer(row, TIME_PERIOD) instanceof Value.Mark year ? year.text() : "",
                        valueWithUnit(shown, row, indicator),
                        shown.targets().of(indicator, row),
                        deadline));
        if (Status.of(row) == Status.OVERDUE) {
            // What it takes says that the deadline is over, too.
            boolean isSaidBelow = shown.outlook().closing(indicator, row).isPresent();
            parts.add(shown.texts().get(isSaidBelow ? "say.not-sent" : "say.overdue", deadline));
        }
    }

    private static void takes(Shown shown, Urgent urgent, List<String> parts) {
        Indicator indicator = urgent.indicator();
        Row row = urgent.row();
        if (isShort(row) && shown.outlook().isYesOrNo(indicator, row)) {
            parts.add(shown.texts().get(Status.of(row) == Status.LOST ? "say.not-there-any-more" : "say.not-there"));
        }
        shown.outlook()
                .closing(indicator, row)
                .ifPresent(closing -> parts.add(shown.closings().sentence(closing, indicator, row)));
    }

    private static boolean isShort(Row row) {
        return !row.isNullAt(row.fieldIndex(NEEDED_CHANGE));
    }

    private static String counties(Shown shown, Counties counties) {
        String notMet = String.valueOf(counties.notMet());
        return counties.tooSlow() == counties.notMet()
                ? shown.texts().get("say.counties", notMet)
                : shown.texts().get("say.counties-slow", notMet, String.valueOf(counties.tooSlow()));
    }

    /** What the trend says of the time. */
    private static String trend(Shown shown, Row row, Indicator indicator) {
        Row projection = shown.outlook().projection(indicator, row);
        Integer reached = shown.outlook().reachedIn(indicator, row);
        if (reached != null) {
            return shown.texts().get("say.reached", String.valueOf(reached), since(row));
        }
        Double chance = projection == null ? null : projection.getAs(ProjectionTable.CHANCE);
        if (chance != null) {
            String year = String.valueOf(projection.<Integer>getAs(ProjectionTable.TIME_PERIOD));
            return chance < Figures.NEARLY_NONE
                    ? shown.texts().get("say.unlikely", year, since(row))
                    : shown.texts().get("say.not-reached", year, Decimals.text(chance * 100, 0), since(row));
        }
        String reason = projection == null ? null : projection.getAs(ProjectionTable.REASON);
        if (ProjectionTable.CONSTANT.equals(reason)) {
            return shown.texts().get("say.constant");
        }
        return ProjectionTable.NO_MODEL.equals(reason) || ProjectionTable.MILESTONE.equals(reason)
                ? ""
                : shown.texts().get("say.no-trend");
    }

    private static String since(Row row) {
        return row.isNullAt(row.fieldIndex(BASE_PERIOD))
                ? Book.NOT_AVAILABLE
                : row.<Integer>getAs(BASE_PERIOD).toString();
    }

    /** That a value is far from the others: it counts like any, but may be a mistake. */
    private static String outlier(Shown shown, Row row, Indicator indicator) {
        Row projection = shown.outlook().projection(indicator, row);
        Integer year = projection == null ? null : projection.getAs(ProjectionTable.OUTLIER_PERIOD);
        // A sum that still lacks regions is off because of them.
        boolean isOfOthers = year != null && year.equals(row.getAs(TIME_PERIOD)) && row.<Boolean>getAs(PROVISIONAL);
        return year == null || isOfOthers ? "" : shown.texts().get("say.outlier", String.valueOf(year));
    }

    private static String valueWithUnit(Shown shown, Row row, Indicator indicator) {
        Value value = shown.figures().value(row, indicator);
        if (value instanceof Value.Number number) {
            String figure = Decimals.text(number.number(), number.decimals())
                    + shown.figures().unitBehind(row, indicator);
            return row.getAs(VALUE_IS).equals(VALUE)
                    ? figure
                    : shown.texts()
                            .get(
                                    "say." + row.getAs(VALUE_IS),
                                    figure,
                                    count(row, NUMERATOR),
                                    count(row, DENOMINATOR),
                                    hasZones(shown, row) ? shown.texts().get("say.with-zones") : "");
        }
        return value instanceof Value.Mark mark ? mark.text() : Book.NOT_AVAILABLE;
    }

    /** Whether more have reported than there are counties: zones that report beside them are among them. */
    private static boolean hasZones(Shown shown, Row row) {
        return !row.isNullAt(row.fieldIndex(DENOMINATOR))
                && row.<Double>getAs(DENOMINATOR)
                        > shown.data().areas(Level.COUNTY).size();
    }

    private static String count(Row row, String column) {
        return row.isNullAt(row.fieldIndex(column)) ? Book.NOT_AVAILABLE : Decimals.text(row.<Double>getAs(column), 0);
    }
}
