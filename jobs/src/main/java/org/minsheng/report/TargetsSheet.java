package org.minsheng.report;

import static org.minsheng.lake.ProgressTable.ATTAINMENT;
import static org.minsheng.lake.ProgressTable.CHANGE;
import static org.minsheng.lake.ProgressTable.GAP;
import static org.minsheng.lake.ProgressTable.REGIONS_EXPECTED;
import static org.minsheng.lake.ProgressTable.REGIONS_REPORTING;
import static org.minsheng.lake.ProgressTable.REPORTED_DIFFERS;
import static org.minsheng.lake.ProgressTable.TIME_PERIOD;
import static org.minsheng.report.book.Book.mark;
import static org.minsheng.report.book.Book.number;
import static org.minsheng.report.book.Book.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.minsheng.catalogue.Field;
import org.minsheng.catalogue.Indicator;
import org.minsheng.catalogue.Measure;
import org.minsheng.conf.Level;
import org.minsheng.report.book.Book;
import org.minsheng.report.book.Book.Column;
import org.minsheng.report.book.Book.Look;
import org.minsheng.report.book.Book.Sheet;
import org.minsheng.report.book.Book.Value;

/** One row a target: where the region stands, how it came there, and how many counties have met it. */
final class TargetsSheet {
    private TargetsSheet() {}

    static Optional<Sheet> of(Shown shown) {
        boolean counties = !shown.data().areas(Level.COUNTY).isEmpty()
                && shown.data().scope().kind() != Scope.Kind.COUNTY;
        boolean peers = shown.data().scope().kind() == Scope.Kind.PREFECTURE
                || shown.data().scope().kind() == Scope.Kind.COUNTY;
        List<Column> columns = new ArrayList<>(List.of(
                shown.column("indicator", 6),
                shown.column("field", 9),
                shown.column("measure", 24),
                shown.column("title", 28),
                shown.column("lead", 16),
                shown.column("unit", 10),
                shown.column("target", 15),
                shown.column("deadline", 6),
                shown.column("value", 10),
                shown.column("year", 6),
                shown.column("status", 14),
                shown.column("gap", 10),
                shown.column("attainment", 9, Look.BAR),
                shown.column("change", 10, Look.ARROW),
                shown.column("trend", 14),
                shown.column("reached", 7)));
        boolean differs = shown.data().indicators().stream()
                .map(shown.data()::focus)
                .anyMatch(row -> row != null && row.<Boolean>getAs(REPORTED_DIFFERS));
        if (differs) {
            columns.add(shown.column("reported", 12));
        }
        if (shown.data().hasRunning()) {
            columns.add(shown.column("running", 12));
        }
        if (peers) {
            columns.addAll(List.of(shown.column("rank", 7), shown.column("median", 10)));
        }
        if (counties) {
            columns.addAll(List.of(shown.column("met", 7), shown.column("not-met", 7), shown.column("absent", 7)));
        }
        TrendData data = TrendData.of(shown);
        List<List<Value>> rows = new ArrayList<>();
        for (Field field : shown.data().catalogue().fields()) {
            for (Measure measure : field.measures()) {
                for (Indicator indicator : measure.indicators()) {
                    if (shown.data().indicators().contains(indicator)) {
                        rows.add(row(shown, field, measure, indicator, data, differs, counties, peers));
                    }
                }
            }
        }
        return Optional.of(new Sheet(
                shown.texts().get("targets.name"),
                shown.texts().get("targets.title", shown.data().scope().name()),
                shown.subtitle(),
                List.of(
                        new Book.Table("targets", columns, rows),
                        Book.notes(List.of(
                                shown.texts().get("note.latest"),
                                shown.texts().get("note.rollup"),
                                shown.texts().get("note.attainment"),
                                shown.texts().get("note.change"),
                                shown.texts().get("note.counties"),
                                shown.texts().get("note.peers"),
                                shown.texts().get("note.reached"),
                                shown.statusNote(),
                                shown.texts().get("note.legend")))),
                4));
    }

    private static List<Value> row(
            Shown shown,
            Field field,
            Measure measure,
            Indicator indicator,
            TrendData data,
            boolean differs,
            boolean counties,
            boolean peers) {
        Row row = shown.data().focus(indicator);
        List<Value> values = new ArrayList<>(List.of(
                mark(indicator.id()),
                shown.text(field.title()),
                text(measure.number() + ". " + shown.word(measure.title())),
                shown.text(indicator.title()),
                text(indicator.lead()),
                mark(shown.unit(row, indicator)),
                text(shown.target(indicator, row)),
                mark(shown.deadline(indicator)),
                shown.value(row, indicator),
                shown.integer(row, TIME_PERIOD),
                shown.status(row),
                shown.difference(row, indicator, GAP),
                shown.value(row, ATTAINMENT, 1, 100),
                shown.difference(row, indicator, CHANGE),
                data.actualCells(indicator).<Value>map(Value.Sparkline::new).orElse(mark(Book.NOT_APPLICABLE)),
                shown.year(shown.outlook().reachedIn(indicator, row))));
        if (differs) {
            values.add(shown.reported(indicator, row));
        }
        if (shown.data().hasRunning()) {
            Row running = shown.data().running(indicator);
            values.add(running == null ? mark(Book.NOT_APPLICABLE) : running(shown, running, indicator));
        }
        if (peers) {
            values.add(Shown.rank(row));
            values.add(shown.median(row, indicator));
        }
        if (counties) {
            Counties standing = Counties.of(shown, indicator);
            values.add(counted(indicator, standing.met()));
            values.add(counted(indicator, standing.notMet()));
            values.add(counted(indicator, standing.absent()));
        }
        return values;
    }

    /** A sum of which regions are still missing says how many it is of. */
    private static Value running(Shown shown, Row running, Indicator indicator) {
        Value value = shown.value(running, indicator);
        int reporting = running.<Integer>getAs(REGIONS_REPORTING);
        int expected = running.<Integer>getAs(REGIONS_EXPECTED);
        return value instanceof Value.Number number && reporting < expected
                ? mark(String.format(java.util.Locale.ROOT, "%,." + number.decimals() + "f", number.number())
                        + shown.texts().get("running.of", String.valueOf(reporting), String.valueOf(expected)))
                : value;
    }

    /** Counties, where counties report it. */
    private static Value counted(Indicator indicator, long counties) {
        return indicator.level() == Level.COUNTY ? number((double) counties, 0) : mark(Book.NOT_APPLICABLE);
    }
}
